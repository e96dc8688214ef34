// LineRule: what a line of a derivation says of the line above it, as the program is told it.

struct LineRule {
  enum Relation: String {
    /// A chain begins here; there is nothing to hold.
    case start
    case equal, atMost, atLeast, less, greater, proportional, tends, constant, minimiser, maximiser
  }

  enum Allowance: Equatable {
    case standard
    case absolute(Double)
    /// A share of the larger of the two magnitudes.
    case relative(Double)
    case ulps(Double)
  }

  /// The places at which the variable that the rule speaks of is drawn.
  struct Region: Equatable {
    var start: Choice.Site
    var end: Choice.Site

    func contains(_ site: Choice.Site) -> Bool {
      (start.line, start.column) <= (site.line, site.column)
        && (site.line, site.column) < (end.line, end.column)
    }
  }

  var relation: Relation
  var allowance = Allowance.standard
  var region: Region?

  /// Reads `equal absolute:1e-9 12:5-12:30`; the second word may be `standard`, the third `any`.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 3, let relation = Relation(rawValue: String(words[0])),
      let allowance = Self.allowance(words[1])
    else { return nil }
    self.relation = relation
    self.allowance = allowance
    if words[2] != "any" {
      let numbers = words[2].split { ":-".contains($0) }.compactMap { Int($0) }
      guard numbers.count == 4 else { return nil }
      region = Region(
        start: .init(line: numbers[0], column: numbers[1]),
        end: .init(line: numbers[2], column: numbers[3]))
    }
  }

  private static func allowance(_ text: Substring) -> Allowance? {
    if text == "standard" { return .standard }
    let parts = text.split(separator: ":")
    guard parts.count == 2, let size = Double(String(parts[1])) else { return nil }
    switch parts[0] {
    case "absolute": return .absolute(size)
    case "relative": return .relative(size)
    case "ulps": return .ulps(size)
    default: return nil
    }
  }
}
