// Golden pictures: three whole ones. RECORD=1 rewrites them; look at them before you commit them.

import Foundation
import Testing

@testable import Figures

struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static let figures: [String: @Sendable () -> Figure] = [
    "bars": {
      Figure(
        "Boltzmann distribution", describing: "Six bars, each about half as high as the last.",
        x: .categories("level", Samples.levels), y: .linear("probability", 0...1)
      ) {
        Bars(Samples.fall)
        Rule(y: 1 / 6.0, label: "1/6")
      }
    },
    "lines": {
      Figure(
        "Powers", describing: "Two straight lines and three points, one of them missing.",
        x: .logarithmic("*n*", 1...1000), y: .logarithmic("error")
      ) {
        Line(over: 1...1000, count: 7, logarithmically: true, label: "1/*n*") { 1 / $0 }
        Line(over: 1...1000, count: 7, logarithmically: true, label: "1/*n*^2") { 1 / ($0 * $0) }
        Points([1, 10, 100], [0.5, .nan, 1e-4], label: "measured", style: .ink)
      }
    },
    "triangle": {
      Figure.triangle(
        "Mixtures", describing: "A line from the centre to the top.",
        corners: ["*a*", "*b*", "*c*"]
      ) {
        Trail([[0.25, 0.5, 0.25], [0.25, 0.25, 0.5], [0, 0, 1]], label: "way")
        Mixtures([[0.5, 0.25, 0.25]], names: ["start"])
      }
    },
  ]

  @Test(arguments: figures.keys.sorted())
  func isAsItWas(_ name: String) throws {
    let draw = try #require(Self.figures[name])
    let figure = draw()
    let svg = figure.svg.replacing("><", with: ">\n<")
    let got = svg + "\n" + figure.table + "\n"
    let file = Self.folder.appendingPathComponent(name + ".html")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try got.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(got == expected)
  }
}
