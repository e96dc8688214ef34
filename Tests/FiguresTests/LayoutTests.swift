// Layout: what must hold for every picture, whatever it shows.

import Foundation
import Testing

@testable import Figures

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct LayoutTests {
  @Test func wordsNeverOverlapAndStayOnTheSheet() throws {
    for (name, scene) in try Samples.scenes() {
      for (place, words) in scene.words.enumerated() {
        let box = words.box
        #expect(
          scene.sheet.inset(-0.5).contains(box), "\(name): ‘\(words.label.plain)’ leaves the sheet")
        for other in scene.words[(place + 1)...] {
          #expect(
            !box.inset(1).overlaps(other.box.inset(1)),
            "\(name): ‘\(words.label.plain)’ over ‘\(other.label.plain)’")
        }
      }
    }
  }

  @Test func shapesStayOnTheSheet() throws {
    for (name, scene) in try Samples.scenes() {
      #expect(!scene.shapes.isEmpty)
      for shape in scene.shapes {
        let bounds = try #require(shape.path.bounds)
        #expect(scene.sheet.contains(bounds), "\(name): \(shape.style)")
      }
    }
  }

  /// The page decides on colours and type; ids would meet with those of another picture.
  @Test func picturesAreWellFormedAndBringNoLooks() throws {
    for (name, scene) in try Samples.scenes() {
      let svg = scene.svg(title: "a < b & \"c\"", description: "it's <fine>")
      #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(name)")
      for word in [" id=", "style=", "fill=", "stroke=", "font", "#", "rgb", "nan", "inf", "e-"] {
        let bare = svg.replacing(/class="[^"]*"|<title>.*<\/desc>/, with: "")
        #expect(!bare.contains(word), "\(name) has \(word)")
      }
    }
  }

  @Test func theHeadNamesThePicture() throws {
    let svg = try #require(try Samples.scenes().first).scene.svg(
      title: "Decay & rise", description: "Falls.")
    #expect(
      svg.contains(
        #"role="img" aria-label="Decay &amp; rise"><title>Decay &amp; rise</title><desc>Falls.</desc>"#
      ))
  }

  @Test func drawingTwiceGivesTheSame() throws {
    for (name, sheet) in Samples.sheets {
      let first = try sheet.figure(name, "d")
      let second = try sheet.figure(name, "d")
      #expect(first.svg == second.svg)
      #expect(first.table == second.table)
    }
  }

  /// In a sweep only the data may move: neither plot, nor ticks, nor the labels' left edge.
  @Test func framesOfASweepKeepTheirAxes() throws {
    let frames = try [0.5, 3, 20].map { t in
      var sheet = Samples.plot(.linear("*x*", -3...3), .linear("*y*", 0...1)) {
        Line(over: -3...3, label: "*T* = \(t)") { 1 / (1 + $0 * $0 * t) }
      }
      sheet.roomFor = "*T* = 20.00"
      return try sheet.scene()
    }
    for frame in frames {
      #expect(frame.height == frames[0].height)
      #expect(
        frame.shapes.filter { $0.style == "figure-axis" }
          == frames[0].shapes.filter { $0.style == "figure-axis" })
      #expect(
        frame.words.filter { $0.style != "figure-label series-1" }
          == frames[0].words.filter { $0.style != "figure-label series-1" })
      #expect(frame.words.last?.at.x == frames[0].words.last?.at.x)
      #expect(frame.svg(title: "t", description: "").utf8.count < 4096)
    }
  }

  @Test func gapsInterruptALine() throws {
    let scene = try Samples.plot(.linear("x", 0...6), .linear("y", 0...6)) {
      Line([0, 1, 2, 3, 4, 5, 6], [0, 1, .nan, 3, .infinity, 5, 6])
    }.scene()
    let line = try #require(scene.shapes.first { $0.style == "figure-line series-1" })
    // Two runs and, between two gaps, a single point.
    #expect(line.path.text.filter { $0 == "M" }.count == 3)
    #expect(line.path.text.contains("h0"))
  }

  @Test func barsStandOnZero() throws {
    let scene = try Samples.plot(.categories("", ["a", "b"]), .linear("", -1...1)) {
      Bars([0.5, -0.5])
    }.scene()
    let bars = try #require(scene.shapes.first { $0.style == "figure-bar series-1" }?.path.bounds)
    let axes = try #require(scene.shapes.first { $0.style == "figure-axis" }?.path.bounds)
    #expect(((axes.height) / 2 - bars.height).magnitude < 3)
  }

  /// Any label that the picture has no room for is a fault rather than a mess.
  @Test func randomPlotsAreSoundOrRefused() throws {
    var state: UInt64 = 7
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    var drawn = 0
    for _ in 0..<300 {
      let count = 1 + Int(next() * 40)
      let size = powerOfTen(Int(next() * 24) - 12)
      let isLog = next() < 0.3
      let lines = (0..<(1 + Int(next() * 4))).map { k in
        Line(
          (0..<count).map { Double($0) * size },
          (0..<count).map { _ in next() < 0.1 ? .nan : (isLog ? next() + 1e-9 : next() - 0.5) / size
          },
          label: String(repeating: "label ", count: Int(next() * 6)) + "\(k)")
      }
      let sheet = Sheet(
        x: .linear("x"), y: isLog ? .logarithmic("y") : .linear("y"),
        panels: (0..<(1 + Int(next() * 4))).map { _ in Panel(marks: lines.map(Mark.line)) },
        columns: 1, aspect: 0.6 + next() * 2)
      guard let scene = try? sheet.scene() else { continue }
      drawn += 1
      for (place, words) in scene.words.enumerated() {
        #expect(scene.sheet.inset(-0.5).contains(words.box))
        #expect(
          !scene.words[(place + 1)...].contains {
            $0.box.inset(1).overlaps(words.box.inset(1))
          })
      }
      #expect(
        scene.shapes.allSatisfy { $0.path.bounds.map(scene.sheet.contains) ?? false })
    }
    #expect(drawn > 150)
  }
}
