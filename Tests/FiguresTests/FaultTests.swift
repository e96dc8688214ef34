// Faults: what cannot be drawn is refused with words that say what to do.

import Testing

@testable import Figures

struct FaultTests {
  static let x = Axis.linear("x", 0...1)
  static let y = Axis.linear("y", 0...1)
  static let names = Axis.categories("level", ["a", "b"])

  static let cases: [(Sheet, String)] = [
    (Samples.plot(x, y) {}, "a plot without marks shows nothing"),
    (Samples.plot(x, y) { Line([], []) }, "Line has no data"),
    (
      Samples.plot(x, y) { Line([1, 2], [1], label: "theory") },
      "Line ‘theory’ has unequal numbers of values: 2 and 1"
    ),
    (
      Samples.plot(x, y) { Points([1], [1], names: ["a", "b"]) },
      "Points has unequal numbers of values: 1 and 1 and 2"
    ),
    (
      Samples.plot(x, y) { Area([1, 2], from: [1], to: [1, 2]) },
      "Area has unequal numbers of values: 2 and 2 and 1"
    ),
    (
      Samples.plot(x, y) { Bars([1]) },
      "Bars needs an x axis of categories and a y axis of numbers"
    ),
    (Samples.plot(names, y) { Bars([1]) }, "Bars has 1 values for 2 categories"),
    (
      Samples.plot(.linear("x"), y) { Line([.nan], [1]) },
      "the axis ‘x’ has no finite value to fit itself to; give it a range"
    ),
    (
      Samples.plot(x, .logarithmic("error")) { Line([0, 1], [1, 0], label: "naive") },
      "Line ‘naive’ has the value 0 at index 1, for which the axis ‘error’ has no place: it is "
        + "logarithmic. Leave the value out as .nan, or bound it from below"
    ),
    (
      Samples.plot(x, .logarithmic("error", 0...1)) { Line([0, 1], [1, 1]) },
      "the axis ‘error’ is logarithmic and cannot begin at 0"
    ),
    (
      Samples.plot(.linear("x", 1...1), y) { Line([0, 1], [1, 1]) },
      "the axis ‘x’ needs two finite, different ends"
    ),
    (
      Samples.plot(x, y) { for k in 0..<7 { Line([0, 1], [0, Double(k)]) } },
      "more than six series cannot be told apart; draw some as .faded, or use multiples"
    ),
    (
      Samples.plot(x, y) { Line([0, 1], [0, 1], style: .series(7)) },
      "there is no series 7: they are numbered from 1 to 6"
    ),
    (
      Samples.plot(x, y) { Line([0, 1], [0, 1], label: "a label that is much too long for it") },
      "the label ‘a label that is much too long for it’ is too long to stand beside the plot; "
        + "about 24 letters fit"
    ),
    (
      Samples.plot(x, y) { Stack([0, 1], [[1, 1], [1, -1]], labels: ["a", "b"]) },
      "Stack has a negative value in ‘b’: what is stacked must not shrink"
    ),
    (
      Samples.plot(x, y) { HeatMap([[1]]) }, "HeatMap needs categories on both axes"
    ),
    (
      Samples.plot(names, names) { HeatMap([[1, 2], [3]]) },
      "HeatMap has 2 rows of 1 or 2 values for 2 × 2 categories"
    ),
    (
      Samples.plot(names, names) { HeatMap([[1, 2], [3, .infinity]]) },
      "HeatMap holds an infinite value"
    ),
    (Samples.plot(x, y) { Rule(y: .nan) }, "Rule has no place: its value is NaN"),
    (
      Samples.plot(x, y, aspect: 0) { Line([0, 1], [0, 1]) },
      "the aspect 0 is not between 0.25 and 8"
    ),
    (
      Samples.plot(x, y, aspect: 4) { Line([0, 1], [0, 1]) },
      "the plot is too flat; give it a smaller aspect"
    ),
    (
      Sheet(
        x: x, y: y,
        panels: (0..<3).map { _ in
          Panel("a title that is too long") { Line([0, 1], [0, 1]) }
        }, columns: 3, aspect: 1),
      "the panel's title ‘a title that is too long’ is wider than the panel; shorten it"
    ),
  ]

  @Test(arguments: cases.indices)
  func isRefused(_ place: Int) {
    let (sheet, message) = Self.cases[place]
    #expect(throws: Fault(message)) { try sheet.scene() }
  }

  @Test(arguments: [
    ([[0.5, 0.5]], "Trail has (0.5, 0.5) at index 0, which are not three shares of sum 1"),
    (
      [[0.5, 0.5, 0], [0.5, 0.6, -0.1]],
      "Trail has (0.5, 0.6, −0.1) at index 1, which are not three shares of sum 1"
    ),
    (
      [[0.5, 0.5, 0.5]], "Trail has (0.5, 0.5, 0.5) at index 0, which are not three shares of sum 1"
    ),
    ([], "Trail has no data"),
  ])
  func mixturesMustBeMixtures(_ mixtures: [[Double]], _ message: String) {
    let triangle = Triangle(corners: ["a", "b", "c"], marks: [.trail(Trail(mixtures))])
    #expect(throws: Fault(message)) { try triangle.scene() }
  }

  #if compiler(>=6.2)
    /// The message must arrive where somebody reads it, whatever the program was compiled with.
    @Test func aFaultEndsTheProgramWithItsMessage() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        _ = Figure("Empty", describing: "", x: .linear("x"), y: .linear("y")) { Line([], []) }
      }
      let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
      #expect(said.contains("Fatal error: Figure: Line has no data"))
      #expect(said.contains("FaultTests.swift"))
    }
  #endif
}
