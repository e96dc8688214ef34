// WildWords: the words that stand before and behind results in the comments of documentation.

import Diagnostics

enum WildWords {
  /// What a comment begins with, in small letters, before what is printed.
  private static let printing = [
    "prints out", "prints", "printed", "print", "outputs", "output", "will print", "console output",
  ]
  /// The same before a value.
  private static let giving = [
    "results in", "result is", "result", "returns", "return value", "evaluates to", "yields",
    "produces", "gives", "equals", "value is", "now contains", "is now", "==", "=>", "->", "→",
    "⇒", "=", "≈", "~",
  ]

  enum Head { case printing, giving }

  /// The word that a comment begins with, and the bytes behind it with the marks between.
  static func head(of text: String) -> (head: Head, rest: Int)? {
    for (words, head) in [(printing, Head.printing), (giving, .giving)] {
      for word in words {
        guard text.lowercased().hasPrefix(word) else { continue }
        let rest = text.utf8.dropFirst(word.utf8.count)
        // `printer` is another word, and `print(x)` is code.
        if word.last?.isLetter == true, let next = rest.first,
          !" \t:\"`'".utf8.contains(next)
        {
          continue
        }
        if word.last?.isLetter == false, let next = rest.first, "=>".utf8.contains(next) {
          continue
        }
        let marks = rest.prefix { " \t:".utf8.contains($0) }.count
        return (head, word.utf8.count + marks)
      }
    }
    return nil
  }

  /// Signs and words between an expression and its value.
  private static let links = [
    " is now ", " now has value ", " now contains ", " now equals ", " is equal to ", " == ", " = ",
    " => ", " -> ",
    " → ", " is some permutation of ", " contains ", " is ", " equals ",
  ]

  /// `x == v`, `x is now v`: the expression and the bytes at which the value begins.
  static func expression(in text: String) -> (expression: String, value: Int)? {
    var best: (link: Range<String.Index>, word: String)?
    for link in links {
      guard let found = text.firstRange(of: link), !isQuoted(found.lowerBound, in: text) else {
        continue
      }
      if best.map({ found.lowerBound < $0.link.lowerBound }) ?? true { best = (found, link) }
    }
    guard let best else { return labelled(text) }
    let left = unticked(String(text[..<best.link.lowerBound]))
    guard isExpression(left) else { return nil }
    let start =
      best.word == " is some permutation of " ? text.index(after: best.link.lowerBound) : nil
    let end = start.map { text[$0...].firstRange(of: "some ")!.lowerBound } ?? best.link.upperBound
    return (left, text.utf8.distance(from: text.startIndex, to: end))
  }

  /// `colors: ["red"]`, where the name may be one of the code.
  private static func labelled(_ text: String) -> (expression: String, value: Int)? {
    guard let colon = text.firstRange(of: ": "), let first = text.first, first.isLowercase,
      text[..<colon.lowerBound].unicodeScalars.allSatisfy(\.isWordPart)
    else { return nil }
    return (
      String(text[..<colon.lowerBound]),
      text.utf8.distance(from: text.startIndex, to: colon.upperBound)
    )
  }

  private static func isQuoted(_ index: String.Index, in text: String) -> Bool {
    text[..<index].count { $0 == "\"" } % 2 == 1
      || text[..<index].count { "([{".contains($0) } > text[..<index].count { ")]}".contains($0) }
  }

  static func unticked(_ text: String) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    for mark: Character in ["`", "'"]
    where text.count > 2 && text.first == mark && text.last == mark
      && !text.dropFirst().dropLast().contains(mark)
    {
      return String(text.dropFirst().dropLast())
    }
    return text
  }

  /// Whether a text may be evaluated once more without changing anything: names, members, subscripts, and calls that make
  /// a value of another. Words of a sentence are no expression.
  static func isExpression(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 120, ClaimText.isBalanced(text) else { return false }
    var cursor = TextCursor(text)
    // A name, and behind it points, brackets and operators.
    guard let first = cursor.next, first.isWordStart || first == "[" else { return false }
    var previous: Unicode.Scalar?
    var wasSpace = false
    while let next = cursor.next {
      if next == "\"" {
        guard SwiftString.read(&cursor) != nil else { return false }
        previous = "\""
        wasSpace = false
        continue
      }
      if next.properties.isWhitespace {
        wasSpace = true
        cursor.advance()
        continue
      }
      if next.isWordStart || next.isDigit {
        // Two words with nothing between are a sentence.
        if wasSpace, let previous, previous.isWordPart { return false }
        let word = cursor.take { $0.isWordPart }
        if cursor.next == "(", !isHarmless(word) { return false }
        previous = "a"
        wasSpace = false
        continue
      }
      guard ".,:()[]<>+-*/%!?&|".unicodeScalars.contains(next) else { return false }
      previous = next
      wasSpace = false
      cursor.advance()
    }
    return true
  }

  /// Calls that change nothing, as far as their names say.
  private static func isHarmless(_ name: String) -> Bool {
    name.first?.isUppercase == true
      || [
        "sorted", "reversed", "contains", "prefix", "suffix", "dropFirst", "dropLast", "joined",
        "min", "max", "isSubset", "isSuperset", "isDisjoint", "index", "distance", "firstIndex",
        "lastIndex", "first", "last", "elementsEqual", "starts", "hasPrefix", "hasSuffix", "type",
        "abs", "enumerated", "description", "lowercased", "uppercased", "union", "intersection",
      ].contains(name)
  }

  // MARK: - Behind a value

  private static let orders = [
    "(in some order)", "(in any order)", "in some order", "in any order", "(order may vary)",
    "(the order may vary)", "(not necessarily in this order)", "(unordered)",
  ]

  /// A text, and what it may be without words before and behind.
  static func readings(of text: String) -> [WildText] {
    var text = text
    var isInAnyOrder = false
    for words in orders where text.lowercased().hasSuffix(words) {
      text = String(text.dropLast(words.count))
      isInAnyOrder = true
      break
    }
    for words in ["some permutation of ", "a permutation of "]
    where text.lowercased().hasPrefix(words) {
      text = String(text.dropFirst(words.count))
      isInAnyOrder = true
    }
    text = unticked(text)
    if let last = text.last, ",;".contains(last) { text = String(text.dropLast()) }
    var found = [WildText(lines: [text], isInAnyOrder: isInAnyOrder)]
    if text.last == ".", !text.hasSuffix("..") {
      found.append(WildText(lines: [unticked(String(text.dropLast()))], isInAnyOrder: isInAnyOrder))
    }
    if let value = value(before: text) {
      found.append(
        WildText(lines: [unticked(value)], isInAnyOrder: isInAnyOrder, isAll: false))
    }
    return found
  }

  /// The value that a text begins with, where other words stand behind it.
  private static func value(before text: String) -> String? {
    if text.first == "`", let end = text.dropFirst().firstIndex(of: "`") {
      return String(text[text.index(after: text.startIndex)..<end])
    }
    var cursor = TextCursor(text)
    var depth = 0
    while let next = cursor.next {
      if next == "\"" {
        guard SwiftString.read(&cursor) != nil else { return nil }
      } else {
        if "([".unicodeScalars.contains(next) {
          let rest = text[..<cursor.index]
          // A bracket behind a space is a remark.
          if depth == 0, next == "(", rest.last == " " { return nonEmpty(String(rest)) }
          depth += 1
        }
        if ")]".unicodeScalars.contains(next) { depth -= 1 }
        cursor.advance()
      }
      if depth <= 0, let next = cursor.next, ",;:".unicodeScalars.contains(next) || next == " " {
        let value = String(text[..<cursor.index])
        return value.isEmpty ? nil : value
      }
    }
    return nil
  }

  private static func nonEmpty(_ text: String) -> String? {
    let text = unticked(text)
    return text.isEmpty ? nil : text
  }

  // MARK: - Failures

  /// Whether a comment says that the code beside it does not compile, or stops.
  static func saysFailure(_ text: String) -> Bool {
    let small = text.lowercased()
    let heads = [
      "error:", "fatal error", "compile error", "compile-time error", "compiler error",
      "compilation error", "runtime error", "run-time error", "build error", "❌", "⛔", "🛑",
      "traps", "crash", "does not compile", "doesn't compile", "won't compile", "invalid:",
      "fatal:", "precondition fail", "this will trap", "this traps", "error!",
    ]
    return heads.contains(where: small.hasPrefix) || small == "error" || small == "invalid"
  }

  static func saysSuccess(_ text: String) -> Bool {
    ["ok", "okay", "✅", "ok!", "ok.", "valid", "works", "compiles", "✅ ok"]
      .contains(text.lowercased())
  }
}
