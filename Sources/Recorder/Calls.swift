// Calls: the functions that Galley writes into programs. Programs import this module beside the author's, so all names
// that a plain import brings begin with `__galley_` or `__Galley`. Data and intervals are there for those who ask.

// swift-format-ignore-file: AlwaysUseLowerCamelCase

import GalleyRecordFormat

/// The first statement of every program: sets the limits and opens the record.
public func __galley_begin(_ image: UnsafeRawPointer) {
  Recording.begin()
  Output.begin()
  CrashReport.install(image: image)
  let isConfined = Confinement.apply()
  Recording.send(.started(isConfined: isConfined, rounding: RoundingDirection.apply()))
}

/// The last statement of every program. A program that ends without it ended early.
public func __galley_end() {
  Recording.end()
}

// MARK: - Values

/// A watched statement's value, recorded and handed on.
@discardableResult
public func __galley_value<Value>(_ watch: Int, _ value: Value) -> Value {
  Recording.value(watch, value)
  return value
}

/// A value that cannot be copied, and has a name: it is only looked at. Nothing is known of its parts.
@_disfavoredOverload
public func __galley_value<Value: ~Copyable>(_ watch: Int, _ value: borrowing Value) {
  Recording.opaque(watch, Value.self)
}

/// A value that cannot be kept, such as a span.
@_disfavoredOverload
public func __galley_value<Value: ~Copyable & ~Escapable>(_ watch: Int, _ value: borrowing Value) {
  Recording.opaque(watch, Value.self)
}

/// A value that cannot be copied, where somebody wants to have it. The last parameter is never given: it makes this
/// function the worse choice for a value with a name, which it would take away.
@_disfavoredOverload
@discardableResult
public func __galley_value<Value: ~Copyable>(
  _ watch: Int, _ value: consuming Value, _ unused: Void = ()
) -> Value {
  Recording.opaque(watch, Value.self)
  return value
}

/// A statement that does not come back. The compiler would say that this call is never reached.
public func __galley_value(_ watch: Int, _ value: @autoclosure () -> Never) -> Never { value() }

// MARK: - Errors

/// A statement that is claimed to throw: what it throws is recorded, or else what it returns, and the program goes on.
public func __galley_thrown<Value>(_ watch: Int, _ body: () throws -> Value) {
  do {
    let value = try body()
    Recording.value(watch + 1, value)
  } catch {
    Recording.value(watch, error)
  }
}

public func __galley_thrown<Value>(
  _ watch: Int, _ body: () async throws -> Value, isolation: isolated (any Actor)? = #isolation
) async {
  do {
    let value = try await body()
    Recording.value(watch + 1, value)
  } catch {
    Recording.value(watch, error)
  }
}

// MARK: - Output

/// A run of a statement begins whose output is claimed: notes how much the program has written by now.
public func __galley_mark(_ watch: Int) -> Int { Recording.beginRun(watch) }

/// The next statement of a group begins.
public func __galley_next(_ run: Int, _ watch: Int) -> Int {
  Recording.mark(watch, .next, run: run)
  return run
}

/// The last statement of a group came to its end.
public func __galley_end(_ run: Int, _ watch: Int) -> Int {
  Recording.mark(watch, .end, run: run)
  return run
}

/// An expression whose output is claimed. Arguments are evaluated from left to right, so the first of them notes
/// the beginning: `__galley_printed(__galley_mark(7), 7, expression)`.
@discardableResult
public func __galley_printed<Value>(_ run: Int, _ watch: Int, _ value: Value) -> Value {
  Recording.mark(watch, .end, run: run)
  return value
}

@_disfavoredOverload
public func __galley_printed<Value: ~Copyable>(
  _ run: Int, _ watch: Int, _ value: borrowing Value
) {
  Recording.mark(watch, .end, run: run)
}

@_disfavoredOverload
public func __galley_printed<Value: ~Copyable & ~Escapable>(
  _ run: Int, _ watch: Int, _ value: borrowing Value
) {
  Recording.mark(watch, .end, run: run)
}

@_disfavoredOverload
@discardableResult
public func __galley_printed<Value: ~Copyable>(
  _ run: Int, _ watch: Int, _ value: consuming Value, _ unused: Void = ()
) -> Value {
  Recording.mark(watch, .end, run: run)
  return value
}

public func __galley_printed(
  _ run: Int, _ watch: Int, _ value: @autoclosure () -> Never
) -> Never {
  value()
}

// MARK: - Pictures

/// The picture that a figure's or a sweep's fence ends with. The recorder knows no module for drawing,
/// so the program tells it the type, and where in it the texts are.
///
/// - Parameter texts: title, summary, SVG and table.
public func __galley_figure<Drawing>(
  _ part: Int, _ texts: [KeyPath<Drawing, String>], as type: Drawing.Type, _ figure: Drawing
) {
  let texts = texts.map { figure[keyPath: $0] }
  precondition(texts.count == 4, "a picture has four texts")
  Recording.picture(
    part, Picture(title: texts[0], summary: texts[1], svg: texts[2], table: texts[3]))
}

/// The values of a sweep's parameter, noted as the loop comes to them.
public func __galley_sweep<Value>(_ part: Int, _ values: [Value]) -> __GalleySweepValues<Value> {
  __GalleySweepValues(part: part, values: values)
}
