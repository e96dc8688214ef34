// Front matter as people write it, with what its author wants a reader to see of it; and numbers beside claims.

extension RandomDocuments {
  /// The lines above a document: none, or front matter that is right, cut, out of place or no YAML.
  mutating func head() -> Passage {
    guard Int.random(in: 0..<3, using: &random) == 0 else { return Passage(lines: [], shown: "") }
    takeStranger()
    let (first, second) = (word(), word())
    let title = Passage(lines: ["---", "title: \(first)", "---", ""], shown: first)
    func titled(_ written: String, _ shown: String) -> Passage {
      Passage(lines: ["---", "title: \(written)", "---", ""], shown: shown)
    }
    func below(_ lines: String...) -> Passage {
      Passage(lines: lines + title.lines, shown: title.shown)
    }
    return one(of: [
      title, titled("'\(first) $a_b$ \(second)'", "\(first)a_b\(second)"),
      titled("\"\(first)\"", first),
      titled("\(first) $5", first + "$5"), titled("$\\alpha$ & \(first)", "\\alpha&" + first),
      titled("|\n  \(first)\n  a", first + "a"), titled("'it''s \(first)'", "it's" + first),
      titled(".5 1_000 -0.00 ½", ".51_000-0.00½"), titled("0x1F", "0x1F"), titled("yes", "yes"),
      Passage(
        lines: ["---", "order: 1", "title: \(first)", "summary: $x^2$ \(second)", "--- ", ""],
        shown: first + "x^2" + second),
      // Words that YAML or Galley reads otherwise.
      titled("C# and #\(first)", "C#and#" + first),
      titled("\(first) #\(second)", "\(first)#\(second)"),
      titled("&\(first) a", "&\(first)a"), titled("\(first): a", "\(first):a"),
      titled("[\(first)]", "[\(first)]"),
      titled("\"$\\theta$ \(first)\"", "\\theta" + first),
      titled("\\(a_b\\) \(first)", "a_b" + first),
      titled("$$a_b$$ \(first)", "a_b" + first), titled("'*\(first)* a'", first + "a"),
      titled("*\(first)*", first),
      titled("'`\(first)` a'", first + "a"), titled("a [\(first)](/hidden)", "a" + first),
      titled("AT&amp;T", "AT&T"),
      titled("~", "~"), titled("a <b>\(first)</b>", "a" + first),
      titled("a **\(first)**", "a" + first),
      // Front matter that is none where it stands.
      below(""), below("", ""), below("<!-- hidden -->"), below("# hidden", ""), below("\u{200B}"),
      below(" "),
      Passage(lines: [" ---", "title: \(first)", " ---"], shown: first),
      Passage(lines: ["----", "title: \(first)", "----"], shown: first),
      Passage(lines: ["+++", "title = \"\(first)\"", "+++"], shown: first),
      Passage(lines: ["---", "title: \(first)", "...", ""], shown: first),
      Passage(lines: ["---", "title: \(first)", "", second], shown: first + second),
      Passage(lines: ["---", "Title: \(first)", "---"], shown: first),
      Passage(lines: ["---", "title: \(first)", "tags: [hidden]", "---"], shown: first),
    ])
  }

  /// A number and its claim. Each is read whole, or refused.
  mutating func number() -> Inline {
    let whole = [
      "5", "0.665", "-0.00", "−0.5", ".5", "-.5", "1_000", "1,000", "1 000", "1\u{2009}000", "½",
      "1½", "0x1F",
      "0x1p-3", "6.6e-3", "6.626×10⁻³⁴", "10^3", "2/3", "12:30", "1.2.3", "5%", "3‰", "+5", "٣",
      "５", "1e+3",
      "2⁵", "1'000", "Ⅳ", "②", "1.5-2", "0,5", "#5", "5th", "1e3", "00.5", "−.5", "±5", "5!", "√2",
    ].map { ($0, $0) }
    // What stands beside these is no part of the number: a unit, the end of a sentence, another number, a word.
    let beside = [("5°", "5"), ("5.", "5"), ("5–6", "6"), ("~5", "5")]
    let (number, meant) = one(of: whole + beside)
    numbers.append(meant)
    let word = word()
    let shown = number.filter { !$0.isWhitespace }
    return ("\(word) \(number)<!-- = x -->", word + shown)
  }
}
