// Callbacks: the functions that the compiler's playground transform calls, looked up by these names.
// They must live outside the program that they watch, or they would be instrumented themselves.

/// Called after an expression statement, a binding or an assignment, with its value.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __builtin_log_with_id<Value>(
  _ value: Value, _ name: String, _ id: Int,
  _ startLine: Int, _ endLine: Int, _ startColumn: Int, _ endColumn: Int,
  _ module: Int, _ file: Int
) -> AnyObject? {
  Recording.passed(line: startLine, column: startColumn)
  Recording.value(value, line: startLine, column: startColumn)
  return nil
}

/// Called after each `print` and `debugPrint` that is a statement. The print hook has told already.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __builtin_postPrint(
  _ startLine: Int, _ endLine: Int, _ startColumn: Int, _ endColumn: Int,
  _ module: Int, _ file: Int
) -> AnyObject? {
  Recording.passed(line: startLine, column: startColumn)
  return nil
}

/// Called with what the functions above return; everything was sent by then.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __builtin_send_data(_ object: AnyObject?) {}

/// The first statement of every program: sets the limits and opens the record.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __galley_begin(_ image: UnsafeRawPointer) {
  Recording.begin()
  CrashReport.install(image: image)
  Recording.started(Confinement.apply(), rounding: RoundingDirection.apply())
}

/// A claim in prose: the value that the sentence states, by the claim's number in the program.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __galley_prose<Value>(_ claim: Int, _ value: Value) {
  Recording.prose(claim, value)
}

/// The last statement of every program. A program that ends without it ended early.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __galley_end() {
  Recording.ended()
}
