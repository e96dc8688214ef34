// Mark: what a page shows of one verified claim. Rendering knows nothing of how it was verified.

/// One claim, its verdict, and where both belong in the essay.
package struct Mark: Hashable, Sendable {
  package var kind: Kind
  /// The bytes that the author wrote as the value: `0.665`.
  package var range: Range<Int>
  /// The bytes of the whole comment that holds the claim: `// → 0.665` or `<!-- = p[2] -->`.
  package var comment: Range<Int>
  package var wrote: String
  package var computed: String
  /// What could stand in the author's words, with as many digits; nil where nothing is offered.
  package var correction: String?
  /// How the two were compared, as a sentence: "equal after rounding to 3 decimals".
  package var rule: String
  /// The Swift that computed the value.
  package var expression: String
  /// The line of the claim in the essay, from 1.
  package var line: Int
  package var verdict: Verdict
  /// The id of its place on the page; nil for a claim that the page does not show.
  package var anchor: String?

  package enum Kind: Hashable, Sendable {
    /// A comment in an example's code.
    case example
    /// A comment after a number in the text.
    case prose
    /// A comment on what an example printed.
    case output
    /// A line of a derivation.
    case derivation
  }

  package enum Verdict: Hashable, Sendable { case held, refuted, unreached, unjudged, pending }

  package init(
    kind: Kind, range: Range<Int>, comment: Range<Int>, wrote: String, computed: String,
    rule: String, expression: String, line: Int, verdict: Verdict
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

  /// What to show beside a refuted value, in the author's own digits where that is possible.
  var shouldBe: String? {
    guard verdict == .refuted else { return nil }
    return correction ?? (computed.isEmpty ? nil : computed)
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
  var words: String {
    switch self {
    case .held: "verified"
    case .refuted: "refuted"
    case .unreached: "not reached"
    case .unjudged: "not judged"
    case .pending: "pending"
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
