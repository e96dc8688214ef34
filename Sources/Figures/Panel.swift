// Panel: the marks of one plot among several.

/// One of several plots on a sheet that share their axes.
public struct Panel: Sendable {
  /// Stands above the plot. Knows `*T*`, `T_1` and `10^{-3}`.
  public var title: String
  /// What the plot holds.
  public var marks: [Mark]

  /// A plot of its own marks.
  public init(_ title: String, @MarkBuilder _ marks: () throws -> [Mark]) rethrows {
    self.title = title
    self.marks = try marks()
  }

  init(marks: [Mark]) {
    title = ""
    self.marks = marks
  }
}

extension Panel {
  var drawables: [any Drawable] { marks.map(\.drawable) }

  /// Every mark's class names and its place among the bars.
  func turns() throws(Fault) -> [Turn] {
    let drawables = drawables
    let classes = try Style.classes(drawables.flatMap(\.styles))
    let bars = marks.filter(\.isBars).count
    var used = 0
    var bar = 0
    var turns: [Turn] = []
    for (mark, drawable) in zip(marks, drawables) {
      let count = drawable.styles.count
      turns.append(Turn(classes: Array(classes[used..<(used + count)]), bar: bar, bars: bars))
      used += count
      if mark.isBars { bar += 1 }
    }
    return turns
  }

  /// Everything that is wrong with the marks on these axes.
  func check(x: Axis, y: Axis) throws(Fault) {
    if marks.isEmpty { throw Fault("a plot without marks shows nothing") }
    for mark in drawables {
      try mark.check(x: x, y: y)
      for (axis, values) in [(x, mark.xs), (y, mark.ys)] where axis.kind == .logarithmic {
        guard let place = values.firstIndex(where: { $0 <= 0 && $0.isFinite }) else { continue }
        throw Fault(
          "\(mark.said) has the value \(shortNumber(values[place])) at index \(place), for which "
            + "\(axis.said) has no place: it is logarithmic. Leave the value out as .nan, or bound it from below"
        )
      }
    }
  }

  /// How many of the data's points the axes do not reach.
  func outside(x: Scale, y: Scale) -> Int {
    drawables.reduce(0) { count, mark in
      let pairs = mark.xs.count == mark.ys.count ? zip(mark.xs, mark.ys).map { ($0, $1) } : []
      return count
        + pairs.filter { a, b in
          a.isFinite && b.isFinite && !(x.contains(a) && y.contains(b))
        }.count
    }
  }
}

extension Mark {
  var isBars: Bool { if case .bars = self { true } else { false } }
}

/// Lists panels; `for` and `if` work.
@resultBuilder public enum PanelBuilder {
  /// A panel.
  public static func buildExpression(_ panel: Panel) -> [Panel] { [panel] }
  /// Panels made elsewhere.
  public static func buildExpression(_ panels: [Panel]) -> [Panel] { panels }
  /// One after the other.
  public static func buildBlock(_ panels: [Panel]...) -> [Panel] { panels.flatMap(\.self) }
  /// `for`.
  public static func buildArray(_ panels: [[Panel]]) -> [Panel] { panels.flatMap(\.self) }
  /// `if` without `else`.
  public static func buildOptional(_ panels: [Panel]?) -> [Panel] { panels ?? [] }
  /// `if`.
  public static func buildEither(first panels: [Panel]) -> [Panel] { panels }
  /// `else`.
  public static func buildEither(second panels: [Panel]) -> [Panel] { panels }
}
