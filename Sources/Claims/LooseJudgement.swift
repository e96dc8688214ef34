// LooseJudgement: whether a comment that nobody wrote for Galley says what was computed. It is refuted only where it can
// hardly mean anything else: a value of the same kind, and another one.

import Diagnostics
import GalleyRecordFormat

package enum LooseJudgement: Sendable {
  case held(Sentence)
  case refuted(Sentence)
  /// Nobody knows whether this is said of the value.
  case open

  // MARK: - Values

  /// - Parameter isAll: whether the text is all that its comment says.
  package static func of(
    _ values: [RecordedValue], saying text: String, isInAnyOrder: Bool, isAll: Bool
  ) -> LooseJudgement {
    guard let first = values.first else { return .open }
    let all = values.map { of($0, saying: text, isInAnyOrder: isInAnyOrder) }
    if let rule = all.firstRule, all.allSatisfy(\.holds) { return .held(rule) }
    if values.count > 1, let parts = LooseText.parts(of: text), parts.count == values.count,
      zip(parts, values).allSatisfy({ of($1, saying: $0, isInAnyOrder: false).holds })
    {
      return .held("each time the part that is listed")
    }
    guard isAll, values.count == 1, case .refuted = all[0], isOfSameKind(text, first) else {
      return .open
    }
    return all[0]
  }

  private static func of(
    _ value: RecordedValue, saying text: String, isInAnyOrder: Bool
  ) -> LooseJudgement {
    let expectation = try? Expectation.read(text)
    var verdict = LooseJudgement.open
    if let expectation {
      let comparison = Comparison.of(value, expectation)
      switch comparison.verdict {
      case .held: return .held(comparison.rule)
      case .refuted: verdict = .refuted(comparison.rule)
      case .unreached, .unjudged: break
      }
    }
    let inner = value.unwrapped
    let printed = [
      value.asPrinted(), value.asPrinted(isNested: true), inner.asPrinted(),
      inner.asPrinted(isNested: true),
    ]
    for said in printed {
      if LooseText.plain(said) == LooseText.plain(text) { return .held("as printed") }
      if LooseText.hasPoints(text), LooseText.matches(text, said) {
        return .held("as printed, but for what three points leave out")
      }
    }
    if let quoted = LooseText.unquoted(text), printed.contains(quoted) {
      return .held("as printed")
    }
    if isInAnyOrder {
      if let expectation, let list = inner.asSet, Comparison.of(list, expectation).holds {
        return .held("the same elements")
      }
      if printed.contains(where: { LooseText.haveSameParts($0, text) }) {
        return .held("the same elements")
      }
    }
    guard LooseText.hasPoints(text) else { return verdict }
    // Of parts without an order those that are named.
    if inner.isUnordered, let said = LooseText.parts(of: text), said.count > 1,
      let all = LooseText.parts(of: inner.asPrinted()),
      Set(said.filter { !LooseText.points.contains($0) }).isSubset(of: all)
    {
      return .held("the elements that are named")
    }
    return .open
  }

  /// Whether a text says a value of the kind that a value is of: it may be about another thing otherwise.
  private static func isOfSameKind(_ text: String, _ value: RecordedValue) -> Bool {
    let expectation = try? Expectation.read(text)
    if let wrapped = expectation?.wrapped {
      guard case .some = value else { return value.isNone }
      return isOfSameKind(wrapped, value)
    }
    return expectation.map { isOfSameKind($0, value) } ?? false
  }

  private static func isOfSameKind(_ expectation: Expectation, _ value: RecordedValue) -> Bool {
    switch (expectation, value.unwrapped) {
    case (.number, .integer), (.number, .float), (.number, .decimal), (.boolean, .boolean),
      (.string, .text), (.array, .list), (.array, .set), (.dictionary, .dictionary),
      (.notANumber, .float), (.infinity, .float), (.tuple, .tuple):
      return true
    case (.none, _):
      if case .some = value { return true }
      return false
    case (.number, .none), (.string, .none), (.boolean, .none), (.array, .none): return true
    default: return false
    }
  }

  var holds: Bool { if case .held = self { true } else { false } }

  // MARK: - Output

  /// - Parameters:
  ///   - lines: what the comment says, line by line.
  ///   - output: what was written.
  ///   - isSaid: whether the comment says that it is about what is printed.
  package static func of(
    output: String, saying lines: [String], isInAnyOrder: Bool, isAll: Bool, isSaid: Bool
  ) -> LooseJudgement {
    let got = trimmed(
      output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    let said = trimmed(lines)
    guard !got.isEmpty, !said.isEmpty else { return .open }
    let plain = said.map { LooseText.unquoted($0) ?? $0 }
    for wanted in [
      said, plain, [LooseText.unquoted(said.joined(separator: "\n"))].compactMap(\.self),
    ]
    where wanted.joined(separator: "\n") == got.joined(separator: "\n") {
      return .held("the same text")
    }
    for wanted in [said, plain] {
      if LooseText.plain(wanted.joined(separator: "\n"))
        == LooseText.plain(got.joined(separator: "\n"))
      {
        return .held("the same text but for white space")
      }
      if wanted.contains(where: LooseText.hasPoints),
        LooseText.matches(wanted.joined(separator: "\n"), got.joined(separator: "\n"))
      {
        return .held("the same text, but for what three points leave out")
      }
      if isInAnyOrder, wanted.sorted() == got.sorted() { return .held("the same lines") }
      // `1, 2, 3` below a loop that writes a line for each.
      if wanted.count == 1, got.count > 1, let parts = LooseText.parts(of: wanted[0]),
        parts == got.map(LooseText.plain)
      {
        return .held("the same lines, listed")
      }
    }
    if said.count == 1, got.count == 1 {
      if isInAnyOrder, LooseText.haveSameParts(plain[0], got[0]) {
        return .held("the same elements")
      }
      if let number = number(got[0]), let expectation = try? Expectation.read(plain[0]),
        expectation.isNumber, Comparison.of(number, expectation).holds
      {
        return .held(Comparison.of(number, expectation).rule)
      }
    }
    guard isAll, said.count == got.count, !said.contains(where: LooseText.hasPoints),
      zip(plain, got).allSatisfy({ isComparable($0, $1) })
    else { return .open }
    let areQuoted = said.allSatisfy { LooseText.unquoted($0) != nil }
    let areValues = zip(plain, got).allSatisfy { isValue($0) && isValue($1) }
    return isSaid && areQuoted || areValues ? .refuted("the same text") : .open
  }

  /// Of what is printed of a set or a dictionary nobody knows the order.
  private static func isComparable(_ said: String, _ got: String) -> Bool {
    said == got || !LooseText.haveSameParts(said, got)
  }

  private static func isValue(_ text: String) -> Bool {
    switch try? Expectation.read(text) {
    case .number, .near, .boolean, .string, .array, .dictionary, .tuple, .notANumber, .infinity:
      true
    default: false
    }
  }

  private static func number(_ text: String) -> RecordedValue? {
    guard Double(text) != nil else { return nil }
    return .decimal(text)
  }

  private static func trimmed(_ lines: [String]) -> [String] {
    var lines = lines.map { line in
      String(line.reversed().drop { $0.isWhitespace }.reversed())
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

extension [LooseJudgement] {
  fileprivate var firstRule: Sentence? {
    if case .held(let rule)? = first { rule } else { nil }
  }
}

extension RecordedValue {
  fileprivate var isUnordered: Bool {
    switch self {
    case .set, .dictionary(_, isOrdered: false, _): true
    default: false
    }
  }

  fileprivate var isNone: Bool { if case .none = self { true } else { false } }

  /// The elements of a list, without their order.
  fileprivate var asSet: RecordedValue? {
    if case .list(let items, let shown) = self { .set(items, shown) } else { nil }
  }
}
