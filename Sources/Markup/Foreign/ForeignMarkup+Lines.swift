// Marks at the head of a line: definitions, divisions, admonitions, files to be taken in, tables of contents. And
// callouts, which Galley knows as GitHub does.

import Diagnostics

extension ForeignMarkup {
  mutating func readLines(_ text: ForeignText) {
    for (number, start) in text.lineStarts.enumerated() {
      let line = text.line(from: start)
      guard !line.isEmpty, let message = message(line, number: number, text) else { continue }
      warn(text.place(start..<start + line.unicodeScalars.count), message)
    }
  }

  private func message(_ line: String, number: Int, _ text: ForeignText) -> String? {
    if line.hasPrefix(":::") {
      return
        "::: makes no division here and is shown as it is written: write <div> and </div> with empty lines "
        + "around them, or > [!NOTE] for a callout"
    }
    if line.hasPrefix("!!! ") || line.hasPrefix("??? ") || line.hasPrefix("???+ ") {
      return
        "this makes no callout and is shown as it is written, and what is indented below it is code: write "
        + "> [!NOTE], and > before each of its lines"
    }
    if ["@import \"", "@include ", "!include ", "--8<-- ", "@import '"].contains(
      where: line.hasPrefix)
    {
      return
        "Galley takes no other file into a text, and this is shown as it is written: put its words here"
    }
    if number == 0, line.count > 1, line.allSatisfy({ $0 == "=" }) {
      return
        "this line underlines no heading and is shown as it is written: words stand directly above it, or write # before "
        + "them; a line of --- is a rule"
    }
    if number == 1, line.hasPrefix(": ") || line.hasPrefix(":\t"), isTerm(text.line(from: 0)) {
      return
        "this makes no list of definitions, and the colon is shown: write **term:** words, or <dl>, <dt> and "
        + "<dd>"
    }
    return nil
  }

  /// What would be defined: a few words and no sentence.
  private func isTerm(_ line: String) -> Bool {
    guard let last = line.unicodeScalars.last else { return false }
    return line.count <= 60 && !".?!,;:".unicodeScalars.contains(last)
  }

  /// `> [!INFO]` and `> [!NOTE] words` are quotations on GitHub, with the brackets shown.
  mutating func complainOfCallout(_ quotation: Node) {
    guard let paragraph = quotation.children.first,
      paragraph.kind == .paragraph
    else { return }
    let text = ForeignText(paragraph.children, in: source)
    guard text.starts(with: "[!", at: 0), let end = text.next("]", from: 2), end > 2,
      text.scalars[2..<end].allSatisfy({ $0.properties.isAlphabetic || $0 == "-" })
    else { return }
    let kind = text.string(2..<end)
    let known = Callout(rawValue: kind.lowercased()) != nil
    warn(
      text.place(0..<end + 1),
      known
        ? "a callout's kind stands alone on its line, or it is shown as a quotation: begin a new line behind it"
        : "callouts are NOTE, TIP, IMPORTANT, WARNING and CAUTION, and ‘\(kind)’ is shown as a quotation"
    )
  }
}
