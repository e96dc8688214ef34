// ExampleClaims: finds the claims in the comments of one example.

import Diagnostics
import Markup

struct ExampleClaims {
  private let document: Document
  private let example: Example
  private let part: Int
  private let finder: StatementFinder
  private let comments: [SwiftToken]
  private let source: ExampleText
  /// For each line that code ends on, where the first token that ends there does.
  private let codeEnds: [Int: Int]
  /// The lines with a comment and nothing else.
  private var commentLines: Set<Int> = []
  private(set) var claims: [PlacedClaim] = []
  private(set) var log = Log()

  init(in example: Example, part: Int, of document: Document) {
    self.document = document
    self.example = example
    self.part = part
    source = ExampleText(example.code)
    finder = StatementFinder(example.code.text)
    comments = SwiftScanner.tokens(of: example.code.text).filter(\.isComment)
    codeEnds = Dictionary(
      finder.tokens.map { ($0.endLine, $0.range.upperBound) }, uniquingKeysWith: min)
    for comment in comments where isAlone(comment) { commentLines.insert(comment.line) }
    var index = 0
    while index < comments.count { index = read(at: index) }
  }

  /// Reads the comment at `index` and those that go on with it; returns the next to be read.
  private mutating func read(at index: Int) -> Int {
    guard let body = source.body(of: comments[index]) else { return index + 1 }
    if let start = source.start(after: ["→", "=>"], in: body) {
      guard comments[index].kind == .lineComment else {
        fail(.claimUnreadable, body, "a claim stands in a line comment, `// → value`")
        return index + 1
      }
      let last = lastOfClaim(from: index, start)
      readArrow(index, last, start)
      return last + 1
    }
    if let arrow = NearMiss.arrow(beginning: source.slice(body)) {
      fail(.claimUnreadable, body, "‘\(arrow)’ is no arrow of a claim: write // → value")
      return index + 1
    }
    if let sign = NearMiss.equality(in: source.slice(body)) {
      fail(
        .claimUnreadable, body,
        "‘\(sign)’ and a number look like a claim and would not be checked: write // → value")
      return index + 1
    }
    if comments[index].kind == .lineComment, isAlone(index), source.slice(body).hasPrefix("$$") {
      fail(
        .claimUnattached, body,
        "this looks like a line of a derivation and would not be checked: write ‘swift derivation’")
      return index + 1
    }
    if printsQuote(in: body) == nil, NearMiss.isPrints(source.slice(body)) {
      fail(
        .claimUnreadable, body, "an output is claimed by // Prints \"text\", and nothing behind it")
      return index + 1
    }
    if comments[index].kind == .lineComment, printsQuote(in: body) != nil {
      var last = index
      while last + 1 < comments.count, isAlone(last + 1),
        comments[last + 1].line == comments[last].line + 1,
        let next = source.body(of: comments[last + 1]), printsQuote(in: next) != nil
      {
        last += 1
      }
      readPrints(index...last)
      return last + 1
    }
    return index + 1
  }

  // MARK: - Arrows

  /// A claim whose brackets are still open goes on in the comment below.
  private func lastOfClaim(from index: Int, _ start: Int) -> Int {
    var last = index
    while !isBalanced(text(from: index, start, to: last)), last + 1 < comments.count,
      isAlone(last + 1), comments[last + 1].line == comments[last].line + 1
    {
      last += 1
    }
    return isBalanced(text(from: index, start, to: last)) ? last : index
  }

  private mutating func readArrow(_ index: Int, _ last: Int, _ start: Int) {
    let end = source.trimmedEnd(of: comments[last].range)
    let wrote = min(start, end)..<end
    let expectation: Expectation
    do {
      expectation = try ExpectationReader.read(text(from: index, start, to: last))
    } catch {
      let place = wrote.isEmpty ? comments[index].range : wrote
      fail(.claimUnreadable, place, "this claim cannot be read: \(error.reason)")
      return
    }
    guard let (place, expression) = statement(above: index, wrote) else { return }
    let claim = claim(.example, wrote, comments[index].range.lowerBound..<end, expression)
    add(claim, .value(expectation, place))
  }

  private func text(from index: Int, _ start: Int, to last: Int) -> String {
    var text = source.slice(start..<max(start, comments[index].range.upperBound))
    for comment in comments[index...last].dropFirst() {
      text += " " + source.slice(source.body(of: comment) ?? comment.range)
    }
    return text
  }

  private func isBalanced(_ text: String) -> Bool {
    var depth = 0
    for token in SwiftScanner.tokens(of: text) {
      guard case .mark(let byte) = token.kind else { continue }
      if "([".utf8.contains(byte) { depth += 1 }
      if ")]".utf8.contains(byte) { depth -= 1 }
    }
    return depth <= 0
  }

  // MARK: - Prints

  private mutating func readPrints(_ indices: ClosedRange<Int>) {
    let all = indices.compactMap { source.body(of: comments[$0]).flatMap(printsQuote) }
    guard let first = all.first,
      let (place, expression) = statement(above: indices.lowerBound, first, isOutput: true)
    else { return }
    for (index, quote) in zip(indices, all) {
      guard
        let text = SwiftString.unescaped(source.slice(quote.lowerBound + 1..<quote.upperBound - 1))
      else {
        fail(.claimUnreadable, quote, "this text holds an escape that Swift does not know")
        continue
      }
      let claim = claim(.output, quote, comments[index].range, expression)
      add(claim, .output(text, place, group: indices.lowerBound))
    }
  }

  /// The bytes of the quoted text in `Prints "…"`, quotation marks included.
  private func printsQuote(in body: Range<Int>) -> Range<Int>? {
    guard let start = source.start(after: ["Prints"], in: body), start < body.upperBound,
      source.bytes[start] == UInt8(ascii: "\"")
    else { return nil }
    let end = source.trimmedEnd(of: body)
    guard end - start >= 2, source.bytes[end - 1] == UInt8(ascii: "\"") else { return nil }
    return start..<end
  }

  // MARK: - Statements

  /// The statement that a comment stands behind or directly under.
  private mutating func statement(
    above index: Int, _ wrote: Range<Int>, isOutput: Bool = false
  ) -> (StatementPlace, String)? {
    if example.words.skipReason != nil {
      return (StatementPlace(lines: 1...1, code: 0..<0, depth: 0, part: part), "")
    }
    if example.words.isOnlyCompiled {
      fail(.claimUnattached, wrote, "this example is never run, so it can claim no value")
      return nil
    }
    var line = comments[index].line
    if isAlone(index) {
      // Comments may stand between, other claims about the same value for instance.
      repeat { line -= 1 } while commentLines.contains(line)
    }
    let isCode = codeEnds[line] != nil
    guard isCode, let found = finder.statement(endingBefore: source.lineEnd(line)),
      finder.tokens[found.tokens.upperBound].endLine == line
    else {
      fail(
        .claimUnattached, wrote,
        isCode
          ? "no statement ends on this line: a claim stands behind the end of its statement"
          : "there is no statement directly above this claim")
      return nil
    }
    if !isOutput, let reason = StatementKind.withoutValue(found, in: finder) {
      fail(.claimUnattached, wrote, reason)
      return nil
    }
    let code = finder.range(of: found)
    let essay = source.essayRange(code.lowerBound..<max(code.lowerBound, code.upperBound - 1))
    let lines =
      document.source.position(of: essay.lowerBound)
      .line...document.source.position(
        of: essay.upperBound
      ).line
    let place = StatementPlace(
      lines: lines, code: code, depth: finder.braceDepth(at: code.lowerBound), part: part)
    return (place, source.slice(code))
  }

  private func isAlone(_ comment: SwiftToken) -> Bool {
    codeEnds[comment.line].map { $0 > comment.range.lowerBound } ?? true
  }

  private func isAlone(_ index: Int) -> Bool { isAlone(comments[index]) }

  // MARK: - Places

  private mutating func add(_ claim: Claim, _ subject: PlacedClaim.Subject) {
    if let reason = example.words.skipReason {
      claims.append(PlacedClaim(claim: claim, subject: .skipped(reason: reason)))
    } else {
      claims.append(PlacedClaim(claim: claim, subject: subject))
    }
  }

  private func claim(
    _ kind: Claim.Kind, _ wrote: Range<Int>, _ comment: Range<Int>, _ expression: String
  ) -> Claim {
    let range = source.essayRange(wrote)
    return Claim(
      kind: kind, range: range, comment: source.essayRange(comment), wrote: document.source[range],
      expression: expression)
  }

  private mutating func fail(_ id: Identifier, _ code: Range<Int>, _ message: String) {
    log.add(Diagnostic(id, at: SourceSpan(document.path, source.essayRange(code)), message))
  }
}
