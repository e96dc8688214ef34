// RepairTable: corrections for people, one to a line: the place, what stood there, what is computed, how much that changes.

import Foundation

package enum RepairTable {
  /// In the order in which they are given.
  package static func text(_ repairs: [ReportedRepair]) -> String {
    let rows = repairs.map { repair in
      [
        place(repair.place), shown(repair.original), "→", shown(repair.replacement), change(repair),
        repair.obstacle.map { "not written: \($0)" } ?? "",
      ]
    }
    let columns = rows.first?.indices ?? 0..<0
    let widths = columns.map { column in rows.map { $0[column].columns }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.columns)
        // Numbers stand under one another.
        return [1, 4].contains(column) ? space + cell.0 : cell.0 + space
      }
      let line = "  " + cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  private static func place(_ place: ReportedPlace) -> String {
    [place.path, place.line.map(String.init), place.column.map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
  }

  private static let longest = 36

  /// On one line, without the signs of comments that begin others, and of a long text its beginning and its end.
  private static func shown(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    let rest = lines.dropFirst().map { line in
      line.firstRange(of: "//").map { line[$0.upperBound...] } ?? line
    }
    let line = (lines.prefix(1) + rest).joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count > longest else { return line }
    return line.prefix(longest - 13) + " … " + line.suffix(10)
  }

  private static func change(_ repair: ReportedRepair) -> String {
    guard !repair.isWording else { return "" }
    guard let relative = repair.relative else { return "other" }
    return percent(relative)
  }

  /// With two digits that count: `+0.15%`, `-98%`, `+1.2e-07%`.
  package static func percent(_ relative: Double) -> String {
    let percent = relative * 100
    let form =
      switch percent.magnitude {
      case 9.95..<1e5: "%+.0f%%"
      case 0.0095..<9.95:
        percent.magnitude < 0.095 ? "%+.3f%%" : percent.magnitude < 0.95 ? "%+.2f%%" : "%+.1f%%"
      default: "%+.1e%%"
      }
    return percent == 0 ? "0%" : String(format: form, percent)
  }
}

extension String {
  /// How many columns of a terminal it takes.
  fileprivate var columns: Int { reduce(0) { $0 + $1.width } }
}
