// The HTML of tables, in a box that scrolls where they are too wide.

import Markup

extension BodyWriter {
  mutating func writeTable(_ block: Node, _ alignments: [Node.Alignment]) {
    html.freshLine()
    openTable()
    let head = block.children.filter { $0.kind == .tableRow(isHeader: true) }
    let rest = block.children.filter { $0.kind == .tableRow(isHeader: false) }
    for (name, rows) in [("thead", head), ("tbody", rest)] where !rows.isEmpty {
      html += "<\(name)>\n"
      for row in rows { write(row, alignments, cellName: name == "thead" ? "th" : "td") }
      html += "</\(name)>\n"
    }
    closeTable()
  }

  mutating func openTable() {
    if !isPlain {
      tableCount += 1
      html += "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\""
      html += " aria-label=\"\(escaped(language[.table, tableCount]))\">\n"
    }
    html += "<table>\n"
  }

  mutating func closeTable() { html += isPlain ? "</table>\n" : "</table>\n</div>\n" }

  mutating func write(_ row: Node, _ alignments: [Node.Alignment], cellName: String) {
    html += "<tr>\n"
    for (index, cell) in row.children.enumerated() {
      let alignment = index < alignments.count ? alignments[index] : .none
      let scope = cellName == "th" && !isPlain ? " scope=\"col\"" : ""
      html += "<\(cellName)\(scope)\(attribute(alignment))>"
      write(cell: cell)
      html += "</\(cellName)>\n"
    }
    html += "</tr>\n"
  }

  func attribute(_ alignment: Node.Alignment) -> String {
    guard alignment != .none else { return "" }
    return isPlain ? " align=\"\(alignment)\"" : " style=\"text-align: \(alignment)\""
  }
}
