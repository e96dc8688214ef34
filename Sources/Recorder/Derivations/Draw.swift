// Draw: what a derivation asks for its inputs: `let P = draw.simplex(3)`.

import GalleyRecordFormat

/// The random inputs of one run of a derivation. Each is recorded with its place, so that it can be
/// named, repeated, and replaced by a simpler one.
public final class __GalleyDraw {
  private(set) var choices: [Choice] = []
  private var generator: DrawGenerator
  /// Values that are not to be drawn, by the order of the choices.
  private let kept: [Choice.Value?]
  /// Whether its inputs are told when the program stops.
  private let isRunning: Bool

  init(seed: UInt64, keeping kept: [Choice.Value?] = [], isRunning: Bool = false) {
    generator = DrawGenerator(seed: seed)
    self.kept = kept
    self.isRunning = isRunning
    if isRunning { RunningDraw.inputs?.pointee.removeAll() }
  }

  /// Which way a limit is approached.
  public enum Side: Sendable { case above, below }

  /// A number of the range, its ends included; ends, 0 and 1 come often.
  public func real(
    _ range: ClosedRange<Double>, line: Int = #line, column: Int = #column
  ) -> Double {
    requireRange(range)
    return numbers(.real(range), line, column)[0]
  }

  /// A positive number of the range, each power of ten as likely as the next.
  public func logUniform(
    _ range: ClosedRange<Double>, line: Int = #line, column: Int = #column
  ) -> Double {
    requireRange(range)
    Self.demand(range.lowerBound > 0, "draw.logUniform needs a range of positive numbers")
    return numbers(.logarithmic(range), line, column)[0]
  }

  /// `count` numbers of the range; equal entries come often.
  public func vector(
    _ count: Int, in range: ClosedRange<Double>, line: Int = #line, column: Int = #column
  ) -> [Double] {
    requireRange(range)
    Self.demand(count >= 0, "draw.vector needs a count that is not negative")
    return numbers(.vector(count: count, range), line, column)
  }

  /// `count` probabilities, uniform on the simplex. In its interior no entry is below 0.01/count;
  /// otherwise zeros, corners and very small entries come often.
  public func simplex(
    _ count: Int, interior: Bool = true, line: Int = #line, column: Int = #column
  ) -> [Double] {
    Self.demand(count >= 1, "draw.simplex needs at least one entry")
    return numbers(.simplex(count: count, isInterior: interior), line, column)
  }

  /// A whole number of the range; its ends come often.
  public func integer(
    _ range: ClosedRange<Int>, line: Int = #line, column: Int = #column
  ) -> Int {
    guard case .integer(let n) = choose(.integer(range), line, column) else { return 0 }
    return n
  }

  /// One of 0, 1, …, count - 1.
  public func label(_ count: Int, line: Int = #line, column: Int = #column) -> Int {
    Self.demand(count >= 1, "draw.label needs at least one label")
    return integer(0...count - 1, line: line, column: column)
  }

  /// True or false.
  public func boolean(line: Int = #line, column: Int = #column) -> Bool {
    choose(.boolean, line, column) == .boolean(true)
  }

  /// A seed for a generator of your own.
  public func seed(line: Int = #line, column: Int = #column) -> UInt64 {
    guard case .seed(let seed) = choose(.seed, line, column) else { return 0 }
    return seed
  }

  /// A parameter that goes to `limit`: its distance begins at `start` and is halved down to
  /// `nearest`. A line with `\to` is looked at along the whole sequence, others near its beginning.
  public func approaching(
    _ limit: Double, from side: Side = .above, start: Double = 1, nearest: Double = 0x1p-40,
    line: Int = #line, column: Int = #column
  ) -> Double {
    Self.demand(
      start > nearest && nearest > 0 && start.isFinite && limit.isFinite,
      "draw.approaching needs a finite limit and start > nearest > 0")
    let count = Progression.halvings(from: start, to: nearest) + 1
    return sequence(
      Progression(limit: limit, start: side == .above ? start : -start, count: count), line, column)
  }

  /// A parameter that grows without bound: it begins at `start` and is doubled up to `end`;
  /// a whole number is one more at every other stage, so that odd ones are among them.
  public func growing(
    from start: Double = 1, to end: Double = 0x1p40, line: Int = #line, column: Int = #column
  ) -> Double {
    Self.demand(
      end > start && start > 0 && end.isFinite, "draw.growing needs end > start > 0, both finite")
    let count = Progression.halvings(from: end, to: start) + 1
    return sequence(Progression(limit: nil, start: start, count: count), line, column)
  }

  /// Goes on only if the condition is true; otherwise the draw is discarded and counted as such.
  public func require(_ condition: Bool) throws {
    if !condition { throw DiscardedDraw() }
  }

  // MARK: - Choosing

  /// A `precondition` would not say its message, for the recorder is built with optimisation.
  private static func demand(_ condition: Bool, _ message: String) {
    if !condition { fatalError(message) }
  }

  private func requireRange(_ range: ClosedRange<Double>) {
    Self.demand(
      range.lowerBound.isFinite && range.upperBound.isFinite, "draw needs a range of finite numbers"
    )
    // A line that was tried at one point only would look as if it held everywhere.
    Self.demand(
      range.lowerBound < range.upperBound,
      "draw needs a range of more than one number; write that number itself")
  }

  private func numbers(_ kind: Choice.Kind, _ line: Int, _ column: Int) -> [Double] {
    guard case .numbers(let x) = choose(kind, line, column) else { return [] }
    return x
  }

  private func sequence(_ progression: Progression, _ line: Int, _ column: Int) -> Double {
    guard case .stage(let k) = choose(.sequence(progression), line, column) else { return .nan }
    return progression.value(at: k)
  }

  private func choose(_ kind: Choice.Kind, _ line: Int, _ column: Int) -> Choice.Value {
    let index = choices.count
    // Drawn even where it is not used, so that keeping one value changes no other.
    let drawn = kind.drawn(from: &generator)
    let fitted = index < kept.count ? kept[index].flatMap { kind.fitted($0) } : nil
    let value = fitted ?? drawn
    let choice = Choice(kind: kind, value: value, site: Site(line: line, column: column))
    choices.append(choice)
    if isRunning { RunningDraw.inputs?.pointee.append(choice.input) }
    return value
  }
}

/// The name that this module uses. In programs it could be an author's.
typealias Draw = __GalleyDraw

/// Thrown by `draw.require`.
struct DiscardedDraw: Error {}

extension Progression {
  /// How often `start` can be halved without falling below `end`.
  fileprivate static func halvings(from start: Double, to end: Double) -> Int {
    var count = 0
    var value = start / 2
    while value >= end {
      value /= 2
      count += 1
    }
    return count
  }
}
