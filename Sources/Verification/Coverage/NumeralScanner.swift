// NumeralScanner: finds the numerals in a run of text and in a formula.

import Claims
import Diagnostics
import Markup

/// A numeral that somebody must answer for.
struct FoundNumeral: Hashable, Sendable {
  /// UTF-8 bytes of the text that was read, an exponent or a percent sign included.
  var range: Range<Int>
  var text: String
  /// The number alone, to compare it with one in Swift.
  var digits: String
}

enum NumeralScanner {
  /// A numeral, and why it needs no answer if it needs none.
  typealias Reading = (numeral: FoundNumeral, exemption: NumeralRules.Exemption?)

  /// The numerals of a text that somebody must answer for.
  static func numerals(
    inProse text: String, _ notation: NumberNotation = .point, beginsHeading: Bool = false
  ) -> [FoundNumeral] {
    readings(ofProse: text, notation, beginsHeading: beginsHeading).filter { $0.exemption == nil }
      .map(\.numeral)
  }

  /// The numerals of a formula's TeX that somebody must answer for.
  static func numerals(
    inMath tex: String, _ notation: NumberNotation = .point
  ) -> [FoundNumeral] {
    readings(ofMath: tex, notation).filter { $0.exemption == nil }.map(\.numeral)
  }

  /// The numerals of a text that stands outside formulas, as it is in the essay.
  static func readings(
    ofProse text: String, _ notation: NumberNotation = .point, beginsHeading: Bool = false
  ) -> [Reading] {
    var cursor = TextCursor(text)
    var found: [Reading] = []
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
        guard let literal = NumberLiteral.read(&cursor, in: .text(notation)) else {
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
        let exemption = NumeralRules.exemption(inProse: numeral)
        let first = whole.sign.isEmpty ? start : text.unicodeScalars.index(before: start)
        found.append((make(text, first..<cursor.index, notation.plain(digits)), exemption))
        if exemption != nil {
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
  static func readings(
    ofMath tex: String, _ notation: NumberNotation = .point
  ) -> [Reading] {
    var cursor = TextCursor(tex)
    var candidates: [(numeral: NumeralRules.Surroundings, found: FoundNumeral)] = []
    var hasSymbols = false
    // How many arguments of \frac and its like are still to come: without braces each is one sign.
    var arguments = 0
    // What was still to come where each open brace began.
    var outer: [Int] = []
    while let scalar = cursor.next {
      if scalar == "^" || scalar == "_" {
        skipScript(&cursor)
      } else if scalar == "\\" {
        let command = skipCommand(&cursor)
        if command.isSymbol { hasSymbols = true }
        arguments = argumentCounts[command.name] ?? max(0, arguments - 1)
      } else if scalar.isDigit {
        let start = cursor.index
        if arguments > 0 {
          arguments -= 1
          cursor.advance()
          let digit = cursor.slice(from: start)
          var token = TextCursor(digit)
          guard let literal = NumberLiteral.read(&token, in: .text(notation)) else { continue }
          let numeral = NumeralRules.Surroundings(
            literal: literal, text: digit, before: String(tex[..<start]),
            after: String(tex[cursor.index...]))
          candidates.append((numeral, make(tex, start..<cursor.index, digit)))
          continue
        }
        guard let literal = NumberLiteral.read(&cursor, in: .text(notation)) else {
          cursor.advance()
          continue
        }
        let digits = cursor.slice(from: start)
        if cursor.next == "^" { skipScript(&cursor) }
        let numeral = NumeralRules.Surroundings(
          literal: literal, text: digits, before: String(tex[..<start]),
          after: String(tex[cursor.index...]))
        candidates.append((numeral, make(tex, start..<cursor.index, notation.plain(digits))))
      } else {
        if scalar.isWordStart { hasSymbols = true }
        // In braces an argument is written out, and all its digits are one number. `\sqrt[3]2` has its root first.
        if arguments > 0, scalar == "[" {
          _ = cursor.take { $0 != "]" }
        } else if scalar == "{" {
          outer.append(max(0, arguments - 1))
          arguments = 0
        } else if scalar == "}" {
          arguments = outer.popLast() ?? 0
        } else if !scalar.properties.isWhitespace {
          arguments = max(0, arguments - 1)
        }
        cursor.advance()
      }
    }
    return candidates.map {
      ($0.found, NumeralRules.exemption(inMath: $0.numeral, hasSymbols: hasSymbols))
    }
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

  /// Commands whose arguments need no braces where they are single signs: `\tfrac12`.
  private static let argumentCounts: [String: Int] = [
    "frac": 2, "tfrac": 2, "dfrac": 2, "cfrac": 2, "binom": 2, "tbinom": 2, "dbinom": 2, "sqrt": 1,
  ]

  /// Steps over a command; returns its name, and whether it stands for a quantity or an operation.
  private static func skipCommand(_ cursor: inout TextCursor) -> (name: String, isSymbol: Bool) {
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
      return ("", false)
    }
    let name = cursor.take { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    guard !name.isEmpty else {
      cursor.advance()
      return ("", false)
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
    return (name, !joints.contains(name))
  }

  /// Steps over `^2`, `_{ij}` and the like: exponents and indices are no values of their own.
  private static func skipScript(_ cursor: inout TextCursor) {
    cursor.advance()
    guard cursor.next == "{" else {
      cursor.advance()
      return
    }
    var depth = 0
    repeat {
      if cursor.next == "{" { depth += 1 }
      if cursor.next == "}" { depth -= 1 }
      cursor.advance()
    } while depth > 0 && !cursor.isAtEnd
  }
}
