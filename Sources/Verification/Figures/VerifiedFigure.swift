// VerifiedFigure: a picture that an example returned, or one for each value of a sweep.

import Reading
import Running

/// What an essay's `figure` or `sweep` fence drew.
package struct VerifiedFigure: Hashable, Sendable {
  /// The bytes of the whole fence, as its node has them.
  package var range: Range<Int>
  /// The bytes of the paragraph below that is its caption; nil where it is missing.
  package var caption: Range<Int>?
  /// `fig:boltzmann`, when the author gave the figure a name.
  package var label: String?
  /// The values of a sweep; nil for a single picture.
  package var sweep: Sweep?
  /// One frame for a figure; one for each value of a sweep, or each pair of values, in order.
  package var frames: [Frame]
  /// The fingerprint of what was drawn, eight hexadecimal digits; nil where a frame is missing.
  package var fingerprint: String?
  /// The fingerprint that `content/figures.lock` has for it; nil where nobody recorded one.
  package var recorded: String?
  /// The bytes of the words behind the opening fence, `swift` and what follows.
  package var words: Range<Int>

  package struct Frame: Hashable, Sendable {
    /// Which of the sweep's frames it is: where the program stopped, not all are there.
    package var number = 0
    /// The picture as an `<svg>` element.
    package var svg: String
    /// The data behind it as a `<table>` element.
    package var table: String
    /// What the picture shows, in words, for those who do not see it.
    package var title: String
    package var description: String
  }

  /// The parameter of a sweep, as the author named it, or its two; nil for a single picture.
  package var parameter: String? { sweep?.parameter }

  /// The fingerprint of all that was drawn, words and data included.
  package static func fingerprint(of frames: [Frame]) -> String {
    var hash = Fingerprint.FNV()
    for frame in frames {
      for text in [frame.title, frame.description, frame.svg, frame.table] {
        hash.add(Array(text.utf8))
      }
    }
    return hash.shortText
  }
}
