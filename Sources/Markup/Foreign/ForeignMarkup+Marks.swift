// Marks inside a text: ==highlights==, ^superscripts^, [[links]], :emoji:, {#attributes}, {{templates}} and emphasis
// that Markdown sees no end of.

import Diagnostics

extension ForeignMarkup {
  mutating func readMarks(_ text: ForeignText) {
    var index = 0
    while index < text.scalars.count {
      index = readMark(text, index) ?? index + 1
    }
  }

  /// Warns of a mark that begins at `index`; returns the index behind it.
  private mutating func readMark(_ text: ForeignText, _ index: Int) -> Int? {
    switch text[index] {
    case "=": highlight(text, index)
    case "^": superscript(text, index)
    case "[": wikiLink(text, index)
    case ":": emoji(text, index)
    case "{": braces(text, index)
    case "*": emphasis(text, index)
    default: nil
    }
  }

  private mutating func highlight(_ text: ForeignText, _ index: Int) -> Int? {
    guard text.starts(with: "==", at: index), !text.isWord(index - 1), text[index - 1] != "=",
      !text.isSpace(index + 2), text[index + 2] != "=", let end = text.next("==", from: index + 3),
      !text.isSpace(end - 1), !text.isWord(end + 2), text[end + 2] != "="
    else { return nil }
    return warn(
      text, index..<end + 2, "== is shown as it is written: write <mark>…</mark> to highlight words"
    )
  }

  /// `x^2^` with Pandoc; `2^3^4` is a tower of powers, and `^[words]` a footnote.
  private mutating func superscript(_ text: ForeignText, _ index: Int) -> Int? {
    if text[index + 1] == "[", text.isWord(index + 2) || !text[index + 2].isASCII,
      let end = text.next("]", from: index + 2),
      text.string(index..<end).contains(" ")
    {
      return warn(
        text, index..<end + 1,
        "a footnote inside the text is shown as it is written: write [^1], and [^1]: with its words "
          + "in a paragraph of its own")
    }
    guard text.isWord(index - 1) || text[index - 1] == ")",
      let end = text.next("^", from: index + 1),
      end > index + 1, !text.isWord(end + 1), text[end + 1] != "(",
      !(index + 1..<end).contains(where: { text.isSpace($0) || text[$0] == ForeignText.opaque })
    else { return nil }
    return warn(
      text, index..<end + 1,
      "these carets are shown: write <sup>…</sup> or a formula, as $x^2$, for a superscript")
  }

  /// `[[Int]]` and `[[1, 2], [3, 4]]` are lists of lists to those who write of programs.
  private mutating func wikiLink(_ text: ForeignText, _ index: Int) -> Int? {
    guard text.starts(with: "[[", at: index),
      let end = text.next("]]", from: index + 2)
    else { return nil }
    let name = text.string(index + 2..<end)
    guard !name.contains(where: { "[],".contains($0) }), !Self.isTypeName(name),
      let first = name.unicodeScalars.first, first.properties.isAlphabetic || !first.isASCII
    else { return nil }
    return warn(
      text, index..<end + 2,
      "this is no link to Galley and is shown with its brackets: write [words](page.md)")
  }

  static let contents =
    "Galley makes no table of contents, and this is shown as it is written: take it out"

  private static func isTypeName(_ name: String) -> Bool {
    name.count == 1
      || [
        "Int", "Double", "Float", "String", "Bool", "Character", "UInt8", "Element", "Any",
        "int", "double", "float", "string", "bool", "char", "nodiscard", "maybe_unused",
        "deprecated",
        "noreturn", "fallthrough", "likely", "unlikely",
      ].contains(name)
  }

  private mutating func emoji(_ text: ForeignText, _ index: Int) -> Int? {
    guard index == 0 || text.isSpace(index - 1), let end = text.next(":", from: index + 1),
      (2...30).contains(end - index - 1), !text.isWord(end + 1), text[end + 1] != ":"
    else { return nil }
    let name = text.scalars[index + 1..<end]
    let isName = name.allSatisfy {
      ("a"..."z").contains($0) || "_+-0123456789".unicodeScalars.contains($0)
    }
    guard isName,
      name.contains(where: { ("a"..."z").contains($0) })
        || ["+1", "-1"].contains(String(String.UnicodeScalarView(name)))
    else { return nil }
    if text[end + 1] == ForeignText.opaque { return nil }
    return warn(
      text, index..<end + 1,
      "this name of a picture is shown as it is written: type the character itself")
  }

  private mutating func braces(_ text: ForeignText, _ index: Int) -> Int? {
    let (first, second) = (text[index + 1], text[index + 2])
    if first == "%" || (first == "{" && (second == "<" || second == "%")) {
      let close = first == "%" ? "%}" : second == "<" ? ">}}" : "%}}"
      guard let end = text.next(close, from: index + 2) else { return nil }
      return warn(text, index..<end + close.count, Self.template)
    }
    if first == "{", let end = text.next("}}", from: index + 2) {
      let name = text.string(index + 2..<end)
      let word = name.trimming(while: { $0 == " " })
      let isName = word.allSatisfy { $0.isLetter || $0.isNumber || "._-|\"' ".contains($0) }
      guard isName, word.first?.isLetter ?? false, word.contains(".") || word.count < name.count - 1
      else { return nil }
      return warn(text, index..<end + 2, Self.template)
    }
    guard "#.:".unicodeScalars.contains(first), let end = text.next("}", from: index + 2) else {
      return nil
    }
    let inside = text.string(index + 1..<end)
    let isAttribute = inside.allSatisfy { $0.isLetter || $0.isNumber || "#.:-_= \"'%".contains($0) }
    guard isAttribute, text.isWord(index + 2) && !("0"..."9").contains(second) || second == " "
    else { return nil }
    return warn(
      text, index..<end + 1,
      inside.lowercased() == ":toc"
        ? Self.contents
        : "attributes in braces are shown as they are written: take them out; a heading's anchor is made of "
          + "its words")
  }

  private static let template =
    "Galley fills in no templates in a text, and this is shown as it is written: take it out, or put "
    + "backticks around it"

  /// Markdown ends emphasis between a sign and a letter only where a space stands, and in Chinese, Japanese and
  /// Korean none does.
  private mutating func emphasis(_ text: ForeignText, _ index: Int) -> Int? {
    var first = index
    while text[first] == "*" { first += 1 }
    let mark = String(repeating: "*", count: first - index)
    let isWide = { (index: Int) in text.isWord(index) && !text[index].isASCII }
    // Alone, beside a letter and a sign, where no space says whether it opens or closes.
    let isLone =
      mark.count == 2
      && ((isWide(index - 1) && text.isPunctuation(first))
        || (text.isPunctuation(index - 1) && isWide(first)))
    guard mark.count <= 3, let end = text.next(mark, from: first + 1) else {
      return isLone ? warnOfAsterisks(text, index..<first) : first
    }
    let behind = end + mark.count
    guard text[behind] != "*", !text.isSpace(first) || !text.isSpace(end - 1) else { return first }
    let isCut =
      (text.isPunctuation(first) && text.isWord(index - 1))
      || (text.isPunctuation(end - 1) && text.isWord(behind))
    let isTight = !text.isSpace(first) && !text.isSpace(end - 1)
    let isFlanking = isCut && isTight && (isWide(index - 1) || isWide(behind))
    let isLatin = isCut && isTight && mark.count > 1 && !text.isWord(index - 1)
    // `**words **` and `** words**`, with nothing that would make it two powers or two pointers.
    let isLoose =
      !isTight && mark.count > 1 && !text.isWord(index - 1) && !text.isWord(behind)
      && text.isSpace(first) != text.isSpace(end - 1)
    guard isFlanking || isLatin || isLoose else {
      return isLone ? warnOfAsterisks(text, index..<first) : first
    }
    let name = mark.count == 1 ? "em" : "strong"
    let advice =
      isLoose
      ? "take away the space inside of them"
      : "put them inside of the signs, or write <\(name)>…</\(name)>"
    return warn(
      text, index..<behind,
      "these asterisks are shown, for Markdown sees no emphasis here: \(advice)")
  }

  private mutating func warnOfAsterisks(_ text: ForeignText, _ range: Range<Int>) -> Int? {
    warn(
      text, range,
      "these asterisks are shown, for Markdown sees no emphasis here: put the signs beside them outside of the "
        + "emphasised words, or write <strong>…</strong>")
  }

  /// Warns, and returns where to go on.
  private mutating func warn(_ text: ForeignText, _ range: Range<Int>, _ message: String) -> Int {
    warn(text.place(range), message)
    return range.upperBound
  }
}

extension String {
  fileprivate func trimming(while predicate: (Character) -> Bool) -> Substring {
    let start = drop(while: predicate)
    return start.dropLast(start.reversed().prefix(while: predicate).count)
  }
}
