// Claims of numbers that nearly hold or nearly do not, each with the oracle's verdict.

import Claims
import Foundation
import GalleyRecordFormat

/// A claim with its value, decided without Galley.
struct OracleClaim {
  var text: String
  var value: RecordedValue
  var verdict: Verdict
  /// What the same claim is of a text.
  var ofText = Verdict.refuted

  init(_ text: String, _ value: RecordedValue, _ verdict: Verdict, ofText: Verdict = .refuted) {
    self.text = text
    self.value = value
    self.verdict = verdict
    self.ofText = ofText
  }

  init(_ text: String, _ value: RecordedValue, _ holds: Bool, ofText: Verdict = .refuted) {
    self.init(text, value, holds ? .held : .refuted, ofText: ofText)
  }
}

extension OracleDice {
  /// A double that lies at a tie of `decimals`, beside one, or anywhere.
  mutating func double(_ decimals: Int) -> Double {
    if chance(5) { return pick([0.0, -0.0, 1, -1]) }
    let size = pow(10, Double(number(-3...7)))
    var value = Double(number(1...999_999)) / 1_000_000 * size
    if chance(3) { value /= 1e9 }
    if chance(60) {
      let scale = pow(10, Double(decimals))
      value = ((value * scale).rounded(.down) + 0.5) / scale
      value = pick([value, value.nextUp, value.nextDown])
    }
    return chance(40) ? -value : value
  }

  /// `text` with its last digit changed by at most one, in two of three cases.
  mutating func shifted(_ text: String) -> String {
    guard let last = text.last?.wholeNumberValue else { return text }
    let next = last + pick([-1, 0, 1])
    return (0...9).contains(next) ? text.dropLast() + String(next) : text
  }

  mutating func number() -> OracleClaim {
    switch number(0...13) {
    case 0...2: return digits()
    case 3: return power()
    case 4: return percentage()
    case 5: return ellipsis()
    case 6: return hexadecimal()
    case 7: return absolute()
    case 8: return relative()
    case 9: return ulps()
    case 10: return relation()
    case 11: return range()
    case 12: return integer()
    default: return special()
    }
  }

  /// The digits as somebody may have written them.
  private mutating func dressed(_ text: String) -> String {
    var text = text
    if text.hasPrefix("-"), chance(30) { text = "−" + text.dropFirst() }
    if text.first?.isNumber == true, chance(10) { text = "+" + text }
    if chance(20), let zero = text.firstIndex(of: "0"), text[..<zero].allSatisfy({ !$0.isNumber }),
      text[zero...].dropFirst().first == "."
    {
      text.remove(at: zero)
    }
    if chance(20), let point = text.firstIndex(of: "."),
      let thousand = text.index(point, offsetBy: -3, limitedBy: text.startIndex),
      thousand > text.startIndex, text[text.index(before: thousand)].isNumber
    {
      text.insert("_", at: thousand)
    }
    return text
  }

  private func half(_ exponent: Int) -> OracleNumber { OracleNumber("5", exponent: exponent - 1) }

  private mutating func digits() -> OracleClaim {
    let decimals = number(1...9)
    let value = double(decimals)
    var plain = shifted(String(format: "%.\(decimals)f", value))
    if OracleNumber(plain).isZero, chance(30) {
      plain = plain.hasPrefix("-") ? "+" + plain.dropFirst() : "-" + plain
    }
    let written = OracleNumber(plain)
    let text = dressed(plain)
    var holds = (OracleNumber(value) - written).magnitude <= half(-decimals)
    if written.isZero, "+-−".contains(text.first!) {
      holds = holds && (value.sign == .minus) == (text.first != "+")
      if decimals == 1, text.first != "+" { holds = value.isZero && value.sign == .minus }
    }
    return OracleClaim(text, .double(value), holds)
  }

  private mutating func power() -> OracleClaim {
    let decimals = number(0...6)
    let value = double(decimals) + 1
    let parts = shifted(
      String(format: "%.\(decimals)e", value).split(separator: "e")[0].description)
    // A zero with a power of ten is no claim.
    if OracleNumber(parts).isZero { return integer() }
    let exponent = Int(String(format: "%.\(decimals)e", value).split(separator: "e")[1])!
    let raised = String(exponent).map { character in
      let plain: [Character] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "-"]
      let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁻"]
      return raised[plain.firstIndex(of: character)!]
    }
    let text = pick([
      "\(parts)e\(exponent)", "\(parts)E\(exponent)", "\(parts)×10\(String(raised))",
      "\(parts) × 10^\(exponent)",
    ])
    let difference = OracleNumber(value) - OracleNumber(parts, exponent: exponent)
    return OracleClaim(text, .double(value), difference.magnitude <= half(exponent - decimals))
  }

  private mutating func percentage() -> OracleClaim {
    let decimals = number(0...5)
    let value = double(decimals + 2)
    let plain = shifted(String(format: "%.\(decimals)f", value * 100))
    var holds =
      (OracleNumber(value) - OracleNumber(plain, exponent: -2)).magnitude <= half(-decimals - 2)
    if plain.hasPrefix("-"), OracleNumber(plain).isZero { holds = holds && value.sign == .minus }
    return OracleClaim(plain + pick(["%", " %"]), .double(value), holds)
  }

  private mutating func ellipsis() -> OracleClaim {
    let decimals = number(1...9)
    var value = double(decimals)
    if value.isZero { value = 0.25 }
    // Digits that are cut off, from digits that are all there.
    let all = String(format: "%.140f", value)
    let plain = shifted(String(all.dropLast(140 - decimals)))
    let excess = OracleNumber(value).magnitude - OracleNumber(plain).magnitude
    let holds =
      OracleNumber("0") <= excess && excess < OracleNumber("1", exponent: -decimals)
      && plain.hasPrefix("-") == (value < 0)
    return OracleClaim(plain + pick(["…", "..."]), .double(value), holds)
  }

  private mutating func hexadecimal() -> OracleClaim {
    if chance(50) {
      let value = number(0...100_000)
      let other = value + pick([-1, 0, 0, 1])
      let (prefix, radix) = pick([("0x", 16), ("0b", 2), ("0o", 8)])
      let digits = String(abs(other), radix: radix, uppercase: chance(50))
      return OracleClaim((other < 0 ? "-" : "") + prefix + digits, .int(value), value == other)
    }
    let value = double(3)
    let other = pick([value, value, value.nextUp, value.nextDown])
    return OracleClaim(String(format: "%a", other), .double(value), value == other)
  }

  private mutating func absolute() -> OracleClaim {
    let value = double(3)
    let size = shifted(String(format: "%.4f", Double(number(1...99_999)) / 10_000))
    let edge = value + pick([-1, 1]) * Double(size)!
    let written = shifted(String(format: "%.\(pick([3, 4, 9, 17]))f", edge))
    let holds = (OracleNumber(value) - OracleNumber(written)).magnitude <= OracleNumber(size)
    return OracleClaim(written + pick([" ± ", "±", " +- "]) + size, .double(value), holds)
  }

  private mutating func relative() -> OracleClaim {
    let value = double(3)
    let size = String(format: "%.2f", Double(number(0...999)) / 100)
    let isPoints = chance(50)
    let edge =
      isPoints
      ? 100 * value + Double(size)! : value / (1 + pick([-1, 1]) * Double(size)! / 100)
    let written = shifted(String(format: "%.\(number(1...12))f", edge))
    let difference: OracleNumber
    let allowed: OracleNumber
    if isPoints {
      difference = OracleNumber(value) - OracleNumber(written, exponent: -2)
      allowed = OracleNumber(size, exponent: -2)
    } else {
      difference = OracleNumber(value) - OracleNumber(written)
      allowed = OracleNumber(size, exponent: -2) * OracleNumber(written).magnitude
    }
    let text = written + (isPoints ? "%" : "") + " ± " + size + "%"
    return OracleClaim(text, .double(value), difference.magnitude <= allowed)
  }

  private mutating func ulps() -> OracleClaim {
    let written = String(
      format: "%.3f", Double(number(1_100...1_900)) / 1_000 * pick([1, 2, 4, -8]))
    let near = Double(written)!
    let count = number(0...4)
    var value = near
    for _ in 0..<number(0...5) { value = chance(50) ? value.nextUp : value.nextDown }
    let allowed = OracleNumber(String(count)) * OracleNumber(near.ulp)
    let holds = (OracleNumber(value) - OracleNumber(written)).magnitude <= allowed
    return OracleClaim(
      "\(written) ± \(count) \(pick(["ulp", "ulps"]))", .double(value), holds, ofText: .unjudged)
  }

  private mutating func integer() -> OracleClaim {
    let value = number(-3_000...3_000)
    let other = value + pick([-1, 0, 0, 1])
    if chance(20) {
      let number = Double(value) + pick([0, 0.5])
      return OracleClaim("\(other)", .double(number), number == Double(other))
    }
    let decimal = "\(value).\(number(0...9))"
    if chance(30) {
      return OracleClaim(
        "\(other)", .decimal(decimal), OracleNumber(decimal) == OracleNumber("\(other)"))
    }
    return OracleClaim("\(other)", .int(value), other == value)
  }
}
