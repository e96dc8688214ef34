// Diagnostic: the one type in which every stage says what is wrong, where, and what to do.

/// Something that an author or a maintainer must know, at its place.
public struct Diagnostic: Hashable, Sendable {
  public var id: Identifier
  public var severity: Severity
  /// Nil when no file is to blame, a missing tool for instance.
  public var span: SourceSpan?
  public var message: String
  public var notes: [Note]
  public var fix: Edit?

  public init(
    _ id: Identifier, _ severity: Severity = .error, at span: SourceSpan?, _ message: String,
    notes: [Note] = [], fix: Edit? = nil
  ) {
    self.id = id
    self.severity = severity
    self.span = span
    self.message = message
    self.notes = notes
    self.fix = fix
  }

  public enum Severity: String, Hashable, Sendable { case error, warning }
}

/// A second place, or a second sentence, that explains a diagnostic.
public struct Note: Hashable, Sendable {
  public var span: SourceSpan?
  public var text: String

  public init(_ text: String, at span: SourceSpan? = nil) {
    self.span = span
    self.text = text
  }
}

/// A replacement of bytes, which holds only where `original` still stands.
public struct Edit: Hashable, Sendable {
  public var span: SourceSpan
  public var original: String
  public var replacement: String

  public init(_ span: SourceSpan, original: String, replacement: String) {
    self.span = span
    self.original = original
    self.replacement = replacement
  }
}
