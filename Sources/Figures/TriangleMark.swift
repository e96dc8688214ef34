// TriangleMark: what a triangle may hold, and the builder that lists it.

/// One thing on a triangle.
public enum TriangleMark: Sendable {
  /// A line through mixtures.
  case trail(Trail)
  /// Single mixtures.
  case mixtures(Mixtures)
}

/// A line through mixtures of three shares, in their order. A mixture with NaN leaves a gap.
public struct Trail: Hashable, Sendable {
  /// The mixtures: three shares each, none negative, of sum 1.
  public var mixtures: [[Double]]
  /// Stands at the line's end.
  public var label: String
  /// How the line is inked.
  public var style: Style

  /// A line through mixtures.
  public init(_ mixtures: [[Double]], label: String = "", style: Style = .automatic) {
    self.mixtures = mixtures
    self.label = label
    self.style = style
  }
}

/// Single mixtures of three shares.
public struct Mixtures: Hashable, Sendable {
  /// The mixtures: three shares each, none negative, of sum 1.
  public var mixtures: [[Double]]
  /// Stand beside the points: one for each, or none.
  public var names: [String]
  /// How the points are inked.
  public var style: Style

  /// Points at mixtures.
  public init(_ mixtures: [[Double]], names: [String] = [], style: Style = .automatic) {
    self.mixtures = mixtures
    self.names = names
    self.style = style
  }
}

/// Lists a triangle's marks; `for` and `if` work.
@resultBuilder public enum TriangleBuilder {
  /// A line.
  public static func buildExpression(_ mark: Trail) -> [TriangleMark] { [.trail(mark)] }
  /// Points.
  public static func buildExpression(_ mark: Mixtures) -> [TriangleMark] { [.mixtures(mark)] }
  /// One after the other.
  public static func buildBlock(_ marks: [TriangleMark]...) -> [TriangleMark] {
    marks.flatMap(\.self)
  }
  /// `for`.
  public static func buildArray(_ marks: [[TriangleMark]]) -> [TriangleMark] {
    marks.flatMap(\.self)
  }
  /// `if` without `else`.
  public static func buildOptional(_ marks: [TriangleMark]?) -> [TriangleMark] { marks ?? [] }
  /// `if`.
  public static func buildEither(first marks: [TriangleMark]) -> [TriangleMark] { marks }
  /// `else`.
  public static func buildEither(second marks: [TriangleMark]) -> [TriangleMark] { marks }
}

extension TriangleMark {
  var style: Style {
    switch self {
    case .trail(let trail): trail.style
    case .mixtures(let mixtures): mixtures.style
    }
  }

  var label: String {
    switch self {
    case .trail(let trail): trail.label
    case .mixtures: ""
    }
  }

  var said: String {
    switch self {
    case .trail: label.isEmpty ? "Trail" : "Trail ‘\(label)’"
    case .mixtures: "Mixtures"
    }
  }

  var content: (mixtures: [[Double]], names: [String]) {
    switch self {
    case .trail(let trail): (trail.mixtures, [])
    case .mixtures(let mixtures): (mixtures.mixtures, mixtures.names)
    }
  }
}
