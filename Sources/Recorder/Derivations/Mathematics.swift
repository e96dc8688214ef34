// Mathematics: the C library's functions and number formats, under names that essays cannot shadow.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum Mathematics {
  static func exp(_ x: Double) -> Double {
    #if canImport(Darwin)
      Darwin.exp(x)
    #else
      Glibc.exp(x)
    #endif
  }

  static func log(_ x: Double) -> Double {
    #if canImport(Darwin)
      Darwin.log(x)
    #else
      Glibc.log(x)
    #endif
  }

  static func log2(_ x: Double) -> Double {
    #if canImport(Darwin)
      Darwin.log2(x)
    #else
      Glibc.log2(x)
    #endif
  }

  /// Two digits, as a person would say how large an error is: `7.1e-16`.
  static func short(_ x: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 64)
    _ = withVaList([x]) { vsnprintf(&buffer, buffer.count, "%.2g", $0) }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// One decimal: `2.0`.
  static func tenths(_ x: Double) -> String { "\((x * 10).rounded() / 10)" }
}
