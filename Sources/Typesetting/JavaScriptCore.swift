// JavaScriptCore: Apple's C interface to the engine, opened when it is first needed so that Galley
// itself builds, starts and checks claims on a machine without it.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The functions of the C interface that Galley calls. The library stays open for good: its threads
/// would not survive its going.
struct JavaScriptCore {
  typealias Pointer = OpaquePointer
  typealias Exception = UnsafeMutablePointer<OpaquePointer?>

  let createContext: @convention(c) (Pointer?) -> Pointer?
  let releaseContext: @convention(c) (Pointer) -> Void
  let globalObject: @convention(c) (Pointer) -> Pointer?
  let evaluate: @convention(c) (Pointer, Pointer, Pointer?, Pointer?, CInt, Exception) -> Pointer?
  let setProperty:
    @convention(c) (Pointer, Pointer, Pointer, Pointer, CUnsignedInt, Exception) ->
      Void
  let stringFromUTF16: @convention(c) (UnsafePointer<UInt16>, Int) -> Pointer?
  let releaseString: @convention(c) (Pointer) -> Void
  let stringLength: @convention(c) (Pointer) -> Int
  let stringUTF16: @convention(c) (Pointer) -> UnsafePointer<UInt16>?
  let valueFromString: @convention(c) (Pointer, Pointer) -> Pointer?
  let stringFromValue: @convention(c) (Pointer, Pointer, Exception) -> Pointer?

  /// On macOS the loader finds the framework in the system's cache, though there is no such file.
  static let libraries: [String] = {
    #if canImport(Darwin)
      ["/System/Library/Frameworks/JavaScriptCore.framework/JavaScriptCore"]
    #else
      // From the one Debian 12 recommends to older ones; all have the same C interface.
      [
        "libjavascriptcoregtk-4.1.so.0", "libjavascriptcoregtk-6.0.so.1",
        "libjavascriptcoregtk-4.0.so.18",
      ]
    #endif
  }()

  static func open(_ libraries: [String] = libraries) throws -> JavaScriptCore {
    for library in libraries {
      if let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL) {
        return try JavaScriptCore(handle, of: library)
      }
    }
    throw MissingPart(.javaScriptCore, places: libraries)
  }

  private init(_ handle: UnsafeMutableRawPointer, of library: String) throws {
    func symbol<Function>(_ name: String, _ type: Function.Type = Function.self) throws -> Function
    {
      guard let address = dlsym(handle, name) else {
        throw MissingPart(.javaScriptCore, places: ["\(name) in \(library)"])
      }
      return unsafeBitCast(address, to: type)
    }
    createContext = try symbol("JSGlobalContextCreate")
    releaseContext = try symbol("JSGlobalContextRelease")
    globalObject = try symbol("JSContextGetGlobalObject")
    evaluate = try symbol("JSEvaluateScript")
    setProperty = try symbol("JSObjectSetProperty")
    stringFromUTF16 = try symbol("JSStringCreateWithCharacters")
    releaseString = try symbol("JSStringRelease")
    stringLength = try symbol("JSStringGetLength")
    stringUTF16 = try symbol("JSStringGetCharactersPtr")
    valueFromString = try symbol("JSValueMakeString")
    stringFromValue = try symbol("JSValueToStringCopy")
  }
}
