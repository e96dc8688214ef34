// ComputedTable: a value as the rows of a table: a list of lists, tuples or structures, or of single values.

import Claims
import GalleyRecordFormat

struct ComputedTable {
  struct Cell {
    var value: RecordedValue
    /// How Swift reads it from the whole: `[2][0]`, `[2].share`.
    var path: String
  }

  var rows: [[Cell]]

  /// Why a value is no table.
  struct Fault: Error {
    var verdict: Verdict
    var reason: String
  }

  init(_ value: RecordedValue) throws(Fault) {
    let list = try Self.elements(of: value, called: "a table is claimed by a list of its rows")
    rows = []
    for (number, row) in list.enumerated() { rows.append(try Self.cells(of: row, "[\(number)]")) }
  }

  private static func cells(
    of row: RecordedValue, _ path: String
  ) throws(Fault) -> [Cell] {
    func named(_ parts: [RecordedValue.Part]) -> [Cell] {
      parts.enumerated().map { index, part in
        Cell(value: part.value, path: "\(path).\(part.label.isEmpty ? "\(index)" : part.label)")
      }
    }
    switch row.unwrapped {
    case .tuple(let parts): return named(parts)
    case .object(let parts, let shown) where shown.printed == nil && !shown.isUnread:
      return named(parts)
    case .list, .set, .dictionary:
      return try elements(of: row, called: "a row is a list, a tuple or a structure")
        .enumerated().map { Cell(value: $1, path: "\(path)[\($0)]") }
    case .cut: throw tooLarge
    default: return [Cell(value: row, path: path)]
    }
  }

  private static func elements(
    of value: RecordedValue, called what: String
  ) throws(Fault) -> [RecordedValue] {
    switch value.unwrapped {
    case .list(let items, _):
      if items.last == .cut { throw tooLarge }
      return items
    case .set, .dictionary:
      throw Fault(verdict: .unjudged, reason: "\(what), and this has no order: sort it")
    case .object(_, let shown) where shown.isUnread:
      throw Fault(
        verdict: .unjudged,
        reason: "a sequence that is lazy, or may be read only once, was not read: write Array(…)")
    case .opaque(let shown) where shown.isUnread:
      throw Fault(
        verdict: .unjudged,
        reason: "a sequence that is lazy, or may be read only once, was not read: write Array(…)")
    case .cut: throw tooLarge
    default: throw Fault(verdict: .refuted, reason: what)
    }
  }

  private static let tooLarge = Fault(
    verdict: .unjudged, reason: "the value is too large to be compared")
}
