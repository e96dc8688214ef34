// Table: what an example sees of a file of data: columns by name, rows in order.

import GalleyRecordFormat

/// A table of values, read with `data(_:)`.
///
/// A column is asked for as numbers, as whole numbers or as texts. A column that is not there, or a value
/// that is no number where a number is asked for, stops the program and is told at the place that asked.
@_spi(GalleyData) public struct Table: Hashable, Sendable, CustomStringConvertible {
  /// What all rows know: the file, and which column stands where.
  struct Header: Hashable, Sendable {
    var file: String
    var columns: [String]
    var positions: [String: Int]
  }

  let header: Header
  /// The rows in the order of the file.
  public let rows: [Row]

  /// The names of the columns in the order of the file.
  public var columns: [String] { header.columns }
  /// How many rows there are.
  public var count: Int { rows.count }
  public var description: String {
    "\(header.file): \(count) rows of \(columns.joined(separator: ", "))"
  }

  /// The numbers of a column.
  public subscript(
    _ column: String, line line: Int = #line, column place: Int = #column
  ) -> [Double] {
    rows.map { $0[column, line: line, column: place] }
  }

  /// The texts of a column.
  public func texts(
    _ column: String, line: Int = #line, column place: Int = #column
  ) -> [String] {
    let position = header.position(of: column, line, place)
    return rows.map { $0.fields[position] }
  }

  /// A column of whole numbers from 0, such as the categories of a fit.
  public func labels(_ column: String, line: Int = #line, column place: Int = #column) -> [Int] {
    let position = header.position(of: column, line, place)
    return rows.map { row in
      guard let number = row.number(at: position), number >= 0, let label = Int(exactly: number)
      else { row.refuse(position, line, place) { .noLabel(field: $0, column: $1, line: $2) } }
      return label
    }
  }

  /// The numbers of several columns, row by row, as a fit wants them.
  ///
  /// - Parameter intercept: whether each row begins with a 1.
  public func features(
    _ columns: String..., intercept: Bool, line: Int = #line, column place: Int = #column
  ) -> [[Double]] {
    rows.map { row in
      (intercept ? [1] : []) + columns.map { row[$0, line: line, column: place] }
    }
  }

  /// The rows for which a condition holds, as a table.
  public func filter(_ isIncluded: (Row) throws -> Bool) rethrows -> Table {
    Table(header: header, rows: try rows.filter(isIncluded))
  }

  /// One row of a table.
  public struct Row: Hashable, Sendable {
    let header: Header
    /// The line of the file that it begins on.
    let line: Int
    /// The texts in the order of the columns.
    public let fields: [String]

    /// The number in a column.
    public subscript(
      _ column: String, line line: Int = #line, column place: Int = #column
    ) -> Double {
      let position = header.position(of: column, line, place)
      guard let number = number(at: position) else {
        refuse(position, line, place) { .noNumber(field: $0, column: $1, line: $2) }
      }
      return number
    }

    /// The text in a column.
    public func text(_ column: String, line: Int = #line, column place: Int = #column) -> String {
      fields[header.position(of: column, line, place)]
    }

    /// A finite decimal number with spaces around it or none; what else Swift reads is a slip in data.
    func number(at position: Int) -> Double? {
      var text = Substring(fields[position])
      while text.first == " " { text.removeFirst() }
      while text.last == " " { text.removeLast() }
      guard text.utf8.allSatisfy({ "0123456789.+-eE".utf8.contains($0) }) else { return nil }
      return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    func refuse(
      _ position: Int, _ line: Int, _ place: Int,
      _ reason: (_ field: String, _ column: String, _ line: Int) -> DataProblem.Reason
    ) -> Never {
      header.stop(reason(fields[position], header.columns[position], self.line), line, place)
    }
  }
}

extension Table.Header {
  func position(of column: String, _ line: Int, _ place: Int) -> Int {
    if let position = positions[column] { return position }
    stop(.noColumn(column, known: columns), line, place)
  }

  /// Says what is wrong where it was asked for; there is no value to go on with.
  func stop(_ reason: DataProblem.Reason, _ line: Int, _ place: Int) -> Never {
    DataRequest.report(reason, of: file, line, place)
    fatalError("\(DataRequest.NoData(file: file))")
  }
}
