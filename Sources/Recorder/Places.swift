// Places: what a statement without a value changed. `list.sort()` has none; the list is told behind it.

// swift-format-ignore-file: AlwaysUseLowerCamelCase

import GalleyRecordFormat

/// A statement that has no value: an empty tuple is recorded.
public func __galley_value(_ watch: Int, _ value: Void) {
  Recording.value(watch, value)
}

/// What a watched call was made on, read again behind it; a watch of its own.
public func __galley_place<Value>(_ watch: Int, _ place: Value) {
  Recording.value(watch, place)
}

/// A place that cannot be copied or kept tells nothing.
@_disfavoredOverload
public func __galley_place<Value: ~Copyable & ~Escapable>(_ watch: Int, _ place: borrowing Value) {}
