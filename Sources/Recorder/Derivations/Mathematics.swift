// Mathematics: the C library's functions, under names that a function of intervals cannot shadow.

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
}
