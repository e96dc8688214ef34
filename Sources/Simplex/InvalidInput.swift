// The one error of types that carry an invariant.

/// Why a value could not be made: which argument, which entry of it, and what is wrong.
///
/// - Shape, units and source: three fields, without unit; this library.
/// - Edge cases: only the first thing that is wrong is told.
public struct InvalidInput: Error, Hashable, Sendable, CustomStringConvertible {
  /// The argument's label, such as "energies", or with a row's position, such as "features[3]".
  ///
  /// - Shape, units and source: text, without unit; this library.
  /// - Edge cases: where an argument has no label, what it holds: "probabilities".
  public let argument: String
  /// The entry's position, from 0.
  ///
  /// - Shape, units and source: a position, without unit; this library.
  /// - Edge cases: `nil` if the argument as a whole is wrong; the column, if `argument` names a row.
  public let index: Int?
  /// What is wrong, such as "is not finite: nan".
  ///
  /// - Shape, units and source: text that goes on from the argument's name, without unit; this library.
  /// - Edge cases: never empty where this library makes it.
  public let reason: String

  /// An error about an argument, or about its entry at a position from 0.
  ///
  /// - Shape, units and source: a field for each argument, without unit; this library.
  /// - Edge cases: nothing is checked.
  public init(_ argument: String, at index: Int? = nil, _ reason: String) {
    self.argument = argument
    self.index = index
    self.reason = reason
  }

  /// Such as "energies[2] is not finite: nan".
  ///
  /// - Shape, units and source: one line, without unit; this library.
  /// - Edge cases: without an index, "energies is empty".
  public var description: String {
    index.map { "\(argument)[\($0)] \(reason)" } ?? "\(argument) \(reason)"
  }

  /// Refuses the first entry that does not fit.
  static func check(
    _ argument: String, _ values: [Double], _ reason: String, where fits: (Double) -> Bool
  ) throws(InvalidInput) {
    for (index, value) in values.enumerated() where !fits(value) {
      throw InvalidInput(argument, at: index, "\(reason): \(value)")
    }
  }

  /// An argument that has not one entry for each of something, such as "has 1 entry for 2 rows".
  static func mismatch(
    _ argument: String, _ count: Int, for expected: Int, _ noun: String
  ) -> InvalidInput {
    InvalidInput(argument, "has \(counted(count, "entry")) for \(counted(expected, noun))")
  }

  /// Such as "1 entry" and "3 entries".
  static func counted(_ count: Int, _ noun: String) -> String {
    if count == 1 { return "1 \(noun)" }
    return "\(count) " + (noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s")
  }
}
