// WildComments: finds what the comments of a listing say of its code, in whatever form. What nobody can read stays a remark;
// what looks like a result and was not read is kept with the reason.

import Claims
import Diagnostics
import Markup
import SwiftText

struct WildComments {
  let document: Document
  let part: Int
  let code: ExampleCode
  let comments: [SwiftReading.Comment]
  let names: PageNames
  /// The number that the listing's first watch has among those of the page, and its first failure.
  let firstWatch: Int
  let firstFailure: Int
  private let commentLines: Set<Int>
  /// The words of the page's code.
  private let known: Set<String>
  var watches: [Watch] = []
  var claims: [PlacedClaim] = []
  var failures: [ListedFailure] = []
  var unread: [UnreadComment] = []
  var valueWatches: [Int: Int?] = [:]
  var outputWatches: [Int: Int?] = [:]

  init(
    _ code: ExampleCode, part: Int, of document: Document, firstWatch: Int, firstFailure: Int,
    names: PageNames, known: Set<String>
  ) {
    self.document = document
    self.part = part
    self.code = code
    self.firstWatch = firstWatch
    self.firstFailure = firstFailure
    self.names = names
    self.known = known
    comments = code.swift.comments.filter(\.isLine)
    commentLines = Set(
      code.swift.comments.filter(code.swift.isAlone).map { code.line(of: $0.range.lowerBound) })
    var index = 0
    while index < comments.count {
      let end = endOfBlock(from: index)
      read(index..<end)
      index = end
    }
    doubtSteps()
  }

  /// `// 1`, `// 2`, `// 3` behind lines of code may number them.
  private mutating func doubtSteps() {
    let numbered = claims.indices.filter { Int(claims[$0].claim.wrote) != nil }
    guard numbered.count > 1,
      numbered.map({ Int(claims[$0].claim.wrote) ?? 0 }).elementsEqual(1...numbered.count)
    else { return }
    for index in numbered {
      guard case .wild(let part, var wild) = claims[index].subject else { continue }
      wild.readings = wild.readings.map(\.doubted)
      claims[index].subject = .wild(part: part, wild)
    }
  }

  // MARK: - Blocks

  /// Comments that belong together: on lines that follow one another, in the same column.
  private func endOfBlock(from index: Int) -> Int {
    var end = index + 1
    while end < comments.count, code.swift.isAlone(comments[end]),
      line(of: end) == line(of: end - 1) + 1, column(of: end) == column(of: index)
    {
      end += 1
    }
    return end
  }

  private func line(of index: Int) -> Int { code.line(of: comments[index].range.lowerBound) }

  private func column(of index: Int) -> Int {
    comments[index].range.lowerBound - code.range(ofLine: line(of: index)).lowerBound
  }

  /// One line of a block.
  struct Line {
    var text: String
    /// Bytes of the code.
    var range: Range<Int>
  }

  private mutating func read(_ block: Range<Int>) {
    let lines = block.compactMap { index -> Line? in
      guard let body = code.body(of: comments[index]) else { return nil }
      let range = body.lowerBound..<code.trimmedEnd(of: body)
      return Line(text: code.swift.source(range), range: range)
    }
    let above = code.line(above: comments[block.lowerBound], commentLines)
    guard !lines.isEmpty,
      let statement = code.swift.statement(
        endingOnLine: above, before: comments[block.lowerBound].range.lowerBound),
      // An empty line parts a heading of what follows from what stands above.
      isNear(block.lowerBound, above)
    else { return }
    var rest = lines[...]
    while let line = rest.first {
      let count = read(
        rest, of: statement, isBehind: !code.swift.isAlone(comments[block.lowerBound]))
      _ = line
      rest = rest.dropFirst(max(1, count))
    }
  }

  private func isNear(_ index: Int, _ above: Range<Int>) -> Bool {
    guard code.swift.isAlone(comments[index]) else { return true }
    let between = above.upperBound..<comments[index].range.lowerBound
    return code.swift.text[between].count { $0 == UInt8(ascii: "\n") } == 1
      || commentLines.contains(line(of: index) - 1)
  }

  // MARK: - Lines

  /// Reads what begins a block; returns how many lines it took.
  private mutating func read(
    _ lines: ArraySlice<Line>, of statement: Int, isBehind: Bool
  ) -> Int {
    let first = lines[lines.startIndex]
    if WildWords.saysFailure(first.text) {
      if isBehind || lines.count == 1 { addFailure(first, statement) }
      return isBehind ? 1 : lines.count
    }
    if WildWords.saysSuccess(first.text) {
      add(first.range, [.accepted], statement, kind: .example)
      return 1
    }
    if let (head, start) = WildWords.head(of: first.text) {
      return read(head, lines, from: start, statement)
    }
    if let taken = readExpression(lines, statement) { return taken }
    return readPlain(lines, statement)
  }

  /// `Prints "…"`, `Results in:` and what follows.
  private mutating func read(
    _ head: WildWords.Head, _ lines: ArraySlice<Line>, from start: Int, _ statement: Int
  ) -> Int {
    let first = lines[lines.startIndex]
    let said = first.range.lowerBound + start..<first.range.upperBound
    let text = code.swift.source(said)
    var taken: [Line] = text.isEmpty ? [] : [Line(text: text, range: said)]
    var count = 1
    let rest = lines.dropFirst()
    let isOpen =
      text.isEmpty || !ClaimText.isBalanced(text)
      || text.first == "\""
        && !(text.hasSuffix("\"") || text.hasSuffix("\".") || text.hasSuffix("\","))
    if isOpen {
      for line in rest {
        taken.append(line)
        count += 1
        let all = taken.map(\.text).joined(separator: "\n")
        if !text.isEmpty, ClaimText.isBalanced(all),
          text.first != "\"" || all.hasSuffix("\"") || all.hasSuffix("\".")
        {
          break
        }
      }
    } else if head == .printing {
      // Each further line that is printed says so again.
      for line in rest {
        guard let (next, start) = WildWords.head(of: line.text), next == .printing else { break }
        let range = line.range.lowerBound + start..<line.range.upperBound
        taken.append(Line(text: code.swift.source(range), range: range))
        count += 1
      }
    }
    guard let start = taken.first?.range.lowerBound, let end = taken.last?.range.upperBound else {
      return count
    }
    var readings: [WildClaim.Reading] = []
    if head == .printing, let watch = outputWatch(of: statement) {
      readings.append(.output(WildText(lines: taken.map(\.text)), watch: watch, isSaid: true))
      for text in WildWords.readings(of: taken.map(\.text).joined(separator: "\n")) {
        readings.append(.output(text, watch: watch, isSaid: true))
      }
    }
    readings += plainReadings(taken, statement, mayWrite: head != .printing)
    add(
      start..<end, readings, statement, kind: head == .printing ? .output : .example,
      lines: taken, body: first.range.lowerBound..<end)
    return count
  }

  /// `x == v`: the expression is evaluated where the comment stands. A value whose brackets are open goes on below.
  private mutating func readExpression(_ lines: ArraySlice<Line>, _ statement: Int) -> Int? {
    let first = lines[lines.startIndex]
    guard let (expression, start) = WildWords.expression(in: first.text),
      // What is no name of the code is a word of a sentence.
      expression.split(whereSeparator: { !$0.isLetter && $0 != "_" && !$0.isNumber }).first
        .map({ known.contains(String($0)) }) ?? false
    else { return nil }
    var said = first.range.lowerBound + start..<first.range.upperBound
    var text = code.swift.source(said)
    // `p == 4 -- numbers[p] == 10`
    if let mark = text.firstRange(of: " -- ") {
      let count = text.utf8.distance(from: text.startIndex, to: mark.lowerBound)
      said = said.lowerBound..<said.lowerBound + count
      text = String(text[..<mark.lowerBound])
    }
    var count = 1
    for line in lines.dropFirst() where !ClaimText.isBalanced(text) {
      text += " " + line.text
      said = said.lowerBound..<line.range.upperBound
      count += 1
    }
    let texts = WildWords.readings(of: text)
    // Words of a sentence say nothing that could be compared.
    guard texts.contains(where: { WildText.looksLikeValue($0.text) }) else { return nil }
    let watch = firstWatch + watches.count
    watches.append(
      Watch(
        part: part,
        insertions: [
          .line(
            behind: code.swift.statements[statement].range,
            "let _ = __galley_value(\(watch), \(expression))", number: watch + 1)
        ]))
    add(
      said, texts.map { .value($0, watch: watch) }, statement, kind: .example,
      body: first.range.lowerBound..<said.upperBound)
    claims[claims.count - 1].claim.expression = expression
    return count
  }

  /// A value or an output without a word before it.
  private mutating func readPlain(_ lines: ArraySlice<Line>, _ statement: Int) -> Int {
    // What says of itself what it is stands for itself.
    let end =
      lines.dropFirst().firstIndex {
        WildWords.head(of: $0.text) != nil || WildWords.saysFailure($0.text)
          || WildWords.expression(in: $0.text) != nil
            && WildText.looksLikeValue(
              String($0.text.utf8.dropFirst(WildWords.expression(in: $0.text)!.value)) ?? "")
      } ?? lines.endIndex
    let block = Array(lines[lines.startIndex..<end])
    let readings = plainReadings(block, statement, mayWrite: true)
    let isValue = isValue(block)
    let prints = code.swift.mayWrite(statement)
    let mayBeValue = WildWords.readings(of: block[0].text)
      .contains { WildText.looksLikeValue($0.text) }
    guard !readings.isEmpty, isValue || mayBeValue || prints else {
      if isValue {
        unread.append(
          UnreadComment(
            range: code.essayRange(block[0].range), text: block[0].text,
            reason: "the statement above it has no value that could be told"))
      }
      return block.count
    }
    add(
      block[0].range.lowerBound..<block[block.count - 1].range.upperBound, readings, statement,
      kind: prints ? .output : .example, lines: block, isSaid: false)
    return block.count
  }

  func isValue(_ lines: [Line]) -> Bool {
    lines.contains { WildText.looksLikeValue($0.text) }
      || WildText.looksLikeValue(lines.map(\.text).joined(separator: " "))
  }

  /// All that lines may be: what a statement writes, its value over several lines, or on the first of them.
  private mutating func plainReadings(
    _ lines: [Line], _ statement: Int, mayWrite: Bool
  ) -> [WildClaim.Reading] {
    var readings: [WildClaim.Reading] = []
    guard let first = lines.first else { return [] }
    if mayWrite, code.swift.mayWrite(statement), let watch = outputWatch(of: statement) {
      readings.append(.output(WildText(lines: lines.map(\.text)), watch: watch, isSaid: false))
      if lines.count == 1 {
        for text in WildWords.readings(of: first.text) {
          readings.append(.output(text, watch: watch, isSaid: false))
        }
      }
    }
    let joined = lines.map(\.text).joined(separator: " ")
    guard
      WildText.looksLikeValue(joined)
        || WildWords.readings(of: first.text).contains(where: { WildText.looksLikeValue($0.text) })
        || code.swift.mayWrite(statement) == false, let watch = valueWatch(of: statement)
    else { return readings }
    readings += WildWords.readings(of: joined).map { .value($0, watch: watch) }
    if lines.count > 1 {
      readings += WildWords.readings(of: first.text).map { text in
        var text = text
        text.isAll = false
        return .value(text, watch: watch)
      }
    }
    return readings
  }
}
