// TableComment: `<!-- = table: rows -->` alone below a table, and the cells that it claims.

import Markup

package struct TableComment: Sendable {
  /// The bytes of the whole comment.
  package var comment: Range<Int>
  /// The text of the comment, as it stands in the essay.
  package var text: Verbatim
  /// The rows below the table's head.
  package var rows: [[Cell]]

  package struct Cell: Sendable {
    package var range: Range<Int>
    /// What would be claimed if the comment stood behind all that is in the cell.
    package var comment: ProseComment
  }
}

/// A table that was looked at, for a comment below it.
struct TableAbove {
  struct Cell {
    var node: Node
    var neighbours: NeighbouringCells
    /// A tag of HTML around it that may change what is seen.
    var enclosing: String?
  }

  var rows: [[Cell]] = []
  /// Whether a comment claims it already.
  var isClaimed = false
}

extension Node {
  /// Whether it is a comment of HTML that stands alone.
  var isComment: Bool {
    if case .htmlBlock(let html) = kind { HTMLComment.inside(html.text) != nil } else { false }
  }
}
