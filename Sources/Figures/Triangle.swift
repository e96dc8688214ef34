// Triangle: mixtures of three things, drawn on the 2-simplex.

extension Figure {
  /// Mixtures of three things on a triangle: a corner is one of them alone, the centre equal shares.
  ///
  ///     Figure.triangle("Softmax", describing: "…", corners: ["*z*_1", "*z*_2", "*z*_3"]) {
  ///       Trail(places(over: 0...20, count: 200).map { softmax(z, scale: $0) }, label: "λ → ∞")
  ///     }
  ///
  /// A mixture that is none (not three shares, a negative one, a sum other than 1) ends the program
  /// with a message; one with NaN is a gap.
  ///
  /// - Parameters:
  ///   - title: What the picture shows, in a few words.
  ///   - description: What one sees in it, for somebody who does not.
  ///   - corners: The three things, at the lower left, at the lower right, and at the top.
  ///   - file: Where a message points to.
  ///   - line: Where a message points to.
  ///   - marks: What the triangle holds.
  public static func triangle(
    _ title: String, describing description: String, corners: [String],
    file: StaticString = #fileID, line: UInt = #line,
    @TriangleBuilder _ marks: () throws -> [TriangleMark]
  ) rethrows -> Figure {
    let triangle = Triangle(corners: corners, marks: try marks())
    return drawnOrStopped(file, line) { () throws(Fault) in
      try triangle.figure(title, description)
    }
  }
}

struct Triangle: Sendable {
  var corners: [String]
  var marks: [TriangleMark]

  private static let side = 400.0
  private static let top = 30.0
  private static let height = side * 0.8660254037844386

  func figure(_ title: String, _ description: String) throws(Fault) -> Figure {
    let title = Label(title)
    let description = Label(description).plain
    let scene = try scene()
    let axis = Axis.linear("")
    let data = marks.map { mark in
      let (mixtures, names) = mark.content
      let keys = names.isEmpty ? mixtures.indices.map { String($0 + 1) } : names
      return DataColumns(
        keyHead: Label(mark.label.isEmpty ? "point" : mark.label),
        keys: keys.map { Label($0).html },
        columns: (0..<3).map { corner in
          DataColumns.Column(axis, corners[corner], mixtures.map { $0[corner] })
        })
    }
    return Figure(
      title: title.plain, description: description,
      svg: scene.svg(title: title.plain, description: description), table: dataTable(title, data))
  }

  func check() throws(Fault) {
    if corners.count != 3 { throw Fault("a triangle has 3 corners, not \(corners.count)") }
    if marks.isEmpty { throw Fault("a triangle without marks shows nothing") }
    for corner in corners where Label(corner).width * Scene.type > Scene.width / 2 - 10 {
      throw Fault("the corner's label ‘\(Label(corner).plain)’ is too long")
    }
    for mark in marks {
      let (mixtures, names) = mark.content
      if mixtures.isEmpty { throw Fault("\(mark.said) has no data") }
      if !names.isEmpty, names.count != mixtures.count {
        throw Fault("\(mark.said) has \(names.count) names for \(mixtures.count) mixtures")
      }
      for (place, mixture) in mixtures.enumerated() {
        if mixture.count == 3, mixture.contains(where: \.isNaN) { continue }
        let sum = mixture.reduce(0, +)
        guard mixture.count == 3, mixture.allSatisfy({ $0 >= 0 }), (sum - 1).magnitude <= 1e-6
        else {
          let shares = mixture.map { shortNumber($0) }.joined(separator: ", ")
          throw Fault(
            "\(mark.said) has (\(shares)) at index \(place), which are not three shares of sum 1")
        }
      }
    }
  }

  private func place(_ shares: [Double]) -> Point? {
    if shares.contains(where: \.isNaN) { return nil }
    let left = (Scene.width - Triangle.side) / 2
    return Point(
      x: left + Triangle.side * (shares[1] + shares[2] / 2),
      y: Triangle.top + Triangle.height * (1 - shares[2]))
  }

  func scene() throws(Fault) -> Scene {
    try check()
    let classes = try Style.classes(marks.map(\.style))
    var scene = Scene(height: (Triangle.top + Triangle.height + 30).rounded(.up))
    drawFrame(into: &scene)
    var covered: [Point] = []
    for (mark, style) in zip(marks, classes) {
      covered += draw(mark, style, into: &scene)
    }
    for (mark, style) in zip(marks, classes) {
      switch mark {
      case .trail(let trail):
        guard !trail.label.isEmpty, let end = trail.mixtures.compactMap(place).last else { break }
        scene.writeBeside(Label(trail.label), end, "figure-label \(style)", avoiding: covered)
      case .mixtures(let mixtures):
        for (name, mixture) in zip(mixtures.names, mixtures.mixtures) {
          guard let point = place(mixture) else { continue }
          scene.writeBeside(Label(name), point, "figure-note", avoiding: covered)
        }
      }
    }
    return scene
  }

  /// The triangle, hairlines at a quarter, a half and three quarters of each share, and the corners.
  private func drawFrame(into scene: inout Scene) {
    func point(_ a: Double, _ b: Double, _ c: Double) -> Point {
      place([a, b, c]) ?? Point(x: 0, y: 0)
    }
    var grid = PathData()
    for share in [0.25, 0.5, 0.75] {
      grid.polyline([point(share, 1 - share, 0), point(share, 0, 1 - share)])
      grid.polyline([point(1 - share, share, 0), point(0, share, 1 - share)])
      grid.polyline([point(1 - share, 0, share), point(0, 1 - share, share)])
    }
    scene.draw(grid, "figure-grid", on: .behind)
    var frame = PathData()
    frame.polygon([point(1, 0, 0), point(0, 1, 0), point(0, 0, 1)])
    scene.draw(frame, "figure-axis", on: .axes)
    let below = Triangle.top + Triangle.height + 17
    scene.writeInside(
      Label(corners[0]), at: Point(x: point(1, 0, 0).x, y: below), .middle, "figure-name")
    scene.writeInside(
      Label(corners[1]), at: Point(x: point(0, 1, 0).x, y: below), .middle, "figure-name")
    scene.writeInside(
      Label(corners[2]), at: Point(x: point(0, 0, 1).x, y: Triangle.top - 17), .middle,
      "figure-name")
  }

  /// - Returns: Where ink is now.
  private func draw(_ mark: TriangleMark, _ style: String, into scene: inout Scene) -> [Point] {
    switch mark {
    case .trail(let trail):
      var path = PathData()
      var run: [Point] = []
      var covered: [Point] = []
      for point in trail.mixtures.map(place) + [nil] {
        if let point {
          run.append(point)
        } else if !run.isEmpty {
          path.polyline(simplified(run))
          covered += run
          run = []
        }
      }
      scene.draw(path, "figure-line \(style)", on: .front)
      return covered
    case .mixtures(let mixtures):
      let points = mixtures.mixtures.compactMap(place)
      scene.draw(markers(points, style), "figure-points \(style)", on: .front)
      return points
    }
  }
}
