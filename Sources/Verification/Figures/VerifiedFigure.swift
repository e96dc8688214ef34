// VerifiedFigure: a picture that an example returned, or one for each value of a sweep.

/// What an essay's `figure` or `sweep` fence drew.
package struct VerifiedFigure: Hashable, Sendable {
  /// The bytes of the whole fence, as its node has them.
  package var range: Range<Int>
  /// The bytes of the paragraph below that is its caption; nil where it is missing.
  package var caption: Range<Int>?
  /// `fig:boltzmann`, when the author gave the figure a name.
  package var label: String?
  /// The parameter of a sweep, as the author named it; nil for a single picture.
  package var parameter: String?
  /// One frame for a figure; one for each value of a sweep, in order.
  package var frames: [Frame]
  /// The fingerprint of what was drawn, eight hexadecimal digits; nil where a frame is missing.
  package var fingerprint: String?
  /// The fingerprint that the author wrote, `shows=9f86d081`, and the bytes of that word.
  package var recorded: Recorded?
  /// The bytes of the words behind the opening fence, `swift` and what follows.
  package var words: Range<Int>

  package struct Recorded: Hashable, Sendable {
    package var fingerprint: String
    package var range: Range<Int>
  }

  package struct Frame: Hashable, Sendable {
    /// The value of the parameter; nil for a single picture.
    package var value: Double?
    /// The picture as an `<svg>` element.
    package var svg: String
    /// The data behind it as a `<table>` element.
    package var table: String
    /// What the picture shows, in words, for those who do not see it.
    package var title: String
    package var description: String
  }
}
