// ReportedRepair: a correction that was written, or was not, as reports tell it.

package struct ReportedRepair: Encodable, Hashable, Sendable {
  package var place: ReportedPlace
  /// The identifier of the finding.
  package var id: String
  /// What stood there, and what stands there now or could.
  package var original: String
  package var replacement: String
  /// How much larger the new number is, in parts of the old one; nil where it is no number, or the old one is zero.
  package var relative: Double?
  /// Whether no value was corrected: the fingerprint of a picture, a spelling.
  package var isWording: Bool
  /// Why it is not written; nil where it is.
  package var obstacle: String?

  package init(
    place: ReportedPlace, id: String, original: String, replacement: String, relative: Double?,
    isWording: Bool, obstacle: String?
  ) {
    self.place = place
    self.id = id
    self.original = original
    self.replacement = replacement
    self.relative = relative
    self.isWording = isWording
    self.obstacle = obstacle
  }

  package func encode(to encoder: any Encoder) throws {
    try place.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(original, forKey: .original)
    try container.encode(replacement, forKey: .replacement)
    try container.encode(relative, forKey: .relative)
    try container.encode(obstacle == nil, forKey: .accepted)
    try container.encode(obstacle, forKey: .obstacle)
  }

  enum CodingKeys: String, CodingKey {
    case id, original, replacement, relative, accepted, obstacle
  }
}
