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
    let note = fence.note(in: language)
    if note != nil { html += "<figure class=\"example \(fence.noteClass)\">\n" }
    writeListing(block, info, text, folds: fence.language == "swift" && !fence.isOpen)
    if let note {
      let head = block.range.lowerBound..<(text.lineStarts.first ?? block.range.upperBound)
      html +=
        "<figcaption>\(escaped(note))\(claims.controls(inLine: head))</figcaption>\n</figure>\n"
    }
  }

  /// The lines of a code block with their marks.
  ///
  /// - Parameter folds: whether what is long is folded behind its first lines.
  mutating func writeListing(
    _ block: Node, _ info: String, _ text: Verbatim, folds: Bool = false
  ) {
    let fence = FenceInfo(info)
    let name = fence.language.isEmpty ? language[.code] : language[.codeIn, fence.language]
    let box = "tabindex=\"0\" role=\"group\" aria-label=\"\(escaped(name))\""
    var lines = code(block, text)
    var claimed: Set<Int> = []
    for index in lines.indices {
      let range = lineRange(text, index, in: block)
      let controls = claims.controls(inLine: range)
      let remarks = remarks.isEmpty ? "" : self.remarks.lines(for: range, claims)
      // What is wrong is seen like what was verified.
      if !controls.isEmpty || !remarks.isEmpty { claimed.insert(index) }
      lines[index] = struck(lines[index], range) + controls + "\n" + remarks
    }
    let written = text.text.split(separator: "\n", omittingEmptySubsequences: false)
    let fold = folds ? CodeFold(written.prefix(lines.count).map { $0 }, claimed: claimed) : nil
    guard let fold, !fold.runs.isEmpty else {
      html += "<pre \(box)><code\(fence.classAttribute)>\(lines.joined())</code></pre>\n"
      return
    }
    func part(_ range: Range<Int>) -> String {
      range.isEmpty
        ? "" : "<pre><code\(fence.classAttribute)>\(lines[range].joined())</code></pre>\n"
    }
    html += "<div class=\"listing\" \(box)>\n"
    var next = 0
    for run in fold.runs {
      html += part(next..<run.lowerBound)
      html +=
        "<details class=\"fold\">\n<summary>\(escaped(language[.moreLines, run.count]))</summary>\n"
      html += part(run) + "</details>\n"
      next = run.upperBound
    }
    html += part(next..<lines.count) + "</div>\n"
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
  /// Whether its author wants long code to stand open.
  var isOpen = false
  var isOnlyCompiled = false
  /// How it is to fail: the word, and what is said behind it.
  var failure: (word: String, detail: String?)?
  /// Why it is not run.
  var skipped: String?

  init(_ info: String) {
    let words = Self.words(info)
    language = words.first ?? ""
    for (index, word) in words.enumerated().dropFirst() where language == "swift" {
      if ["throws", "traps", "rejects"].contains(word) {
        let next = word == "rejects" || index + 1 == words.count ? nil : words[index + 1]
        failure = (word, next.flatMap { Self.isDetail($0, of: word) ? $0 : nil })
      } else if word == "open" {
        isOpen = true
      } else if word == "norun" {
        isOnlyCompiled = true
      } else if word.hasPrefix("skip=") {
        skipped = word.dropFirst("skip=".count).filter { $0 != "\"" }
      }
    }
  }

  var noteClass: String { skipped != nil ? "skipped" : failure != nil ? "fails" : "norun" }

  private static func isDetail(_ text: String, of word: String) -> Bool {
    word == "traps" ? text.hasPrefix("\"") : text.first?.isUppercase == true || text.hasPrefix(".")
  }

  func note(in words: Language) -> String? {
    if let skipped { return words[.notChecked, skipped] }
    switch failure {
    case ("throws", let error)?: return error.map { words[.throws, $0] } ?? words[.throwsAny]
    case ("traps", let text)?: return text.map { words[.traps, $0] } ?? words[.trapsAny]
    case .some: return words[.rejects]
    case nil: return isOnlyCompiled ? words[.notRun] : nil
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
