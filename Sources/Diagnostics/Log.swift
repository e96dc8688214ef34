// Log: the diagnostics that a stage found, which travel together with its value.

/// A value and what was found while it was made.
package struct Diagnosed<Value> {
  package var value: Value
  package var log: Log

  package init(_ value: Value, _ log: Log = Log()) {
    self.value = value
    self.log = log
  }
}

extension Diagnosed: Sendable where Value: Sendable {}

/// Diagnostics in the order in which they were found.
package struct Log: Hashable, Sendable {
  package private(set) var diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  package mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  package mutating func add(contentsOf other: Log) { diagnostics += other.diagnostics }

  /// Keeps the log of a stage and hands on its value.
  package mutating func taking<Value>(_ diagnosed: Diagnosed<Value>) -> Value {
    add(contentsOf: diagnosed.log)
    return diagnosed.value
  }

  /// The same diagnostics by path, then place, so that parallel stages print alike every time.
  package func sorted() -> Log {
    let ordered = diagnostics.enumerated().sorted { left, right in
      let (a, b) = (left.element.span, right.element.span)
      let keyA = (a?.path ?? "", a?.range.lowerBound ?? -1, left.offset)
      let keyB = (b?.path ?? "", b?.range.lowerBound ?? -1, right.offset)
      return keyA < keyB
    }
    return Log(ordered.map(\.element))
  }
}
