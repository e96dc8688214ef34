// Report: the verdicts and diagnostics of a run as JSON, for other programs. The form is a contract.

import Diagnostics
import Foundation
import Verification

/// What a run found, as other programs read it.
public struct Report: Encodable, Sendable {
  public var version = 1
  public var claims: [Entry]
  /// What was drawn; figures are no claims.
  public var figures: [Drawing]
  public var diagnostics: [Finding]
  /// Only when coverage was asked for.
  public var coverage: [Cover]?

  /// How many numbers of an essay are checked, given, or nobody's, and how many equations have no name.
  public struct Cover: Encodable, Sendable {
    public var path: String
    public var checked: Int
    public var given: Int
    public var uncovered: Int
    public var equations: Int
    /// Figures that are not recorded.
    public var pictures: Int
  }

  public struct Entry: Encodable, Sendable {
    public var path: String
    public var line: Int
    public var column: Int
    public var kind: String
    public var wrote: String
    public var computed: String?
    public var verdict: String

    /// What is not known is `null`, so that every claim has the same keys.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(path, forKey: .path)
      try container.encode(line, forKey: .line)
      try container.encode(column, forKey: .column)
      try container.encode(kind, forKey: .kind)
      try container.encode(wrote, forKey: .wrote)
      try container.encode(computed, forKey: .computed)
      try container.encode(verdict, forKey: .verdict)
    }

    enum CodingKeys: String, CodingKey {
      case path, line, column, kind, wrote, computed, verdict
    }
  }

  /// A figure or a sweep, at the place of its fence.
  public struct Drawing: Encodable, Sendable {
    public var path: String
    public var line: Int
    public var column: Int
    /// `figure` or `sweep`.
    public var kind: String
    public var label: String?
    public var parameter: String?
    /// How many pictures there are: 0 where nothing was drawn.
    public var frames: Int
    /// The first picture's.
    public var title: String?
    /// The fingerprint of what was drawn, as `shows=` would have it.
    public var shows: String?
    /// The fingerprint that the author wrote.
    public var recorded: String?

    /// What is not known is `null`, so that every figure has the same keys.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(path, forKey: .path)
      try container.encode(line, forKey: .line)
      try container.encode(column, forKey: .column)
      try container.encode(kind, forKey: .kind)
      try container.encode(label, forKey: .label)
      try container.encode(parameter, forKey: .parameter)
      try container.encode(frames, forKey: .frames)
      try container.encode(title, forKey: .title)
      try container.encode(shows, forKey: .shows)
      try container.encode(recorded, forKey: .recorded)
    }

    enum CodingKeys: String, CodingKey {
      case path, line, column, kind, label, parameter, frames, title, shows, recorded
    }
  }

  public struct Finding: Encodable, Sendable {
    public var id: String
    public var severity: String
    public var path: String?
    public var line: Int?
    public var column: Int?
    public var message: String
    public var notes: [Remark]
    public var fix: Replacement?
  }

  public struct Remark: Encodable, Sendable {
    public var path: String?
    public var line: Int?
    public var column: Int?
    public var message: String
  }

  /// An edit by bytes of the file, from 0, which holds only where `original` still stands.
  public struct Replacement: Encodable, Sendable {
    public var path: String
    public var start: Int
    public var end: Int
    public var original: String
    public var replacement: String
  }

  /// - Parameter sources: the texts that the spans count their bytes in.
  public init(
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
        let place = essay.document.source.position(of: judged.claim.range.lowerBound)
        return Entry(
          path: essay.document.path, line: place.line, column: place.column,
          kind: judged.claim.kind.rawValue, wrote: judged.claim.wrote, computed: judged.computed,
          verdict: judged.verdict.rawValue)
      }
    }
    figures = essays.flatMap { essay in
      essay.figures.map { figure in
        let place = essay.document.source.position(of: figure.range.lowerBound)
        return Drawing(
          path: essay.document.path, line: place.line, column: place.column,
          kind: figure.parameter == nil ? "figure" : "sweep", label: figure.label,
          parameter: figure.parameter, frames: figure.frames.count,
          title: figure.frames.first?.title, shows: figure.fingerprint,
          recorded: figure.recorded?.fingerprint)
      }
    }
    func position(_ span: SourceSpan?) -> Position? {
      span.flatMap { span in sources[span.path]?.position(of: span.range.lowerBound) }
    }
    diagnostics = log.diagnostics.map { diagnostic in
      let place = position(diagnostic.span)
      return Finding(
        id: diagnostic.id.rawValue, severity: diagnostic.severity.rawValue,
        path: diagnostic.span?.path, line: place?.line, column: place?.column,
        message: diagnostic.message,
        notes: diagnostic.notes.map { note in
          let place = position(note.span)
          return Remark(
            path: note.span?.path, line: place?.line, column: place?.column, message: note.text)
        },
        fix: diagnostic.fix.map {
          Replacement(
            path: $0.span.path, start: $0.span.range.lowerBound, end: $0.span.range.upperBound,
            original: $0.original, replacement: $0.replacement)
        })
    }
  }

  /// Keys in order and one to a line, so that two reports can be compared.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
