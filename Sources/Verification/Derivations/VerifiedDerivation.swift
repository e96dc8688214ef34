// VerifiedDerivation: the lines of a derivation with what was sampled, for whoever shows them.

/// One derivation of an essay, line by line.
public struct VerifiedDerivation: Hashable, Sendable {
  /// The bytes of the whole fence, as its node has them.
  public var range: Range<Int>
  /// The Swift before the first line: the draws, mostly. Bytes of the essay.
  public var setting: Range<Int>
  public var lines: [Line]

  /// One equation, or the expression that a chain of equations begins with.
  public struct Line: Hashable, Sendable {
    /// The relation to the line above, in TeX; nil where a chain begins.
    public var relation: String?
    /// What stands behind the relation, in TeX, without a label.
    public var tex: String
    /// Where `tex` begins in the essay.
    public var texStart: Int
    /// `eq:bayes`, when the author gave the line a name.
    public var label: String?
    /// What else the author asked of the line: "up to a constant in θ", "± 8 ulp".
    public var condition: String?
    /// The Swift that evaluates the line, in bytes of the essay.
    public var code: Range<Int>
    /// The line's claim, by its place among the essay's claims; nil where a chain begins.
    public var claim: Int?
    public var sample: Sample?
  }

  /// What was seen in all draws of one line.
  public struct Sample: Hashable, Sendable {
    public var draws: Int
    public var discarded: Int
    /// How far the two sides were apart at worst, in words: "7.1e-16 of the value".
    public var worst: String
    /// How a limit is approached, in words: "the error falls like h²"; nil without a limit.
    public var rate: String?
    /// Where the parameter of a limit goes: "t → ∞"; nil without a limit, or where only the program knows.
    public var limit: String? = nil
    /// What holds for a whole range and not only in the draws; nil for a line that was only sampled.
    public var enclosure: Enclosure?
  }

  /// What interval arithmetic found of a line.
  public struct Enclosure: Hashable, Sendable {
    /// "every x in -5…5"
    public var range: String
    /// What holds there, in words: "at most 3e-15 of the value apart".
    public var bound: String
    /// Into how many boxes the range was divided.
    public var boxes: Int
  }
}
