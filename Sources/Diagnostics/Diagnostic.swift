// Diagnostic: the one type in which every stage says what is wrong, where, and what to do.

/// Something that an author or a maintainer must know, at its place.
package struct Diagnostic: Hashable, Sendable {
  package var id: Identifier
  package var severity: Severity
  /// Nil when no file is to blame, a missing tool for instance.
  package var span: SourceSpan?
  package var message: String
  package var notes: [Note]
  package var fix: Edit?

  package init(
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

  package enum Severity: String, Hashable, Sendable { case error, warning }
}

/// A second place, or a second sentence, that explains a diagnostic.
package struct Note: Hashable, Sendable {
  package var span: SourceSpan?
  package var text: String

  package init(_ text: String, at span: SourceSpan? = nil) {
    self.span = span
    self.text = text
  }
}

/// A replacement of bytes, which holds only where `original` still stands.
package struct Edit: Hashable, Sendable {
  package var span: SourceSpan
  package var original: String
  package var replacement: String

  package init(_ span: SourceSpan, original: String, replacement: String) {
    self.span = span
    self.original = original
    self.replacement = replacement
  }
}
