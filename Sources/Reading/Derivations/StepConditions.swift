// StepConditions: what an author asks of a line behind its closing `$$` or directly below: a tolerance, a
// variable, another kind of relation.

import Claims
import Diagnostics

/// Why a line is none, in words for its author.
package struct StepProblem: Error {
  package var text: String
}

package struct StepConditions {
  private var allowance: Derivation.Rule.Allowance?
  private var variable: String?
  private var special: Derivation.Rule.Relation?
  private var enclosure: Derivation.Rule.Enclosure?
  private var texts: [String] = []

  /// All conditions as they were written; nil when there are none.
  package var text: String? { texts.isEmpty ? nil : texts.joined(separator: ", ") }

  private static let forms: [(words: String, relation: Derivation.Rule.Relation?)] = [
    ("up to a constant in", .constant), ("same minimiser in", .minimiser),
    ("same minimizer in", .minimiser), ("same maximiser in", .maximiser),
    ("same maximizer in", .maximiser), ("in", nil),
  ]
  private static let known =
    "± 1e-9, ± 8 ulp, ± 1%, up to a constant in θ, same minimiser in θ, same maximiser in θ, in θ, "
    + "exact over θ in 0...1"

  /// Reads the conditions of one comment; returns what is wrong with them.
  package mutating func read(_ text: String, names: [String]) -> String? {
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let words = part.split { $0.isWhitespace || $0 == "/" }
      guard !words.isEmpty else { continue }
      if let problem = readOne(words.joined(separator: " "), names) { return problem }
    }
    return nil
  }

  private mutating func readOne(_ text: String, _ names: [String]) -> String? {
    texts.append(text)
    if text.hasPrefix("±") || text.hasPrefix("+-") {
      guard allowance == nil else { return "a line has one tolerance, not two" }
      guard let read = Self.allowance(Self.size(ofTolerance: text)) else {
        return "‘\(text)’ is no tolerance: write ± 1e-9, ± 8 ulp or ± 1%"
      }
      allowance = read
      return read.isSensible
        ? nil
        : "‘\(text)’ lets anything pass: a tolerance is a number, and less than the value itself"
    }
    if text.hasPrefix("exact") { return readEnclosure(text, names) }
    for (words, relation) in Self.forms where text.hasPrefix(words + " ") {
      let name = text.dropFirst(words.count + 1).filter { $0 != "`" }
      guard names.contains(name) else {
        let list = names.isEmpty ? "it draws nothing" : "it draws \(names.joined(separator: ", "))"
        return "‘\(name)’ is no name that this derivation draws; \(list)"
      }
      guard variable == nil else { return "a line has one condition on a variable, not two" }
      (variable, special) = (name, relation)
      return nil
    }
    // Short forms are near to everything; a remark is near to none.
    let nearest = Self.forms.map(\.words).first { (form: String) -> Bool in
      form.count > 5 && editDistance(form, String(text.prefix(form.count))) <= form.count / 3
    }
    let advice =
      nearest.map { "; the nearest that it knows is ‘\($0) θ’" }
      ?? ". Known are: \(Self.known). A remark stands below the Swift"
    return "‘\(text)’ is no condition that Galley can read\(advice)"
  }

  /// `exact over x in -5...5`
  private mutating func readEnclosure(_ text: String, _ names: [String]) -> String? {
    let words = text.split(separator: " ").map { $0.filter { $0 != "`" } }
    guard words.count == 5, words[1] == "over", words[3] == "in" else {
      return "‘\(text)’ is no range: write exact over x in -5...5, without spaces around the dots"
    }
    guard names.contains(words[2]) else {
      return "‘\(words[2])’ is no name that this derivation draws, so no line can be exact over it"
    }
    let ends = words[4].split(separator: "...", omittingEmptySubsequences: false)
      .map { Double($0.replacing("−", with: "-")) }
    guard ends.count == 2, let lower = ends[0], let upper = ends[1], lower.isFinite,
      upper.isFinite, lower < upper
    else {
      return "‘\(words[4])’ is no range from one number to a larger one: write -5...5"
    }
    guard enclosure == nil else { return "a line is exact over one variable, not two" }
    enclosure = Derivation.Rule.Enclosure(
      variable: words[2], text: words[4], range: lower...upper)
    return nil
  }

  /// What stands behind the sign; a second sign is the number's own, and no tolerance is negative.
  private static func size(ofTolerance text: String) -> String {
    String(text.dropFirst(text.hasPrefix("±") ? 1 : 2).drop { $0 == " " })
  }

  private static func allowance(_ text: String) -> Derivation.Rule.Allowance? {
    var cursor = TextCursor(text)
    guard let literal = NumberLiteral.read(&cursor, in: .claim), !literal.isNegative,
      literal.ellipsis == nil, literal.fault == nil
    else { return nil }
    // Digits and the power of ten of the last one: what the program reads as a number.
    let size = "\(literal.integerDigits)\(literal.fractionDigits)e\(literal.unitExponent)"
    cursor.skipSpace()
    let isUlps = cursor.take("ulp")
    cursor.skipSpace()
    guard cursor.isAtEnd else { return nil }
    if isUlps { return literal.percent == nil ? .ulps(text: literal.text, size: size) : nil }
    return literal.percent == nil
      ? .absolute(text: literal.text, size: size) : .relative(text: literal.text, size: size)
  }

  /// The rule of a line that begins with `relation`.
  package func rule(relation sign: String?) throws(StepProblem) -> Derivation.Rule {
    var rule = try sampledRule(relation: sign)
    if let enclosure, !rule.canBeEnclosed {
      throw StepProblem(
        text: "‘exact over \(enclosure.variable)’ goes with =, \\approx, \\le, \\ge, < and >")
    }
    rule.enclosure = enclosure
    return rule
  }

  private func sampledRule(relation sign: String?) throws(StepProblem) -> Derivation.Rule {
    let relation = sign.flatMap { sign in StepLine.relations.first { $0.sign == sign }?.relation }
    if let special, special == .minimiser || special == .maximiser {
      if let sign {
        throw StepProblem(
          text:
            "‘same \(special)’ is the line's relation, and nobody checks ‘\(sign)’: leave it away")
      }
      return Derivation.Rule(
        relation: special, allowance: allowance ?? .standard, variable: variable)
    }
    guard let sign else {
      guard texts.isEmpty else {
        throw StepProblem(
          text: "a line without a relation begins a chain, and no condition holds for it")
      }
      return Derivation.Rule(relation: .start)
    }
    guard let relation else {
      let meant = ["<=": "\\le", ">=": "\\ge", "==": "=", ":=": "=", "->": "\\to"][sign]
      throw StepProblem(
        text: (meant.map { "write \($0): " } ?? "")
          + "‘\(sign)’ is no relation that Galley can sample; it knows "
          + "=, \\approx, \\le, \\ge, <, >, \\propto and \\to")
    }
    if sign == "\\approx" || sign == "≈", allowance == nil {
      throw StepProblem(text: "‘\(sign)’ needs a tolerance: behind the TeX write $$ ± 1e-3")
    }
    if special == .constant {
      guard relation == .equal else {
        throw StepProblem(text: "‘up to a constant’ goes with =, not with ‘\(sign)’")
      }
      return Derivation.Rule(
        relation: .constant, allowance: allowance ?? .standard, variable: variable)
    }
    if variable != nil, relation != .proportional, relation != .tends {
      throw StepProblem(
        text: "‘in \(variable ?? "")’ goes with \\propto and \\to, not with ‘\(sign)’")
    }
    if allowance != nil, relation == .less || relation == .greater {
      throw StepProblem(text: "‘\(sign)’ is strict and has no tolerance")
    }
    return Derivation.Rule(
      relation: relation, allowance: allowance ?? .standard, variable: variable)
  }
}

extension Derivation.Rule.Allowance {
  /// Whether some two numbers of the same sign are too far apart for it.
  fileprivate var isSensible: Bool {
    switch self {
    case .standard: true
    case .absolute(_, let size): Double(size)?.isFinite == true
    case .relative(_, let size): Double(size).map { $0 < 1 } == true
    case .ulps(_, let size): Double(size).map { $0 < 0x1p52 } == true
    }
  }
}
