// Claims of everything that is no number: texts, optionals, collections, structures, cases, ranges and what is
// printed, made of claims that are decided already.

import Claims
import Foundation
import GalleyRecordFormat

extension OracleDice {
  mutating func claim(_ depth: Int = 0) -> OracleClaim {
    switch number(0...(depth < 2 ? 19 : 11)) {
    case 0...7: return mismatched(number())
    case 8: return boolean()
    case 9: return string()
    case 10: return printed()
    case 11: return depth == 0 ? interval() : string()
    case 12: return optional(depth)
    case 13: return array(depth)
    case 14: return tuple(depth)
    case 15: return object(depth)
    case 16: return enumCase(depth)
    case 17: return set()
    case 18: return dictionary(depth)
    default: return duration()
    }
  }

  /// Some claims meet a value of another kind.
  private mutating func mismatched(_ claim: OracleClaim) -> OracleClaim {
    guard chance(4) else { return claim }
    return OracleClaim(claim.text, .text("0.5"), claim.ofText)
  }

  private mutating func boolean() -> OracleClaim {
    let (wanted, got) = (chance(50), chance(50))
    if chance(20) { return OracleClaim("\(wanted)", .int(wanted ? 1 : 0), false) }
    return OracleClaim("\(wanted)", .boolean(got), wanted == got)
  }

  /// Texts that look alike, and their escapes.
  private mutating func string() -> OracleClaim {
    let twins: [(String, String)] = [
      ("\u{E9}", "e\u{301}"), ("a", "\u{FEFF}a"), ("a b", "a\u{A0}b"), ("x", "x "), ("5", "5"),
      ("\n", "\\n"), ("\"", "'"), ("\u{212B}", "\u{C5}"), ("\t", " "), ("", "\u{200B}"),
    ]
    let (first, second) = pick(twins)
    let (wanted, got) = (pick([first, second]), pick([first, second]))
    var text = ""
    for scalar in wanted.unicodeScalars {
      let isPlain = !["\\", "\"", "\n", "\t"].contains(scalar) && chance(60)
      text += isPlain ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
    }
    return OracleClaim("\"\(text)\"", .text(got), Array(wanted.utf8) == Array(got.utf8))
  }

  private mutating func printed() -> OracleClaim {
    let texts = [
      "2.50 €", "5.0 seconds", "https://example.org", "1970-01-01 00:00:00 +0000", "hot",
    ]
    let (wanted, got) = (pick(texts), pick(texts))
    let value = pick([
      RecordedValue.opaque("Program.T", printed: got),
      .object("Program.T", ["_x": .int(1)], printed: got), .shape("a", printed: got),
    ])
    return OracleClaim("\"\(wanted)\"", value, wanted == got)
  }

  /// Ranges as values; bare texts are claims only by themselves.
  private mutating func interval() -> OracleClaim {
    let lower = number(-5...5)
    let upper = lower + number(0...3)
    let (low, high) = (lower + pick([-1, 0, 0, 0]), upper + pick([0, 0, 0, 1]))
    let (closed, wantsClosed) = (chance(50), chance(50))
    let dots = wantsClosed ? "..." : "..<"
    let name = closed ? "Swift.ClosedRange" : "Swift.Range"
    if chance(30) {
      let texts = ["2.50 €", "Node.js", "5.0 seconds", "3/4", "6.3.1"]
      let (wanted, got) = (pick(texts), pick(texts))
      return OracleClaim(wanted, .opaque("Program.T", printed: got), wanted == got)
    }
    let holds = low == lower && high == upper && closed == wantsClosed
    if chance(50) {
      let items = closed ? Array(lower...upper) : Array(lower..<upper)
      let printed = "\(lower)\(closed ? "..." : "..<")\(upper)"
      let shown = RecordedValue.shown("\(name)<Swift.Int>", printed)
      return OracleClaim("\(low)\(dots)\(high)", .list(items.map { .int($0) }, shown), holds)
    }
    let value = RecordedValue.object(
      "\(name)<Swift.Double>",
      ["lowerBound": .double(Double(lower) / 4), "upperBound": .double(Double(upper) / 4)])
    let ends = [low, high].map { String(format: "%.2f", Double($0) / 4) }
    return OracleClaim(ends.joined(separator: dots), value, holds)
  }

  private mutating func duration() -> OracleClaim {
    let milliseconds = number(0...20)
    let bound = milliseconds + number(-1...1)
    let value = RecordedValue.object(
      "Swift.Duration",
      ["seconds": .int(0), "attoseconds": .int(milliseconds * 1_000_000_000_000_000)])
    let text = pick([
      "\(bound) ms", ".milliseconds(\(bound))", "\(bound * 1000) µs",
      bound == 0 ? "0 s" : "\(bound)e-3 s",
    ])
    let (sign, holds) = pick([
      ("<", milliseconds < bound), ("≤", milliseconds <= bound), (">", milliseconds > bound),
      ("≥", milliseconds >= bound), ("≠", milliseconds != bound),
    ])
    return OracleClaim("\(sign) \(text)", value, holds)
  }

  // MARK: - Parts

  private func all(_ parts: [OracleClaim]) -> Verdict {
    if parts.contains(where: { $0.verdict == .refuted }) { return .refuted }
    return parts.contains { $0.verdict == .unjudged } ? .unjudged : .held
  }

  /// Parts most of which hold, lest every collection be refuted.
  private mutating func parts(_ depth: Int) -> [OracleClaim] {
    (0..<number(0...4)).map { _ in
      var part = claim(depth + 1)
      for _ in 0..<3 where part.verdict != .held { part = claim(depth + 1) }
      return part
    }
  }

  private mutating func optional(_ depth: Int) -> OracleClaim {
    if chance(20) {
      let isNone = chance(50)
      let value: RecordedValue = isNone ? .none : .some(.int(3))
      return OracleClaim(pick(["nil", ".none"]), value, isNone)
    }
    let inner = claim(depth + 1)
    if chance(20) { return OracleClaim(".some(\(inner.text))", .int(3), .refuted) }
    // Without its own word a claim of an optional is one of what is inside.
    let isPlain = ![".", "O", "n"].contains(inner.text.first)
    let text =
      isPlain && chance(40)
      ? inner.text : pick([".some(\(inner.text))", "Optional(\(inner.text))"])
    return OracleClaim(text, .some(inner.value), inner.verdict)
  }

  private mutating func array(_ depth: Int) -> OracleClaim {
    let parts = parts(depth)
    var values = parts.map(\.value)
    let isShort = chance(10) && !values.isEmpty
    if isShort { values.removeLast() }
    let text = "[" + parts.map(\.text).joined(separator: pick([", ", ",", " , "])) + "]"
    return OracleClaim(text, .list(values), isShort ? .refuted : all(parts))
  }

  /// Labelled parts, as text and as they were recorded, some labels wrong.
  private mutating func labelled(
    _ depth: Int
  ) -> (text: String, parts: [RecordedValue.Part], verdict: Verdict) {
    let parts = parts(depth)
    var texts: [String] = []
    var recorded: [RecordedValue.Part] = []
    var verdict = all(parts)
    for (part, label) in zip(parts, ["a", "b", "c", "d"]) {
      recorded.append(.init(label: label, value: part.value))
      let wanted = chance(4) ? "z" : label
      let isWritten = chance(60)
      if isWritten && wanted == "z" { verdict = .refuted }
      texts.append((isWritten ? "\(wanted): " : "") + part.text)
    }
    return (texts.joined(separator: ", "), recorded, verdict)
  }

  private mutating func tuple(_ depth: Int) -> OracleClaim {
    let (text, parts, verdict) = labelled(depth)
    return OracleClaim("(\(text))", .tuple(parts), verdict)
  }

  private mutating func object(_ depth: Int) -> OracleClaim {
    let (text, parts, verdict) = labelled(depth)
    let names = [
      ("In", true), ("Out.In", true), ("Program.Out.In", true), ("In<Int>", true),
      ("In<Swift.Int>", true), ("Other.In", false), ("n", false), ("In<Int8>", false),
      ("In<Int, Int>", false), ("Program.In", false),
    ]
    let (name, isRight) = chance(70) ? names[number(0...4)] : pick(names)
    let value = RecordedValue.object(parts, RecordedValue.shown("Program.Out.In<Swift.Int>"))
    return OracleClaim("\(name)(\(text))", value, isRight ? verdict : .refuted)
  }

  private mutating func enumCase(_ depth: Int) -> OracleClaim {
    let (text, parts, verdict) = labelled(depth)
    let value = RecordedValue.enumCase("hot", parts, RecordedValue.shown("Program.Heat"))
    let (head, isRight) = pick([
      (".hot", true), ("Heat.hot", true), (".cold", false), ("Hat.hot", false),
    ])
    if chance(30) { return OracleClaim(head, value, isRight) }
    return OracleClaim("\(head)(\(text))", value, isRight ? verdict : .refuted)
  }

  // MARK: - Without an order

  private func hold(_ claims: [(low: Int, high: Int)], _ values: [Int]) -> Bool {
    guard let first = claims.first else { return values.isEmpty }
    return values.indices.contains { index in
      var rest = values
      let value = rest.remove(at: index)
      return first.low <= value && value <= first.high && hold(Array(claims.dropFirst()), rest)
    }
  }

  /// All orders are tried.
  private mutating func set() -> OracleClaim {
    let values = Array(Set((0..<number(0...5)).map { _ in number(0...7) }))
    let claims = values.shuffled(using: &self).map { value in
      let low = value - number(0...1) + (chance(10) ? 1 : 0)
      return chance(40) ? (low, low) : (low, low + number(0...2))
    }
    let text = claims.map { $0.0 == $0.1 ? "\($0.0)" : "in \($0.0)...\($0.1)" }
    return OracleClaim(
      "[" + text.joined(separator: ", ") + "]", .set(values.map { .int($0) }), hold(claims, values))
  }

  private mutating func dictionary(_ depth: Int) -> OracleClaim {
    let parts = parts(depth)
    let isOrdered = chance(40)
    let keys = ["a", "b", "c", "d"].prefix(parts.count)
    let order = Array(parts.indices).shuffled(using: &self)
    let recorded = order.map { (RecordedValue.text(keys[$0]), parts[$0].value) }
    let isWrong = chance(10) && !parts.isEmpty
    let texts = zip(keys, parts).map { "\"\($0)\": \($1.text)" }
    var text = "[" + (texts.isEmpty ? ":" : texts.joined(separator: ", ")) + "]"
    if isWrong { text = text.replacing("[\"a\": ", with: "[\"z\": ") }
    var verdict = all(parts)
    if isWrong || isOrdered && order != order.sorted() { verdict = .refuted }
    return OracleClaim(text, .pairs(recorded, isOrdered: isOrdered), verdict)
  }
}
