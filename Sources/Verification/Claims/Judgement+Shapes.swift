// Judging values with parts: the shapes must be equal, and each part holds by its own rule.

extension Judgement {
  static func shaped(_ expectation: Expectation, _ value: RecordedValue) -> Judgement {
    switch (expectation, value) {
    case (.array(let wanted), .array(let got)):
      return all([(unlabelled(wanted), unlabelled(got))], value, brackets: ("[", "]"))
    case (.array(let wanted), .set(let got)): return unordered(wanted, got, value)
    case (.dictionary(let wanted), .dictionary(let got)): return keyed(wanted, got, value)
    // The only way to claim an empty dictionary or an empty tuple is by its own brackets.
    case (.tuple(let wanted), .tuple(let got)):
      return all([(wanted, got)], value, brackets: ("(", ")"))
    case (.object(let name, let wanted), .object(let type, let got)):
      guard matches(name, type) else { return same(false, "the same type", value) }
      return all([(wanted, got)], value, brackets: ("\(name)(", ")"))
    case (.object(let name, let wanted), .enumCase(let type, let caseName, let got)):
      // `Shape.circle(r: 1)` reads like a call.
      guard name == caseName || name.hasSuffix("." + caseName) && matches(typePart(name), type)
      else {
        return same(false, "the same case", value)
      }
      return all([(wanted, got)], value, brackets: ("\(name)(", ")"))
    case (.enumCase(let name, let wanted), .enumCase(_, let caseName, let got)):
      guard name == caseName else { return same(false, "the same case", value) }
      guard let wanted else { return same(true, "the same case", value) }
      return all([(wanted, got)], value, brackets: (".\(name)(", ")"))
    case (.enumCase("none", _), .none): return same(true, "the same value", value)
    default: return same(false, "the same shape", value)
    }
  }

  /// Each part by its own rule; the correction keeps what holds and rewrites the rest.
  static func all(
    _ groups: [(wanted: [Expectation.Part], got: [RecordedValue.Part])], _ value: RecordedValue,
    brackets: (String, String) = ("(", ")")
  ) -> Judgement {
    var judgements: [Judgement] = []
    var labels: [String] = []
    for (wanted, got) in groups {
      guard wanted.count == got.count else { return same(false, "the same number of parts", value) }
      for (wanted, got) in zip(wanted, got) {
        if let label = wanted.label, label != got.label {
          return same(false, "the same labels", value)
        }
        var judgement = of(got.value, by: wanted.expectation)
        if judgement.verdict == .held { judgement.correction = wanted.expectation.text }
        judgements.append(judgement)
        labels.append(wanted.label.map { "\($0): " } ?? "")
      }
    }
    let rules = Set(judgements.map(\.rule))
    // Parts of parts hold by the same rule; saying "each part" once is enough.
    let first = judgements.first?.rule ?? ""
    let shared = first.hasPrefix("each part") ? first : "each part \(first)"
    let rule = rules.count == 1 ? shared : "each part by its own rule"
    if let worst = judgements.first(where: { $0.verdict == .unjudged }) {
      return Judgement(verdict: .unjudged, rule: worst.rule)
    }
    if judgements.allSatisfy({ $0.verdict == .held }) {
      return Judgement(verdict: .held, rule: judgements.isEmpty ? "the same shape" : rule)
    }
    let corrections = judgements.compactMap(\.correction)
    guard corrections.count == judgements.count else {
      return Judgement(verdict: .refuted, rule: rule)
    }
    let body = zip(labels, corrections).map { $0 + $1 }.joined(separator: ", ")
    return Judgement(
      verdict: .refuted, rule: rule, correction: brackets.0 + body + brackets.1)
  }

  /// A set has no order: every expectation must find an element of its own.
  private static func unordered(
    _ wanted: [Expectation], _ got: [RecordedValue], _ value: RecordedValue
  ) -> Judgement {
    guard wanted.count == got.count else { return same(false, "the same number of parts", value) }
    let pairing = Pairing.isComplete(count: wanted.count) { left, right in
      of(got[right], by: wanted[left]).verdict == .held
    }
    return same(pairing, "the same elements", value)
  }

  private static func keyed(
    _ wanted: [(key: Expectation, value: Expectation)],
    _ got: [(key: RecordedValue, value: RecordedValue)], _ value: RecordedValue
  ) -> Judgement {
    guard wanted.count == got.count else { return same(false, "the same number of keys", value) }
    func keysMatch(_ left: Int, _ right: Int) -> Bool {
      of(got[right].key, by: wanted[left].key).verdict == .held
    }
    guard Pairing.isComplete(count: wanted.count, keysMatch) else {
      return same(false, "the same keys", value)
    }
    let pairing = Pairing.isComplete(count: wanted.count) { left, right in
      keysMatch(left, right) && of(got[right].value, by: wanted[left].value).verdict == .held
    }
    return same(pairing, "the same keys, each value by its own rule", value)
  }

  private static func unlabelled(_ parts: [Expectation]) -> [Expectation.Part] {
    parts.map { .init(label: nil, expectation: $0) }
  }

  private static func unlabelled(_ parts: [RecordedValue]) -> [RecordedValue.Part] {
    parts.map { .init(label: "", value: $0) }
  }

  /// Whether a name that an author writes means a type: generic arguments may be left out.
  private static func matches(_ name: String, _ type: String) -> Bool {
    name == type || name == type.prefix { $0 != "<" } || name.hasSuffix("." + type)
  }

  private static func typePart(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}

extension Expectation {
  /// The expectation as a claim states it, where it can be rebuilt from its parts.
  var text: String? {
    switch self {
    case .number(let literal): literal.text
    case .boolean(let value): String(value)
    case .string(let value): SwiftString.quoted(value)
    case .none: "nil"
    case .notANumber: "nan"
    case .infinity(let isNegative): isNegative ? "-∞" : "∞"
    case .array(let parts):
      Self.joined(parts.map { Part(label: nil, expectation: $0) }).map { "[\($0)]" }
    case .tuple(let parts): Self.joined(parts).map { "(\($0))" }
    case .object(let type, let parts): Self.joined(parts).map { "\(type)(\($0))" }
    case .enumCase(let name, let parts):
      parts.map { Self.joined($0).map { ".\(name)(\($0))" } } ?? ".\(name)"
    case .near(let literal, .absolute(let size)), .near(let literal, .percent(let size)):
      "\(literal.text) ± \(size.text)"
    case .near(let literal, .ulps(let size)): "\(literal.text) ± \(size.text) ulp"
    case .relation, .range, .dictionary: nil
    }
  }

  private static func joined(_ parts: [Part]) -> String? {
    var texts: [String] = []
    for part in parts {
      guard let text = part.expectation.text else { return nil }
      texts.append((part.label.map { "\($0): " } ?? "") + text)
    }
    return texts.joined(separator: ", ")
  }
}
