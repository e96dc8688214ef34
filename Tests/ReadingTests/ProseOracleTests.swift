// An oracle for claims in prose: numbers among thousands of composed surroundings. Whatever Galley
// reads must be how the text ends that a reader sees, by a view of it that shares nothing with
// Galley's.

import Testing

struct ProseOracleTests {
  @Test(arguments: [1, 2]) func sentencesAreReadAsTheyAreShown(_ seed: UInt64) async throws {
    try await check(seed, count: 1000, Self.sentence)
  }

  @Test(arguments: [3, 4]) func formulasAreReadAsTheyAreShown(_ seed: UInt64) async throws {
    try await check(seed, count: 700, Self.formula)
  }

  @Test(arguments: [5]) func formulasInSentencesAreReadAsTheyAreShown(_ seed: UInt64) async throws {
    try await check(seed, count: 700) { draw in
      let text = Self.formula(&draw)
      return Case(
        before: draw.of(Self.plainBefore + Self.riskyBefore) + text.before,
        number: text.number, behind: text.behind, isPlain: false)
    }
  }

  /// A text around its claim; `isPlain` when it is made of harmless pieces, so that it must be
  /// read.
  private struct Case {
    var before: String
    var number: String
    var behind: (beforeComment: String, behindComment: String)
    var isPlain: Bool

    var text: String {
      before + number + behind.beforeComment + "<!-- = x -->" + behind.behindComment
    }
  }

  // MARK: - Pieces

  private static let plainBefore = [
    "", "It is ", "so ", "about **so** ", "x = ", "p ≈ ", "(", "a, ", "costs €", "“", "H2O: ", "約",
    "see [a](b.md) ", "`code` ", "in 2024: ", "p < ", "p &gt; ", "p ≤ ",
  ]
  private static let riskyBefore = [
    "−", "-", "–", "— ", "− ", "−€", "-US\\$", "−(", "− (", "&minus;", "&#45;", "&#x2212;**", "√",
    "1/", "1 / ", "3 × ", "3·", "2 - ", "7−", "±", "5", "0.", "0&#46;", "&#49;", "**1**", "1,",
    "12 ",
    "12&nbsp;", "1\u{200B}", "\u{AD}", "\u{202E}", "<sup>", "<b>", "</b>", "10^", "x", "f(", "|",
    "½",
    "5 ½ ", "p =\u{338} ", "p ≪ ", "p -> ", "~~", "![a](b)", "minus ", "➖", "⁻", "٣", "1:",
    "p <\u{200B} ", "-\\\n", "−\u{A0}", "$-$", "$p <$ ", "$x=-$", "1. ", "less than ", "not ",
    "at most ", "over ", "2 plus ", "half of ", "is not > ", "<s>a ", "<div hidden>\n\n", "3 – ",
    "n != ", "n! = ", "none is more than ", "—", "12 < ", "60% = ", "< EUR ", "− EUR ", "− circa ",
    "p < the ", "> = ", "p < ~", "3 + 4 = ", "2 × EUR ", "$p <$ the ",
  ]
  private static let numbers = [
    "5", "0.5", "-0.5", "−0.5", "1,234", "85,418.8", "66.5%", "1.5×10⁻³", "300", "12", "3.14…",
  ]
  private static let plainBehind = [
    ("", ""), ("", "."), ("", " people"), (" m", ""), (" kg", ", and"), (")", ""), ("", " and 3"),
    (" eV", " and 2"), ("”", ""), (" km/h", ""), (" m²", ""), ("", "; so"),
  ]
  private static let riskyBehind = [
    ("%", ""), ("", "%"), (" million", ""), ("", " million"), (" percent", ""), ("", " x 10^3"),
    ("", " e3"),
    ("th", ""), ("× faster", ""), ("x", ""), (" — so", ""), ("$\\text{ million}$", ""),
    (" ", "%"), ("\n", "%"), ("²", ""), ("", "²"), (" ²", ""), ("½", ""),
    ("!", ""),
    ("", "!"), ("/2", ""), ("", "/2"), (" / 2", ""), ("^2", ""), ("", ",5"), ("", ",500"),
    ("", "5"),
    ("", " 500"), ("&#53;", ""), ("**5**", ""), ("", "**5**"), ("\u{301}", ""), ("", "\u{301}"),
    ("\u{200B}", ""), ("<sup>2</sup>", ""), ("", "<sup>2</sup>"), ("π", ""), (" π", ""), ("x", ""),
    ("*x*", ""), (" × 10³", ""), ("", " × 10³"), (" eV", " × 2"), ("e3", ""), ("", "e3"), ("‰", ""),
    ("٪", ""),
    ("万", ""),
    ("٣", ""), (" and ٣", ""), ("$^2$", ""), ("$\\%$", ""), ("", "$\\times10^3$"), (" < p", ""),
    (" ± 1", ""), ("~~", ""), ("<!-- a -->5", ""), (" <s>or</s>", ""), ("(y)", ""), ("$\\pi$", ""),
    ("", " < 7"), ("", " (%)"), (" (million)", ""), ("", "$x$"), ("", " √2"), ("", "–6%"),
    ("", " ÷ 2"),
    ("", " (> 7)"), ("", "$\\,= 6$"),
  ]

  private static let plainInFormula = [
    "", "x = ", "x\\approx ", "p_3=", "\\frac{a}{b} = ", "\\text{so }", "x=\\,", "p < ", "p \\ge ",
    "\\log p = ", "e^{2} = ", "x = (", "\\hat p = ", "\\overline{ab} = ", "|x| = ", "n! = ",
    "\\lvert x\\rvert = ", "\\operatorname{mse} = ", "\\underbrace{a+b}_n = ", "n!<",
  ]
  private static let riskyInFormula = [
    "-", "{-}", "-{}", "-\\,", "-\\quad ", "\\text{-}", "-\\bigl(", "-\\left|", "\\lfloor ",
    "-\\mathbf{",
    "\\mathop{-}", "\\pm ", "p - ", "p+", "3\\cdot ", "3 \\times", "\\sqrt ", "\\sqrt{", "\\frac1{",
    "x ",
    "\\log ", "f(", "2^{", "x_{", "\\phantom{", "\\cancel{", "\\hat{", "\\overline{", "1", "0.",
    "1{,}",
    "12\\;", "0.\\mathbf{", "\\llap{-}", "\\color{white}", "\\textcolor{red}{", "p \\neq ",
    "p \\not= ",
    "p \\ll ", "p \\stackrel{?}{=} ", "% ", "7 % ", "\\rule{1em}{.1em}", "\\kern-1em ", "1\\!",
    "P(X=",
    "\\def\\a#1{7}\\a{", "x = % -\n", "|", "\\mathrm{kg}\\,", "\\infty ", "p \\lt ",
    "-\\phantom{3}", "n != ", "x |= ", "\\hat{} = ", "\\max ", "\\text{not }", "\\text{less than }",
    "\\hat{-}", "\\overset{-}{}", "3, ", "x = 3 \\text{ for } y > ", "12 < ", "\\frac23 = ",
    "3 + 4 = ",
    "x = 7,\\ y = ", "p < \\text{the }", "p >\\ \\approx ", "2\\times\\text{EUR }",
  ]
  private static let numbersInFormula = [
    "5", "0.5", "-0.5", "1{,}234", "12\\,345", "66.5\\%", "66.5\\,\\%", "1.5\\times10^{-3}",
    "3.14\\ldots",
    "7 \\cdot 10^2", "300",
  ]
  private static let plainBehindInFormula = [
    "", "\\,\\text{m}", "\\,\\mathrm{kg}", "\\,\\mathrm{m\\,s^{-2}}", ".", ")", " = q_3", ", y = z",
    "\\text{ and so on}", "\\,\\Omega", "\\quad\\text{for all } y", "\\quad (y > 0)",
  ]
  private static let riskyBehindInFormula = [
    "}", "%", "% 3", "\\%", "^2", "^{-1}", "_2", "!", "\\pi", "x", "\\phi", "(y+z)", "\\,x",
    "\\cdot 3",
    "\\cdot x", "{,}5", "{5}", "\\mathbf{5}", "\\;500", "~500", "'", "/2", "/x", "+ x", "- x",
    "\\pm 1",
    "\\times 10^3", "\\times {10}^3", "e-3", "\\,\\mathrm{e}", "\\log x", "\\right|", "\\bigr)",
    "\\rfloor",
    "< p", "\\ge p", "= \\frac12", "= e^{-0.3}", "\\phantom{7}", "\\kern-1em 7", "\\text{\u{200B}}",
    "\\text{\u{202E}}", "\\dot 3", "\\tag{3}", "\\quad y",
    "\\text{ million}", "\\text{th}", "\\quad (y > 0) z", "^\\circ", "\\\\ 7", "\\mathrlap{/}",
  ]

  private static func sentence(_ draw: inout Draw) -> Case {
    let isPlain = draw.below(3) == 0
    let before =
      isPlain
      ? draw.of(plainBefore)
      : draw.of(plainBefore) + draw.of(riskyBefore)
        + (draw.below(3) == 0 ? draw.of(riskyBefore) : "")
    let behind = isPlain ? draw.of(plainBehind) : draw.of(plainBehind + riskyBehind)
    let number = draw.of(numbers)
    // A percent sign, an exponent or dots behind which nothing joins on.
    return Case(
      before: before, number: isPlain ? number : draw.spoiled(number), behind: behind,
      isPlain: isPlain)
  }

  private static func formula(_ draw: inout Draw) -> Case {
    let isPlain = draw.below(3) == 0
    var before = isPlain ? draw.of(plainInFormula) : draw.of(plainInFormula + riskyInFormula)
    var behind =
      isPlain ? draw.of(plainBehindInFormula) : draw.of(plainBehindInFormula + riskyBehindInFormula)
    if !isPlain, draw.below(3) == 0 { before += draw.of(riskyInFormula) }
    // A brace or a bracket that is still open is closed, so that KaTeX has something to set.
    let open = before.filter { $0 == "{" }.count - before.filter { $0 == "}" }.count
    behind = String(repeating: "}", count: max(0, open)) + behind
    if before.contains("\\left|"), !behind.contains("\\right") { behind += "\\right|" }
    let isDisplay = draw.below(4) == 0
    let marks = isDisplay ? "$$" : "$"
    return Case(
      before: marks + before, number: draw.of(numbersInFormula),
      behind: (behind + (behind.contains("%") && draw.below(2) == 0 ? "\n{}" : "") + marks, ""),
      isPlain: isPlain)
  }

  // MARK: - Check

  private func check(
    _ seed: UInt64, count: Int, _ make: (inout Draw) -> Case
  ) async throws {
    var draw = Draw(state: seed)
    let cases = (0..<count).map { _ in make(&draw) }
    let readings = try await ProseReader.read(cases.map(\.text))
    let views = try await ShownView.of(cases.map(\.text))
    var read = 0
    for (index, (item, reading)) in zip(cases, readings).enumerated() {
      guard case .number(let wrote, let relation) = reading else {
        #expect(!item.isPlain, "not read: \(item.text): \(reading)")
        continue
      }
      read += 1
      let view = views[index]
      #expect(
        view.ends(with: ShownView.shown(wrote), relation),
        "\(item.text) read as \(wrote), shown as ‘\(view.before)✓\(view.behind)’")
    }
    // Where nothing is read nothing is tested.
    #expect(read > count / 4)
  }
}

/// Numbers from a seed (SplitMix64).
private struct Draw {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }

  mutating func of<Element>(_ items: [Element]) -> Element { items[below(items.count)] }

  /// Sometimes with something in the middle that changes how it is shown, or does not.
  mutating func spoiled(_ number: String) -> String {
    guard below(4) == 0, number.count > 1 else { return number }
    let place = number.index(number.startIndex, offsetBy: 1 + below(number.count - 1))
    let spoil = of([
      "**5**", "\u{200B}", "&#49;", "<b>", "\u{AD}", "\\", "\u{2060}", "<!-- a -->", "\u{301}",
    ])
    return number[..<place] + spoil + number[place...]
  }
}
