// TextPrinter: diagnostics for people, in the form that editors and terminals know.

import Diagnostics

/// Prints `path:line:column: severity: message [identifier]`, the line itself, and what can be done.
package struct TextPrinter: Sendable {
  /// The texts that spans count their bytes in, by path.
  package var sources: [String: SourceText]

  package var paths: ShownPaths
  package var style = TextStyle.plain

  package init(
    sources: [String: SourceText] = [:], paths: ShownPaths = .unchanged, style: TextStyle = .plain
  ) {
    self.sources = sources
    self.paths = paths
    self.style = style
  }

  package func text(_ log: Log) -> String { log.diagnostics.map(text).joined() }

  package func text(_ diagnostic: Diagnostic) -> String {
    // What a compiler or linker said may have several lines.
    var lines = diagnostic.message.abridged.split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    lines[0] =
      style.strong(place(diagnostic.span)) + severity(diagnostic) + " " + style.strong(lines[0])
      + style.faint(" [\(diagnostic.id.rawValue)]")
    if let span = diagnostic.span { lines += excerpt(span, diagnostic.severity) }
    for note in diagnostic.notes {
      lines.append("   \(place(note.span))\(style.note("note:")) \(note.text.abridged)")
    }
    if let fix = diagnostic.fix {
      let isElsewhere = fix.span.path != diagnostic.span?.path
      let file = isElsewhere ? " at " + place(fix.span).dropLast(2) : ""
      lines.append("   \(style.fix("fix:")) write \(fix.replacement)\(file)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func place(_ span: SourceSpan?) -> String {
    guard let span else { return "" }
    let path = paths.shown(span.path)
    guard let source = sources[span.path] else { return "\(path): " }
    let position = source.position(of: span.range.lowerBound)
    return "\(path):\(position.line):\(position.column): "
  }

  private func severity(_ diagnostic: Diagnostic) -> String {
    coloured("\(diagnostic.severity):", diagnostic.severity)
  }

  private func coloured(_ text: String, _ severity: Diagnostic.Severity) -> String {
    severity == .error ? style.error(text) : style.warning(text)
  }

  /// The line that a span begins in, and marks under the part that it covers.
  private func excerpt(_ span: SourceSpan, _ severity: Diagnostic.Severity) -> [String] {
    guard let source = sources[span.path] else { return [] }
    let position = source.position(of: span.range.lowerBound)
    let lineRange = source.lineRange(position.line)
    guard !lineRange.isEmpty else { return [] }
    let covered = span.range.clamped(to: lineRange)
    let excerpt = Excerpt(
      source[lineRange],
      covering: covered.lowerBound - lineRange.lowerBound..<covered.upperBound
        - lineRange.lowerBound)
    let number = String(position.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    // What indents the marks is no mark.
    let indent = excerpt.marks.prefix { $0 == " " || $0 == "\t" }
    let marks = indent + coloured(String(excerpt.marks.dropFirst(indent.count)), severity)
    return [
      style.faint("\(margin)\(number) |") + " \(excerpt.line)",
      style.faint("      |") + " \(marks)",
    ]
  }
}
