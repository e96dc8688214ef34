// VerifiedFigure: a picture that an example returned, or one for each value of a sweep.

/// What an essay's `figure` or `sweep` fence drew.
public struct VerifiedFigure: Hashable, Sendable {
  /// The bytes of the whole fence, as its node has them.
  public var range: Range<Int>
  /// The bytes of the paragraph below that is its caption; nil where it is missing.
  public var caption: Range<Int>?
  /// `fig:boltzmann`, when the author gave the figure a name.
  public var label: String?
  /// The parameter of a sweep, as the author named it; nil for a single picture.
  public var parameter: String?
  /// One frame for a figure; one for each value of a sweep, in order.
  public var frames: [Frame]
  /// The fingerprint of what was drawn, eight hexadecimal digits; nil where a frame is missing.
  public var fingerprint: String?
  /// The fingerprint that the author wrote, `shows=9f86d081`, and the bytes of that word.
  public var recorded: Recorded?
  /// The bytes of the words behind the opening fence, `swift` and what follows.
  public var words: Range<Int>

  public struct Recorded: Hashable, Sendable {
    public var fingerprint: String
    public var range: Range<Int>
  }

  public struct Frame: Hashable, Sendable {
    /// The value of the parameter; nil for a single picture.
    public var value: Double?
    /// The picture as an `<svg>` element.
    public var svg: String
    /// The data behind it as a `<table>` element.
    public var table: String
    /// What the picture shows, in words, for those who do not see it.
    public var title: String
    public var description: String
  }
}
