// Reading front matter: YAML between two `---` lines, of which few keys are known.

import Diagnostics
import Yams

/// Reads the front matter at the head of an essay; without any, the result is empty.
func readFrontMatter(_ source: [UInt8], path: String) -> Diagnosed<FrontMatter> {
  var reading = FrontMatterReading(source, path: path)
  reading.read()
  return Diagnosed(reading.result, reading.log)
}

struct FrontMatterReading {
  let source: [UInt8]
  let path: String
  var result: FrontMatter
  var log = Log()

  init(_ source: [UInt8], path: String) {
    self.source = source
    self.path = path
    // A byte order mark is no part of the text.
    let start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    result = FrontMatter(range: start..<start)
  }

  mutating func read() {
    let start = result.range.lowerBound
    guard isFence(start) else {
      complainOfLateFrontMatter()
      return
    }
    let yaml = lineEnd(start)
    var line = yaml
    while line < source.count, !isFence(line) { line = lineEnd(line) }
    guard line < source.count else {
      complain(start..<start + 3, "this --- opens front matter that no other --- line closes")
      return
    }
    result.range = start..<lineEnd(line)
    read(yaml..<line)
  }

  /// The index after a line and its break, which is LF, CR LF or CR.
  func lineEnd(_ start: Int) -> Int {
    guard let end = source[start...].firstIndex(where: { $0 == 10 || $0 == 13 }) else {
      return source.count
    }
    return end + (source[end] == 13 && end + 1 < source.count && source[end + 1] == 10 ? 2 : 1)
  }

  /// A line without white space at its ends and without what nobody sees.
  func visible(_ line: Int) -> String {
    guard line < source.count else { return "" }
    let text = String(decoding: source[line..<lineEnd(line)], as: UTF8.self).unicodeScalars
    let seen = text.filter {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
    }
    return String(String.UnicodeScalarView(seen))
  }

  private func isFence(_ start: Int) -> Bool {
    let line = source[start..<lineEnd(start)]
    return line.starts(with: Array("---".utf8)) && line.dropFirst(3).allSatisfy(isMarkdownSpace)
  }

  private mutating func read(_ range: Range<Int>) {
    let text = String(decoding: source[range], as: UTF8.self)
    do {
      guard let root = try Yams.compose(yaml: text) else { return }
      guard let mapping = root.mapping else {
        complain(range, "front matter is a list of keys and values, such as \"title: Softmax\"")
        return
      }
      for (key, value) in mapping { read(key, value, in: range) }
    } catch let error as YamlError {
      complain(error, in: range)
    } catch {
      complain(range, "front matter cannot be read: \(error)")
    }
  }

  private mutating func read(_ key: Yams.Node, _ value: Yams.Node, in range: Range<Int>) {
    let name = key.scalar?.string ?? ""
    switch name {
    case "title":
      result.title = words(value, name, in: range)
      result.titleWords = inlines(result.title, value, in: range)
      if result.title != nil { warnOfOtherWords(key, value, in: range) }
    case "summary":
      result.summary = words(value, name, in: range)
      result.summaryWords = inlines(result.summary, value, in: range)
      if result.summary != nil { warnOfOtherWords(key, value, in: range) }
    case "date": result.date = date(value, in: range)
    case "order":
      result.order = value.int
      if value.int == nil { complain(place(value, in: range), "order is a whole number") }
    case "data": result.data = files(value, in: range)
    case "given": result.given = texts(value, in: range)
    case "draft": result.draft = draft(value, in: range)
    case "author": result.authors = names(value, name, in: range)
    case "tags": result.tags = names(value, name, in: range)
    case "aliases": result.aliases = aliases(value, in: range)
    case "language": result.language = language(value, in: range)
    case "extra": result.extra = extra(value, in: range)
    default:
      let known =
        Self.keys.dropLast().joined(separator: ", ") + " and " + Self.keys[Self.keys.count - 1]
      let meant = suggestion(for: name, among: Self.keys)
      complain(
        place(key, in: range),
        "front matter knows \(known), not \(name.isEmpty ? "this" : name)"
          + (meant.isEmpty ? "; what only templates read stands under ‘extra’" : meant))
    }
  }

  /// Any scalar counts as words: a title may be `1984`, and nobody should have to quote it.
  private mutating func words(
    _ value: Yams.Node, _ name: String, in range: Range<Int>
  ) -> String? {
    if let scalar = value.scalar, value.null == nil, !scalar.string.isEmpty { return scalar.string }
    complain(place(value, in: range), "\(name) is a line of text")
    return nil
  }

  private mutating func inlines(
    _ text: String?, _ value: Yams.Node, in range: Range<Int>
  ) -> [Node] {
    guard let text else { return [] }
    let start = place(value, in: range).lowerBound
    let words = FrontMatterWords(
      text, in: source, from: start, to: range.upperBound, path: path)
    log.add(contentsOf: words.log)
    return words.nodes
  }

  private mutating func date(_ value: Yams.Node, in range: Range<Int>) -> String? {
    if let text = value.scalar?.string, isDate(text) { return text }
    complain(place(value, in: range), "date is a day of the calendar, written YYYY-MM-DD")
    return nil
  }

  private func isDate(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
    else { return false }
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && (1...days[month - 1]).contains(day)
  }

  // MARK: Places

  func place(_ node: Yams.Node, in range: Range<Int>) -> Range<Int> {
    guard let mark = node.mark else { return range }
    let start = place(mark, in: range)
    let length = max(1, node.scalar?.string.utf8.count ?? 1)
    return start..<max(start, min(start + length, lineTextEnd(start), range.upperBound))
  }

  /// Yams counts lines and columns from 1, columns in characters.
  func place(_ mark: Mark, in range: Range<Int>) -> Int {
    var start = range.lowerBound
    for _ in 1..<max(mark.line, 1) { start = min(lineEnd(start), range.upperBound) }
    let line = String(decoding: source[start..<lineEnd(start)], as: UTF8.self)
    let before = line.unicodeScalars.prefix(max(mark.column - 1, 0))
    return min(start + before.reduce(0) { $0 + UTF8.width($1) }, range.upperBound)
  }

  func lineTextEnd(_ start: Int) -> Int {
    var end = lineEnd(start)
    while end > start, isMarkdownSpace(source[end - 1]) { end -= 1 }
    return end
  }

  private mutating func complain(_ error: YamlError, in range: Range<Int>) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // What is never closed is noticed at the end, but stands where it was opened.
      var start = place(mark, in: range)
      if start == range.upperBound, let context { start = place(context.mark, in: range) }
      complain(
        start..<max(start, lineTextEnd(start)),
        "front matter is no YAML: \(problem)\(advice(at: start, in: range))")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let start = place(context.mark, in: range)
      complain(
        start..<max(start, lineTextEnd(start)),
        "front matter says \(duplicates.map { "\($0)" }.joined(separator: ", ")) twice")
    default:
      complain(range, "front matter cannot be read: \(error)")
    }
  }

  mutating func complain(_ range: Range<Int>, _ message: String) {
    log.add(Diagnostic(.frontMatter, at: SourceSpan(path, range), message))
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { UTF8.encode(scalar)?.count ?? 0 }
}
