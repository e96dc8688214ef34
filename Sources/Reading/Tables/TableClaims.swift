// TableClaims: what each cell of a claimed table says. A number is read as one in a sentence is, by what a reader sees;
// all else is a text. Which of the two is compared, the computed value decides.

import Claims
import Diagnostics
import Markup

package enum TableClaims {
  /// The Swift behind `= table:`; nil for a comment that claims something else.
  package static func expression(in comment: Verbatim) -> Verbatim? {
    let swift = ProseClaims.expression(in: comment)
    let bytes = Array(swift.text.utf8)
    let word = "table".utf8
    guard bytes.starts(with: word) else { return nil }
    let colon = bytes[word.count...].drop { isSpace($0) }
    guard colon.first == UInt8(ascii: ":") else { return nil }
    let start = colon.dropFirst().drop { isSpace($0) }.startIndex
    return swift.slice(start..<bytes.count)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }

  /// Whether some HTML is such a comment.
  package static func isClaim(_ html: Verbatim) -> Bool {
    guard let inside = HTMLComment.inside(html.text) else { return false }
    return CommentHead(inside).beginsWithEquals && expression(in: html) != nil
  }

  /// The first claim of a cell's own, which would be judged twice.
  static func firstClaimedTwice(in table: TableComment) -> Range<Int>? {
    table.rows.joined().lazy.compactMap { $0.comment.block.compactMap(\.claimInProse).first }.first
  }

  /// The cells of a table, row by row.
  static func cells(
    of table: TableComment, in document: Document, formulas: [Int: ShownFormula]
  ) -> [ClaimedCell] {
    var rows = table.rows.enumerated().map { number, row in
      row.enumerated().map { column, cell in
        ClaimedCell(cell, row: number, column: column, in: document, formulas: formulas)
      }
    }
    // At least one column is claimed.
    let columns = rows.first?.count ?? 0
    let labels = (0..<columns).prefix { column in rows.allSatisfy { $0[column].isWords } }
      .prefix(max(0, columns - 1))
    for row in rows.indices { for column in labels { rows[row][column].isLabel = true } }
    return Array(rows.joined())
  }
}

extension Node {
  /// The bytes of the first comment in it that is a claim.
  fileprivate var claimInProse: Range<Int>? {
    if case .html(let html) = kind, let inside = HTMLComment.inside(html.text),
      CommentHead(inside).beginsWithEquals
    {
      return range
    }
    return children.lazy.compactMap(\.claimInProse).first
  }
}
