// The one error of types that carry an invariant.

/// Why a value could not be made: which argument, which entry of it, and what is wrong.
public struct InvalidInput: Error, Hashable, Sendable, CustomStringConvertible {
  /// The argument's label, such as "energies".
  public let argument: String
  /// The entry's position, from 0; `nil` if the argument as a whole is wrong.
  public let index: Int?
  /// What is wrong, such as "is not finite".
  public let reason: String

  /// An error about an argument, or about its entry at a position from 0.
  public init(_ argument: String, at index: Int? = nil, _ reason: String) {
    self.argument = argument
    self.index = index
    self.reason = reason
  }

  /// Such as "energies[2] is not finite: nan".
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
}
