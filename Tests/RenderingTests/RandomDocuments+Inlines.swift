// The words of random documents: marked, linked, escaped, and the formulas among them.

extension RandomDocuments {
  typealias Inline = (String, String)

  /// Several inlines, parted by spaces or by breaks of the line.
  mutating func inlines(
    _ range: ClosedRange<Int>, inLine: Bool = false, inTable: Bool = false
  ) -> Inline {
    var (source, shown) = ("", "")
    for index in 0..<Int.random(in: range, using: &random) {
      if index > 0 { source += inLine ? " " : one(of: [" ", " ", "\n", "\\\n", "  \n"]) }
      let next = inline(inTable)
      source += next.0
      shown += next.1
    }
    return (source, shown)
  }

  private mutating func inline(_ inTable: Bool, depth: Int = 0) -> Inline {
    if hasStrangers {
      let kind = Int.random(in: inTable || depth > 0 ? 0..<200 : -18..<200, using: &random)
      if kind < 4 { takeStranger() }
      switch kind {
      case -12 ... -4: return number()
      case ..<0: return stranger()
      case 0, 1: return spelling(inTable)
      case 2, 3: return lostReference()
      default: break
      }
    }
    switch Int.random(in: 0..<(hasExtensions ? 20 : 15), using: &random) {
    case 0 where depth < 2: return around(one(of: ["*", "_", "**", "__", "***"]), inTable, depth)
    case 1 where depth < 2: return around(one(of: ["~~", "**"]), inTable, depth)
    case 2: return code(inTable)
    case 3 where depth == 0: return link(inTable)
    case 4: return escaped(inTable)
    case 5: return html()
    case 6:
      let address = one(of: ["http://a.example/\(word())", "mailto:a@b.example"])
      return ("<\(address)>", address)
    case 7 where depth == 0: return ("www.a.example/q?r=_s_ a", "www.a.example/q?r=_s_a")
    case 8: return ("![hidden](hidden.svg)", "")
    case 15, 16: return formula()
    case 17 where depth == 0: return footnote()
    default:
      let word = word()
      return (word, word)
    }
  }

  private mutating func around(_ mark: String, _ inTable: Bool, _ depth: Int) -> Inline {
    let first = inline(inTable, depth: depth + 1)
    let (before, after) = (word(), word())
    return ("\(mark)\(before) \(first.0) \(after)\(mark)", before + first.1 + after)
  }

  private mutating func code(_ inTable: Bool) -> Inline {
    let word = word()
    return one(of: [
      ("`\(word)`", word), ("`` \(word)`*a* ``", word + "`*a*"), ("`\(word) <b>`", word + "<b>"),
      inTable ? ("`\(word) \\| a`", word + "|a") : ("`\(word) \\| a`", word + "\\|a"),
    ])
  }

  private mutating func link(_ inTable: Bool) -> Inline {
    let inside = inline(inTable, depth: 1)
    let word = word()
    let label = "r\(definitions.count)"
    let form = Int.random(in: 0..<4, using: &random)
    if form > 1 { definitions.append("[\(label)]: /hidden 'hidden'") }
    return switch form {
    case 0: ("[\(word) \(inside.0)](/hidden \"hidden\")", word + inside.1)
    case 1: ("[\(word)](</hidden (a)>)", word)
    case 2: ("[\(word) \(inside.0)][\(label)]", word + inside.1)
    default: ("[\(label)]", label)
    }
  }

  private mutating func escaped(_ inTable: Bool) -> Inline {
    let word = word()
    return one(of: [
      ("\\*\(word)\\*", "*\(word)*"), ("&amp;\(word)", "&" + word), ("&copy;\(word)", "©" + word),
      ("\\_\(word)\\_", "_\(word)_"), ("\(word)&#35;", word + "#"), ("a_\(word)_b", "a_\(word)_b"),
      ("\(word) * a", word + "*a"), ("\(word) < 3 & a", word + "<3&a"),
      ("\(word)\\|", word + "|"), ("\(word)! “a” – ‘b’…", word + "!“a”–‘b’…"),
    ])
  }

  private mutating func html() -> Inline {
    let word = word()
    return one(of: [
      ("<b>\(word)</b>", word), ("<a href='hidden' title=\"hidden\">\(word)</a>", word),
      ("\(word)<!-- hidden -->", word), ("<br>\(word)", word),
    ])
  }

  // MARK: What libcmark does not know

  /// A word of one letter, so that nothing in the formula is anything else to TeX.
  private mutating func formula() -> Inline {
    let tex = one(of: ["a_b", "x^2 < y", "a*b*c", "\\frac{a}{b}", "\\text{w}", "\\{a\\}"])
    let form = Int.random(in: 0..<5, using: &random)
    let shown = tex.filter { !$0.isWhitespace }
    return switch form {
    case 0, 1: ("$\(tex)$", shown)
    case 2: ("$`\(tex)`$", shown)
    case 3: ("$$\(tex)$$ a", shown + "a")
    default: ("a $$\(tex)$$", "a" + shown)
    }
  }

  mutating func formulaBlock() -> Passage {
    let tex = one(of: ["a_b", "x^2 &= y \\\\", "a*b*c", "\\frac{a}{b}", "\\text{w}"])
    let shown = tex.filter { !$0.isWhitespace }
    return one(of: [
      Passage(lines: ["$$", tex, "$$"], shown: shown),
      Passage(lines: ["$$\(tex)$$"], shown: shown),
      Passage(lines: ["```math", tex, "```"], shown: shown),
    ])
  }

  private mutating func footnote() -> Inline {
    let label = "n\(definitions.count)"
    let (word, note) = (word(), word())
    definitions.append(
      one(of: ["[^\(label)]: \(note)", "[^\(label)]: *\(note)*", "[^\(label)]:\n    \(note)"]))
    notes += note
    return ("\(word)[^\(label)]", word)
  }
}
