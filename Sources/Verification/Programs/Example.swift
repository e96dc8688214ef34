// Example: a Swift fence, shown or hidden, as a part of a program.

import Diagnostics
import Markup

/// One example of an essay.
struct Example: Sendable {
  var words: FenceWords
  var code: Verbatim
  /// The bytes of the whole fence.
  var range: Range<Int>
  /// Its lines, read; nil for what is no derivation, or none that could be read.
  var derivation: Derivation?
  /// Whether it stands in a comment, where a reader does not see it.
  var isHidden: Bool
  /// Where the words after the opening fence begin; `words` counts from there.
  var infoStart: Int
  /// The paragraph directly below that begins with `Figure:`; nil where there is none.
  var caption: Range<Int>?
}

/// What a program is made of, in the order of the page.
enum ProgramPart: Sendable {
  case example(Example)
  case prose(ProseComment)
}

/// A comment in prose that begins with `=`, and the leaves of text that stand before it.
struct ProseComment: Sendable {
  /// The bytes of the whole comment.
  var comment: Range<Int>
  /// The text of the comment, as it stands in the essay.
  var text: Verbatim
  /// The leaves before the comment in its block, up to the comment before it, in order.
  var leaves: [Leaf]

  struct Leaf: Sendable {
    var range: Range<Int>
    var isMath: Bool
  }
}
