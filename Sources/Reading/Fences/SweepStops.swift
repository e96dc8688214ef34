// SweepStops: the numbers that a sweep comes to: both ends, steps between them that a reader can read, and whatever value
// the text speaks of.

import Foundation

struct SweepStops {
  private let low: Double
  private let high: Double
  private let count: Int
  private let isLogarithmic: Bool

  init(_ low: Double, _ high: Double, count: Int, isLogarithmic: Bool) {
    self.low = low
    self.high = high
    self.count = count
    self.isLogarithmic = isLogarithmic
  }

  /// As many values as were asked for, each of `stops` among them. A stop takes the place of its nearest neighbour; where that is a
  /// stop itself, or an end, or a number that one likes to meet, there is one value more.
  func values(meeting stops: [Double]) -> [Double] {
    var list = isLogarithmic ? snapped(rounded(spaced)) : spaced
    var taken = Set(stops).intersection(list).union([low, high])
    if isLogarithmic { taken.formUnion(list.filter(isRound)) }
    for stop in stops where !taken.contains(stop) {
      let free = list.indices.filter { !taken.contains(list[$0]) && isNear(list[$0], stop) }
      if let place = free.min(by: { distance(list[$0], stop) < distance(list[$1], stop) }) {
        list[place] = stop
      } else {
        list.append(stop)
        list.sort()
      }
      taken.insert(stop)
    }
    return list.sorted()
  }

  /// Even steps, or each value as many times the one before.
  private var spaced: [Double] {
    let steps = Double(count - 1)
    let middle = (1..<max(1, count - 1)).map { index in
      let (passed, left) = (Double(index), steps - Double(index))
      if isLogarithmic { return exp((log(low) * left + log(high) * passed) / steps) }
      // Divided last, so that whole steps come out whole.
      let value = (low * left + high * passed) / steps
      return value.isFinite ? value : low * (left / steps) + high * (passed / steps)
    }
    return [low] + middle + [high]
  }

  /// Values with three digits that count, so that the page's number is the program's; more where two would be one.
  private func rounded(_ list: [Double]) -> [Double] {
    for digits in 3...16 {
      var short = list
      for index in short.indices.dropFirst().dropLast() {
        short[index] = Double(String(format: "%.\(digits - 1)e", list[index])) ?? list[index]
      }
      if zip(short, short.dropFirst()).allSatisfy(<) { return short }
    }
    return list
  }

  /// The nearest value to each 1, 2 and 5 of a decade is that number.
  private func snapped(_ list: [Double]) -> [Double] {
    var list = list
    for power in Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up)) {
      for digit in [1, 2, 5] {
        guard let round = Double("\(digit)e\(power)"), low < round, round < high,
          !list.contains(round)
        else { continue }
        let places = list.indices.dropFirst().dropLast()
        guard
          let place = places.min(by: { distance(list[$0], round) < distance(list[$1], round) }),
          isNear(list[place], round), !isRound(list[place])
        else { continue }
        list[place] = round
      }
    }
    return list
  }

  private func isRound(_ value: Double) -> Bool {
    ["1", "2", "5"].contains { String(format: "%.2e", value).hasPrefix($0 + ".00e") }
  }

  private func distance(_ one: Double, _ other: Double) -> Double {
    isLogarithmic ? abs(log(one / other)) : abs(one - other)
  }

  /// Within half a step.
  private func isNear(_ one: Double, _ other: Double) -> Bool {
    distance(one, other) <= distance(low, high) / Double(count - 1) / 2 * (1 + 1e-9)
  }
}
