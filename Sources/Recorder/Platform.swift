// Platform: the few C functions that Swift cannot import, found by name at run time.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum Platform {
  typealias Backtrace =
    @convention(c) (UnsafeMutablePointer<UnsafeMutableRawPointer?>, Int32) -> Int32
  typealias AddressInfo = @convention(c) (UnsafeRawPointer, UnsafeMutableRawPointer) -> Int32
  typealias ProcessControl = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
  typealias SetThrowHandler =
    @convention(c) (@convention(c) (UnsafeRawPointer?) -> Void) -> Void

  /// glibc declares `backtrace` in a header that Swift's Glibc module leaves out.
  static let backtrace = find("backtrace", as: Backtrace.self)
  /// glibc declares `dladdr` only for GNU sources.
  static let addressInfo = find("dladdr", as: AddressInfo.self)
  /// Variadic in C, which Swift cannot call; with five words the two conventions agree on Linux.
  static let processControl = find("prctl", as: ProcessControl.self)
  /// The Swift runtime's hook for every thrown error; absent on older runtimes.
  static let setThrowHandler = find("_swift_setWillThrowHandler", as: SetThrowHandler.self)

  private static func find<Function>(_ name: String, as type: Function.Type) -> Function? {
    #if canImport(Darwin)
      let everywhere = UnsafeMutableRawPointer(bitPattern: -2)
    #else
      let everywhere: UnsafeMutableRawPointer? = nil
    #endif
    return dlsym(everywhere, name).map { unsafeBitCast($0, to: type) }
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
