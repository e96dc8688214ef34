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

/// The picture that a figure's or a sweep's fence ends with. The recorder knows no module but its own,
/// so the program tells it the type, and where in it the texts are.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __galley_figure<Drawing>(
  _ part: Int, _ texts: [KeyPath<Drawing, String>], as type: Drawing.Type, _ figure: Drawing
) {
  Recording.figure(part, texts.map { figure[keyPath: $0] })
}

/// The values of a sweep's parameter, noted as the loop comes to them.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __galley_sweep<Value>(_ part: Int, _ values: [Value]) -> SweepValues<Value> {
  SweepValues(part: part, values: values)
}

/// The last statement of every program. A program that ends without it ended early.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __galley_end() {
  Recording.ended()
}
