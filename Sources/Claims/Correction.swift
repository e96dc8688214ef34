// Correction: what the author could write instead, in the author's own form. It is judged like any claim
// before it is offered.

import Diagnostics
import GalleyRecordFormat

enum Correction {
  /// The first way to state `value` that can be read as a claim and holds for all `values`; nil where there
  /// is none.
  static func of(
    _ expectation: Expectation, for value: RecordedValue, holdingFor values: [RecordedValue]
  ) -> String? {
    candidates(expectation, value).lazy.compactMap { $0 }.first { text in
      guard text.utf8.count <= RecordedValue.claimLimit, !text.holdsAddress,
        let claim = read(text, like: expectation)
      else { return false }
      return values.allSatisfy { Comparison.of($0, claim).holds }
    }
  }

  /// The author's form first, then the value's own text. A relation has neither: nobody knows which other bound
  /// the author has in mind, unless the value is no finite number at all.
  private static func candidates(
    _ expectation: Expectation, _ value: RecordedValue
  ) -> [String?] {
    switch expectation {
    // In a sentence the sign stands apart from the number.
    case .relation(_, .number(let literal)) where literal.context.isText: []
    case .relation, .range:
      switch value.quantity {
      case .infinite?, .notANumber?: [value.claimText]
      default: []
      }
    case .number(let literal) where literal.fault != nil: []
    case .number(let literal) where literal.context.isText: [rewritten(expectation, value)]
    case .near where value.exactNumber != nil: [rewritten(expectation, value)]
    default: [rewritten(expectation, value), value.claimText, value.printedText]
    }
  }

  /// A number in a sentence stays a number in a sentence.
  static func read(_ text: String, like expectation: Expectation) -> Expectation? {
    guard case .number(let literal) = expectation, literal.context.isText else {
      return try? Expectation.read(text)
    }
    return NumberLiteral(text, in: literal.context).map { .number($0) }
  }

  /// Nobody counts more digits than this, or would write them.
  private static let longestNumber = 40

  // MARK: - In the author's form

  /// What holds is kept, and the rest is written as the author wrote it, with other values.
  private static func rewritten(_ expectation: Expectation, _ value: RecordedValue) -> String? {
    if Comparison.of(value, expectation).holds { return expectation.text }
    if case .some(let inner) = value {
      guard let wrapped = expectation.wrapped else { return rewritten(expectation, inner) }
      return rewritten(wrapped, inner).map { part in
        if case .object(let name, _) = expectation { return "\(name)(\(part))" }
        return ".some(\(part))"
      }
    }
    switch (expectation, value) {
    case (.number(let literal), _):
      guard let number = value.exactNumber else { return value.claimText }
      var texts = literal.candidates(for: number, printed: value.description)
      // A whole number has no decimals.
      if case .integer = value, literal.decimals > 0, literal.percent == nil, literal.power == nil,
        literal.separator == nil
      {
        texts.insert(value.description, at: 0)
      }
      return texts.first {
        $0.utf8.count <= longestNumber
          && NumberLiteral($0, in: literal.context).map { holds(.number($0), value) } ?? false
      }
    case (.near(let literal, let tolerance), _):
      // A tolerance that compares nothing is not kept.
      guard let number = value.exactNumber,
        Comparison.of(value, expectation).verdict == .refuted
      else { return value.claimText }
      let candidates = literal.candidates(for: number, printed: value.description)
      return candidates.lazy.map { "\($0) ± \(tolerance.text)" }.first {
        (try? Expectation.read($0)).map { holds($0, value) } ?? false
      }
    case (.interval(let lower, let upper, let includesUpper), _):
      guard let range = BoundedRange(value), range.includesUpper == includesUpper else {
        if value.quantity != nil { return "in " + expectation.text }
        return value.claimText
      }
      let ends = zip([lower, upper], [range.lower, range.upper]).map { wanted, got in
        got.flatMap { got in wanted.map { rewritten($0, got) ?? got.description } } ?? ""
      }
      return ends.joined(separator: includesUpper ? "..." : "..<")
    case (.printed, _):
      // Without quotation marks nobody would see what cannot be seen.
      guard let printed = value.shown?.printed else { return value.claimText }
      let quoted = SwiftString.quoted(printed)
      return quoted == "\"\(printed)\"" ? printed : quoted
    case (.array(let wanted), .list(let got, _)):
      return joined(wanted.map { .init($0) }, got.map { .init(label: "", value: $0) })
        .map { "[\($0)]" }
    case (.tuple(let wanted), .tuple(let got)): return joined(wanted, got).map { "(\($0))" }
    case (.dictionary(let wanted), .dictionary(let got, _, _)): return keyed(wanted, got)
    case (.enumCase(.some, "self", nil), .opaque(let shown)) where shown.metatype != nil:
      return shown.metatype.map { "\($0.short).self" }
    case (.object(let name, let wanted), _) where value.ownParts != nil:
      guard let type = value.type, TypePath(name).names(TypePath(full: type.full)) else {
        return value.claimText
      }
      return value.ownParts.flatMap { joined(wanted, $0) }.map { "\(name)(\($0))" }
    case (.object(let name, let wanted), .enumCase(let caseName, let got, _)):
      let path = TypePath(name)
      guard path.name.isSame(as: caseName) else { return value.claimText }
      return joined(wanted, got).map { "\(name)(\($0))" }
    case (.enumCase(let type, let name, let wanted), .enumCase(let caseName, let got, _)):
      let head = "\(type ?? "").\(caseName)"
      guard let wanted, name.isSame(as: caseName), let body = joined(wanted, got) else {
        let parts = got.isEmpty ? "" : value.description.drop { $0 != "(" }
        return head + (wanted == nil ? "" : parts)
      }
      return "\(head)(\(body))"
    default: return value.claimText
    }
  }

  private static func holds(_ expectation: Expectation, _ value: RecordedValue) -> Bool {
    Comparison.of(value, expectation).holds
  }

  private static func joined(
    _ wanted: [Expectation.Part], _ got: [RecordedValue.Part]
  ) -> String? {
    // More parts are longer than any correction.
    guard wanted.count == got.count, got.count <= RecordedValue.claimLimit / 2 else { return nil }
    var texts: [String] = []
    for (wanted, got) in zip(wanted, got) {
      guard let text = rewritten(wanted.expectation, got.value) else { return nil }
      if wanted.label?.hasPrefix("_") ?? false { return nil }
      texts.append((wanted.label == nil ? "" : "\(got.label): ") + text)
    }
    return texts.joined(separator: ", ")
  }

  /// Keys that are there keep their place, their values are rewritten.
  private static func keyed(
    _ wanted: [(key: Expectation, value: Expectation)], _ got: [RecordedValue.Pair]
  ) -> String? {
    guard wanted.count == got.count, got.count <= 100 else { return nil }
    var rest = got
    var texts: [String] = []
    for (key, value) in wanted {
      guard let place = rest.firstIndex(where: { holds(key, $0.key) }),
        let text = rewritten(value, rest.remove(at: place).value)
      else { return nil }
      texts.append("\(key.text): \(text)")
    }
    return "[" + texts.joined(separator: ", ") + "]"
  }
}

extension String {
  /// Whether a place in memory stands in it, which is another one in the next run: `Token(0x00007fe4909da698)`.
  fileprivate var holdsAddress: Bool {
    guard let mark = firstRange(of: "(0x") else { return false }
    return self[mark.upperBound...].prefix(while: \.isHexDigit).count >= 8
  }
}

extension NumberLiteral {
  /// The number that all of `text` is; nil where it is none, or one with a fault.
  package init?(_ text: String, in context: Context) {
    var cursor = TextCursor(text)
    guard let literal = NumberLiteral.read(&cursor, in: context), cursor.isAtEnd,
      literal.fault == nil
    else { return nil }
    self = literal
  }
}
