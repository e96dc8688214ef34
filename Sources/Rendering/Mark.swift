// Mark: what a page shows of one verified claim. Rendering knows nothing of how it was verified.

import Diagnostics

/// One claim, its verdict, and where both belong in the essay.
package struct Mark: Hashable, Sendable {
  package var kind: Kind
  /// The bytes that the author wrote as the value: `0.665`.
  package var range: Range<Int>
  /// The bytes of the whole comment that holds the claim: `// → 0.665` or `<!-- = p[2] -->`.
  package var comment: Range<Int>
  package var wrote: String
  /// What the program computed. A reader of an example sees Swift's words, one of a sentence those of the page.
  package var computed: Sentence
  /// What could stand in the author's words, with as many digits; nil where nothing is offered.
  package var correction: String?
  /// How the two were compared, as a sentence: "equal after rounding to 3 decimals".
  package var rule: Sentence
  /// The Swift that computed the value.
  package var expression: String
  /// The line of the claim in the essay, from 1.
  package var line: Int
  package var verdict: Verdict
  /// The id of its place on the page; nil for a claim that the page does not show.
  package var anchor: String?
  /// What the ledger calls it, whether or not the page shows it. No two of a page are the same.
  package var name = ""
  /// How far the value is from being refuted; nil where nobody can say.
  package var room: Room?
  /// The number of the page's program that computed it; nil where the page has one alone, or none ran.
  package var program: Int?
  /// Where the line can be looked at in the essay's source; nil where nobody said where that is.
  package var source: String?

  /// How far a value might fall, and rise, and still be what is claimed. A side without an end is nil.
  package struct Room: Hashable, Sendable {
    package var down: Double?
    package var up: Double?

    package init(down: Double?, up: Double?) {
      self.down = down
      self.up = up
    }
  }

  package enum Kind: Hashable, Sendable {
    /// A comment in an example's code.
    case example
    /// A comment after a number in the text.
    case prose
    /// A cell of a table.
    case table
    /// A comment on what an example printed.
    case output
    /// A line of a derivation.
    case derivation
    /// That code fails, and how.
    case failure

    /// Whether it stands in an example's code, or in a derivation.
    var isInCode: Bool { self != .prose && self != .table }
  }

  package enum Verdict: Hashable, Sendable { case held, refuted, unreached, unjudged, pending }

  package init(
    kind: Kind, range: Range<Int>, comment: Range<Int>, wrote: String, computed: Sentence,
    rule: Sentence, expression: String, line: Int, verdict: Verdict
  ) {
    self.kind = kind
    self.range = range
    self.comment = comment
    self.wrote = wrote
    self.computed = computed
    self.rule = rule
    self.expression = expression
    self.line = line
    self.verdict = verdict
  }
}

extension Mark {
  /// What was computed, as a page in this language says it.
  func computed(in language: Language) -> String {
    switch kind {
    case .example, .output: computed.text
    case .prose, .table, .derivation, .failure: language.said(computed)
    }
  }

  /// What to show beside a refuted value, in the author's own digits where that is possible.
  func shouldBe(in language: Language) -> String? {
    guard verdict == .refuted else { return nil }
    return correction ?? (computed.isEmpty ? nil : computed(in: language))
  }
}

extension Mark.Verdict {
  /// The sign that a page shows.
  var sign: String {
    switch self {
    case .held: "✓"
    case .refuted: "✗"
    case .unreached, .unjudged: "?"
    case .pending: "…"
    }
  }

  /// What the sign says to those who do not see it.
  var word: Word {
    switch self {
    case .held: .verified
    case .refuted: .refuted
    case .unreached: .unreached
    case .unjudged: .unjudged
    case .pending: .pending
    }
  }

  /// The class that style sheets go by.
  var name: String {
    switch self {
    case .held: "held"
    case .refuted: "refuted"
    case .unreached: "unreached"
    case .unjudged: "unjudged"
    case .pending: "pending"
    }
  }
}
