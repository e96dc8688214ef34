// Report: the verdicts and diagnostics of a run as JSON, for other programs. The form is a contract.

import Diagnostics
import Foundation
import Verification

/// What a run found, as other programs read it.
package struct Report: Encodable, Sendable {
  package var version = 1
  package var claims: [Entry]
  /// What was drawn; figures are no claims.
  package var figures: [Drawing]
  package var diagnostics: [Finding]
  /// Only when coverage was asked for.
  package var coverage: [Cover]?

  /// How many numbers of an essay are checked, given, or nobody's, and how many equations have no name.
  package struct Cover: Encodable, Sendable {
    package var path: String
    package var checked: Int
    package var given: Int
    package var uncovered: Int
    package var equations: Int
    /// Figures that are not recorded.
    package var pictures: Int
  }

  /// Where something stands: lines and columns count from 1, columns in bytes and in UTF-16 units. The end is the
  /// place behind the last byte.
  package struct Place: Encodable, Sendable {
    package var path: String
    package var line: Int?
    package var column: Int?
    package var utf16Column: Int?
    package var endLine: Int?
    package var endColumn: Int?
    package var endUTF16Column: Int?

    init(_ path: String, _ range: Range<Int>, in source: SourceText?) {
      self.path = path
      guard let extent = source?.extent(of: range) else { return }
      (line, column, utf16Column) = (
        extent.start.line, extent.start.column, extent.start.utf16Column
      )
      (endLine, endColumn, endUTF16Column) = (
        extent.end.line, extent.end.column, extent.end.utf16Column
      )
    }
  }

  package struct Entry: Encodable, Sendable {
    package var place: Place
    package var kind: String
    package var wrote: String
    package var computed: String?
    package var verdict: String

    /// What is not known is `null`, so that every claim has the same keys.
    package func encode(to encoder: any Encoder) throws {
      try place.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(kind, forKey: .kind)
      try container.encode(wrote, forKey: .wrote)
      try container.encode(computed, forKey: .computed)
      try container.encode(verdict, forKey: .verdict)
    }

    enum CodingKeys: String, CodingKey { case kind, wrote, computed, verdict }
  }

  /// A figure or a sweep, at the place of its fence.
  package struct Drawing: Encodable, Sendable {
    package var place: Place
    /// `figure` or `sweep`.
    package var kind: String
    package var label: String?
    package var parameter: String?
    /// How many pictures there are: 0 where nothing was drawn.
    package var frames: Int
    /// The first picture's.
    package var title: String?
    /// The fingerprint of what was drawn, as `shows=` would have it.
    package var shows: String?
    /// The fingerprint that the author wrote.
    package var recorded: String?

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

  package struct Finding: Encodable, Sendable {
    package var id: String
    package var severity: String
    package var place: Place?
    package var message: String
    package var notes: [Remark]
    package var fix: Replacement?

    /// What has no place has none of its keys either.
    package func encode(to encoder: any Encoder) throws {
      try place?.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(severity, forKey: .severity)
      try container.encode(message, forKey: .message)
      try container.encode(notes, forKey: .notes)
      try container.encodeIfPresent(fix, forKey: .fix)
    }

    enum CodingKeys: String, CodingKey { case id, severity, message, notes, fix }
  }

  package struct Remark: Encodable, Sendable {
    package var place: Place?
    package var message: String

    package func encode(to encoder: any Encoder) throws {
      try place?.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(message, forKey: .message)
    }

    enum CodingKeys: String, CodingKey { case message }
  }

  /// An edit by bytes of the file, from 0, which holds only where `original` still stands.
  package struct Replacement: Encodable, Sendable {
    package var path: String
    package var start: Int
    package var end: Int
    package var original: String
    package var replacement: String
  }

  /// - Parameter sources: the texts that the spans count their bytes in.
  package init(
    _ essays: [VerifiedEssay], _ log: Log, sources: [String: SourceText],
    coverage: [EssayCoverage]? = nil
  ) {
    self.coverage = coverage?.map {
      Cover(
        path: $0.path, checked: $0.checked, given: $0.given, uncovered: $0.uncovered.count,
        equations: $0.equations.count, pictures: $0.pictures.count)
    }
    claims = essays.flatMap { essay in
      essay.claims.map { judged in
        Entry(
          place: Place(essay.document.path, judged.claim.range, in: essay.document.source),
          kind: judged.claim.kind.rawValue, wrote: judged.claim.wrote, computed: judged.computed,
          verdict: judged.verdict.rawValue)
      }
    }
    figures = essays.flatMap { essay in
      essay.figures.map { figure in
        Drawing(
          place: Place(essay.document.path, figure.range, in: essay.document.source),
          kind: figure.parameter == nil ? "figure" : "sweep", label: figure.label,
          parameter: figure.parameter, frames: figure.frames.count,
          title: figure.frames.first?.title, shows: figure.fingerprint,
          recorded: figure.recorded?.fingerprint)
      }
    }
    func place(_ span: SourceSpan?) -> Place? {
      span.map { Place($0.path, $0.range, in: sources[$0.path]) }
    }
    diagnostics = log.diagnostics.map { diagnostic in
      Finding(
        id: diagnostic.id.rawValue, severity: diagnostic.severity.rawValue,
        place: place(diagnostic.span), message: diagnostic.message.abridged,
        notes: diagnostic.notes.map { Remark(place: place($0.span), message: $0.text.abridged) },
        fix: diagnostic.fix.map {
          Replacement(
            path: $0.span.path, start: $0.span.range.lowerBound, end: $0.span.range.upperBound,
            original: $0.original, replacement: $0.replacement)
        })
    }
  }

  /// Keys in order and one to a line, so that two reports can be compared.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
