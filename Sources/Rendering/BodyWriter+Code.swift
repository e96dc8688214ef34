// Code blocks: highlighted lines, the marks of claims at their ends, and what the fence says.

import Markup

extension BodyWriter {
  mutating func writeCode(_ block: Node, _ info: String, _ text: Verbatim) {
    let fence = FenceInfo(info)
    html.freshLine()
    if isPlain {
      html += "<pre><code\(fence.classAttribute)>\(escaped(text.text))</code></pre>\n"
      return
    }
    if fence.note != nil { html += "<figure class=\"example \(fence.noteClass)\">\n" }
    writeListing(block, info, text)
    if let note = fence.note {
      html += "<figcaption>\(escaped(note))</figcaption>\n</figure>\n"
    }
  }

  /// The lines of a code block with their marks.
  mutating func writeListing(_ block: Node, _ info: String, _ text: Verbatim) {
    let fence = FenceInfo(info)
    let name = fence.language.isEmpty ? "Code" : "Code in \(fence.language)"
    html += "<pre tabindex=\"0\" role=\"group\" aria-label=\"\(escaped(name))\">"
    html += "<code\(fence.classAttribute)>"
    let lines = code(block, text)
    for (index, line) in lines.enumerated() {
      let range = lineRange(text, index, in: block)
      html += struck(line, range)
      html += claims.controls(inLine: range)
      html += "\n"
      if !remarks.isEmpty { html += remarks.lines(for: range, claims) }
    }
    html += "</code></pre>\n"
  }

  /// A line of code in which refuted values are struck out.
  private func struck(_ line: String, _ range: Range<Int>) -> String {
    claims.refutations(inLine: range).reversed().reduce(line) { line, refutation in
      let shift = range.lowerBound
      let start = max(refutation.range.lowerBound - shift, 0)
      let end = min(refutation.range.upperBound, range.upperBound) - shift
      return CodeLine(line).striking(start..<max(start, end), refutation.difference.old)
    }
  }

  private func code(_ block: Node, _ text: Verbatim) -> [String] {
    if let lines = material.code[block.range.lowerBound] { return lines }
    var lines = text.text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { escaped(String($0)) }
  }

  /// The bytes of the essay that a line of a code block takes, up to the next line.
  private func lineRange(_ text: Verbatim, _ index: Int, in block: Node) -> Range<Int> {
    guard index < text.lineStarts.count else { return 0..<0 }
    let start = text.lineStarts[index]
    let isLast = index + 1 == text.lineStarts.count
    let end = isLast ? block.range.upperBound : text.lineStarts[index + 1]
    return start..<max(start, end)
  }
}

/// What a page shows of the words after an opening fence: the language, and why code was not run.
struct FenceInfo {
  var language = ""
  var note: String?
  var noteClass = ""

  init(_ info: String) {
    let words = Self.words(info)
    language = words.first ?? ""
    for word in words.dropFirst() where language == "swift" {
      if word == "norun" {
        note = note ?? "Compiled, not run."
        noteClass = noteClass.isEmpty ? "norun" : noteClass
      } else if word.hasPrefix("skip=") {
        note = "Not checked: \(word.dropFirst("skip=".count).filter { $0 != "\"" })"
        noteClass = "skipped"
      }
    }
  }

  var classAttribute: String {
    language.isEmpty ? "" : " class=\"language-\(escaped(language))\""
  }

  /// The words of an info string; white space between double quotes parts nothing.
  private static func words(_ info: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in info {
      if character == "\"" { isQuoted.toggle() }
      if character.isWhitespace, !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
