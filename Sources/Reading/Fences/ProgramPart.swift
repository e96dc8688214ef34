// ProgramPart: what a page's programs are made of, in the order of the page.

import Markup

package enum ProgramPart: Sendable {
  case fence(Fence)
  case prose(ProseComment)
  case table(TableComment)
}

extension ProgramPart {
  /// The bytes of the essay that the part is.
  package var range: Range<Int> {
    switch self {
    case .fence(let fence): fence.range
    case .prose(let comment): comment.comment
    case .table(let table): table.comment
    }
  }

  /// What of it is read beside formulas.
  package var proseComments: [ProseComment] {
    switch self {
    case .fence: []
    case .prose(let comment): [comment]
    case .table(let table): table.rows.flatMap { $0.map(\.comment) }
    }
  }
}

/// A comment in prose that begins with `=`, and the text that it stands in.
package struct ProseComment: Sendable {
  /// The bytes of the whole comment.
  package var comment: Range<Int>
  /// The text of the comment, as it stands in the essay.
  package var text: Verbatim
  /// All inlines of its paragraph, heading or cell, the comment among them. For a comment that is a block
  /// of its own: that block, and before it the displayed formula that it stands right behind.
  package var block: [Node]
  package var cells = NeighbouringCells()
  /// A tag of HTML around it that may change what is seen; nil where there is none.
  package var enclosing: String?
}

/// What stands around a cell of a table: in the cells beside it, at the head of its column, and at the beginning of its
/// row.
package struct NeighbouringCells: Sendable {
  package var before: [Node] = []
  package var behind: [Node] = []
  package var labels: [Node] = []
  /// The head of its column alone.
  package var head: [Node] = []
}

extension ProseComment {
  /// Whether it is a block of its own, with no sentence and no formula before it.
  var isAlone: Bool {
    if block.count == 1, case .htmlBlock = block[0].kind { true } else { false }
  }
}
