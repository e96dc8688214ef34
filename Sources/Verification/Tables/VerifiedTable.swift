// VerifiedTable: rows that an example made, and what is wrong with those that are none.

import Diagnostics
import GalleyRecordFormat
import Markup
import Reading

/// What an essay's `table` fence made.
package struct VerifiedTable: Hashable, Sendable {
  /// The bytes of the whole fence, as its node has them.
  package var range: Range<Int>
  /// What the head is made of where the author wrote none.
  package var labels: [String]
  package var rows: [[Cell]]

  package struct Cell: Hashable, Sendable {
    /// As Swift prints it.
    package var text: String
    package var isNumber: Bool
  }
}

extension Referee {
  /// The tables that were made, in the order of the page.
  func tables() -> Diagnosed<[VerifiedTable]> {
    var log = Log()
    let tables = draft.tables.compactMap { log.taking(table($0)) }
    return Diagnosed(tables, log)
  }

  private func table(_ table: DraftTable) -> Diagnosed<VerifiedTable?> {
    // A program that was not compiled has its errors already.
    guard case .fence(let fence) = draft.parts[table.part],
      let execution = program(ofPart: table.part)?.run.execution
    else { return Diagnosed(nil) }
    let place = SourceSpan(draft.document.path, table.rows)
    guard let value = execution.record.values[table.watch]?.last else {
      let reason =
        execution.end == .finished
        ? "the code left before its last line" : "the program stopped before"
      return Diagnosed(
        nil, Log([Diagnostic(.tableMissing, at: place, "there are no rows: \(reason)")]))
    }
    func malformed(_ message: String) -> Diagnosed<VerifiedTable?> {
      Diagnosed(nil, Log([Diagnostic(.tableMalformed, at: place, message)]))
    }
    do throws(TableRows.Problem) {
      let made = try TableRows(value)
      if let head = fence.rows?.head {
        let columns = columns(ofHead: head)
        if let count = made.rows.first?.count, count != columns {
          return malformed("the head below has \(columns) columns, and the rows have \(count)")
        }
      } else if made.labels == nil {
        return malformed(
          "nothing says what the columns are: write a table's head directly below the fence, "
            + "‘| n | share |’ and ‘|---|---|’, or give the rows’ tuples labels")
      }
      return Diagnosed(
        VerifiedTable(range: fence.range, labels: made.labels ?? [], rows: made.rows))
    } catch {
      return malformed(error.message)
    }
  }

  private func columns(ofHead range: Range<Int>) -> Int {
    func find(_ nodes: [Node]) -> Node? {
      for node in nodes where node.range.lowerBound <= range.lowerBound {
        if node.range == range, case .table = node.kind { return node }
        if let found = find(node.children) { return found }
      }
      return nil
    }
    return find(draft.document.blocks)?.children.first?.children.count ?? 0
  }
}
