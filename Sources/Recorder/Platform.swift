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

  /// A number of the thread that is running.
  static var thread: UInt64 {
    #if canImport(Darwin)
      UInt64(UInt(bitPattern: pthread_self()))
    #else
      UInt64(pthread_self())
    #endif
  }

  /// A variable of C, which Swift 6 lets nobody read.
  static var standardOutput: UnsafeMutablePointer<FILE>? {
    #if canImport(Darwin)
      address("__stdoutp")?.load(as: UnsafeMutablePointer<FILE>?.self)
    #else
      address("stdout")?.load(as: UnsafeMutablePointer<FILE>?.self)
    #endif
  }

  private static func find<Function>(_ name: String, as type: Function.Type) -> Function? {
    address(name).map { unsafeBitCast($0, to: type) }
  }

  private static func address(_ name: String) -> UnsafeMutableRawPointer? {
    #if canImport(Darwin)
      let everywhere = UnsafeMutableRawPointer(bitPattern: -2)
    #else
      let everywhere: UnsafeMutableRawPointer? = nil
    #endif
    return dlsym(everywhere, name)
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
