// Numeral: decimal digits of a number, rounded and written without locale or C library.

/// The shortest decimal digits that stand for a finite number: 0.d₁d₂d₃… × 10^exponent.
struct Numeral: Equatable {
  var isNegative: Bool
  var digits: [Int]
  var exponent: Int

  init(_ value: Double) {
    precondition(value.isFinite)
    isNegative = value < 0
    digits = []
    exponent = 0
    var afterPoint = false
    let parts = value.magnitude.description.split(separator: "e")
    for character in parts[0] {
      guard let digit = character.wholeNumberValue else {
        afterPoint = true
        continue
      }
      digits.append(digit)
      if !afterPoint { exponent += 1 }
    }
    if parts.count == 2 { exponent += Int(parts[1]) ?? 0 }
    tidy()
  }

  /// No zeros in front or behind; zero has no digits at all.
  private mutating func tidy() {
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent = digits.isEmpty ? 0 : exponent - zeros
    if digits.isEmpty { isNegative = false }
  }

  /// Rounded to `count` digits, halves away from zero.
  mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return tidy()
    }
    let roundsUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if roundsUp {
      digits.insert(0, at: 0)
      exponent += 1
      var place = digits.count - 1
      while digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      digits[place] += 1
    }
    tidy()
  }

  /// `12.50` with `decimals` = 2, under a true minus sign.
  func fixed(decimals: Int) -> String {
    var rounded = self
    rounded.round(toDigits: exponent + decimals)
    func digit(_ place: Int) -> String {
      rounded.digits.indices.contains(place) ? String(rounded.digits[place]) : "0"
    }
    var text = rounded.isNegative ? "−" : ""
    text += rounded.exponent > 0 ? (0..<rounded.exponent).map(digit).joined() : "0"
    if decimals > 0 {
      text += "." + (0..<decimals).map { digit(rounded.exponent + $0) }.joined()
    }
    return text
  }

  /// At most `significant` digits, but every digit in front of the point; `1.5 × 10^{−7}` in label
  /// markup where zeros would have to be counted.
  func short(significant: Int) -> String {
    if digits.isEmpty { return "0" }
    var rounded = self
    rounded.round(toDigits: max(significant, exponent))
    guard (-3...7).contains(rounded.exponent) else {
      rounded = self
      rounded.round(toDigits: significant)
      let power = rounded.exponent - 1
      rounded.exponent = 1
      let front = rounded.fixed(decimals: rounded.digits.count - 1)
      return "\(front) × 10^{\(power < 0 ? "−" : "")\(power.magnitude)}"
    }
    return rounded.fixed(decimals: max(0, rounded.digits.count - rounded.exponent))
  }
}

/// A number for a table's cell or a message: at most four digits that matter, NaN and ∞ by name.
func shortNumber(_ value: Double, significant: Int = 4) -> String {
  if value.isNaN { return "NaN" }
  if value.isInfinite { return value < 0 ? "−∞" : "∞" }
  return Numeral(value).short(significant: significant)
}
