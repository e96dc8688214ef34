// TableRows: a recorded value as the rows of a table, or why it is none.

import GalleyRecordFormat

/// What a table's fence ended with: cells, row by row.
struct TableRows: Hashable {
  var rows: [[VerifiedTable.Cell]]
  /// The labels of tuples, or the names of properties; nil where not every cell has one.
  var labels: [String]?

  struct Problem: Error {
    var message: String
  }

  /// Dictionaries that keep an order are rows of two cells. What has no order is none.
  init(_ value: RecordedValue) throws(Problem) {
    switch value {
    case .some(let wrapped): try self.init(wrapped)
    case .list(_, let shown) where shown.isUnread, .object(_, let shown) where shown.isUnread,
      .opaque(let shown) where shown.isUnread:
      throw Problem(message: "these rows are a lazy sequence, which is not read: write Array(…)")
    case .list(let elements, _): try self.init(elements: elements)
    case .dictionary(let pairs, isOrdered: true, _):
      try self.init(
        elements: pairs.map {
          .tuple([.init(label: "key", value: $0.key), .init(label: "value", value: $0.value)])
        })
    case .set, .dictionary:
      throw Problem(message: "these rows have no order: write .sorted { … }")
    default:
      throw Problem(
        message:
          "these rows are \(value.kind), and a table is made of a list of rows: [[1, 2], [3, 4]]")
    }
  }

  private init(elements: [RecordedValue]) throws(Problem) {
    rows = []
    for (index, element) in elements.enumerated() {
      let parts = element.parts ?? [part(element)]
      if let first = rows.first, first.count != parts.count {
        throw Problem(
          message:
            "row \(index + 1) has \(cells(parts.count)), and row 1 has \(first.count)")
      }
      let names = parts.map(\.label)
      if index == 0 {
        labels = names.contains("") || names.isEmpty ? nil : names
      } else if names != labels {
        labels = nil
      }
      var row: [VerifiedTable.Cell] = []
      for (column, part) in parts.enumerated() {
        if part.value == .cut {
          throw Problem(
            message: "this is more than a program can tell: row \(index + 1) has not arrived whole")
        }
        guard let cell = VerifiedTable.Cell(part.value) else {
          throw Problem(
            message: "the cell in row \(index + 1), column \(column + 1) is \(part.value.kind), "
              + "and a cell is a number or a text")
        }
        row.append(cell)
      }
      rows.append(row)
    }
  }
}

private func part(_ value: RecordedValue) -> RecordedValue.Part { .init(label: "", value: value) }

private func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }

extension VerifiedTable.Cell {
  /// Nil for what is no single thing.
  fileprivate init?(_ value: RecordedValue) {
    switch value {
    case .integer(let digits, _): self.init(text: digits, isNumber: true)
    case .float(let number): self.init(text: number.printed, isNumber: true)
    case .decimal(let digits): self.init(text: digits, isNumber: true)
    case .boolean(let isTrue): self.init(text: isTrue ? "true" : "false", isNumber: false)
    case .text(let text): self.init(text: text, isNumber: false)
    case .none: self.init(text: "", isNumber: false)
    case .some(let wrapped): self.init(wrapped)
    case .enumCase(let name, let payload, let shown):
      guard let text = shown.printed ?? (payload.isEmpty ? name : nil) else { return nil }
      self.init(text: text, isNumber: false)
    case .object(_, let shown), .opaque(let shown):
      guard let text = shown.printed else { return nil }
      self.init(text: text, isNumber: false)
    case .list, .set, .dictionary, .tuple, .cut: return nil
    }
  }
}

extension RecordedValue {
  /// What stands beside each other in a row; nil for a single thing.
  fileprivate var parts: [Part]? {
    switch self {
    case .some(let wrapped): wrapped.parts
    case .list(let elements, let shown) where !shown.isUnread: elements.map(part)
    case .tuple(let parts): parts
    case .object(let parts, let shown) where shown.printed == nil: parts
    default: nil
    }
  }

  fileprivate var kind: String {
    switch self {
    case .integer, .float, .decimal: "a number"
    case .boolean: "a truth value"
    case .text: "a text"
    case .none: "nil"
    case .some(let wrapped): wrapped.kind
    case .list: "a list"
    case .set: "a set"
    case .dictionary: "a dictionary"
    case .tuple(let parts): parts.isEmpty ? "nothing" : "a tuple"
    case .object(_, let shown), .opaque(let shown), .enumCase(_, _, let shown):
      "a value of type \(shown.type.short)"
    case .cut: "too large to be told"
    }
  }
}
