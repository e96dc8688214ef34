// Samples: pictures of every kind, which the tests of the layout go through.

@testable import Figures

enum Samples {
  static let levels = (0..<6).map { "*E*_\($0)" }
  static let fall = [0.52, 0.26, 0.13, 0.06, 0.03, 0.001]

  static func plot(
    _ x: Axis, _ y: Axis, aspect: Double = 1.6, @MarkBuilder _ marks: () -> [Mark]
  ) -> Sheet {
    Sheet(x: x, y: y, panels: [Panel(marks: marks())], aspect: aspect)
  }

  static let sheets: [String: Sheet] = [
    "bars": plot(.categories("level", levels), .linear("probability", 0...1)) {
      Bars(fall)
      Rule(y: 1 / 6.0, label: "1/6")
    },
    "groups": plot(.categories("level", levels), .linear("gain")) {
      Bars(fall, label: "*T* = 0.4")
      Bars(fall.map { -$0 }, label: "*T* = 2")
      Bars([.nan, 1, .infinity, 0, 0, 0], label: "a third one, with a name of some length")
      Points(fall, label: "theory")
    },
    "crossing lines": plot(.linear("*x*", -4...4), .linear("share", 0...1)) {
      for slope in [0.5, 1, 2, 4, 8] {
        Line(over: -4...4, label: "slope \(slope)") { $0 * slope / (1 + ($0 * slope).magnitude) }
      }
      Rule(x: 3.9, label: "right end")
      Rule(x: 3.5, label: "nearly the right end")
      Text("a note at the edge", x: 4, y: 1, .above)
    },
    "decades": plot(.logarithmic("*n*"), .logarithmic("1 − *p*_{max}", 1e-18...1)) {
      Line(over: 1...1e6, logarithmically: true, label: "1/*n*^2") { 1 / ($0 * $0) }
      Points([1, 1000, 1e6], [1, 1e-7, .nan], label: "measured", names: ["a", "b", "c"])
    },
    "stack": plot(.linear("year"), .linear("share", 0...1)) {
      Stack(
        [2000, 2010, 2020, 2024],
        [[0.2, 0.3, 0.4, 0.01], [0.3, 0.3, 0.3, 0.01], [0.5, 0.4, 0.3, 0.98]],
        labels: ["bonds", "shares", "cash"])
    },
    "band": plot(.linear("*x*"), .linear("*y*")) {
      Area([0, 1, 2, 3], from: [0, .nan, 1, 1], to: [1, 2, 3, 2], label: "95 %")
      Area([0, 1, 2, 3], [1, 2, -1, 1], label: "area")
    },
    "matrix": plot(.categories("column", ["a", "b"]), .categories("row", ["long name", "b"])) {
      HeatMap([[0.25, -0.25], [.nan, 0]])
    },
    "large matrix": plot(
      .categories("*j*", (1...16).map(String.init)), .categories("*i*", (1...16).map(String.init))
    ) {
      HeatMap((0..<16).map { i in (0..<16).map { Double(i == $0 ? 4 : i - $0) } })
    },
    "multiples": Sheet(
      x: .categories("state", ["a", "b", "c"]), y: .linear("*p*", 0...1),
      panels: (1...5).map { k in Panel("λ = \(k)") { Bars([0.7, 0.2, 0.1]) } }, columns: 3,
      aspect: 1.1),
    "labelled multiples": Sheet(
      x: .linear("*x*", -1000...1000), y: .linear(""),
      panels: (1...4).map { k in
        Panel("panel \(k)") { Line([-1000, 1000], [0, Double(k)], label: "up \(k)") }
      }, columns: 2, aspect: 1.1),
    "dense names": plot(.linear("*x*", 0...10), .linear("*y*", 0...10)) {
      Points(
        (0..<30).map { Double($0 % 6) * 0.3 + 4 }, (0..<30).map { Double($0 / 6) * 0.3 + 4 },
        names: (0..<30).map { "point \($0)" })
    },
  ]

  static let triangle = Triangle(
    corners: ["*z*_1 = 1", "*z*_2", "*z*_3"],
    marks: [
      .trail(
        Trail(
          (0...50).map { k in
            let a = 1 / 3.0 + Double(k) / 75
            return [a, (1 - a) / 2, (1 - a) / 2]
          }, label: "λ → ∞")),
      .mixtures(Mixtures([[1 / 3.0, 1 / 3.0, 1 / 3.0], [.nan, 0, 0]], names: ["λ = 0", "gap"])),
    ])

  static func scenes() throws -> [(name: String, scene: Scene)] {
    try sheets.sorted { $0.key < $1.key }.map { ($0.key, try $0.value.scene()) }
      + [("triangle", try triangle.scene())]
  }
}
