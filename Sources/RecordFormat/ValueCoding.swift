// ValueCoding: recorded values as bytes. Each type is written and read in neighbouring lines, in the same order.

extension RecordedValue: ByteCoded {
  private enum Kind: UInt8, ByteCoded {
    case integer = 1
    case float, boolean, text, none, some, list, set, dictionary, tuple, object, enumCase, decimal,
      opaque, cut
  }

  func write(to bytes: inout ByteWriter) {
    switch self {
    case .integer(let digits, let type): bytes.put(Kind.integer, digits, type)
    case .float(let float): bytes.put(Kind.float, float)
    case .boolean(let flag): bytes.put(Kind.boolean, flag)
    case .text(let text): bytes.put(Kind.text, text)
    case .none: bytes.put(Kind.none)
    case .some(let value): bytes.put(Kind.some, value)
    case .list(let elements, let shown): bytes.put(Kind.list, elements, shown)
    case .set(let elements, let shown): bytes.put(Kind.set, elements, shown)
    case .dictionary(let pairs, let isOrdered, let shown):
      bytes.put(Kind.dictionary, pairs, isOrdered, shown)
    case .tuple(let parts): bytes.put(Kind.tuple, parts)
    case .object(let parts, let shown): bytes.put(Kind.object, parts, shown)
    case .enumCase(let name, let parts, let shown): bytes.put(Kind.enumCase, name, parts, shown)
    case .decimal(let text): bytes.put(Kind.decimal, text)
    case .opaque(let shown): bytes.put(Kind.opaque, shown)
    case .cut: bytes.put(Kind.cut)
    }
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self = try bytes.nested { (bytes) throws(UnreadableBytes) in
      switch try Kind(from: &bytes) {
      case .integer: .integer(try bytes.get(), type: try bytes.get())
      case .float: .float(try bytes.get())
      case .boolean: .boolean(try bytes.get())
      case .text: .text(try bytes.get())
      case .none: .none
      case .some: .some(try bytes.get())
      case .list: .list(try bytes.get(), try bytes.get())
      case .set: .set(try bytes.get(), try bytes.get())
      case .dictionary:
        .dictionary(try bytes.get(), isOrdered: try bytes.get(), try bytes.get())
      case .tuple: .tuple(try bytes.get())
      case .object: .object(try bytes.get(), try bytes.get())
      case .enumCase: .enumCase(try bytes.get(), try bytes.get(), try bytes.get())
      case .decimal: .decimal(try bytes.get())
      case .opaque: .opaque(try bytes.get())
      case .cut: .cut
      }
    }
  }
}

extension RecordedValue.TypeName: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    bytes.put(short, full)
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(short: try bytes.get(), full: try bytes.get())
  }
}

extension RecordedValue.Shown: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    bytes.put(type, printed, own, isUnread)
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      type: try bytes.get(), printed: try bytes.get(), own: try bytes.get(),
      isUnread: try bytes.get())
  }
}

extension RecordedValue.Part: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    bytes.put(label, value)
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(label: try bytes.get(), value: try bytes.get())
  }
}

extension RecordedValue.Pair: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    bytes.put(key, value)
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(key: try bytes.get(), value: try bytes.get())
  }
}

extension RecordedValue.Float: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    bytes.put(printed, isNegative, precision, leastExponent, magnitude, type)
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      printed: try bytes.get(), isNegative: try bytes.get(), precision: try bytes.get(),
      leastExponent: try bytes.get(), magnitude: try bytes.get(), type: try bytes.get())
  }
}

extension RecordedValue.Float.Magnitude: ByteCoded {
  private enum Kind: UInt8, ByteCoded {
    case finite = 1
    case infinite, notANumber
  }

  func write(to bytes: inout ByteWriter) {
    switch self {
    case .finite(let significand, let exponent): bytes.put(Kind.finite, significand, exponent)
    case .infinite: bytes.put(Kind.infinite)
    case .notANumber: bytes.put(Kind.notANumber)
    }
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    switch try Kind(from: &bytes) {
    case .finite: self = .finite(significand: try bytes.get(), exponent: try bytes.get())
    case .infinite: self = .infinite
    case .notANumber: self = .notANumber
    }
  }
}
