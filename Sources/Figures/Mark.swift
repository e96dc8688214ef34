// Mark: everything that a plot may hold, and the builder that lets an essay list it.

/// One thing on a plot.
public enum Mark: Sendable {
  /// Bars over categories.
  case bars(Bars)
  /// A line through points.
  case line(Line)
  /// Single points.
  case points(Points)
  /// A band between two curves.
  case area(Area)
  /// Bands on top of each other.
  case stack(Stack)
  /// A straight line across the plot.
  case rule(Rule)
  /// Words at a place.
  case text(Text)
  /// A matrix in shades.
  case heatMap(HeatMap)

  var drawable: any Drawable {
    switch self {
    case .bars(let mark): mark
    case .line(let mark): mark
    case .points(let mark): mark
    case .area(let mark): mark
    case .stack(let mark): mark
    case .rule(let mark): mark
    case .text(let mark): mark
    case .heatMap(let mark): mark
    }
  }
}

/// What every mark can say of itself.
protocol Drawable: Sendable {
  /// The mark in a message, ‘Line’ or ‘Line “T = 300 K”’.
  var said: String { get }
  /// One for each series.
  var styles: [Style] { get }
  /// The data's coordinates.
  var xs: [Double] { get }
  var ys: [Double] { get }
  /// Whether the picture is wrong if the y axis does not reach its base.
  var standsOnBase: Bool { get }
  /// What is wrong with the data whatever the axes' ends.
  func check(x: Axis, y: Axis) throws(Fault)
  func draw(on plot: Plot, as turn: Turn, into scene: inout Scene)
  /// The labels that stand beside the plot.
  func endLabels(on plot: Plot, as turn: Turn) -> [EndLabel]
  func columns(x: Axis, y: Axis) -> [DataColumns]
}

/// Where a mark stands among the others.
struct Turn: Sendable {
  /// The class names of its series.
  var classes: [String]
  /// Its place among the panel's bars, and their number.
  var bar = 0
  var bars = 1
}

extension Drawable {
  var standsOnBase: Bool { false }
  func endLabels(on plot: Plot, as turn: Turn) -> [EndLabel] { [] }

  func named(_ kind: String, _ label: String) -> String {
    label.isEmpty ? kind : "\(kind) ‘\(label)’"
  }

  func checkCounts(_ counts: [Int]) throws(Fault) {
    if counts.contains(0) { throw Fault("\(said) has no data") }
    if Set(counts).count > 1 {
      let all = counts.map(String.init).joined(separator: " and ")
      throw Fault("\(said) has unequal numbers of values: \(all)")
    }
  }
}

/// Lists a plot's marks; `for` and `if` work.
@resultBuilder public enum MarkBuilder {
  /// Bars.
  public static func buildExpression(_ mark: Bars) -> [Mark] { [.bars(mark)] }
  /// A line.
  public static func buildExpression(_ mark: Line) -> [Mark] { [.line(mark)] }
  /// Points.
  public static func buildExpression(_ mark: Points) -> [Mark] { [.points(mark)] }
  /// A band.
  public static func buildExpression(_ mark: Area) -> [Mark] { [.area(mark)] }
  /// Stacked bands.
  public static func buildExpression(_ mark: Stack) -> [Mark] { [.stack(mark)] }
  /// A straight line across the plot.
  public static func buildExpression(_ mark: Rule) -> [Mark] { [.rule(mark)] }
  /// Words.
  public static func buildExpression(_ mark: Text) -> [Mark] { [.text(mark)] }
  /// A heat map.
  public static func buildExpression(_ mark: HeatMap) -> [Mark] { [.heatMap(mark)] }
  /// A mark made elsewhere.
  public static func buildExpression(_ mark: Mark) -> [Mark] { [mark] }
  /// Marks made elsewhere.
  public static func buildExpression(_ marks: [Mark]) -> [Mark] { marks }
  /// One after the other.
  public static func buildBlock(_ marks: [Mark]...) -> [Mark] { marks.flatMap(\.self) }
  /// `for`.
  public static func buildArray(_ marks: [[Mark]]) -> [Mark] { marks.flatMap(\.self) }
  /// `if` without `else`.
  public static func buildOptional(_ marks: [Mark]?) -> [Mark] { marks ?? [] }
  /// `if`.
  public static func buildEither(first marks: [Mark]) -> [Mark] { marks }
  /// `else`.
  public static func buildEither(second marks: [Mark]) -> [Mark] { marks }
}
