// Scale: an axis with its ends decided, which gives values their places on the sheet.

struct Scale: Hashable, Sendable {
  var kind: Axis.Kind
  /// The values at the ends; for categories, half a place outside the first and the last.
  var lower: Double
  var upper: Double
  /// Where the ends lie on the sheet.
  var start: Double
  var end: Double

  /// The place of a value, which may lie outside; nil if it has none.
  func place(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    switch kind {
    case .linear, .categories:
      return start + (value - lower) / (upper - lower) * (end - start)
    case .logarithmic:
      guard value > 0 else { return nil }
      let low = log10(lower)
      return start + (log10(value) - low) / (log10(upper) - low) * (end - start)
    }
  }

  func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

  /// Where bars and areas stand: at 0, or at the end that is nearest to it.
  var base: Double { kind == .logarithmic ? lower : min(max(0, lower), upper) }

  /// The value itself, or the nearest one that the axis reaches.
  func clamped(_ value: Double) -> Double { min(max(value, lower), upper) }
}

extension Axis {
  /// The ends of the axis over `values`.
  ///
  /// - Parameters:
  ///   - values: The data's coordinates along this axis, checked for a logarithmic axis.
  ///   - widened: Whether an automatic end moves out to the next tick.
  ///   - ticks: About how many ticks there is room for.
  func ends(over values: [Double], widened: Bool, ticks count: Int) throws(Fault)
    -> (lower: Double, upper: Double)
  {
    if case .categories(let names) = kind {
      if names.isEmpty { throw Fault("\(said) has no categories") }
      return (-0.5, Double(names.count) - 0.5)
    }
    if let range {
      guard range.lowerBound.isFinite, range.upperBound.isFinite,
        (range.upperBound - range.lowerBound).isFinite, range.lowerBound < range.upperBound
      else { throw Fault("\(said) needs two finite, different ends") }
      if kind == .logarithmic, range.lowerBound <= 0 {
        throw Fault("\(said) is logarithmic and cannot begin at \(shortNumber(range.lowerBound))")
      }
      return (range.lowerBound, range.upperBound)
    }
    let finite = values.filter(\.isFinite)
    guard var lower = finite.min(), var upper = finite.max() else {
      throw Fault("\(said) has no finite value to fit itself to; give it a range")
    }
    if kind == .logarithmic {
      if lower == upper {
        lower /= 10
        upper *= 10
      }
      if widened {
        lower = powerOfTen(Int(log10(lower).rounded(.down)))
        upper = powerOfTen(Int(log10(upper).rounded(.up)))
      }
    } else {
      if lower == upper {
        let room = lower == 0 ? 1 : lower.magnitude / 10
        lower -= room
        upper += room
      }
      if widened {
        let step = Ticks.step(over: upper - lower, count: count)
        lower = (lower / step.size + 1e-9).rounded(.down) * step.size
        upper = (upper / step.size - 1e-9).rounded(.up) * step.size
      }
    }
    guard lower > -.infinity, upper < .infinity, (upper - lower).isFinite, lower < upper,
      kind != .logarithmic || lower > 0
    else { throw Fault("\(said) cannot span its data; give it a range") }
    return (lower, upper)
  }

  /// The axis in a message.
  var said: String { label.isEmpty ? "an axis without a label" : "the axis ‘\(label)’" }
}
