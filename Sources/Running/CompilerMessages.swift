// CompilerMessages: reads what the compiler writes, in places of its own: the program said
// `#sourceLocation`, so it speaks of the files and lines that the program named.

import GalleyRecordFormat

enum CompilerMessages {
  /// Each message once, with the notes behind it.
  static func read(_ text: String) -> [CompilerMessage] {
    var messages: [CompilerMessage] = []
    for line in text.split(separator: "\n") {
      guard let (place, severity, words) = parse(line) else { continue }
      if let severity = CompilerMessage.Severity(rawValue: severity) {
        messages.append(CompilerMessage(severity: severity, text: words, place: place, notes: []))
      } else if !messages.isEmpty {
        messages[messages.count - 1].notes.append(CompilerMessage.Note(text: words, place: place))
      }
    }
    var seen: Set<CompilerMessage> = []
    return messages.filter { seen.insert($0).inserted }
  }

  /// Splits `file:line:column: severity: words`, where the file may hold colons. The driver, which names no place,
  /// begins with its severity; that a linker failed is told by the linker.
  private static func parse(
    _ line: Substring
  ) -> (CompilerMessage.Place?, severity: String, words: String)? {
    if line.hasPrefix("error: "), !line.hasPrefix("error: link command failed") {
      return (nil, "error", String(line.dropFirst(7)))
    }
    // Clang has fatal errors too: a header that is not there.
    for (said, severity) in [
      ("error", "error"), ("fatal error", "error"), ("warning", "warning"), ("note", "note"),
    ] {
      guard let mark = line.firstRange(of: ": \(said): ") else { continue }
      let words = String(line[mark.upperBound...])
      let parts = line[..<mark.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
      if parts == ["<unknown>", "0"] { return (nil, severity, words) }
      guard parts.count >= 3, let column = Int(parts[parts.count - 1]),
        let row = Int(parts[parts.count - 2])
      else { continue }
      let file = parts.dropLast(2).joined(separator: ":")
      return (
        CompilerMessage.Place(file: file, site: Site(line: row, column: column)), severity, words
      )
    }
    return nil
  }
}
