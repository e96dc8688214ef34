// What front matter would say without a word: words that YAML reads in another way than they are written, and
// front matter that is none because of where it stands.

import Diagnostics
import Yams

extension FrontMatterReading {
  /// YAML ends words at ` #`, takes `&a` and `!a` off their head, and reads `\\t` of a formula as a tab: then a page would
  /// show other words than the file.
  mutating func warnOfOtherWords(
    _ key: Yams.Node, _ value: Yams.Node, in range: Range<Int>
  ) {
    guard let scalar = value.scalar, let mark = key.mark else { return }
    let start = place(mark, in: range)
    guard let colon = source[start..<range.upperBound].firstIndex(of: UInt8(ascii: ":")) else {
      return
    }
    var end = lineTextEnd(start)
    var lines = [String(decoding: source[colon + 1..<max(end, colon + 1)], as: UTF8.self)]
    var next = lineEnd(start)
    while next < range.upperBound, isMarkdownSpace(source[next]) {
      let text = String(decoding: source[next..<max(next, lineTextEnd(next))], as: UTF8.self)
      if text.first(where: { !$0.isWhitespace }) != "#" {
        lines.append(text)
        if !text.isEmpty { end = lineTextEnd(next) }
      }
      next = lineEnd(next)
    }
    let written = source[colon + 1..<end].drop(while: isMarkdownSpace)
    guard !written.isEmpty else { return }
    let quoted = "'" + String(decoding: written, as: UTF8.self).replacing("'", with: "''") + "'"
    switch scalar.style {
    case .plain where Self.words(lines) != scalar.string.split(whereSeparator: \.isWhitespace):
      let advice = lines.count == 1 ? ": write \(quoted)" : ": put quotation marks around it"
      warn(
        written.startIndex..<end,
        "YAML reads this as ‘\(scalar.string)’, and so the page shows it\(advice)")
    case .doubleQuoted:
      var index = written.startIndex
      while index + 1 < written.endIndex, written[index] != UInt8(ascii: "#") {
        guard written[index] == UInt8(ascii: "\\") else {
          index += 1
          continue
        }
        if "abefnrtv0NLP_".utf8.contains(written[index + 1]) {
          warn(
            index..<index + 2,
            "YAML reads this as one character that no page shows: write \\\\ for a backslash, or ' instead of "
              + "\" around the words")
        }
        index += 2
      }
    default: break
    }
  }

  private static func words(_ lines: [String]) -> [Substring] {
    lines.flatMap { $0.split(whereSeparator: \.isWhitespace) }
  }

  private mutating func warn(_ range: Range<Int>, _ message: String) {
    log.add(Diagnostic(.frontMatter, .warning, at: SourceSpan(path, range), message))
  }

  /// What would be front matter if nothing stood above or before it would be published as text.
  mutating func complainOfLateFrontMatter() {
    var line = result.range.lowerBound
    while line < source.count, visible(line).isEmpty { line = lineEnd(line) }
    if visible(line) == "+++" {
      complain(
        line..<lineTextEnd(line),
        "front matter is YAML between two lines of ---, and this is shown as a text: write title: … for title = …"
      )
      return
    }
    let first = line
    while line < source.count, let end = endOfRemark(line) { line = end }
    let isCode = source[min(line, source.count)...].starts(with: "    ".utf8)
    let fence = visible(line)
    guard !isCode, fence == "---" || (!fence.isEmpty && fence.allSatisfy { "-–—".contains($0) })
    else { return }
    let next = visible(lineEnd(line))
    let key = next.prefix { $0.isLetter }
    guard !key.isEmpty, next.dropFirst(key.count).hasPrefix(":") else { return }
    // Below a comment or a heading there may be a rule and a paragraph of any words.
    guard (line == first && fence == "---") || Self.keys.contains(String(key)) else { return }
    if fence != "---" {
      complain(
        line..<lineTextEnd(line),
        "front matter stands between two lines of three hyphens, ---, and this is shown as a text")
      return
    }
    complain(
      line..<lineTextEnd(line),
      "front matter begins on the first line of a file: take away what stands above or before this")
  }

  static let keys = [
    "title", "summary", "date", "order", "data", "given", "draft", "author", "tags", "aliases",
    "language", "extra",
  ]

  /// The line behind an empty one, a comment or what looks like a comment of YAML; nil for other lines.
  private func endOfRemark(_ line: Int) -> Int? {
    let text = visible(line)
    if text.isEmpty || text.hasPrefix("#") { return lineEnd(line) }
    guard text.hasPrefix("<!--") else { return nil }
    let end = source[line...].firstRange(of: Array("-->".utf8))
    return end.map { lineEnd($0.upperBound) }
  }

  /// Most of what YAML cannot read are words with a colon, or with a sign at their head.
  func advice(at place: Int, in range: Range<Int>) -> String {
    var start = range.lowerBound
    while lineEnd(start) <= place, lineEnd(start) < range.upperBound { start = lineEnd(start) }
    let line = String(decoding: source[start..<lineTextEnd(start)], as: UTF8.self)
    guard let colon = line.firstIndex(of: ":") else { return "" }
    let words = line[line.index(after: colon)...].drop { $0.isWhitespace }
    guard line[..<colon].allSatisfy(\.isLetter), let first = words.first, !"\"'|>[{".contains(first)
    else { return "" }
    return "; write \(line[..<colon]): '\(words.replacing("'", with: "''"))'"
  }
}
