// The style sheet: every class of a picture has its look, and every series enough contrast.

import Foundation
import Testing

@testable import Figures

struct StyleSheetTests {
  static let css = text(of: "templates/style.css")

  private static func text(of path: String) -> String {
    (try? String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../\(path)"), encoding: .utf8)) ?? ""
  }

  @Test func everyClassIsKnown() throws {
    var classes: Set<String> = []
    for (_, scene) in try Samples.scenes() {
      for match in scene.svg(title: "t", description: "").matches(of: /class="([^"]*)"/) {
        classes.formUnion(match.output.1.split(separator: " ").map(String.init))
      }
    }
    #expect(classes.count > 15)
    // The plain colour of text is the picture's own.
    for name in classes.subtracting(["figure-name", "figure-title", "figure-value"]) {
      #expect(Self.css.contains(".\(name)"), "no rule for .\(name)")
    }
  }

  /// The values of a variable: in light, and in dark.
  private func colours(_ name: String, in css: String = Self.css) -> [String] {
    let light = css.matches(of: /--([a-z0-9-]+): (#[0-9a-f]{6});/)
      .filter { $0.output.1 == name }.map { String($0.output.2) }
    let both = css.matches(of: /--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/)
      .filter { $0.output.1 == name }
    // What older browsers see is what others see by day.
    guard both.count == 1, light == [String(both[0].output.2)] else { return [] }
    return light + [String(both[0].output.3)]
  }

  private func components(_ colour: String) -> [Double] {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    return [value >> 16, value >> 8 & 255, value & 255].map { Double($0) / 255 }
  }

  /// WCAG 2.2.
  private func contrast(_ a: [Double], _ b: [Double]) -> Double {
    func luminance(_ colour: [Double]) -> Double {
      let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    let light = max(luminance(a), luminance(b))
    return (light + 0.05) / (min(luminance(a), luminance(b)) + 0.05)
  }

  @Test func seriesAndTheirLabelsAreReadable() throws {
    let papers = colours("paper")
    try #require(papers.count == 2)
    for series in 1...6 {
      let inks = colours("series-\(series)")
      try #require(inks.count == 2)
      for (ink, paper) in zip(inks, papers) {
        #expect(contrast(components(ink), components(paper)) >= 4.5, "series \(series): \(ink)")
      }
    }
  }

  @Test func valuesAreReadableOnTheStrongestCell() throws {
    for name in ["above", "below"] {
      let fills = colours(name)
      try #require(fills.count == 2)
      for place in 0..<2 {
        let share = HeatMap.ink / 100
        let cell = zip(components(fills[place]), components(colours("paper")[place])).map {
          $0 * share + $1 * (1 - share)
        }
        #expect(contrast(cell, components(colours("ink")[place])) >= 4.5, "\(name) \(place)")
      }
    }
  }

  /// A theme has papers of its own, on which its inks and the colours of series are read.
  @Test(arguments: ["plain"])
  func themesAreReadable(_ theme: String) throws {
    let css = Self.text(of: "themes/\(theme)/theme.css")
    for paper in ["paper", "tint"] {
      let papers = colours(paper, in: css)
      try #require(papers.count == 2)
      for name in ["ink", "faded", "held", "refuted", "unreached", "unjudged"] {
        let inks = colours(name, in: css)
        try #require(inks.count == 2)
        for (ink, paper) in zip(inks, papers) {
          #expect(
            contrast(components(ink), components(paper)) >= 4.5, "\(name): \(ink) on \(paper)")
        }
      }
      let words = ["word", "name", "type", "string", "number", "comment"].map { "code-\($0)" }
      for name in (1...6).map({ "series-\($0)" }) + words {
        for (ink, paper) in zip(colours(name), papers) {
          #expect(
            contrast(components(ink), components(paper)) >= 4.5, "\(name): \(ink) on \(paper)")
        }
      }
    }
  }
}
