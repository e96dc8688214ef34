// Claims of an order among numbers, infinities included, each with the oracle's verdict.

import Claims
import Foundation
import GalleyRecordFormat

extension OracleDice {
  private func isInOrder(_ value: OracleNumber, _ sign: String, _ bound: OracleNumber) -> Bool {
    switch sign {
    case "<": value < bound
    case ">": bound < value
    case "<=", "≤": value <= bound
    case ">=", "≥": bound <= value
    default: !(value == bound)
    }
  }

  mutating func relation() -> OracleClaim {
    let decimals = number(0...17)
    let value = decimals < 3 ? Double(number(-9...9)) / 4 : double(3)
    let bound = shifted(String(format: "%.\(decimals)f", value))
    let sign = pick(["<", ">", "<=", ">=", "≤", "≥", "!=", "≠"])
    // A bound is the number that Swift reads there: 0.7 is no less than 0.7.
    let holds = isInOrder(OracleNumber(value), sign, OracleNumber(Double(bound) ?? .nan))
    return OracleClaim(
      sign + pick([" ", ""]) + bound, .double(value), holds, ofText: .unjudged)
  }

  mutating func range() -> OracleClaim {
    let value = Double(number(-99...99)) / 8
    let lower = shifted(String(format: "%.3f", value - Double(number(0...2)) / 8))
    let upper = shifted(String(format: "%.3f", value + Double(number(0...2)) / 8))
    let exact = OracleNumber(value)
    let (low, high) = (
      OracleNumber(Double(lower) ?? .nan), OracleNumber(Double(upper) ?? .nan)
    )
    guard low <= high else { return relation() }
    let dots = pick(["...", "..<"])
    let holds = low <= exact && (dots == "..." ? exact <= high : exact < high)
    let minus = { (text: String) in text.replacing("-", with: "−") }
    let text = chance(30) ? minus(lower) + dots + minus(upper) : lower + dots + upper
    return OracleClaim("in " + text, .double(value), holds, ofText: .unjudged)
  }

  /// Infinities and NaN hold for themselves, and in no order to finite numbers.
  mutating func special() -> OracleClaim {
    let value = pick([Double.infinity, -.infinity, .nan])
    switch number(0...4) {
    case 0: return OracleClaim(pick(["∞", "inf", "+∞"]), .double(value), value == .infinity)
    case 1: return OracleClaim(pick(["-∞", "−∞"]), .double(value), value == -.infinity)
    case 2: return OracleClaim(pick(["nan", "NaN"]), .double(value), value.isNaN)
    case 3:
      let sign = pick(["<", ">", "≤", "≥", "≠"])
      return OracleClaim("\(sign) \(number(-9...9))", .double(value), false, ofText: .unjudged)
    default:
      return OracleClaim("\(number(-9...9)).5 ± 1e300", .double(value), false)
    }
  }
}
