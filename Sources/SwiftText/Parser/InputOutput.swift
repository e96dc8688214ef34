// Standard input and output, as bytes. A request is the number of texts on a line; then, for each
// text, its length in bytes on a line, and its bytes.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

enum Input {
  static func all() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        return bytes
      }
    }
  }

  /// The texts of a request; nil when it is damaged.
  static func texts(in request: [UInt8]) -> [[UInt8]]? {
    var rest = request[...]
    guard let count = number(&rest) else { return nil }
    var texts: [[UInt8]] = []
    for _ in 0..<count {
      guard let length = number(&rest), length <= rest.count else { return nil }
      texts.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return rest.isEmpty ? texts : nil
  }

  /// Takes a line with a number off the front.
  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard let end = rest.prefix(20).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let digits = rest[rest.startIndex..<end]
    rest = rest[(end + 1)...]
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

enum Output {
  static func write(_ bytes: [UInt8]) { write(bytes, to: 1) }

  static func complain(_ message: String) { write(Array(message.utf8), to: 2) }

  private static func write(_ bytes: [UInt8], to file: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        #if canImport(Glibc)
          let count = Glibc.write(
            file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #elseif canImport(Musl)
          let count = Musl.write(
            file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #else
          let count = Darwin.write(
            file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #endif
        if count < 0 && errno != EINTR { exit(4) }
        rest = rest.dropFirst(max(0, count))
      }
    }
  }
}
