// RoundingMode: the four ways in which IEEE 754 lets a processor round.

/// Where a result goes that lies between two floating-point numbers.
public enum RoundingMode: String, CaseIterable, Hashable, Sendable {
  /// To the nearer one, as everybody computes.
  case nearest
  case up
  case down
  /// To the one of lesser magnitude.
  case towardZero = "zero"

  /// The modes that nobody computes in, which show what depends on the usual one.
  static let others: [RoundingMode] = [.up, .down, .towardZero]

  /// As a message says it: "when results are rounded up".
  var words: String {
    switch self {
    case .nearest: "when results are rounded to nearest"
    case .up: "when results are rounded up"
    case .down: "when results are rounded down"
    case .towardZero: "when results are rounded toward zero"
    }
  }
}
