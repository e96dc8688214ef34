// DataProblem: why an example did not get the data that it asked for, said at the place of the call.

/// What is wrong with a file of data, or with what was asked of it.
public struct DataProblem: Error, CustomStringConvertible {
  enum Kind: String {
    /// The essay does not declare the file.
    case undeclared
    /// The file is not there, or cannot be read.
    case missing
    /// The file is no table.
    case malformed
    /// The table has no such column, or the column not such values.
    case column
  }

  var kind: Kind
  public var description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// Tells whoever reads the record; whatever the program does with the error, its author hears of it.
  func report(_ name: String, line: Int, column: Int) {
    Recording.send(
      "{\"event\":\"data\",\"problem\":\"\(kind.rawValue)\",\"name\":\(ValueEncoder.quote(name)),"
        + "\"line\":\(line),\"column\":\(column),"
        + "\"message\":\(ValueEncoder.quote(description))}")
  }
}
