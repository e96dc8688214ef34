// StepLine: one comment of a derivation taken apart: relation, TeX, label, and what stands behind `$$`.

package struct StepLine {
  /// The relation that the TeX begins with; nil when it begins with none that Galley knows.
  private(set) var relation: String?
  private(set) var tex = ""
  /// Bytes of the comment.
  private(set) var texStart = 0
  /// Bytes of the comment: relation and TeX.
  private(set) var wrote = 0..<0
  private(set) var label: String?
  /// Bytes of the comment behind the closing `$$`; nil when nothing stands there.
  private(set) var conditions: Range<Int>?
  private(set) var problem: String?

  /// Signs that begin a line and say more than that a chain begins.
  package static let relations: [(sign: String, relation: Derivation.Rule.Relation?)] = [
    ("\\approx", .equal), ("≈", .equal),
    ("\\leq", .atMost), ("\\le", .atMost), ("≤", .atMost),
    ("\\geq", .atLeast), ("\\ge", .atLeast), ("≥", .atLeast),
    ("\\lt", .less), ("\\gt", .greater), ("\\propto", .proportional), ("∝", .proportional),
    ("\\longrightarrow", .tends), ("\\rightarrow", .tends), ("\\to", .tends), ("→", .tends),
    ("\\Leftrightarrow", nil), ("\\Longleftrightarrow", nil), ("\\Rightarrow", nil),
    ("\\Longrightarrow", nil), ("\\implies", nil), ("\\iff", nil), ("\\equiv", nil), ("\\ne", nil),
    ("\\neq", nil), ("\\not", nil), ("\\sim", nil), ("\\simeq", nil), ("\\cong", nil),
    ("\\doteq", nil), ("\\coloneqq", nil), ("\\ll", nil), ("\\gg", nil), ("\\lesssim", nil),
    ("\\gtrsim", nil), ("\\leqslant", nil), ("\\geqslant", nil), ("\\in", nil), ("\\subset", nil),
    ("\\leqq", nil), ("\\geqq", nil), ("\\asymp", nil), ("\\triangleq", nil), ("\\stackrel", nil),
    ("\\overset", nil), ("\\xrightarrow", nil), ("\\mapsto", nil), ("\\gets", nil),
    ("\\leftarrow", nil), ("\\prec", nil), ("\\succ", nil),
    ("≠", nil), ("≡", nil), ("⇒", nil), ("⇔", nil), ("&", nil), (":=", nil), ("==", nil),
    ("->", nil), ("=>", nil),
    ("<=", nil), (">=", nil), ("=", .equal), ("<", .less), (">", .greater),
  ]

  /// The comments of a derivation's code that begin like a step, up to the end of their TeX, with their first bytes.
  static func all(in code: String) -> [(text: String, start: Int)] {
    var start = 0
    return code.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
      defer { start += line.utf8.count + 1 }
      let comment = line.drop { $0 == " " || $0 == "\t" }
      guard comment.hasPrefix("//"), comment.dropFirst(2).drop(while: { $0 == " " }).hasPrefix("$$")
      else { return nil }
      let end = StepLine(String(comment)).conditions?.lowerBound ?? comment.utf8.count
      let text = String(decoding: comment.utf8.prefix(end), as: UTF8.self)
      return (text, start + line.utf8.count - comment.utf8.count)
    }
  }

  package init(_ comment: String) {
    let bytes = Array(comment.utf8)
    func isSpace(_ index: Int) -> Bool { " \t\r".utf8.contains(bytes[index]) }
    // Behind `//`, spaces and `$$`; the caller has seen them.
    var start = 2
    while start < bytes.count, isSpace(start) { start += 1 }
    start += 2
    var end = bytes.count
    for index in start..<max(start, bytes.count - 1)
    where bytes[index] == UInt8(ascii: "$") && bytes[index + 1] == UInt8(ascii: "$")
      && bytes[index - 1] != UInt8(ascii: "\\")
    {
      end = index
      if bytes[(index + 2)...].contains(where: { !" \t\r".utf8.contains($0) }) {
        conditions = index + 2..<bytes.count
      }
      break
    }
    func trim() {
      while start < end, isSpace(start) { start += 1 }
      while start < end, isSpace(end - 1) { end -= 1 }
    }
    trim()
    var text = String(decoding: bytes[start..<end], as: UTF8.self)
    if let found = Self.label(in: text) {
      label = found.name
      text = found.before + found.after
      // A label in the middle leaves the TeX in two pieces; its place is then that of the first.
      end = found.after.allSatisfy(\.isWhitespace) ? start + found.before.utf8.count : end
      trim()
      text = text.trimmed
      if !found.name.hasPrefix("eq:") || found.name.utf8.count < 4 {
        problem =
          "the label of a line begins with ‘eq:’, as in \\label{eq:split}; this is ‘\(found.name)’"
      } else if Self.label(in: text) != nil {
        problem = "a line has one label, not two"
      }
    }
    wrote = start..<end
    let sign = Self.relations.first { sign, _ in
      guard text.hasPrefix(sign) else { return false }
      let rest = text.unicodeScalars.dropFirst(sign.unicodeScalars.count).first
      // `\le` is not the beginning of `\left`.
      return !(sign.hasPrefix("\\") && rest?.properties.isAlphabetic == true)
    }
    if let sign = sign?.sign {
      relation = sign
      text.removeFirst(sign.count)
      start += sign.utf8.count
      while start < end, isSpace(start) { start += 1 }
    }
    tex = text.trimmed
    texStart = start
  }

  /// A word of the TeX that may say how two sides stand to each other; nil where there is none.
  var comparingWord: String? {
    let words = tex.split { !($0.isASCII && $0.isLetter) && $0 != "\\" }.map(String.init)
    return words.first(where: Self.comparing.contains)
  }

  private static let comparing: Set<String> = [
    "is", "are", "equal", "equals", "than", "exceeds", "becomes", "gives", "not", "thus", "hence",
    "therefore",
    "implies", "so", "always",
  ]

  private static func label(in text: String) -> (name: String, before: String, after: String)? {
    let mark = "\\label{"
    guard let start = text.range(ofLast: mark) else { return nil }
    let name = text[start...].dropFirst(mark.count).prefix { $0 != "}" }
    guard name.endIndex < text.endIndex else { return nil }
    return (String(name), String(text[..<start]), String(text[text.index(after: name.endIndex)...]))
  }
}

extension String {
  /// Without the white space at both ends.
  fileprivate var trimmed: String {
    var view = self[...]
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}
