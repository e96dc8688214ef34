// CompilerMessages: the compiler's errors and warnings, at the essay's own lines and columns. The
// program said `#sourceLocation`, so the compiler already speaks of the essay.

import Diagnostics

enum CompilerMessages {
  static func read(_ text: String, of program: Program, in source: SourceText) -> Log {
    var diagnostics: [Diagnostic] = []
    for line in text.split(separator: "\n") {
      guard let (path, position, severity, message) = parse(line) else { continue }
      let isPrelude = path == ProgramPrelude.path
      guard isPrelude || path == program.nameForCompiler else { continue }
      // Galley's own last line is never reached in a program that does not end; that is no news.
      if isPrelude && severity != "error" { continue }
      let span = isPrelude ? nil : span(of: position, in: program, source)
      // A program that is only compiled repeats what stands before it on the page.
      if program.isOnlyCompiled, let span, let last = program.pieces.last,
        !last.content.range.contains(span.range.lowerBound)
      {
        continue
      }
      let text = isPrelude ? "in the imports of galley.yml: \(message)" : message
      switch severity {
      case "error": diagnostics.append(Diagnostic(.compileError, .error, at: span, text))
      case "warning": diagnostics.append(Diagnostic(.compileWarning, .warning, at: span, text))
      default:
        guard !diagnostics.isEmpty else { continue }
        diagnostics[diagnostics.count - 1].notes.append(Note(text, at: span))
      }
    }
    var seen: Set<Diagnostic> = []
    return Log(diagnostics.filter { seen.insert($0).inserted })
  }

  /// Splits `path:line:column: severity: message`; the path may hold colons.
  private static func parse(
    _ line: Substring
  ) -> (path: String, Position, severity: String, message: String)? {
    for severity in ["error", "warning", "note"] {
      guard let mark = line.range(of: ": \(severity): ") else { continue }
      let place = line[..<mark.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
      guard place.count >= 3, let column = Int(place[place.count - 1]),
        let row = Int(place[place.count - 2])
      else { continue }
      let path = place.dropLast(2).joined(separator: ":")
      return (
        path, Position(line: row, column: column), severity, String(line[mark.upperBound...])
      )
    }
    return nil
  }

  private static func span(
    of position: Position, in program: Program, _ source: SourceText
  ) -> SourceSpan {
    let offset = program.essayOffset(of: position, in: source)
    // Mark the word that the compiler points at.
    let line = source.lineRange(source.position(of: offset).line)
    let rest = source[offset..<max(offset, line.upperBound)]
    let word = rest.unicodeScalars.prefix { $0.isWordPart }
    let length = max(1, String(word).utf8.count)
    return SourceSpan(program.path, offset..<min(offset + length, max(offset, line.upperBound)))
  }
}

extension Program {
  /// The byte of the essay at a line and a column of the program. The lines are the essay's own; in
  /// a list or a quotation the program's columns begin behind the container's prefix.
  func essayOffset(of position: Position, in source: SourceText) -> Int {
    for case (_, .example(let example)) in pieces {
      for start in example.code.lineStarts
      where source.position(of: start).line == position.line {
        return min(
          start + position.column - 1, source.lineRange(position.line).upperBound)
      }
    }
    return source.offset(line: position.line, column: position.column)
  }
}

extension Substring {
  /// Where `text` first occurs.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
