// MadeTable: a table whose rows a program made, with its Swift behind a disclosure.

import Markup

/// What a page shows of a `table` fence. Rendering knows nothing of how it was made.
package struct MadeTable: Hashable, Sendable {
  /// The head where the author wrote none.
  package var labels: [String]
  package var rows: [[Cell]]

  package struct Cell: Hashable, Sendable {
    package var text: String
    package var isNumber: Bool

    package init(text: String, isNumber: Bool) {
      self.text = text
      self.isNumber = isNumber
    }
  }

  package init(labels: [String], rows: [[Cell]]) {
    self.labels = labels
    self.rows = rows
  }

  /// Whether a column holds numbers and nothing else, so that they stand below one another.
  func isNumeric(_ column: Int) -> Bool {
    !rows.isEmpty && rows.allSatisfy { $0.indices.contains(column) && $0[column].isNumber }
  }

  func alignment(_ column: Int, _ written: [Node.Alignment]) -> Node.Alignment {
    let own = written.indices.contains(column) ? written[column] : .none
    return own == .none && isNumeric(column) ? .right : own
  }
}

extension BodyWriter {
  /// - Parameter head: the table below the fence that has no rows of its own.
  mutating func writeTable(
    _ table: MadeTable, for fence: Node, _ info: String, _ code: Verbatim, head: Node?
  ) {
    html.freshLine()
    html += "<figure class=\"made\">\n"
    openTable()
    html += "<thead>\n"
    var written: [Node.Alignment] = []
    if let head, case .table(let alignments) = head.kind {
      written = alignments
      let all = alignments.indices.map { table.alignment($0, alignments) }
      for row in head.children { write(row, all, cellName: "th") }
    } else {
      html += "<tr>\n"
      for (column, label) in table.labels.enumerated() {
        html +=
          "<th scope=\"col\"\(attribute(table.alignment(column, [])))>\(escaped(label))</th>\n"
      }
      html += "</tr>\n"
    }
    html += "</thead>\n"
    if !table.rows.isEmpty { html += "<tbody>\n" }
    for row in table.rows {
      html += "<tr>\n"
      for (column, cell) in row.enumerated() {
        html += "<td\(attribute(table.alignment(column, written)))>\(escaped(cell.text))</td>\n"
      }
      html += "</tr>\n"
    }
    if !table.rows.isEmpty { html += "</tbody>\n" }
    closeTable()
    html += "<figcaption>\n<div class=\"sources\">\n<details>\n"
    html += "<summary>\(escaped(language[.madeByThisSwift]))</summary>\n"
    writeListing(fence, info, code)
    html += "</details>\n</div>\n</figcaption>\n</figure>\n"
  }
}
