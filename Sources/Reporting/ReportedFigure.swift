// ReportedFigure: what was drawn, as other programs read it. Figures are no claims.

/// A figure or a sweep, at the place of its fence.
package struct ReportedFigure: Encodable, Hashable, Sendable {
  package var place: ReportedPlace
  /// `figure` or `sweep`.
  package var kind: String
  package var label: String?
  package var parameter: String?
  /// How many pictures there are: 0 where nothing was drawn.
  package var frames: Int
  /// The first picture's.
  package var title: String?
  /// The fingerprint of what was drawn.
  package var shows: String?
  /// The fingerprint that `content/figures.lock` has.
  package var recorded: String?

  package init(
    place: ReportedPlace, kind: String, label: String?, parameter: String?, frames: Int,
    title: String?, shows: String?, recorded: String?
  ) {
    self.place = place
    self.kind = kind
    self.label = label
    self.parameter = parameter
    self.frames = frames
    self.title = title
    self.shows = shows
    self.recorded = recorded
  }

  /// What is not known is `null`, so that every figure has the same keys.
  package func encode(to encoder: any Encoder) throws {
    try place.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(label, forKey: .label)
    try container.encode(parameter, forKey: .parameter)
    try container.encode(frames, forKey: .frames)
    try container.encode(title, forKey: .title)
    try container.encode(shows, forKey: .shows)
    try container.encode(recorded, forKey: .recorded)
  }

  enum CodingKeys: String, CodingKey {
    case kind, label, parameter, frames, title, shows, recorded
  }
}
