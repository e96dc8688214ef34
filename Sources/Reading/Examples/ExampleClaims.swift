// ExampleClaims: finds the claims in the comments of one example.

import Claims
import Diagnostics
import Markup
import SwiftText

package struct ExampleClaims {
  let document: Document
  let fence: Fence
  let part: Int
  let code: ExampleCode
  let comments: [SwiftReading.Comment]
  /// The number that the example's first watch has among those of the essay.
  let firstWatch: Int
  let names: PageNames
  /// The watch of each claimed statement's value, and of each group's output by its last statement.
  var valueWatches: [Int: Int] = [:]
  var outputWatches: [Int: Int] = [:]
  /// The watch of what each statement throws, where that is claimed.
  var thrownWatches: [Int: Int] = [:]
  /// The lines with a comment and nothing else.
  let commentLines: Set<Int>
  package internal(set) var watches: [Watch] = []
  package internal(set) var claims: [PlacedClaim] = []
  package internal(set) var log = Log()

  package init(
    in fence: Fence, _ code: ExampleCode, part: Int, of document: Document,
    firstWatch: Int, names: PageNames
  ) {
    self.document = document
    self.fence = fence
    self.code = code
    self.part = part
    self.firstWatch = firstWatch
    self.names = names
    comments = code.swift.comments
    commentLines = Set(
      comments.filter(code.swift.isAlone).map { code.line(of: $0.range.lowerBound) })
    var index = 0
    while index < comments.count { index = read(at: index) }
  }

  /// Reads the comment at `index` and those that go on with it; returns the next to be read.
  mutating func read(at index: Int) -> Int {
    guard let body = code.body(of: comments[index]) else { return index + 1 }
    let whole = code.swift.source(body)
    if fence.failure == .rejected, comments[index].isLine, let said = CompilerWords(whole) {
      readRejection(index, body, said)
      return index + 1
    }
    let text = Self.without(name(atEndOf: body), whole)
    let place = code.place(of: index, in: comments, commentLines)
    if let miss = NearMiss.finding(in: text, at: place) {
      let range = body.lowerBound + miss.range.lowerBound..<body.lowerBound + miss.range.upperBound
      fail(.claimUnreadable, range, miss.message, miss.isSure ? .error : .warning)
      return index + 1
    }
    if let arrow = ClaimText.endOfArrow(in: text) {
      guard comments[index].isLine else {
        fail(.claimUnreadable, body, "a claim stands in a line comment, `// → value`")
        return index + 1
      }
      let last = lastOfClaim(from: index, body.lowerBound + arrow)
      readArrow(index, last, body.lowerBound + arrow)
      return last + 1
    }
    if comments[index].isLine, code.swift.isAlone(comments[index]), text.hasPrefix("$$") {
      fail(
        .claimUnattached, body,
        "this looks like a line of a derivation and would not be checked: write ‘swift derivation’")
      return index + 1
    }
    guard comments[index].isLine, ClaimText.quote(in: body, of: code) != nil else {
      if NearMiss.isOutcome(text) {
        fail(
          .claimUnreadable, body,
          "an output is claimed by // Prints \"text\", and nothing behind it")
      } else {
        warnIfEcho(index, body, place)
      }
      return index + 1
    }
    var last = index
    while goesOn(last), let next = code.body(of: comments[last + 1]),
      ClaimText.quote(in: next, of: code) != nil
    {
      last += 1
    }
    readPrints(index...last)
    return last + 1
  }

  /// Whether the comment on the next line is alone there.
  func goesOn(_ index: Int) -> Bool {
    index + 1 < comments.count && code.swift.isAlone(comments[index + 1])
      && line(of: comments[index + 1]) == line(of: comments[index]) + 1
  }

  func line(of comment: SwiftReading.Comment) -> Int {
    code.line(of: comment.range.lowerBound)
  }

  // MARK: - Arrows

  /// A claim whose brackets are still open goes on in the comment below.
  func lastOfClaim(from index: Int, _ start: Int) -> Int {
    var last = index
    while !ClaimText.isBalanced(text(from: index, start, to: last)), goesOn(last) { last += 1 }
    return ClaimText.isBalanced(text(from: index, start, to: last)) ? last : index
  }

  mutating func readArrow(_ index: Int, _ last: Int, _ start: Int) {
    let whole = text(from: index, start, to: last)
    let named = name(atEndOf: comments[last].range)
    let end = code.trimmedEnd(of: comments[last].range)
    if let failure = FailureText(whole) {
      let wrote = min(start, end)..<end
      readFailure(failure, index, wrote, comments[index].range.lowerBound..<end)
      return
    }
    let wrote = min(start, end - (named?.length ?? 0))..<end - (named?.length ?? 0)
    let expectation: Expectation
    do {
      expectation = try Expectation.read(Self.without(named, whole))
    } catch {
      let place = wrote.isEmpty ? comments[index].range : wrote
      fail(.claimUnreadable, place, "this claim cannot be read: \(error.reason)")
      return
    }
    let comment = comments[index].range.lowerBound..<end
    if skip(.example, wrote, comment) { return }
    guard let statement = statement(above: index, wrote) else { return }
    let claim = claim(.example, wrote, comment, statement, name: named?.name)
    do {
      let watch = try watchValue(of: statement)
      add(claim, .value(expectation, watch: watch), statement)
    } catch {
      fail(.claimUnattached, wrote, error.reason)
    }
  }

  func text(from index: Int, _ start: Int, to last: Int) -> String {
    var text = code.swift.source(start..<max(start, comments[index].range.upperBound))
    for comment in comments[index...last].dropFirst() {
      text += " " + code.swift.source(code.body(of: comment) ?? comment.range)
    }
    return text
  }

  mutating func watchValue(of statement: Int) throws(Watch.Impossible) -> Int {
    if let known = valueWatches[statement] { return known }
    let number = firstWatch + watches.count
    let insertions = try Watch.value(
      of: statement, in: code.swift, number: number, names: names)
    let hasPlace = insertions.contains(where: \.isDispensable)
    watches.append(
      Watch(part: part, insertions: insertions, place: hasPlace ? number + 1 : nil))
    if hasPlace { watches.append(Watch(part: part)) }
    valueWatches[statement] = number
    return number
  }

  // MARK: - Statements

  /// The statement that a comment stands behind or directly under.
  mutating func statement(above index: Int, _ wrote: Range<Int>) -> Int? {
    if case .compiledOnly = fence.use {
      fail(.claimUnattached, wrote, "this example is never run, so it can claim no value")
      return nil
    }
    if fence.failure == .rejected {
      fail(
        .claimUnattached, wrote,
        "this example is not taken by the compiler, so it can claim no value: claim what the compiler says, // error: text"
      )
      return nil
    }
    let swift = code.swift
    let range = code.line(above: comments[index], commentLines)
    if let found = swift.statement(endingOnLine: range, before: comments[index].range.lowerBound) {
      return found
    }
    fail(
      .claimUnattached, wrote,
      swift.holdsCode(range)
        ? "no statement ends on this line: a claim stands behind the end of its statement, and what a "
          + "type's member holds is claimed where it is used"
        : "there is no statement directly above this claim")
    return nil
  }

  // MARK: - Places

  /// What an example that is not run claims is shown as such, whether or not its Swift can be read.
  mutating func skip(_ kind: Claim.Kind, _ wrote: Range<Int>, _ comment: Range<Int>) -> Bool {
    guard case .skipped(let reason) = fence.use else { return false }
    claims.append(
      PlacedClaim(claim: claim(kind, wrote, comment, nil), subject: .skipped(reason: reason)))
    return true
  }

  /// A branch of `#if` ends with its last statement, and not with the comment behind that.
  mutating func add(_ claim: Claim, _ subject: PlacedClaim.Subject, _ statement: Int) {
    let start = code.swift.statements[statement].range.lowerBound
    let condition = code.swift.conditions(around: start).last
    claims.append(
      PlacedClaim(
        claim: claim, subject: subject, condition: condition.map { code.swift.source($0.head) }))
  }

  func claim(
    _ kind: Claim.Kind, _ wrote: Range<Int>, _ comment: Range<Int>, _ statement: Int?,
    name: String? = nil
  ) -> Claim {
    let range = code.essayRange(wrote)
    return Claim(
      kind: kind, range: range, comment: code.essayRange(comment), wrote: document.source[range],
      expression: statement.map { code.swift.source(code.swift.statements[$0].range) } ?? "",
      name: name)
  }

  mutating func fail(
    _ id: Identifier, _ range: Range<Int>, _ message: String,
    _ severity: Diagnostic.Severity = .error
  ) {
    let span = SourceSpan(document.path, code.essayRange(range))
    log.add(Diagnostic(id, severity, at: span, message))
  }
}
