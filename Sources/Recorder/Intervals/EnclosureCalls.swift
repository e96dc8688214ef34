// EnclosureCalls: the functions that a program calls for a line that is enclosed. Galley writes the calls.

/// Decides a line of a derivation for every value of its variable, and sends what was found.
///
/// - Parameters:
///   - part: the derivation's place among the parts of the page.
///   - line: the line's number in it.
///   - rule: what the line says of the one above, as `LineRule` reads it.
///   - body: calls ``__galley_side(_:_:)`` for the line above and then for the line.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __galley_enclosure(
  _ part: Int, _ line: Int, _ rule: String, over range: ClosedRange<Double>,
  _ body: (Interval) throws -> Void
) rethrows {
  guard let rule = LineRule(rule) else {
    preconditionFailure("Galley wrote a rule that it cannot read")
  }
  let enclosing = Enclosing(relation: rule.relation, allowance: rule.allowance)
  let result = try enclosing.result(over: range) { x in
    try body(x)
    return RunningEnclosure.sides
  }
  Recording.send(enclosing.event(of: result, part: part, line: line))
}

/// One side of the line that is being enclosed: 0 for the line above, 1 for the line.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __galley_side(_ number: Int, _ value: Interval) {
  if number == 0 {
    RunningEnclosure.sides.above = value
  } else {
    RunningEnclosure.sides.here = value
  }
}

enum RunningEnclosure {
  nonisolated(unsafe) static var sides: Enclosing.Sides = (0, 0)
}

extension Enclosing {
  /// The record's event for a line.
  func event(of result: Result, part: Int, line: Int) -> String {
    let (state, box, words): (String, Bounds?, String) =
      switch result.verdict {
      case .held(let measure): ("held", nil, self.words(measure))
      case .refuted(let box, let size):
        ("refuted", box, size == 0 ? "" : Self.short(size, .down))
      case .open(let box, let isDefined):
        (isDefined ? "open" : "undefined", box, "")
      }
    let ends = box.map { "\($0.lower)…\($0.upper)" } ?? ""
    return "{\"event\":\"enclosure\",\"part\":\(part),\"step\":\(line),\"state\":\"\(state)\","
      + "\"bound\":\(ValueEncoder.quote(words)),\"box\":\(ValueEncoder.quote(ends)),"
      + "\"boxes\":\(result.boxes)}"
  }

  /// What holds everywhere in the range.
  private func words(_ measure: Double) -> String {
    switch relation {
    case .atMost, .atLeast, .less, .greater:
      if measure > 0 { return "at least \(Self.short(measure, .down)) apart" }
      return measure == 0
        ? "never in the wrong order"
        : "at most \(Self.short(-measure, .up)) in the wrong order, within the tolerance"
    default:
      let size = Self.short(measure, .up)
      switch allowance {
      case .absolute: return "at most \(size) apart"
      case .ulps: return "at most \(size) ulp apart"
      case .standard, .relative: return "at most \(size) of the value apart"
      }
    }
  }

  /// Two digits that do not flatter.
  static func short(_ x: Double, _ direction: FloatingPointRoundingRule) -> String {
    var (text, near) = (Mathematics.short(x), x)
    while let written = Double(text), x.isFinite, direction == .up ? written < x : written > x {
      near *= direction == .up ? 1.01 : 0.99
      text = Mathematics.short(near)
    }
    return text
  }
}
