// Ticks: round numbers, and room between their labels.

import Testing

@testable import Figures

struct TicksTests {
  private func ticks(
    _ axis: Axis, _ lower: Double, _ upper: Double, length: Double = 400, room: Double = 40
  ) throws -> [Tick] {
    let scale = Scale(kind: axis.kind, lower: lower, upper: upper, start: 0, end: length)
    return try scale.ticks(axis, count: max(3, Int(length / 66))) { _ in room }
  }

  private func named(_ ticks: [Tick]) -> [String] {
    ticks.map(\.label.plain).filter { !$0.isEmpty }
  }

  @Test(arguments: [
    (0.0, 1.0, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (-3, 3, ["−3", "−2", "−1", "0", "1", "2", "3"]),
    (0, 0.3, ["0.00", "0.05", "0.10", "0.15", "0.20", "0.25", "0.30"]),
    (1990, 2024, ["1990", "2000", "2010", "2020"]),
    (
      0, 3e-7,
      ["0", "0.5 × 10⁻⁷", "1.0 × 10⁻⁷", "1.5 × 10⁻⁷", "2.0 × 10⁻⁷", "2.5 × 10⁻⁷", "3.0 × 10⁻⁷"]
    ),
    (0, 5_000_000, ["0", "1 × 10⁶", "2 × 10⁶", "3 × 10⁶", "4 × 10⁶", "5 × 10⁶"]),
  ])
  func linearTicksAreRound(_ lower: Double, _ upper: Double, _ expected: [String]) throws {
    #expect(named(try ticks(.linear(""), lower, upper)) == expected)
  }

  @Test func valuesAreTheRoundNumbersThemselves() {
    let ticks = Ticks.linear(0, 1, step: Ticks.Step(mantissa: 1, power: -1))
    #expect(ticks.map(\.value) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
  }

  @Test(arguments: [
    (1e-6, 1.0, ["10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰"]),
    (0.01, 100, ["0.01", "0.1", "1", "10", "100"]),
    (1, 9, ["1", "2", "5"]),
    (2e-5, 6e-5, ["2 × 10⁻⁵", "5 × 10⁻⁵"]),
    (
      1e-18, 1,
      ["10⁻¹⁸", "10⁻¹⁶", "10⁻¹⁴", "10⁻¹²", "10⁻¹⁰", "10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰"]
    ),
  ])
  func logarithmicTicksArePowersOfTen(_ lower: Double, _ upper: Double, _ expected: [String])
    throws
  {
    #expect(named(try ticks(.logarithmic(""), lower, upper)) == expected)
  }

  /// Whatever the ends, labels keep their distance and there is something to read.
  @Test func labelsStandApart() throws {
    for axis in [Axis.linear(""), .logarithmic("")] {
      for length in [60.0, 118, 240, 430] {
        for k in 1...60 {
          let lower = powerOfTen(k % 13 - 6) * Double(k)
          let upper = lower * (1 + Double(k * k * k) / 50)
          let ticks = try ticks(axis, lower, upper, length: length)
          let scale = Scale(kind: axis.kind, lower: lower, upper: upper, start: 0, end: length)
          let places = ticks.filter { !$0.label.isEmpty }.compactMap { scale.place($0.value) }
          #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 40 })
          #expect(places.allSatisfy { $0 >= -1e-6 && $0 <= length + 1e-6 })
          if axis.kind == .linear, length > 200 { #expect(places.count >= 2) }
        }
      }
    }
  }

  @Test func crowdedCategoriesAreThinned() throws {
    let axis = Axis.categories("", (1...16).map(String.init))
    #expect(
      named(try ticks(axis, -0.5, 15.5, length: 400)) == [
        "1", "3", "5", "7", "9", "11", "13", "15",
      ]
    )
  }

  @Test func explicitTicksAreKept() throws {
    let axis = Axis.linear("", 0...1, ticks: [0, 1.0 / 3, 1])
    #expect(named(try ticks(axis, 0, 1)) == ["0", "0.333333", "1"])
    #expect(throws: Fault("an axis without a label does not reach its tick 2")) {
      try ticks(.linear("", 0...1, ticks: [2]), 0, 1)
    }
  }

  @Test func automaticEndsAreRoundOrExact() throws {
    let axis = Axis.linear("y")
    #expect(try axis.ends(over: [0.13, 0.97, .nan], widened: true, ticks: 5) == (0, 1))
    #expect(try axis.ends(over: [0.13, 0.97], widened: false, ticks: 5) == (0.13, 0.97))
    #expect(try axis.ends(over: [4, 4], widened: false, ticks: 5) == (3.6, 4.4))
    #expect(try axis.ends(over: [0, 0], widened: false, ticks: 5) == (-1, 1))
    let log = Axis.logarithmic("y")
    #expect(try log.ends(over: [0.02, 30], widened: true, ticks: 5) == (0.01, 100))
    #expect(try Axis.linear("y", -1...2).ends(over: [9], widened: true, ticks: 5) == (-1, 2))
  }

  @Test func scalesPlaceValues() {
    let linear = Scale(kind: .linear, lower: 0, upper: 4, start: 200, end: 0)
    #expect(linear.place(1) == 150)
    #expect(linear.place(.nan) == nil)
    #expect(linear.place(.infinity) == nil)
    let log = Scale(kind: .logarithmic, lower: 0.01, upper: 100, start: 0, end: 400)
    #expect(log.place(1) == 200)
    #expect(log.place(0) == nil)
    let names = Scale(kind: .categories(["a", "b"]), lower: -0.5, upper: 1.5, start: 0, end: 100)
    #expect(names.place(0) == 25)
    #expect(names.place(1) == 75)
  }
}
