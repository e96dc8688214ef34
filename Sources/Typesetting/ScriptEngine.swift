// ScriptEngine: one JavaScript context. Runs only in the worker process and on one thread: the
// engine stops threads by signals, which interrupt whatever another part of Galley waits for.

/// A context with its own globals, and the only owner of the pointer to it.
struct ScriptEngine: ~Copyable {
  private let library: JavaScriptCore
  private let context: OpaquePointer  // never leaves this file

  /// What a script threw, or that the engine itself gave up.
  struct Failure: Error {
    var message: String
  }

  init(_ library: JavaScriptCore) throws {
    guard let context = library.createContext(nil) else {
      throw Failure(message: "JavaScriptCore made no context")
    }
    self.library = library
    self.context = context
  }

  deinit { library.releaseContext(context) }

  /// Runs a script and gives its last value, converted to a string as JavaScript does it.
  @discardableResult
  func evaluate(_ script: String) throws -> String {
    let source = try string(script)
    defer { library.releaseString(source) }
    var exception: OpaquePointer?
    guard let value = library.evaluate(context, source, nil, nil, 1, &exception) else {
      throw Failure(message: exception.flatMap { text(of: $0) } ?? "a script ended without a value")
    }
    return text(of: value) ?? ""
  }

  /// Makes a string known to scripts by a name, untouched by any quoting.
  func setGlobal(_ name: String, to text: String) throws {
    let key = try string(name)
    defer { library.releaseString(key) }
    let content = try string(text)
    defer { library.releaseString(content) }
    guard let object = library.globalObject(context),
      let value = library.valueFromString(context, content)
    else { throw Failure(message: "JavaScriptCore is out of memory") }
    var exception: OpaquePointer?
    library.setProperty(context, object, key, value, 0, &exception)
    if let exception { throw Failure(message: self.text(of: exception) ?? "no property was set") }
  }

  /// By length, not by a final zero, so that a zero in the text does no harm.
  private func string(_ text: String) throws -> OpaquePointer {
    let units = Array(text.utf16)
    let made = units.withUnsafeBufferPointer { buffer in
      // An empty array has no address; the engine wants one and reads nothing from it.
      library.stringFromUTF16(buffer.baseAddress ?? UnsafePointer(bitPattern: 2)!, buffer.count)
    }
    guard let made else { throw Failure(message: "JavaScriptCore is out of memory") }
    return made
  }

  private func text(of value: OpaquePointer) -> String? {
    var exception: OpaquePointer?
    guard let copy = library.stringFromValue(context, value, &exception) else { return nil }
    defer { library.releaseString(copy) }
    guard let units = library.stringUTF16(copy) else { return "" }
    let buffer = UnsafeBufferPointer(start: units, count: library.stringLength(copy))
    return String(decoding: buffer, as: UTF16.self)
  }
}
