// Documents made of blocks in blocks, each with what its author wants a reader to see.

import Foundation

/// A piece of Markdown and its words.
struct Passage {
  var lines: [String]
  /// What is to be seen of it, without white space.
  var shown: String
}

/// Makes documents, and knows what they say because it knows what each piece is for.
struct RandomDocuments {
  var random: SplitMix
  /// Whether formulas, footnotes and the like may stand in them, which libcmark does not know.
  let hasExtensions: Bool
  /// Whether pieces may stand in them that mean something in other dialects only, and slips.
  private(set) var hasStrangers = false
  /// How many of these a document has at most: what is told of one must not hide what is not told of another.
  let mostStrangers: Int
  private var strangers = 0
  private var count = 0
  /// What stands at the end of the source: definitions of links and of footnotes.
  var definitions: [String] = []
  /// The words of the footnotes in the order in which they are referred to.
  var notes = ""
  /// The numbers that claims stand beside, as their author wrote them.
  var numbers: [String] = []

  init(seed: UInt64, hasExtensions: Bool, mostStrangers: Int = 0) {
    self.mostStrangers = mostStrangers
    random = SplitMix(state: seed)
    self.hasExtensions = hasExtensions
  }

  /// By day fewer documents are made than with `GALLEY_TESTS=all`, as at night.
  static func count(byDay some: Int, all: Int) -> Int {
    ProcessInfo.processInfo.environment["GALLEY_TESTS"] == "all" ? all : some
  }

  /// A whole document, all that its page must show, and the numbers that it claims.
  mutating func next() -> (source: String, shown: String, numbers: [String]) {
    (count, definitions, notes, numbers) = (0, [], "", [])
    (strangers, hasStrangers) = (0, mostStrangers > 0)
    let head = hasStrangers ? head() : Passage(lines: [], shown: "")
    let blocks = passage(of: 1...3, depth: 0)
    let spaced = definitions.flatMap { ["", $0] }
    let tabs = Bool.random(using: &random)
    let lines = head.lines + (blocks.lines + spaced).map { tabs ? Self.tabbed($0) : $0 }
    let ending = one(of: ["\n", "\n", "\r\n", "\r"])
    return (lines.joined(separator: ending) + ending, head.shown + blocks.shown + notes, numbers)
  }

  /// The spaces at the head of a line as tabs, which reach to the same columns.
  private static func tabbed(_ line: String) -> String {
    let spaces = line.prefix { $0 == " " }.count
    return String(repeating: "\t", count: spaces / 4) + line.dropFirst(spaces / 4 * 4)
  }

  /// Counts a strange piece.
  mutating func takeStranger() {
    strangers += 1
    hasStrangers = strangers < mostStrangers
  }

  mutating func one<Element>(of all: [Element]) -> Element {
    all[Int.random(in: 0..<all.count, using: &random)]
  }

  /// A word that stands nowhere else, in one of several scripts.
  mutating func word() -> String {
    count += 1
    let letters = String(count, radix: 26).map { digit in
      Character(Unicode.Scalar(97 + UInt8(digit.hexDigitValue ?? 0)))
    }
    return one(of: ["w", "w", "é", "漢", "ẅ", "e\u{301}", "ж", "👩‍👧"]) + "x" + String(letters)
      + String(repeating: "z", count: count % 3)
  }

  // MARK: Blocks

  private mutating func passage(of range: ClosedRange<Int>, depth: Int) -> Passage {
    var whole = Passage(lines: [], shown: "")
    for index in 0..<Int.random(in: range, using: &random) {
      let block = block(depth)
      // A comment keeps what follows a list from becoming a part of it.
      if index > 0 { whole.lines += ["", "<!-- hidden -->", ""] }
      whole.lines += block.lines
      whole.shown += block.shown
    }
    return whole
  }

  private mutating func block(_ depth: Int) -> Passage {
    if hasStrangers {
      let kind = Int.random(in: 0..<20, using: &random)
      if kind < 5 { takeStranger() }
      switch kind {
      case 0, 1: return strangeBlock()
      case 2, 3: return strangeFormula()
      case 4: return strangePlace()
      default: break
      }
    }
    switch Int.random(in: 0..<(hasExtensions ? 16 : 13), using: &random) {
    case 0 where depth < 2, 1 where depth < 2: return list(depth)
    case 2 where depth < 2: return quotation(depth)
    case 3: return table()
    case 4: return fence()
    case 5: return indentedCode()
    case 6: return htmlBlock()
    case 7:
      let inline = inlines(1...3, inLine: true)
      return Passage(lines: [one(of: ["# ", "## ", "###### "]) + inline.0], shown: inline.1)
    case 8:
      let inline = inlines(1...3)
      return Passage(lines: Self.lines(inline.0) + [one(of: ["===", "---"])], shown: inline.1)
    case 9: return Passage(lines: ["___"], shown: "")
    case 13, 14: return formulaBlock()
    default:
      let inline = inlines(1...6)
      return Passage(lines: Self.lines(inline.0), shown: inline.1)
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private mutating func quotation(_ depth: Int) -> Passage {
    let inside = passage(of: 1...2, depth: depth + 1)
    return Passage(
      lines: inside.lines.map { $0.isEmpty ? ">" : "> " + $0 }, shown: inside.shown)
  }

  private mutating func list(_ depth: Int) -> Passage {
    // Boxes of tasks are known only where nothing else stands before them.
    let tasks = depth == 0 ? ["- [ ] ", "- [x] "] : []
    let marker = one(of: ["- ", "* ", "+ ", "1. ", "10) ", "-   "] + tasks)
    let isTask = marker.hasPrefix("- [")
    let width = isTask ? 2 : marker.count
    var list = Passage(lines: [], shown: "")
    for index in 0..<Int.random(in: 1...2, using: &random) {
      // The box of a task stands before words.
      let inside = isTask ? paragraph() : passage(of: 1...2, depth: depth + 1)
      if index > 0, Bool.random(using: &random) { list.lines.append("") }
      for (number, line) in inside.lines.enumerated() {
        let head = number == 0 ? marker : line.isEmpty ? "" : String(repeating: " ", count: width)
        list.lines.append(head + line)
      }
      list.shown += inside.shown
    }
    return list
  }

  private mutating func paragraph() -> Passage {
    let inline = inlines(1...3, inLine: true)
    return Passage(lines: ["a " + inline.0], shown: "a" + inline.1)
  }

  private mutating func table() -> Passage {
    let columns = Int.random(in: 1...3, using: &random)
    let rule = (0..<columns).map { _ in one(of: ["---", ":--", "--:", ":-:"]) }
    var table = Passage(lines: [], shown: "")
    for row in 0..<Int.random(in: 1...3, using: &random) {
      let cells = (0..<columns).map { _ in inlines(1...2, inLine: true, inTable: true) }
      table.lines.append("| " + cells.map(\.0).joined(separator: " | ") + " |")
      table.shown += cells.map(\.1).joined()
      if row == 0 { table.lines.append("|" + rule.joined(separator: "|") + "|") }
    }
    return table
  }

  private mutating func fence() -> Passage {
    let mark = one(of: ["```", "~~~", "`````"])
    let code = codeLines()
    return Passage(
      lines: [mark + one(of: ["", "text", " c++ x", "python"])] + code + [mark],
      shown: code.joined().filter { !$0.isWhitespace })
  }

  private mutating func codeLines() -> [String] {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in
      one(of: ["", "  ", "    ", "\t"]) + word()
        + one(of: ["", " <b> & *", "  ", " // | [x]", "\t_"])
    }
  }

  private mutating func indentedCode() -> Passage {
    let code = (0..<2).map { _ in word() }
    return Passage(lines: code.map { "    " + $0 }, shown: code.joined())
  }

  private mutating func htmlBlock() -> Passage {
    let (first, second) = (word(), word())
    return one(of: [
      Passage(lines: ["<div class=\"a\">", first, "</div>"], shown: first),
      Passage(lines: ["<div>", "", "*\(first)*", "", "</div>"], shown: first),
      Passage(lines: ["<!--", "hidden", "", second, "-->"], shown: ""),
      Passage(lines: ["<p title='hidden'>\(first)</p>", "<!-- \(second) -->"], shown: first),
    ])
  }
}
