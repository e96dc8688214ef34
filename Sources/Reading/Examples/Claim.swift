// Claim: one thing that an essay says about a computed value, and where it says so.

import Claims
import Diagnostics

/// A claim as it stands in an essay.
package struct Claim: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// A comment with an arrow in an example.
    case example
    /// A number in a sentence or a formula, followed by a comment with its expression.
    case prose
    /// A cell of a table below which a comment with an expression of its rows stands.
    case table
    /// What an example prints.
    case output
    /// A line of a derivation.
    case derivation
    /// That code fails, and how.
    case failure
  }

  package var kind: Kind
  /// The bytes of the essay that state the value, without a relation that stands before it in prose.
  package var range: Range<Int>
  /// The bytes of the comment that makes it a claim; the same text and `range` for an example.
  package var comment: Range<Int>
  /// The text that states the value, as it stands in the essay, with the relation: `< 0.05`.
  package var wrote: String
  /// The Swift whose value is claimed.
  package var expression: String
  /// The name that its author gave it, `#share` at the end of the comment, without the sign.
  package var name: String?
}

/// A claim with what became of it.
package struct JudgedClaim: Hashable, Sendable {
  package var claim: Claim
  package var verdict: Verdict
  /// The value in Swift's words, to full precision; nil when there is none.
  package var computed: Sentence?
  /// How it was decided, or why it could not be.
  package var rule: Sentence
  /// How far the value is from being refuted; nil where it does not hold, or nobody can say.
  package var margin: Margin?
  /// Which of the draft's programs it was looked for in; nil where there is none.
  package var program: Int?

  /// Whether its author says that the example is not run.
  package var isSkipped: Bool

  package init(
    claim: Claim, verdict: Verdict, computed: Sentence?, rule: Sentence, margin: Margin? = nil,
    program: Int? = nil, isSkipped: Bool = false
  ) {
    self.isSkipped = isSkipped
    self.claim = claim
    self.verdict = verdict
    self.computed = computed
    self.rule = rule
    self.margin = margin
    self.program = program
  }
}
