// Tables: their cells, each with what stands around it, and the comment below that claims all of them.

import Diagnostics
import Markup

extension PartCollector {
  static let belowTable =
    "‘table:’ claims the cells of a table: put this comment alone below the table, with an empty line "
    + "above it"

  mutating func visitTable(_ table: Node) {
    let head = table.children.first?.children ?? []
    var above = TableAbove()
    for row in table.children {
      let contents = row.children.map(\.children)
      var cellsAbove: [TableAbove.Cell] = []
      for (index, cell) in row.children.enumerated() {
        let column = head.indices.contains(index) ? head[index].children : []
        cells = NeighbouringCells(
          before: index > 0 ? contents[index - 1] : [],
          behind: index + 1 < contents.count ? contents[index + 1] : [],
          labels: (index > 0 ? contents[0] : []) + column, head: column)
        let outer = tags.changing
        visitInlines(contents[index], of: contents[index])
        cellsAbove.append(
          TableAbove.Cell(node: cell, neighbours: cells, enclosing: outer ?? tags.changing))
      }
      if row.kind == .tableRow(isHeader: false) { above.rows.append(cellsAbove) }
    }
    cells = NeighbouringCells()
    tableAbove = above
  }

  /// Adds a comment below a table that claims its cells, or refuses one that means to; false for every other.
  mutating func addTable(_ html: Verbatim, _ inside: String, _ range: Range<Int>) -> Bool {
    guard let above = tableAbove else { return false }
    let words = inside.drop(while: \.isWhitespace)
    guard TableClaims.expression(in: html) != nil, CommentHead(inside).beginsWithEquals else {
      if words.hasPrefix("table:") {
        refuse(range, .claimUnreadable, "a claim begins with ‘=’: write <!-- = table: … -->")
        return true
      }
      guard words.hasPrefix("=") else { return false }
      refuse(
        range, .claimUnattached,
        "there is no number before this comment for it to check; to claim the cells of the table above, "
          + "write <!-- = table: … -->")
      return true
    }
    if let miss = NearMiss.finding(inProse: inside) {
      refuse(range, .claimUnreadable, miss.message)
      return true
    }
    guard !above.isClaimed else {
      refuse(
        range, .claimUnattached, "the cells of this table are claimed already: take one comment out"
      )
      return true
    }
    tableAbove?.isClaimed = true
    let rows = above.rows.map { row in
      row.map { cell in
        TableComment.Cell(
          range: cell.node.range,
          comment: ProseComment(
            comment: range, text: html, block: cell.node.children, cells: cell.neighbours,
            enclosing: cell.enclosing))
      }
    }
    parts.append(.table(TableComment(comment: range, text: html, rows: rows)))
    return true
  }
}
