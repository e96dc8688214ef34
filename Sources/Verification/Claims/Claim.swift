// Claim: one thing that an essay says about a computed value, and where it says so.

/// A claim as it stands in an essay.
public struct Claim: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// A comment with an arrow in an example.
    case example
    /// A number in a sentence or a formula, followed by a comment with its expression.
    case prose
    /// What an example prints.
    case output
    /// A line of a derivation.
    case derivation
  }

  public var kind: Kind
  /// The bytes of the essay that state the value.
  public var range: Range<Int>
  /// The bytes of the comment that makes it a claim; the same text and `range` for an example.
  public var comment: Range<Int>
  /// The text that states the value, as it stands in the essay.
  public var wrote: String
  /// The Swift whose value is claimed.
  public var expression: String
}

/// A claim with what became of it.
public struct JudgedClaim: Hashable, Sendable {
  public var claim: Claim
  public var verdict: Verdict
  /// The value in Swift's words, to full precision; nil when there is none.
  public var computed: String?
  /// How it was decided, or why it could not be.
  public var rule: String
}
