// ReportedClaim: a claim with its verdict, as other programs read it.

package struct ReportedClaim: Encodable, Hashable, Sendable {
  package var place: ReportedPlace
  package var kind: String
  package var wrote: String
  /// The Swift whose value is claimed.
  package var expression: String
  package var computed: String?
  package var verdict: String
  /// How it was decided, or why it could not be.
  package var rule: String
  /// Nil where the claim does not hold, or its form has no measure.
  package var margin: Margin?
  /// How long the program ran that computed it; nil where none did.
  package var milliseconds: Double?

  /// How far the value might move and still be what is claimed. A side without an end is nil.
  package struct Margin: Encodable, Hashable, Sendable {
    package var down: Double?
    package var up: Double?

    package init(down: Double?, up: Double?) {
      self.down = down
      self.up = up
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(down, forKey: .down)
      try container.encode(up, forKey: .up)
    }

    enum CodingKeys: String, CodingKey { case down, up }
  }

  package init(
    place: ReportedPlace, kind: String, wrote: String, expression: String, computed: String?,
    verdict: String, rule: String, margin: Margin?, milliseconds: Double?
  ) {
    self.place = place
    self.kind = kind
    self.wrote = wrote
    self.expression = expression
    self.computed = computed
    self.verdict = verdict
    self.rule = rule
    self.margin = margin
    self.milliseconds = milliseconds
  }

  /// What is not known is `null`, so that every claim has the same keys.
  package func encode(to encoder: any Encoder) throws {
    try place.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(wrote, forKey: .wrote)
    try container.encode(expression, forKey: .expression)
    try container.encode(computed, forKey: .computed)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(rule, forKey: .rule)
    try container.encode(margin, forKey: .margin)
    try container.encode(milliseconds, forKey: .milliseconds)
  }

  enum CodingKeys: String, CodingKey {
    case kind, wrote, expression, computed, verdict, rule, margin, milliseconds
  }
}
