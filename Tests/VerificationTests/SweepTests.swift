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

  @Test func endPointsAreExactAndStepsAreEven() throws {
    let even = try sweep("sweep x in 0.1...0.7 linear 4")
    #expect(
      (0..<4).map(even.value) == [0.1, 0.1 + (0.7 - 0.1) / 3, 0.1 + (0.7 - 0.1) * 2 / 3, 0.7])
    let ratios = try sweep("sweep T in 0.05...20 log 60")
    #expect(ratios.count == 60)
    #expect(ratios.value(0) == 0.05 && ratios.value(59) == 20)
    for frame in 1..<60 {
      let ratio = ratios.value(frame) / ratios.value(frame - 1)
      #expect(abs(pow(ratio, 59) - 400) < 1e-9)
    }
  }

  @Test func integersStayIntegersUnlessACountIsGiven() throws {
    #expect(try sweep("sweep n in -2...2").values == .integers(-2...2))
    #expect(try sweep("sweep n in -2...2 5").values == .numbers([-2, -1, 0, 1, 2]))
    #expect(try sweep("sweep n in 1...100 log 3").values == .numbers([1, 10.000000000000002, 100]))
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
