// Ticks: the round numbers along an axis, and which of their labels there is room for.

/// A place on an axis with a name.
struct Tick: Hashable, Sendable {
  var value: Double
  /// Empty for a small tick between two that have one.
  var label: Label
}

enum Ticks {
  /// 1, 2 or 5 times a power of ten.
  struct Step: Equatable {
    var mantissa: Double
    var power: Int
    /// Divided for negative powers: 5 / 10 is nearer to 0.5 than 5 × 0.1 need be.
    var size: Double {
      power < 0 ? mantissa / powerOfTen(-power) : mantissa * powerOfTen(power)
    }
    var previous: Step {
      switch mantissa {
      case 1: Step(mantissa: 5, power: power - 1)
      case 2: Step(mantissa: 1, power: power)
      default: Step(mantissa: 2, power: power)
      }
    }
    var next: Step {
      switch mantissa {
      case 1: Step(mantissa: 2, power: power)
      case 2: Step(mantissa: 5, power: power)
      default: Step(mantissa: 1, power: power + 1)
      }
    }
  }

  /// The smallest round step that makes at most `count` intervals of `span`.
  static func step(over span: Double, count: Int) -> Step {
    let raw = span / Double(max(1, count))
    var step = Step(mantissa: 1, power: Int(log10(raw).rounded(.down)) - 1)
    while step.size < raw * (1 - 1e-9) { step = step.next }
    return step
  }

  /// The multiples of `step` within the ends, a rounding's breadth included.
  static func linear(_ lower: Double, _ upper: Double, step: Step) -> [Tick] {
    let slack = (upper - lower) * 1e-9
    let unit = step.power < 0 ? powerOfTen(-step.power) : 1
    let size = step.power < 0 ? step.mantissa : step.size
    let far = max(lower.magnitude, upper.magnitude)
    var ticks: [Tick] = []
    var k = ((lower - slack) * unit / size).rounded(.up)
    while k * size / unit <= upper + slack {
      // Counted in whole numbers, so that the third of 0.1, 0.2, … is 0.3.
      let value = k * size / unit
      ticks.append(Tick(value: value, label: Label(text(value, step: step, far: far))))
      k += 1
    }
    return ticks
  }

  /// All of an axis' numbers in one form, under one power of ten if they need any.
  private static func text(_ value: Double, step: Step, far: Double) -> String {
    if step.power >= -4, far < 1e6 { return Numeral(value).fixed(decimals: max(0, -step.power)) }
    if value == 0 { return "0" }
    let power = Int(log10(far).rounded(.down))
    var front = Numeral(value)
    front.exponent -= power
    return front.fixed(decimals: max(0, power - step.power))
      + " × 10^{\(power < 0 ? "−" : "")\(power.magnitude)}"
  }

  /// Powers of ten, every `stride`-th with its label; between them small ticks if there are few.
  static func logarithmic(_ lower: Double, _ upper: Double, stride: Int) -> [Tick] {
    let first = Int((log10(lower) + 1e-9).rounded(.down))
    let last = Int((log10(upper) + 1e-9).rounded(.down))
    let inside = (first...last).filter { within($0, lower, upper) }
    let plain = inside.allSatisfy { (-2...3).contains($0) }
    // Less than two powers say little: 2 and 5 between them help.
    let between = inside.count < 2
    var ticks: [Tick] = []
    for power in first...last {
      for digit in 1...9 {
        let value =
          power < 0 ? Double(digit) / powerOfTen(-power) : Double(digit) * powerOfTen(power)
        guard value >= lower * (1 - 1e-9), value <= upper * (1 + 1e-9) else { continue }
        let isNamed = digit == 1 ? power % stride == 0 : between && (digit == 2 || digit == 5)
        if isNamed {
          let words =
            plain || between
            ? shortNumber(value) : "10^{\(power < 0 ? "−" : "")\(power.magnitude)}"
          ticks.append(Tick(value: value, label: Label(words)))
        } else if digit == 1 || (stride == 1 && inside.count <= 5) {
          ticks.append(Tick(value: value, label: Label("")))
        }
      }
    }
    return ticks
  }

  private static func within(_ power: Int, _ lower: Double, _ upper: Double) -> Bool {
    let value = powerOfTen(power)
    return value >= lower * (1 - 1e-9) && value <= upper * (1 + 1e-9)
  }
}

extension Scale {
  /// The ticks of the scale, thinned until their labels stand apart.
  ///
  /// - Parameters:
  ///   - axis: The axis, for its own ticks and names.
  ///   - count: How many steps to begin with.
  ///   - room: How much of the axis a label takes, its distance to the next included.
  func ticks(_ axis: Axis, count: Int, room: (Label) -> Double) throws(Fault) -> [Tick] {
    if let names = axis.names {
      let all = names.enumerated().map { Tick(value: Double($0), label: Label($1)) }
      return thinned(all, room: room)
    }
    if let values = axis.ticks {
      if let value = values.first(where: { !contains($0) }) {
        throw Fault("\(axis.said) does not reach its tick \(shortNumber(value))")
      }
      let all = values.map { Tick(value: $0, label: Label(shortNumber($0, significant: 6))) }
      return thinned(all, room: room)
    }
    if kind == .logarithmic {
      for stride in 1...400 {
        let ticks = Ticks.logarithmic(lower, upper, stride: stride)
        if fits(ticks, room: room) { return ticks }
      }
      return []
    }
    var step = Ticks.step(over: upper - lower, count: count)
    while true {
      let ticks = Ticks.linear(lower, upper, step: step)
      if ticks.count < 3 {
        let finer = Ticks.linear(lower, upper, step: step.previous)
        if fits(finer, room: room) { return finer }
      }
      if ticks.count < 2 || fits(ticks, room: room) { return ticks }
      step = step.next
    }
  }

  private func thinned(_ ticks: [Tick], room: (Label) -> Double) -> [Tick] {
    for every in 1...max(1, ticks.count) {
      let thin = ticks.enumerated().map { place, tick in
        place % every == 0 ? tick : Tick(value: tick.value, label: Label(""))
      }
      if fits(thin, room: room) { return thin }
    }
    return ticks.prefix(1).map { $0 }
  }

  private func fits(_ ticks: [Tick], room: (Label) -> Double) -> Bool {
    let placed = ticks.filter { !$0.label.isEmpty }
      .compactMap { tick in place(tick.value).map { ($0, room(tick.label)) } }
      .sorted { $0.0 < $1.0 }
    return zip(placed, placed.dropFirst()).allSatisfy { $1.0 - $0.0 >= ($0.1 + $1.1) / 2 }
  }
}
