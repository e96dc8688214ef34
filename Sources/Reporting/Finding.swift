// Finding: a diagnostic as other programs read it.

import Diagnostics

package struct Finding: Encodable, Hashable, Sendable {
  /// The identifier of the rule, and its title.
  package var id: String
  package var title: String
  package var severity: String
  package var place: ReportedPlace?
  package var message: String
  package var notes: [Remark]
  package var fix: Replacement?

  /// - Parameter sources: the texts that spans count their bytes in, by the paths of the spans.
  package init(_ diagnostic: Diagnostic, sources: [String: SourceText], paths: ShownPaths) {
    func place(_ span: SourceSpan?) -> ReportedPlace? {
      span.map { ReportedPlace($0, in: sources[$0.path], paths: paths) }
    }
    id = diagnostic.id.rawValue
    title = diagnostic.id.title
    severity = diagnostic.severity.rawValue
    self.place = place(diagnostic.span)
    message = diagnostic.message.abridged
    notes = diagnostic.notes.map { Remark(place: place($0.span), message: $0.text.abridged) }
    fix = diagnostic.fix.map { Replacement($0, paths: paths) }
  }

  /// What has no place has none of its keys either.
  package func encode(to encoder: any Encoder) throws {
    try place?.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encode(severity, forKey: .severity)
    try container.encode(message, forKey: .message)
    try container.encode(notes, forKey: .notes)
    try container.encodeIfPresent(fix, forKey: .fix)
  }

  enum CodingKeys: String, CodingKey { case id, title, severity, message, notes, fix }
}

/// A note of a finding, which may have a place of its own.
package struct Remark: Encodable, Hashable, Sendable {
  package var place: ReportedPlace?
  package var message: String

  package func encode(to encoder: any Encoder) throws {
    try place?.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(message, forKey: .message)
  }

  enum CodingKeys: String, CodingKey { case message }
}

/// An edit by bytes of the file, from 0, which holds only where `original` still stands.
package struct Replacement: Encodable, Hashable, Sendable {
  package var path: String
  package var start: Int
  package var end: Int
  package var original: String
  package var replacement: String

  init(_ edit: Edit, paths: ShownPaths) {
    path = paths.shown(edit.span.path)
    (start, end) = (edit.span.range.lowerBound, edit.span.range.upperBound)
    (original, replacement) = (edit.original, edit.replacement)
  }
}
