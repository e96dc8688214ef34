// Bytes: how the parts of an event are written one behind the other, and read back. No Foundation, for these
// files are compiled into programs.

/// A type whose values are parts of events. What `write` puts, `init` takes in the same order.
protocol ByteCoded {
  func write(to bytes: inout ByteWriter)
  init(from bytes: inout ByteReader) throws(UnreadableBytes)
}

/// Where bytes go. A program that a signal stopped has another place for them than one that may allocate.
protocol ByteSink {
  mutating func put(byte: UInt8)
}

extension ByteSink {
  /// Eight bytes, the least first.
  mutating func put(word: UInt64) {
    for shift in 0..<8 { put(byte: UInt8(truncatingIfNeeded: word >> UInt64(8 * shift))) }
  }

  /// Seven bits to a byte, the least first; the highest bit says that more follow. Small numbers, of
  /// either sign, are short.
  mutating func put(int: Int) {
    var rest = UInt64(bitPattern: Int64(int << 1 ^ int >> (Int.bitWidth - 1)))
    while rest > 0x7f {
      put(byte: UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    put(byte: UInt8(truncatingIfNeeded: rest))
  }
}

/// Writes into memory that grows.
struct ByteWriter: ByteSink {
  var bytes: [UInt8] = []

  mutating func put(byte: UInt8) { bytes.append(byte) }

  mutating func put<each Value: ByteCoded>(_ values: repeat each Value) {
    repeat (each values).write(to: &self)
  }
}

/// Why bytes are no event of this version.
public enum UnreadableBytes: Error, Hashable, Sendable {
  case endTooEarly
  /// A number stands where only others may.
  case unknown(UInt8)
  case numberTooLarge
  case notText
  case tooDeep
}

/// Reads what a ``ByteWriter`` wrote, in the same order.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private(set) var index: Int
  /// How many values lie around the one that is being read.
  private var depth = 0

  /// Deeper than any value that a program sends: damage must not use up the stack.
  private static let depthLimit = 100

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  var isAtEnd: Bool { index == bytes.endIndex }

  mutating func byte() throws(UnreadableBytes) -> UInt8 {
    guard index < bytes.endIndex else { throw .endTooEarly }
    defer { index += 1 }
    return bytes[index]
  }

  mutating func word() throws(UnreadableBytes) -> UInt64 {
    guard bytes.endIndex - index >= 8 else { throw .endTooEarly }
    defer { index += 8 }
    return bytes[index..<index + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func int() throws(UnreadableBytes) -> Int {
    var number: UInt64 = 0
    for shift in stride(from: 0 as UInt64, to: 64, by: 7) {
      let byte = try byte()
      guard shift < 63 || byte <= 1 else { throw .numberTooLarge }
      number |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: number >> 1 ^ (0 &- (number & 1)))) }
    }
    throw .numberTooLarge
  }

  /// A count of things that take a byte each at least, so that damage cannot ask for all memory.
  mutating func count() throws(UnreadableBytes) -> Int {
    let count = try int()
    guard count >= 0, count <= bytes.endIndex - index else { throw .endTooEarly }
    return count
  }

  mutating func slice(_ count: Int) -> ArraySlice<UInt8> {
    defer { index += count }
    return bytes[index..<index + count]
  }

  mutating func get<Value: ByteCoded>() throws(UnreadableBytes) -> Value {
    try Value(from: &self)
  }

  /// Reads a value that may hold others of its kind.
  mutating func nested<Value>(
    _ read: (inout ByteReader) throws(UnreadableBytes) -> Value
  ) throws(UnreadableBytes) -> Value {
    guard depth < Self.depthLimit else { throw .tooDeep }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }
}

extension Int: ByteCoded {
  func write(to bytes: inout ByteWriter) { bytes.put(int: self) }
  init(from bytes: inout ByteReader) throws(UnreadableBytes) { self = try bytes.int() }
}

extension UInt64: ByteCoded {
  func write(to bytes: inout ByteWriter) { bytes.put(word: self) }
  init(from bytes: inout ByteReader) throws(UnreadableBytes) { self = try bytes.word() }
}

extension Double: ByteCoded {
  func write(to bytes: inout ByteWriter) { bytes.put(word: bitPattern) }
  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(bitPattern: try bytes.word())
  }
}

extension Bool: ByteCoded {
  func write(to bytes: inout ByteWriter) { bytes.put(byte: self ? 1 : 0) }
  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    let byte = try bytes.byte()
    guard byte < 2 else { throw .unknown(byte) }
    self = byte == 1
  }
}

extension String: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    bytes.put(int: utf8.count)
    bytes.bytes += utf8
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    let text = bytes.slice(try bytes.count())
    guard let text = String(validating: text, as: UTF8.self) else { throw .notText }
    self = text
  }
}

/// A case without payload goes as its number.
extension ByteCoded where Self: RawRepresentable, RawValue == UInt8 {
  func write(to bytes: inout ByteWriter) { bytes.put(byte: rawValue) }
  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    let byte = try bytes.byte()
    guard let value = Self(rawValue: byte) else { throw .unknown(byte) }
    self = value
  }
}

extension Array: ByteCoded where Element: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    bytes.put(int: count)
    for element in self { element.write(to: &bytes) }
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self = []
    for _ in 0..<(try bytes.count()) { append(try Element(from: &bytes)) }
  }
}

extension Optional: ByteCoded where Wrapped: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    bytes.put(self != nil)
    if let self { self.write(to: &bytes) }
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self = try Bool(from: &bytes) ? try Wrapped(from: &bytes) : nil
  }
}
