// SwiftConstants: the signs and the numbers in some Swift, each with what it may be changed to.

/// The places of signs and numbers in Swift. A few lines of our essays are read here, so it is done simply; a mistake
/// is a change that the compiler refuses.
struct SwiftConstants {
  private enum Kind { case word, number, operation, other }

  private let bytes: [UInt8]
  private let tokens: [(kind: Kind, range: Range<Int>)]

  init(_ code: String) {
    bytes = Array(code.utf8)
    let pattern =
      #/(?<skipped>//[^\n]*|"(?:\\.|[^"\\])*"|\s+)|(?<word>[\p{L}_$]\w*)|(?<number>[0-9]\w*(?:\.[0-9]\w*)?)|(?<operation>[-+*/=<>!&|^~?%.]+)|./#
    tokens = code.matches(of: pattern).compactMap { match in
      guard match.skipped == nil else { return nil }
      let kind: Kind =
        match.word != nil
        ? .word : match.number != nil ? .number : match.operation != nil ? .operation : .other
      let start = code.utf8.distance(from: code.startIndex, to: match.range.lowerBound)
      return (kind, start..<start + match.output.0.utf8.count)
    }
  }

  private func text(_ index: Int) -> String {
    tokens.indices.contains(index)
      ? String(decoding: bytes[tokens[index].range], as: UTF8.self) : ""
  }

  private func touches(_ first: Int, _ second: Int) -> Bool {
    tokens[first].range.upperBound == tokens[second].range.lowerBound
  }

  /// Whether a sign or the digits behind it belong to the power of ten of a number: `1e-9`.
  private func isExponent(_ index: Int) -> Bool {
    guard index > 0, touches(index - 1, index) else { return false }
    if tokens[index].kind == .number { return isExponent(index - 1) }
    return ["+", "-"].contains(text(index)) && tokens[index - 1].kind == .number
      && text(index - 1).hasSuffix("e") && !text(index - 1).hasPrefix("0x")
  }

  /// Every plus and minus as the other of the two, but for those that only count places.
  var signs: [Change] {
    let others = ["+": "-", "-": "+", "+=": "-=", "-=": "+="]
    let subscripts = subscripts
    return tokens.indices.compactMap { index in
      guard tokens[index].kind == .operation, let other = others[text(index)], !isExponent(index),
        !subscripts.contains(index), !joinsLists(index)
      else { return nil }
      return Change(range: tokens[index].range, text: other)
    }
  }

  /// Whether a plus stands beside a list that is written out: lists have no minus.
  private func joinsLists(_ index: Int) -> Bool {
    text(index + 1) == "[" || text(index - 1) == "]" && !subscripts.contains(index - 1)
  }

  /// The tokens inside the brackets behind a value: `lines[i + 1]`.
  private var subscripts: Set<Int> {
    var found: Set<Int> = []
    var open: [Bool] = []
    for index in tokens.indices {
      let isBehindValue =
        index > 0 && touches(index - 1, index)
        && (tokens[index - 1].kind == .word || [")", "]"].contains(text(index - 1)))
      if text(index) == "[" { open.append(isBehindValue) }
      if open.contains(true) { found.insert(index) }
      if text(index) == "]" { _ = open.popLast() }
    }
    return found
  }

  /// Every end of a range and every number with a point or a power of ten, as a neighbour of it, chosen
  /// so that ranges stay in order. Other whole numbers count things, and with another count most
  /// figures stop their program, which is noticed too, but hides what stands behind them.
  var numbers: [Change] {
    tokens.indices.compactMap { index in
      guard tokens[index].kind == .number, !isExponent(index) else { return nil }
      let (before, after) = (text(index - 1), text(index + 1))
      // A member of a tuple is no number.
      if before == "." { return nil }
      let literal = text(index)
      let isEnd = [before, after].contains { $0.hasPrefix("...") } && !counts(index)
      guard isEnd || literal.contains(".") || literal.contains("e") else { return nil }
      let mantissa = literal.prefix { $0 != "e" }
      let isNegative = before.hasSuffix("-")
      guard let number = Int(mantissa.filter(\.isNumber)) else { return nil }
      let changed =
        switch (before, after) {
        case ("...", _), ("...-", _): isNegative ? max(number - 1, 0) : number + 1
        case (_, "..."): number == 0 ? -1 : number + (isNegative || number == 1 ? 1 : -1)
        default: number > 1 ? number - 1 : number + 1
        }
      let changedText = Self.spelled(changed, like: mantissa) + literal.dropFirst(mantissa.count)
      return Change(range: tokens[index].range, text: changedText)
    }
  }

  /// Whether a number is an end of `(0...6).map`, which counts.
  private func counts(_ index: Int) -> Bool {
    text(index - 1) == "(" && text(index + 3) == ")" && text(index + 4) == "."
      || text(index - 3) == "(" && text(index + 1) == ")" && text(index + 2) == "."
  }

  /// A whole number with the decimal point of another.
  private static func spelled(_ number: Int, like mantissa: Substring) -> String {
    let decimals = mantissa.split(separator: ".").dropFirst().first?.filter(\.isNumber).count ?? 0
    var digits = String(number.magnitude)
    if decimals > 0 {
      digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return (number < 0 ? "-" : "") + digits
  }
}
