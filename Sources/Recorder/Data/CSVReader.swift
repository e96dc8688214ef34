// CSVReader: a table from comma-separated values with a header, as RFC 4180 describes them.
//
// A field may stand in quotation marks, where commas and line breaks are its own and two quotation
// marks are one. Line breaks are CR LF or LF; the last line may lack one. All rows are equally long.

import GalleyRecordFormat

struct CSVReader {
  private let bytes: [UInt8]
  private let name: String
  private var index = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  static func table(_ bytes: [UInt8], of name: String) throws(DataProblem.Reason) -> Table {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notText }
    var reader = CSVReader(bytes: bytes, name: name)
    return try reader.table()
  }

  private init(bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
    // A byte order mark is no part of the first name.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  private mutating func table() throws(DataProblem.Reason) -> Table {
    guard index < bytes.count else { throw .empty }
    let names = try record()
    var positions: [String: Int] = [:]
    for (position, name) in names.enumerated() {
      guard !name.isEmpty else { throw .unnamedColumn(number: position + 1) }
      guard positions.updateValue(position, forKey: name) == nil else { throw .doubledColumn(name) }
    }
    let header = Table.Header(file: name, columns: names, positions: positions)
    var rows: [Table.Row] = []
    while index < bytes.count {
      let first = line
      let fields = try record()
      guard fields.count == names.count else {
        throw .rowLength(line: first, fields: fields.count, columns: names.count)
      }
      rows.append(Table.Row(header: header, line: first, fields: fields))
    }
    return Table(header: header, rows: rows)
  }

  /// The fields up to a line's end, and steps over that.
  private mutating func record() throws(DataProblem.Reason) -> [String] {
    var fields = [try field()]
    while index < bytes.count, bytes[index] == Self.comma {
      index += 1
      fields.append(try field())
    }
    if index < bytes.count, bytes[index] == Self.carriageReturn { index += 1 }
    if index < bytes.count {
      guard bytes[index] == Self.newline else { throw .lineEnding(line: line) }
      index += 1
      line += 1
    }
    return fields
  }

  private mutating func field() throws(DataProblem.Reason) -> String {
    guard index < bytes.count, bytes[index] == Self.quote else { return try plainField() }
    let opened = line
    index += 1
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == Self.newline { line += 1 }
      guard byte == Self.quote else {
        text.append(byte)
        continue
      }
      if index < bytes.count, bytes[index] == Self.quote {
        text.append(Self.quote)
        index += 1
        continue
      }
      guard index == bytes.count || isEnd(bytes[index]) else { throw .textBehindQuote(line: line) }
      return String(decoding: text, as: UTF8.self)
    }
    throw .openQuote(line: opened)
  }

  private mutating func plainField() throws(DataProblem.Reason) -> String {
    let start = index
    while index < bytes.count, !isEnd(bytes[index]) {
      if bytes[index] == Self.quote { throw .quoteInside(line: line) }
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == Self.comma || byte == Self.newline || byte == Self.carriageReturn
  }
}
