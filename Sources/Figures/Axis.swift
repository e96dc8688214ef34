// Axis: what a direction of a plot measures, and how.

/// What one direction of a plot shows, and how its values find their place.
///
/// Give a range wherever two pictures are to be compared, as in the frames of a sweep; without one the
/// axis fits itself to the data.
public struct Axis: Hashable, Sendable {
  /// How values become places.
  public enum Kind: Hashable, Sendable {
    /// Equal steps for equal differences.
    case linear
    /// Equal steps for equal ratios. Values must be positive.
    case logarithmic
    /// One place for each name. The values of lines and points count the places from 0.
    case categories([String])
  }

  /// The quantity and its unit. Knows `*T*`, `T_1` and `10^{-3}`.
  public var label: String
  /// How values become places.
  public var kind: Kind
  /// The values at the axis' two ends, or nil to fit the data.
  public var range: ClosedRange<Double>?
  /// The values with a tick, or nil for round numbers.
  public var ticks: [Double]?

  /// An axis with equal steps for equal differences.
  ///
  /// - Parameters:
  ///   - label: The quantity and its unit.
  ///   - range: The values at the two ends; without it the axis fits the data.
  ///   - ticks: The values with a tick; without it round numbers.
  public static func linear(
    _ label: String, _ range: ClosedRange<Double>? = nil, ticks: [Double]? = nil
  ) -> Axis {
    Axis(label: label, kind: .linear, range: range, ticks: ticks)
  }

  /// An axis with equal steps for equal ratios; a value of 0 or less stops the program.
  ///
  /// - Parameters:
  ///   - label: The quantity and its unit.
  ///   - range: The values at the two ends; without it the axis fits the data.
  ///   - ticks: The values with a tick; without it powers of ten.
  public static func logarithmic(
    _ label: String, _ range: ClosedRange<Double>? = nil, ticks: [Double]? = nil
  ) -> Axis {
    Axis(label: label, kind: .logarithmic, range: range, ticks: ticks)
  }

  /// An axis with one place for each name: from left to right, or from the top down.
  public static func categories(_ label: String, _ names: [String]) -> Axis {
    Axis(label: label, kind: .categories(names), range: nil, ticks: nil)
  }

  /// The names of the places, if the axis has places.
  var names: [String]? {
    if case .categories(let names) = kind { names } else { nil }
  }
}
