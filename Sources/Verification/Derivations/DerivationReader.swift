// DerivationReader: finds the steps of a derivation in the comments of its fence, and the expression
// under each. Whatever looks like a step and cannot be one is told at its place.

import Diagnostics
import Markup

struct DerivationReader {
  private let document: Document
  private let example: Example
  private let number: Int
  private let finder: StatementFinder
  private let comments: [SwiftToken]
  private let code: SourceText
  private let bytes: [UInt8]
  private(set) var log = Log()

  /// Reads a derivation; nil when something is wrong with it, and the log says what.
  static func read(
    _ example: Example, number: Int, in document: Document
  ) -> Diagnosed<Derivation?> {
    var reader = DerivationReader(example, number: number, in: document)
    let derivation = reader.derivation()
    return Diagnosed(reader.log.hasErrors ? nil : derivation, reader.log)
  }

  private init(_ example: Example, number: Int, in document: Document) {
    self.document = document
    self.example = example
    self.number = number
    bytes = Array(example.code.text.utf8)
    code = SourceText(example.code.text)
    finder = StatementFinder(example.code.text)
    comments = SwiftScanner.tokens(of: example.code.text).filter(\.isComment)
  }

  /// A step's comment with the comments below it that say conditions.
  private struct Head {
    var comment: SwiftToken
    var conditions: [SwiftToken] = []
    var end: Int { (conditions.last ?? comment).range.upperBound }
  }

  private mutating func derivation() -> Derivation? {
    let heads = heads()
    guard let first = heads.first else {
      fail(
        0..<0,
        "a derivation has lines: comments that begin with ‘// $$’, each over the Swift that evaluates it"
      )
      return nil
    }
    let bounds = heads.map(\.comment.range.lowerBound) + [bytes.count]
    let variables = DrawnVariables.find(in: finder, bytes, before: bounds)
    var steps: [Derivation.Step] = []
    var labels: Set<String> = []
    for (head, next) in zip(heads, bounds.dropFirst()) {
      guard let step = step(head, until: next, isFirst: steps.isEmpty, variables) else { continue }
      steps.append(step)
      if let label = step.label, !labels.insert(label).inserted {
        fail(
          head.comment.range, "the label ‘\(label)’ names another line of this derivation already")
      }
    }
    if !log.hasErrors, !steps.contains(where: { $0.rule.relation != .start }) {
      fail(
        first.comment.range,
        "no line of this derivation has a relation to the one above it: begin one with =, \\le, …")
    }
    let start = essayOffset(0)
    let derivation = Derivation(
      number: number, setting: start..<max(start, essayOffset(bounds[0])), steps: steps,
      variables: variables)
    if !log.hasErrors { checkEnclosures(of: derivation, heads) }
    return derivation
  }

  private mutating func checkEnclosures(of derivation: Derivation, _ heads: [Head]) {
    for index in derivation.steps.indices {
      let problem = derivation.problemOfEnclosure(at: index) { range in
        finder.tokens.indices.filter { range.contains(finder.tokens[$0].range.lowerBound) }
          .map { finder.word($0).filter { $0 != "`" } }
      } hasStatements: { line in
        finder.tokens.contains {
          heads[line].end <= $0.range.lowerBound
            && $0.range.lowerBound < derivation.steps[line].value.lowerBound
        }
      }
      if let problem { fail(heads[index].comment.range, problem) }
    }
  }

  // MARK: - Comments

  private mutating func heads() -> [Head] {
    var heads: [Head] = []
    for comment in comments {
      let text = slice(comment.range)
      let marks = text.prefix { $0 == "/" || $0 == "*" || $0 == "!" }
      let body = text.dropFirst(marks.count).drop { $0.isWhitespace }
      if body.hasPrefix("$$") {
        if isHead(comment, marks) { heads.append(Head(comment: comment)) }
      } else if body.hasPrefix("$") || body.hasPrefix("\\[") || body.hasPrefix("\\(") {
        fail(comment.range, "a line of a derivation begins with two dollar signs: // $$ = …")
      } else if body.hasPrefix("→") || body.hasPrefix("=>")
        || NearMiss.arrow(beginning: String(body)) != nil
        || NearMiss.isPrints(String(body))
      {
        fail(
          .claimUnattached, comment.range,
          "a derivation holds no such claims: its lines, ‘// $$ = …’, are what it claims")
      } else if let last = heads.last,
        comment.line == (last.conditions.last ?? last.comment).line + 1,
        !finder.tokens.contains(where: {
          last.end <= $0.range.lowerBound && $0.line <= comment.line
        })
      {
        heads[heads.count - 1].conditions.append(comment)
      }
    }
    return heads
  }

  private mutating func isHead(_ comment: SwiftToken, _ marks: Substring) -> Bool {
    guard comment.kind == .lineComment, marks == "//" else {
      fail(comment.range, "a line of a derivation is a comment with two slashes: // $$ = …")
      return false
    }
    if finder.tokens.contains(where: {
      $0.endLine == comment.line && $0.range.lowerBound < comment.range.lowerBound
    }) {
      fail(comment.range, "a line of a derivation stands on a line of its own, over its Swift")
      return false
    }
    var depth = 0
    for token in finder.tokens where token.range.upperBound <= comment.range.lowerBound {
      guard case .mark(let byte) = token.kind else { continue }
      if "([{".utf8.contains(byte) { depth += 1 }
      if ")]}".utf8.contains(byte) { depth -= 1 }
    }
    if depth > 0 {
      fail(comment.range, "a line of a derivation cannot stand inside brackets or braces")
    }
    return depth <= 0
  }

  // MARK: - Steps

  private mutating func step(
    _ head: Head, until next: Int, isFirst: Bool, _ variables: [Derivation.Variable]
  ) -> Derivation.Step? {
    let place = head.comment.range
    let line = StepLine(slice(place))
    var texts: [(text: String, range: Range<Int>)] = []
    if let rest = line.conditions {
      texts.append(
        (slice(place.lowerBound + rest.lowerBound..<place.lowerBound + rest.upperBound), place))
    }
    for comment in head.conditions { texts.append((slice(comment.range), comment.range)) }
    var conditions = StepConditions()
    for (text, range) in texts {
      if let problem = conditions.read(text, names: variables.map(\.name)) { fail(range, problem) }
    }
    guard !line.tex.isEmpty else {
      fail(place, "there is no TeX behind ‘$$’")
      return nil
    }
    if let problem = line.problem { fail(place, problem) }
    let rule: Derivation.Rule
    do throws(StepProblem) {
      rule = try conditions.rule(relation: line.relation)
    } catch {
      fail(place, error.text)
      return nil
    }
    if isFirst, rule.relation != .start {
      fail(place, "there is no line above this one that it could have a relation to")
    }
    guard let value = value(from: head.end, until: next, place) else { return nil }
    let firstToken = finder.tokens.first { $0.range.lowerBound >= head.end }
    let lastToken = finder.tokens.last { $0.range.upperBound <= next }
    let start = essayOffset(firstToken?.range.lowerBound ?? value.lowerBound)
    let end = essayOffset(lastToken?.range.upperBound ?? value.upperBound)
    let offset = place.lowerBound
    return Derivation.Step(
      relation: rule.relation == .start ? nil : line.relation ?? "", rule: rule, tex: line.tex,
      texStart: essayOffset(offset + line.texStart), label: line.label, condition: conditions.text,
      wrote: essayRange(offset + line.wrote.lowerBound..<offset + line.wrote.upperBound),
      comment: essayRange(place), code: start..<max(start, end), value: value)
  }

  /// The last statement of a step, which must be an expression.
  private mutating func value(from start: Int, until next: Int, _ place: Range<Int>) -> Range<Int>?
  {
    guard
      finder.tokens.contains(where: { start <= $0.range.lowerBound && $0.range.upperBound <= next })
    else {
      fail(place, "no Swift stands under this line: write the expression that evaluates it")
      return nil
    }
    guard let statement = finder.statement(endingBefore: next),
      finder.range(of: statement).lowerBound >= start
    else {
      fail(place, "the Swift under this line does not end before the next one")
      return nil
    }
    let range = finder.range(of: statement)
    let word = finder.word(statement.tokens.lowerBound)
    if let reason = StatementKind.withoutValue(statement, in: finder) {
      fail(range, "the last statement under a line is its value: \(reason)")
      return nil
    }
    if ["let", "var", "return", "throw"].contains(word) {
      fail(range, "the last statement under a line is its value, an expression, not ‘\(word)’")
      return nil
    }
    return range
  }

  // MARK: - Places

  private mutating func fail(_ range: Range<Int>, _ message: String) {
    fail(.derivationUnreadable, range, message)
  }

  private mutating func fail(_ id: Identifier, _ range: Range<Int>, _ message: String) {
    var place = essayRange(range)
    if range.isEmpty {
      let line = document.source.position(of: example.range.lowerBound).line
      place =
        example.range
        .lowerBound..<max(example.range.lowerBound, document.source.lineRange(line).upperBound)
    }
    log.add(Diagnostic(id, at: SourceSpan(document.path, place), message))
  }

  private func essayOffset(_ offset: Int) -> Int {
    let line = code.position(of: offset).line - 1
    let start = example.code.lineStarts[min(line, example.code.lineStarts.count - 1)]
    return start + offset - code.lineStarts[line]
  }

  private func essayRange(_ range: Range<Int>) -> Range<Int> {
    let start = essayOffset(range.lowerBound)
    return start..<max(start, essayOffset(range.upperBound))
  }

  private func slice(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
