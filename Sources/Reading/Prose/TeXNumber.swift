// TeXNumber: the last number in a formula's TeX and its bytes. What a reader sees is known from
// KaTeX; this only says which bytes of the essay show it, so that a correction can be written
// there.

import Claims
import Diagnostics

struct TeXNumber {
  var literal: NumberLiteral
  var bytes: Range<Int>

  /// Commands with arguments that show nothing in their place, and how many those are.
  private static let unseen: [String: Int] = [
    "hspace": 1, "label": 1, "eqref": 1, "ref": 1, "tag": 1, "phantom": 1, "hphantom": 1,
    "vphantom": 1, "color": 1, "textcolor": 1, "colorbox": 1, "fcolorbox": 2, "href": 1,
    "begin": 1, "end": 1, "rule": 2, "raisebox": 1,
  ]

  /// Commands with a length behind them that stands in no braces, or may.
  private static let lengths: Set<String> = [
    "kern", "mkern", "hskip", "mskip", "hspace", "above", "char",
  ]

  private static let definitions: Set<String> = [
    "def", "gdef", "edef", "xdef", "let", "futurelet", "newcommand", "renewcommand",
    "providecommand",
  ]

  /// The number in a formula that shows the last one but `behind`.
  ///
  /// - Parameters:
  ///   - notation: how the page writes numbers.
  ///   - isSigned: whether a sign is shown with it, which is then a part of it here, too.
  ///   - shown: all digits that the formula shows. Where a macro shows some of them, nobody can say
  ///     which stand where, and there is no such number.
  static func last(
    in tex: String, _ notation: NumberNotation, isSigned: Bool, behind: Int,
    showing shown: [Unicode.Scalar]
  ) -> TeXNumber? {
    let text = withoutComments(tex)
    var cursor = TextCursor(text)
    var found: [TeXNumber] = []
    // A digit that is shown was typed, once for each time.
    var typed: [Unicode.Scalar: Int] = [:]
    func count(_ start: String.Index) {
      for scalar in text.unicodeScalars[start..<cursor.index] where scalar.isDigit {
        typed[scalar, default: 0] += 1
      }
    }
    while let scalar = cursor.next {
      let start = cursor.index
      if scalar == "^" || scalar == "_" {
        ProseClaims.skipScript(&cursor)
        count(start)
      } else if scalar == "\\" {
        cursor.advance()
        let name = cursor.take { $0.isWordStart && $0 != "_" }
        if definitions.contains(name) { return nil }
        skipArguments(of: name, &cursor)
      } else if scalar.isDigit || isSigned && "-−+".unicodeScalars.contains(scalar) {
        if var literal = NumberLiteral.read(&cursor, in: .text(notation)) {
          // A correction may need decimals, and TeX puts a space behind a bare comma.
          if literal.fractionDigits.isEmpty, notation.decimal == .comma {
            literal.decimalMark = "{,}"
          }
          let lower = text.utf8.distance(from: text.startIndex, to: start)
          found.append(
            TeXNumber(
              literal: literal,
              bytes: lower..<text.utf8.distance(from: text.startIndex, to: cursor.index)))
        } else {
          cursor.advance()
        }
        count(start)
      } else {
        cursor.advance()
      }
    }
    for digit in shown { typed[digit, default: 0] -= 1 }
    guard found.count > behind, typed.values.allSatisfy({ $0 >= 0 }) else { return nil }
    return found[found.count - 1 - behind]
  }

  private static func skipArguments(of name: String, _ cursor: inout TextCursor) {
    if name.isEmpty {
      // `\\[5pt]` ends a row.
      let hasLength = cursor.next == "\\" && cursor.peek(1) == "["
      if hasLength { cursor.skip(to: "]") } else { cursor.advance() }
      return
    }
    let isLength = lengths.contains(name)
    guard let count = unseen[name] ?? (isLength ? 1 : nil) else { return }
    if cursor.next == "*" { cursor.advance() }
    cursor.skipSpace()
    if name == "rule", cursor.next == "[" { cursor.skip(to: "]") }
    if cursor.next == "{" {
      for _ in 0..<count where cursor.next == "{" { ProseClaims.skipGroup(&cursor) }
      // The columns of an array.
      if name == "begin", cursor.next == "{" { ProseClaims.skipGroup(&cursor) }
    } else if isLength {
      _ = cursor.take { "+-`'\" .".unicodeScalars.contains($0) || $0.isDigit }
      for _ in 0..<2 where cursor.next?.properties.isLowercase == true { cursor.advance() }
    }
  }

  /// Spaces in place of what a `%` hides.
  private static func withoutComments(_ tex: String) -> String {
    var bytes = Array(tex.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if bytes[index] == UInt8(ascii: "%") {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
          bytes[index] = UInt8(ascii: " ")
          index += 1
        }
      }
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension TextCursor {
  fileprivate mutating func skip(to end: Unicode.Scalar) {
    while let scalar = next, scalar != end { advance() }
    advance()
  }
}

extension ProseClaims {
  /// Steps over `^2`, `_{ij}` and the like: exponents and indices are no values of their own.
  package static func skipScript(_ cursor: inout TextCursor) {
    cursor.advance()
    if cursor.next == "{" { skipGroup(&cursor) } else { cursor.advance() }
  }

  /// Steps over `{…}`.
  static func skipGroup(_ cursor: inout TextCursor) {
    var depth = 0
    repeat {
      if cursor.next == "{" { depth += 1 }
      if cursor.next == "}" { depth -= 1 }
      cursor.advance()
    } while depth > 0 && !cursor.isAtEnd
  }
}
