// DerivationCalls: the functions that a program calls for a derivation. Galley writes the calls.

// swift-format-ignore-file: AlwaysUseLowerCamelCase

import GalleyRecordFormat

/// Runs a derivation once for each draw, and sends what became of each of its lines.
///
/// - Parameters:
///   - part: the derivation's place among the parts of the page.
///   - seed: a text that tells this derivation from all others.
///   - only: the one draw to run, when its author wants to see it again.
///   - rules: what each line says of the line above.
///   - body: is given the draw and what its lines report to: `{ draw, __galley_lines in … }`.
public func __galley_derivation(
  _ part: Int, seed: String, draws: Int, only: Int?, _ rules: [__GalleyRule],
  _ body: (__GalleyDraw, __GalleyLines) throws -> Void
) {
  withoutActuallyEscaping(body) { body in
    var sampling = Sampling(part: part, seed: seed, rules: rules.map(\.rule), body: body)
    sampling.runAll(only.map { $0...$0 } ?? 1...draws)
  }
}

/// What the lines of a derivation report to.
public final class __GalleyLines {
  var values: [SampledValue?]

  init(count: Int) { values = Array(repeating: nil, count: count) }

  /// The value of a line, by the line's number.
  public func step<Value>(_ line: Int, _ value: Value) { values[line] = SampledValue.of(value) }
}

/// What a line says of the line above, in words that a program needs no other module for.
public struct __GalleyRule {
  let rule: LineRule

  public enum Relation: UInt8, CaseIterable {
    case start
    case equal, atMost, atLeast, less, greater, proportional, tends, constant, minimiser, maximiser
  }

  public enum Allowance {
    case standard
    case absolute(Double)
    case relative(Double)
    case ulps(Double)
  }

  /// - Parameter region: where the rule's variable is drawn: the line and column of its first character, and those
  ///   behind its last.
  public init(
    _ relation: Relation, _ allowance: Allowance = .standard, _ region: (Int, Int, Int, Int)? = nil
  ) {
    guard let relation = LineRule.Relation(rawValue: relation.rawValue) else {
      preconditionFailure("the two enumerations have the same cases")
    }
    let allowed: LineRule.Allowance =
      switch allowance {
      case .standard: .standard
      case .absolute(let size): .absolute(size)
      case .relative(let size): .relative(size)
      case .ulps(let size): .ulps(size)
      }
    rule = LineRule(
      relation, allowed,
      region.map {
        .init(start: Site(line: $0.0, column: $0.1), end: Site(line: $0.2, column: $0.3))
      })
  }
}

/// The draw that is being run, for a program that stops in the middle of it.
enum RunningDraw {
  nonisolated(unsafe) static var part = -1
  nonisolated(unsafe) static var number = 0
  nonisolated(unsafe) static var isRunning = false
  /// Behind a pointer, since a signal's handler may look while it is written.
  nonisolated(unsafe) private(set) static var inputs: UnsafeMutablePointer<DrawnInputs>?

  /// Takes the memory that a handler needs.
  static func prepare() {
    guard inputs == nil else { return }
    inputs = .allocate(capacity: 1)
    inputs?.initialize(to: DrawnInputs(capacity: 128 << 10))
  }
}
