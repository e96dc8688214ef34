// The claims of a listing's comments: what tells them, and what is left out because it is to fail.

import Claims
import SwiftText

extension WildComments {
  // MARK: - Watches

  mutating func valueWatch(of statement: Int) -> Int? {
    if let known = valueWatches[statement] { return known }
    let number = firstWatch + watches.count
    guard !isFailing(statement),
      let insertions = try? Watch.value(
        of: statement, in: code.swift, number: number, names: names)
    else {
      valueWatches[statement] = .some(nil)
      return nil
    }
    let hasPlace = insertions.contains(where: \.isDispensable)
    watches.append(Watch(part: part, insertions: insertions, place: hasPlace ? number + 1 : nil))
    if hasPlace { watches.append(Watch(part: part)) }
    valueWatches[statement] = number
    return number
  }

  mutating func outputWatch(of statement: Int) -> Int? {
    if let known = outputWatches[statement] { return known }
    let number = firstWatch + watches.count
    guard !isFailing(statement) else { return nil }
    let claimed = Set(outputWatches.keys)
    let groups = [code.swift.outputGroup(of: statement, behind: claimed), [statement]]
    for group in groups {
      if let insertions = try? Watch.output(of: group, in: code.swift, number: number) {
        watches.append(Watch(part: part, insertions: insertions))
        outputWatches[statement] = number
        return number
      }
    }
    outputWatches[statement] = .some(nil)
    return nil
  }

  func isFailing(_ statement: Int) -> Bool {
    failures.contains { $0.statement == code.swift.statements[statement].range }
  }

  // MARK: - Claims

  mutating func add(
    _ range: Range<Int>, _ readings: [WildClaim.Reading], _ statement: Int, kind: Claim.Kind,
    lines: [Line] = [], body: Range<Int>? = nil, isSaid: Bool = true
  ) {
    let place = code.essayRange(range)
    guard !readings.isEmpty else {
      unread.append(
        UnreadComment(
          range: place, text: code.swift.source(range),
          reason: "the statement above it has no value that could be told"))
      return
    }
    let start = code.swift.statements[statement].range.lowerBound
    claims.append(
      PlacedClaim(
        claim: Claim(
          kind: kind, range: place, comment: body.map(code.essayRange) ?? place,
          wrote: code.swift.source(range),
          expression: code.swift.source(code.swift.statements[statement].range)),
        subject: .wild(
          part: part,
          WildClaim(
            readings: readings, looksLikeResult: isSaid || isValue(lines),
            lines: lines.map { code.essayRange($0.range) })),
        condition: code.swift.conditions(around: start).last.map { code.swift.source($0.head) }))
  }

  mutating func addFailure(_ line: Line, _ statement: Int) {
    let range = code.swift.statements[statement].range
    // Two remarks on one statement, or a statement whose value is claimed already.
    guard !isFailing(statement), valueWatches[statement] == nil, outputWatches[statement] == nil,
      code.swift.statements[statement].form.mayBeLeftOut
    else { return }
    var isExpression = false
    if case .expression = code.swift.statements[statement].form { isExpression = true }
    failures.append(
      ListedFailure(part: part, statement: range, isExpression: isExpression))
    add(line.range, [.failing(firstFailure + failures.count - 1)], statement, kind: .failure)
  }
}

extension SwiftReading {
  /// Whether a statement may write something: it prints, or calls what may.
  func mayWrite(_ statement: Int) -> Bool {
    switch statements[statement].form {
    case .expression(let expression):
      return expression.isPrintCall || source(expression.range).contains("(")
        || source(expression.range).contains("{")
    case .control(let word):
      return ["for", "while", "repeat", "if", "switch", "do"].contains(word)
    case .assignment, .binding: return source(statements[statement].range).contains("print(")
    case .return, .throw, .declaration, .ifConfig, .macro: return false
    }
  }
}

extension SwiftReading.Form {
  fileprivate var mayBeLeftOut: Bool {
    switch self {
    case .expression, .binding, .assignment, .throw: true
    case .return, .declaration, .control, .ifConfig, .macro: false
    }
  }
}
