// TextPrinter: diagnostics for people, in the form that editors and terminals know.

/// Prints `path:line:column: severity: message [identifier]`, the line itself, and what can be done.
public struct TextPrinter: Sendable {
  /// The texts that spans count their bytes in, by path.
  public var sources: [String: SourceText]

  public init(sources: [String: SourceText]) { self.sources = sources }

  public func text(_ log: Log) -> String { log.diagnostics.map(text).joined() }

  public func text(_ diagnostic: Diagnostic) -> String {
    // What a compiler or linker said may have several lines.
    var lines = diagnostic.message.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0)
    }
    lines[0] =
      "\(place(diagnostic.span))\(diagnostic.severity): \(lines[0]) [\(diagnostic.id.rawValue)]"
    if let span = diagnostic.span { lines += excerpt(span) }
    for note in diagnostic.notes { lines.append("   \(place(note.span))note: \(note.text)") }
    if let fix = diagnostic.fix { lines.append("   fix: write \(fix.replacement)") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func place(_ span: SourceSpan?) -> String {
    guard let span else { return "" }
    guard let source = sources[span.path] else { return "\(span.path): " }
    let position = source.position(of: span.range.lowerBound)
    return "\(span.path):\(position.line):\(position.column): "
  }

  /// The line that a span begins in, and marks under the part that it covers.
  private func excerpt(_ span: SourceSpan) -> [String] {
    guard let source = sources[span.path] else { return [] }
    let position = source.position(of: span.range.lowerBound)
    let lineRange = source.lineRange(position.line)
    let line = source[lineRange]
    guard !line.isEmpty else { return [] }
    let number = String(position.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let before = source[lineRange.lowerBound..<span.range.lowerBound]
    let covered = source[span.range.clamped(to: lineRange)]
    // Tabs are kept so that the marks stand under the text whatever a tab's width is.
    let indent = before.map { $0 == "\t" ? "\t" : " " }.joined()
    let marks = "^" + String(repeating: "~", count: max(0, covered.count - 1))
    return ["\(margin)\(number) | \(line)", "      | \(indent)\(marks)"]
  }
}
