// The values of sweeps, and whether a picture's text is one element.

import Foundation
import Testing

@testable import Reading
@testable import Verification

struct SweepTests {
  private func sweep(_ words: String) throws -> Sweep {
    let read = FenceReader("swift " + words, at: 0)
    #expect(read.problems.isEmpty)
    guard case .sweep(let sweep, _, _) = read.kind else { throw NoSweep() }
    return sweep
  }

  private struct NoSweep: Error {}

  private func values(_ words: String) throws -> [Double] {
    let axis = try sweep(words).axes[0]
    return (0..<axis.count).map(axis.value)
  }

  private func refusal(_ words: String) -> String {
    FenceReader("swift " + words, at: 0).problems.first?.message ?? ""
  }

  @Test func endPointsAreExactAndStepsAreEven() throws {
    #expect(
      try values("sweep x in 0.1...0.7 linear 4")
        == [0.1, 0.1 + (0.7 - 0.1) / 3, 0.1 + (0.7 - 0.1) * 2 / 3, 0.7])
    let ratios = try values("sweep T in 0.05...20 log 60")
    #expect(ratios.count == 60 && ratios.first == 0.05 && ratios.last == 20)
    // Each as many times the one before, but for what rounding to readable numbers moves: half a step at the most.
    for (index, value) in ratios.enumerated() {
      #expect(abs(log(value / 0.05) / log(400) * 59 - Double(index)) <= 0.6)
    }
    #expect(zip(ratios, ratios.dropFirst()).allSatisfy(<))
  }

  @Test func logarithmicStepsAreNumbersThatOneCanRead() throws {
    let list = try values("sweep T in 5000...2000000 log 53")
    #expect(list.count == 53)
    for round in [10_000.0, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000] {
      #expect(list.contains(round), "\(round)")
    }
    #expect(list.dropFirst().dropLast().allSatisfy { Double(String(format: "%.2e", $0)) == $0 })
    // So close that three digits are too few: more are taken, and no value is lost.
    #expect(Set(try values("sweep T in 1...1.1 log 200")).count == 200)
    #expect(try values("sweep T in 0.1...10 log 4") == [0.1, 0.5, 2, 10])
  }

  @Test func stopsAreMet() throws {
    let list = try values("sweep T in 5000...2000000 log 53 stops 48570 unit K")
    #expect(list.count == 54 && list.contains(48_570) && list.contains(50_000))
    #expect(try values("sweep x in 0...1 stops 0.33 0.34 linear 4") == [0, 0.33, 0.34, 2.0 / 3, 1])
    #expect(try values("sweep x in 0...1 3 stops 0.01 1") == [0, 0.01, 0.5, 1])
    #expect(try values("sweep x in 0...1 3 stops 0.01").count == 4, "an end stays")
    #expect(try sweep("sweep n in 1...9 stops 3 5").axes[0].stops == [3, 5])
    #expect(
      try sweep("sweep T in 1...2 9 unit \"million K\" label=fig:x").axes[0].unit == "million K")
    #expect(
      refusal("sweep x in 0...1 3 stops 2").contains("the stop 2 does not lie in the range 0...1"))
    #expect(
      refusal("sweep n in 1...9 stops 2.5").contains("comes to whole numbers, and 2.5 is none"))
    #expect(refusal("sweep x in 0...1 3 stops").contains("‘stops’ is followed by"))
    #expect(refusal("sweep x in 0...1 3 unit").contains("‘unit’ is followed by"))
  }

  @Test func twoParametersMeetEachOther() throws {
    let both = try sweep("sweep a in -1...1 3, b in 1...100 log 3 unit K label=fig:x")
    #expect(both.axes.map(\.parameter) == ["a", "b"] && both.count == 9)
    #expect(both.axes.map(\.values) == [.numbers([-1, 0, 1]), .numbers([1, 10, 100])])
    #expect(both.name(5) == "a = 0.0, b = 100.0" && both.parameter == "a, b")
    #expect(refusal("sweep a in 0...1 3, b in 0...1 3, c in 0...1 3").contains("here are 3"))
    #expect(refusal("sweep a in 0...1 3, a in 0...1 3").contains("need two names"))
    #expect(refusal("sweep a in 0...1 22, b in 0...1 3").contains("‘a’ would have 22"))
    #expect(refusal("sweep a in 0...1 3, ").contains("needs the name of its parameter"))
  }

  @Test func integersStayIntegersUnlessACountIsGiven() throws {
    #expect(try sweep("sweep n in -2...2").axes[0].values == .integers(-2...2))
    #expect(try sweep("sweep n in -2...2 5").axes[0].values == .numbers([-2, -1, 0, 1, 2]))
    #expect(try sweep("sweep n in 1...100 log 3").axes[0].values == .numbers([1, 10, 100]))
    #expect(try sweep("sweep n in 1...200").count == 200)
  }

  @Test(arguments: [
    "label=fig:x sweep T in 1.5...2 9 program=p timeout=5s fresh",
    "fresh sweep T in 1.5...2 9 label=fig:x timeout=5s program=p",
    "sweep T in 1.5...2 linear 9 fresh program=p label=fig:x timeout=5s",
    "sweep T in 1.5...2 9 linear fresh program=p label=fig:x timeout=5s",
  ])
  func wordsStandInAnyOrder(_ words: String) throws {
    let read = FenceReader("swift " + words, at: 0)
    #expect(read.problems.isEmpty)
    guard case .sweep(let sweep, let picture, let terms) = read.kind else { throw NoSweep() }
    #expect(sweep.count == 9 && picture.label == "fig:x" && terms.timeout == .seconds(5))
    #expect(read.placement.program == "p" && read.placement.isFresh)
  }

  @Test(arguments: [
    "<svg/>", "<svg a='1' b=\"2 > 1\"><g>x &amp; &#x27; é<!-- <a> --></g ></svg>",
    "<svg\n xmlns=\"http://www.w3.org/2000/svg\" ><![CDATA[<]]><a:b-c.d x:y=\"\"/></svg>",
  ])
  func wholeElementsAreTaken(_ text: String) throws {
    _ = try ElementScanner.attributes(of: text, named: "svg")
  }

  @Test(arguments: [
    "", "<svg", "<svg>", "<svg/> ", " <svg/>", "<svg></g></svg>", "<svg><g></svg>", "<svg a/>",
    "<svg a=1/>", "<svg a=\"1/>", "<svg a=\"<\"/>", "<svg a=\"1\" a=\"2\"/>", "<svg>&x</svg>",
    "<svg>&copy;</svg>", "<svg>1 < 2</svg>", "<svg/><svg/>", "<svg><!-- </svg>", "<SVG/>",
    "<svg></svg", "<svg>&#;</svg>", "<svg b=\"&\"/>", "<svg></svg></svg>",
  ])
  func brokenElementsAreRefused(_ text: String) {
    #expect(throws: ElementScanner.Malformed.self) {
      try ElementScanner.attributes(of: text, named: "svg")
    }
  }
}
