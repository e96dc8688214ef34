// EnclosureCalls: the functions that a program calls for a line that is enclosed. Galley writes the calls.

// swift-format-ignore-file: AlwaysUseLowerCamelCase

import GalleyRecordFormat

/// Decides a line of a derivation for every value of its variable, and sends what was found.
///
/// - Parameters:
///   - part: the derivation's place among the parts of the page.
///   - line: the line's number in it.
///   - rule: what the line says of the one above.
///   - body: is given the variable and what the two sides report to: `{ x, __galley_sides in … }`.
public func __galley_enclosure(
  _ part: Int, _ line: Int, _ rule: __GalleyRule, over range: ClosedRange<Double>,
  _ body: (__GalleyInterval, __GalleySides) throws -> Void
) rethrows {
  let enclosing = Enclosing(relation: rule.rule.relation, allowance: rule.rule.allowance)
  let result = try enclosing.result(over: range) { x in
    let sides = __GalleySides()
    try body(x, sides)
    return sides.both
  }
  Recording.send(
    .enclosed(
      EnclosedLine(part: part, step: line, boxes: result.boxes, verdict: result.verdict)))
}

/// What the two sides of a line that is enclosed report to.
public final class __GalleySides {
  var both: Enclosing.Sides = (0, 0)

  /// The line above.
  public func above(_ value: __GalleyInterval) { both.above = value }
  /// The line itself.
  public func here(_ value: __GalleyInterval) { both.here = value }
}
