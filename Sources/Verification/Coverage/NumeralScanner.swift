// NumeralScanner: finds the numerals in a run of text and in a formula.

/// A numeral that somebody must answer for.
struct FoundNumeral: Hashable, Sendable {
  /// UTF-8 bytes of the text that was read, an exponent or a percent sign included.
  var range: Range<Int>
  var text: String
  /// The number alone, to compare it with one in Swift.
  var digits: String
}

enum NumeralScanner {
  /// The numerals of a text that stands outside formulas, as it is in the essay.
  static func numerals(inProse text: String, beginsHeading: Bool = false) -> [FoundNumeral] {
    var cursor = TextCursor(text)
    var found: [FoundNumeral] = []
    while let scalar = cursor.next {
      if scalar == "&", skipEntity(&cursor) { continue }
      if scalar == "[", cursor.peek(1) == "@" {
        _ = cursor.take { $0 != "]" }
      } else if scalar.properties.isIdeographic {
        cursor.advance()
      } else if scalar.isWordStart {
        _ = cursor.take { $0.isWordPart }
        // GPT-4 is a name; the hyphen may be one that does not break.
        if let hyphen = cursor.next, hyphen == "-" || hyphen == "\u{2011}",
          cursor.peek(1)?.isDigit == true
        {
          cursor.advance()
          _ = cursor.take { $0.isWordPart }
        }
      } else if let length = NumeralRules.dateLength(at: cursor) {
        for _ in 0..<length { cursor.advance() }
      } else if scalar.isDigit {
        let start = cursor.index
        guard let literal = NumberLiteral.read(&cursor, in: .prose) else {
          cursor.advance()
          continue
        }
        let digits = cursor.slice(from: start)
        _ = cursor.take { Superscript.plain($0) != nil }
        let whole = signed(literal, in: text, at: start)
        let numeral = NumeralRules.Surroundings(
          literal: whole, text: digits,
          before: String(text[..<start]), after: String(text[cursor.index...]),
          beginsHeading: beginsHeading)
        if NumeralRules.exemption(inProse: numeral) == nil {
          let first =
            whole.sign.isEmpty ? start : text.unicodeScalars.index(before: start)
          found.append(make(text, first..<cursor.index, digits))
        } else {
          // Version 6.3.1 goes on.
          while cursor.next == ".", cursor.peek(1)?.isDigit == true {
            cursor.advance()
            _ = cursor.take { $0.isDigit }
          }
        }
        _ = cursor.take { $0.isWordPart }
      } else {
        cursor.advance()
      }
    }
    return found
  }

  /// The numerals of a formula's TeX.
  static func numerals(inMath tex: String) -> [FoundNumeral] {
    var cursor = TextCursor(tex)
    var candidates: [(numeral: NumeralRules.Surroundings, found: FoundNumeral)] = []
    var hasSymbols = false
    while let scalar = cursor.next {
      if scalar == "^" || scalar == "_" {
        ProseClaims.skipScript(&cursor)
      } else if scalar == "\\" {
        if skipCommand(&cursor) { hasSymbols = true }
      } else if scalar.isDigit {
        let start = cursor.index
        guard let literal = NumberLiteral.read(&cursor, in: .prose) else {
          cursor.advance()
          continue
        }
        let digits = cursor.slice(from: start)
        if cursor.next == "^" { ProseClaims.skipScript(&cursor) }
        let numeral = NumeralRules.Surroundings(
          literal: literal, text: digits, before: String(tex[..<start]),
          after: String(tex[cursor.index...]))
        candidates.append((numeral, make(tex, start..<cursor.index, digits)))
      } else {
        if scalar.isWordStart { hasSymbols = true }
        cursor.advance()
      }
    }
    return candidates.filter {
      NumeralRules.exemption(inMath: $0.numeral, hasSymbols: hasSymbols) == nil
    }.map(\.found)
  }

  private static func make(
    _ text: String, _ range: Range<String.Index>, _ digits: String
  ) -> FoundNumeral {
    let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let upper = text.utf8.distance(from: text.startIndex, to: range.upperBound)
    return FoundNumeral(range: lower..<upper, text: String(text[range]), digits: digits)
  }

  /// -1 is no 1: a sign with no word or bracket before it belongs to the number.
  private static func signed(
    _ literal: NumberLiteral, in text: String, at start: String.Index
  ) -> NumberLiteral {
    guard start > text.startIndex else { return literal }
    let place = text.unicodeScalars.index(before: start)
    let sign = text.unicodeScalars[place]
    guard ["-", "−", "+"].contains(sign) else { return literal }
    if place > text.startIndex {
      let before = text.unicodeScalars[text.unicodeScalars.index(before: place)]
      if before.isWordPart || [")", "]", "%"].contains(before) { return literal }
    }
    var copy = literal
    copy.sign = String(sign)
    return copy
  }

  /// `&nbsp;` or `&#8722;`.
  private static func skipEntity(_ cursor: inout TextCursor) -> Bool {
    var attempt = cursor
    attempt.advance()
    _ = attempt.take { $0 == "#" || $0.isWordPart }
    guard attempt.take(";") else { return false }
    cursor = attempt
    return true
  }

  /// Commands whose argument is a name or a length.
  private static let silent: Set<String> = [
    "label", "eqref", "ref", "tag", "begin", "end", "hspace", "vspace", "color", "kern", "cite",
    "rule",
  ]
  /// Commands that stand for no quantity.
  private static let joints: Set<String> = [
    "approx", "le", "leq", "ge", "geq", "ne", "neq", "times", "cdot", "quad", "qquad", "left",
    "right", "pm", "dots", "ldots", "text", "mathrm", "begin", "end", "label", "tag", "to",
    "displaystyle", "bigl", "bigr",
  ]

  /// Steps over a command, and says whether it stands for a quantity or an operation.
  private static func skipCommand(_ cursor: inout TextCursor) -> Bool {
    cursor.advance()
    if cursor.take("\\") {
      // A new line, and how far below it stands.
      var attempt = cursor
      attempt.skipSpace()
      if attempt.take("[") {
        _ = attempt.take { $0 != "]" }
        _ = attempt.take("]")
        cursor = attempt
      }
      return false
    }
    let name = cursor.take { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    guard !name.isEmpty else {
      cursor.advance()
      return false
    }
    if silent.contains(name) {
      var attempt = cursor
      _ = attempt.take("*")
      if attempt.take("{") {
        _ = attempt.take { $0 != "}" }
        _ = attempt.take("}")
        cursor = attempt
      }
    }
    return !joints.contains(name)
  }
}
