// Which number of a sentence or a formula a comment is about, and which spellings are refused
// because a reader may see something else.

import Claims
import Testing

@testable import Reading

struct ProseNumberTests {
  private func read(_ texts: [String]) async throws -> [ProseReading] {
    try await ProseReader.read(texts.map { $0 + "<!-- = x -->" })
  }

  @Test func theLastNumberIsMeant() async throws {
    let cases = [
      ("It is 0.665", "0.665"), ("It is 0.665 of 1 kg", "1"), ("so −0.5", "−0.5"),
      ("from 2–3", "3"), ("x=-3", "-3"), ("in H2O there are 3", "3"),
      ("the v2 engine has 4 valves", "4"), ("85,418.8 K", "85,418.8"), ("66.5 %", "66.5 %"),
      ("66.5\\%", "66.5\\%"), ("6.626×10⁻³⁴ J s", "6.626×10⁻³⁴"), ("1.5e-3 m", "1.5e-3"),
      ("3.1415…", "3.1415…"), ("约0.5", "0.5"), ("约-0.5", "-0.5"), ("约0.5米", "0.5"),
      ("1. Then 2.", "2"),
      ("**0.5**", "0.5"), ("`0.25`", "0.25"), ("`` 0.25 ``", "0.25"), ("[0.5](a.md)", "0.5"),
      ("about −0.5", "−0.5"), ("between 2 and 3", "3"), ("5 m²", "5"), ("5 km/h", "5"),
      ("a well-known 3", "3"), ("in 2024 3000 people", "3000"), ("(0.5)", "0.5"),
      ("3, 4 and 5", "5"), ("1. 2", "2"), ("a; 5", "5"), ("x=0.5", "0.5"), ("x = 0.5", "0.5"),
      ("यह है 5 किलो", "5"), ("café 5", "5"), ("cafe\u{301} 5 cafe\u{301}s", "5"),
      ("page 12, 345 words", "345"), ("12\u{202F}345", "12\u{202F}345"), ("66.5%", "66.5%"),
      ("€5", "5"), ("US\\$5", "5"), ("5 €", "5"), ("“5”", "5"), ("20°", "20"),
      ("a<br>\n5", "5"), ("*a* \\* b &amp; 0.5 c \\* d", "0.5"), ("| a |\n|---|\n| bee 7", "7"),
      ("> so\n> 0.5", "0.5"), ("~0.5", "0.5"), ("≈ 0.5", "0.5"), ("p → 0.5", "0.5"),
      ("Oslo’s 5", "5"), ("a \\- b: 5", "5"), ("costs \\$5 and \\$6", "6"),
      ("1<!-- = a -->–3", "3"),
      ("8<!-- given -->, 29%", "29%"), ("[@key] 3", "3"),
    ]
    for (text, reading) in zip(cases, try await read(cases.map(\.0))) {
      #expect(reading == .number(text.1, nil), "\(text.0)")
    }
  }

  @Test func theLastNumberOfAFormulaIsMeant() async throws {
    let cases = [
      ("$x_2 = 0.5$", "0.5"), ("$kT \\approx 0.0257\\,\\text{eV}$", "0.0257"),
      ("$3\\,\\mathrm{m\\,s^{-2}}$", "3"), ("$6.6\\times10^{-34}$", "6.6\\times10^{-34}"),
      ("$6.6 \\cdot 10^{3}\\,\\mathrm{K}$", "6.6 \\cdot 10^{3}"), ("$1{,}000$", "1{,}000"),
      ("$12\\,345$", "12\\,345"), ("$66.5\\,\\%$", "66.5\\,\\%"), ("$x\\approx-0.5$", "-0.5"),
      ("$p_3 = 0.5$", "0.5"), ("$\\frac{p}{q} = 0.5$", "0.5"), ("$\\log p = 0.5$", "0.5"),
      ("$(0.5)$", "0.5"), ("$\\left(0.5\\right)$", "0.5"), ("$\\sqrt{p} \\approx 0.5.$", "0.5"),
      ("$p = 0.665 = q_{3}$", "0.665"), ("$p = \\boxed{0.5}$", "0.5"), ("$T = 20^\\circ$", "20"),
      ("$\\mathbf{0.5}$", "0.5"), ("$x = 0.5, y = z$", "0.5"), ("$5\\,\\mu\\mathrm{m}$", "5"),
      ("$5\\,\\Omega$", "5"), ("$\\text{so }0.5$", "0.5"), ("$p = (0.25, 0.5)$", "0.5"),
      ("$p = (1,\\, 5)$", "5"), ("$\\text{so }-0.5$", "-0.5"),
      ("$x = -0.5$", "-0.5"), ("$x = +0.5$", "+0.5"), ("$3.14\\ldots$", "3.14\\ldots"),
      ("$x = 0.5 % for now\n{}$", "0.5"), ("$0.7\\phantom{0.5}$", "0.7"), ("$0.5$ kg", "0.5"),
      ("$x$ is $0.5$", "0.5"),
      ("$$\nx = 0.5\n$$", "0.5"),
      ("$$\n\\begin{aligned} a &= b \\\\ &= 2 \\end{aligned}\n$$", "2"),
      ("$$x = 0.5 \\tag{3}$$", "0.5"), ("$v = 5\\,\\mathrm{km}/\\mathrm{h}$", "5"),
      ("> $$\n> x = 0.5\n> $$", "0.5"), ("$e^{0.05} = 1.051$", "1.051"),
    ]
    for (text, reading) in zip(cases, try await read(cases.map(\.0))) {
      #expect(reading == .number(text.1, nil), "\(text.0)")
    }
  }

  @Test func aRelationIsAPartOfTheClaim() async throws {
    let cases: [(String, String, ProseReading.Relation)] = [
      ("p < 0.05", "0.05", .less), ("p &lt; 0.05", "0.05", .less), ("*p* < −0.05", "−0.05", .less),
      ("(p<0.05)", "0.05", .less), ("p > 5%", "5%", .greater), ("p <= 0.05", "0.05", .lessOrEqual),
      ("p ≤ 0.05", "0.05", .lessOrEqual), ("p ≥ €5", "5", .greaterOrEqual),
      ("p ≠ 5", "5", .unequal), ("p != 5", "5", .unequal), ("$p <$ 0.05", "0.05", .less),
      ("p < $0.05$", "0.05", .less), ("$p < 0.05$", "0.05", .less),
      ("$p \\lt 0.05$", "0.05", .less),
      ("$p > 5\\%$", "5\\%", .greater), ("$p \\le 0.05$", "0.05", .lessOrEqual),
      ("$p \\geqslant 5$", "5", .greaterOrEqual), ("$p \\neq 5$", "5", .unequal),
      ("$p \\not= 5$", "5", .unequal),
      ("$p < (0.05)$", "0.05", .less), ("$p {<} 0.05$", "0.05", .less),
      ("$p \\mathrel{<} 0.05$", "0.05", .less),
      ("$\\begin{aligned} p &< 0.05 \\end{aligned}$", "0.05", .less),
    ]
    for (text, reading) in zip(cases, try await read(cases.map(\.0))) {
      #expect(reading == .number(text.1, text.2), "\(text.0)")
    }
  }

  @Test func somethingElseIsNoNumber() async throws {
    let texts = ["no number", "only x2", "$x_2$ and $y^{3}$", "1<!-- = a -->, and then", ""]
    for (text, reading) in zip(texts, try await read(texts)) {
      #expect(reading == .unattached || text == "$x_2$ and $y^{3}$", "\(text)")
      #expect(reading.wrote == nil, "\(text)")
    }
  }

  /// What another relation says would be compared with nothing.
  @Test func chainsOfRelationsAreRefused() async throws {
    let texts = [
      "$0 < p < 5$", "$n = 7 < 5$", "n = 7 < 5", "$n = 2 + 2 = 5$", "n > 4 and n < 5",
      "$m = 8 \\Rightarrow n = 5$", "$n \\ge 7 > 5$",
    ]
    for (text, reading) in zip(texts, try await read(texts)) {
      #expect(reading.isRefused, "\(text): \(reading)")
    }
    for reading in try await read(["$x = y = 5$", "$\\frac12 x = y \\approx 5$", "$x = y, z = 5$"])
    {
      #expect(reading == .number("5", nil))
    }
  }

  @Test func aFractionInOneSignIsNamed() async throws {
    for reading in try await read(["about ½", "½ of them", "p is ½ now"]) {
      guard case .refused(let reason) = reading else {
        Issue.record("\(reading)")
        continue
      }
      #expect(reason.contains("0.5 for ‘½’"))
    }
  }

  /// A reader sees another number than the digits before the comment, or may.
  @Test func whatCouldBeReadTwoWaysIsRefusedInASentence() async throws {
    let texts = [
      // Signs, near and far.
      "−**0.5**", "&minus;0.5", "&#x2212;**5**", "it is –0.5", "− 5", "-\\\n5", "−€5", "-€5",
      "−US\\$5", "−(5)", "− (5)", "−“5”", "−EUR 5", "-kr 5", "− EUR5", "±5", "⁻5", "﹣5", "－5",
      "\u{2010}5", "\u{2011}5", "➖5", "➖ 5", "<span>−</span>0.5", "`-`5", "minus 5", "(−) 5", "5 k",
      "½–5", "約12 5", "x12 5",
      "(−US\\$5",
      "(-kr. 5", "4 a·5", "4 of H2O", "负5", "7−5",
      "7-5", "a + 5", "5 × 3", "−\u{200B} 5", "-\u{2060}5", "－€5", "\\-**5**",
      // Digits that are not all of it, or not digits.
      "&#51;", "&#51;3", "5&#51;", "0&#46;5", "0\\.5", "0.**5**", "**0.6**65", "p = .05", "12 345",
      "12&nbsp;345", "0.665 241", "0,665", "1.5.2", "1·5", "1’234", "12:30", "12,3456",
      "1\u{200B}5",
      "1\u{2060}5", "1\u{AD}5", "5\u{200D}", "٣", "5 and ٣", "٣5", "5٣", "1_5",
      // Marks, exponents, roots, fractions, factors.
      "0.3\u{305}", "5\u{20E3}", "10²", "5 ²", "5⁻¹", "2½", "½", "0.5<sup>2</sup>", "10^5",
      "10^{5}",
      "√5", "∛ 5", "5!", "1/2", "1 / 2", "1⁄2", "1/e", "2π", "2 π", "2x", "2*x*", "f(5)", "2(5)",
      "|5|", "5[^1]\n\n[^1]: a", "~~5~~", "5k", "5万",
      // Percent signs and powers apart.
      "**0.5**%", "66.5&nbsp;%", "66.5‰", "5％", "5‱", "5\\\n%", "1.5 × $10^{3}$", "5 x 10³",
      // Relations that are not known, and text that is not.
      "p ≪ 5", "p ≲ 5", "p -> 5", "p => 5", "p =\u{338} 5", "p <\u{338} 5", "0.05 > p", "5 ± 1 m",
      "p ∝ 5", "p ∈ 5", "[Figure](#fig:a) 5", "5 in [Figure](#fig:a)", "![a](b.png)5",
      "5 ![a](b.png)",
      "<b>5</b>", "5 <span hidden>or</span>", "\u{202E}5", "abc \u{2067} is 5",
    ]
    for (text, reading) in zip(texts, try await read(texts)) {
      #expect(reading.wrote == nil && reading != .none, "\(text): \(reading)")
    }
  }

  @Test func whatCouldBeReadTwoWaysIsRefusedInAFormula() async throws {
    let texts = [
      "$x = - 0.5y$", "$-\\,0.5$", "$-{0.5}$", "$-$0.5", "$x = {-}0.5$", "$x = -{}0.5$",
      "$x = -\\bigl(0.5\\bigr)$", "$x = -\\left|0.5\\right|$", "$x = -\\quad 0.5$",
      "$x = \\text{-}0.5$", "$x=-\\lfloor 0.5 \\rfloor$", "$\\lceil 0.5 \\rceil$", "&#45;$5$",
      "−$5$",
      "$x = -(5)$", "$-\\mathbf{5}$", "$p - 0.5$", "$p-\\mathbf{0.5}$", "$p - (0.5)$", "$p + 0.5$",
      "$\\pm 0.5$", "$0.5 \\pm 0.1$", "$\\mathop{-}0.5$", "$x\\,-0.5$", "$\\rule{1em}{.1em}5$",
      "$\\llap{-}5$", "$\\mathllap{-}5$", "$\\textcolor{white}{-}5$", "$\\color{white}5$",
      "$\\phantom{5}$", "$-\\phantom{3}5$", "$5\\kern-0.5em 3$", "$1\\!5$",
      "$0.5$%", "$66.5$ $\\%$", "$0.5^2$", "$10^{-3}$", "$5'$", "$(0.5)^2$", "$5_2$", "$(101)_2$",
      "$1{,}5$", "$1,5$", "${,}5$", "$x_3{,}5$", "0.$\\phantom{}5$", "0.$\\,5$",
      "1,$\\phantom{}\\phi$", "x-US\\$5", "times\\$5", "0.$\\hspace{0em}5$",
      "1234$\\hspace{0em}5$", "$0.\\phantom{}\\pi$", "$\\sqrt3{,}5$", "$0.x$", "$1, \\ldots 5$",
      "$1,000$",
      "$0.\\mathbf{5}$", "$12\\;345$", "$12~345$", "$3.141\\;593$", "$1 2 3$", "$1.5.2$",
      "$0.5 \\times {1}0^{3}$", "$1.5e-3$", "$1.5\\mathrm{e}-3$", "$0.\\dot{3}$", "$\\overline{5}$",
      "$\\frac{1}{2}$", "$\\tfrac12$", "$x = 0.5 = \\frac12$", "$\\sqrt{2}$", "$\\sqrt[3]{2}$",
      "$\\sqrt2$", "$\\binom{5}{2}$", "$\\cancel{5}$", "$\\underline{5}$", "$\\hat{5}$",
      "$\\log 2$", "$\\log_2 8$", "$\\log_{10}(8)$", "$\\ln\\left(2\\right)$", "$f(5)$",
      "$P(X = 5)$",
      "$5!$", "$2\\pi$", "$2x$", "$2\\phi$", "$2(y+z)$", "$2\\log x$", "$2\\,\\mathrm{e}$", "$x 5$",
      "$\\mathrm{kg}\\,5$", "$3 \\cdot 5$", "$5 \\cdot x$", "$\\mathbb{R}5$", "$x = 3 + 5$",
      "$5\\,\\mathrm{eV} + x$", "$5 / x$", "$5 \\bmod 3$", "$\\infty 5$", "$|5|$", "$\\|5\\|$",
      "$p \\ll 5$", "$p \\nless 5$", "$p \\lesssim 5$", "$p \\stackrel{!}{=} 5$", "$p \\in 5$",
      "$\\mathrlap{/}{=} 5$", "$0.05 > p$", "$5 < x$", "$5 \\to x$",
      "$\\begin{pmatrix} 1 & 5 \\end{pmatrix}$",
      "$\\begin{array}{c} 1 \\\\ \\hline 5 \\end{array}$",
      "$\\def\\a#1{7}\\a{5}$", "$\\html@mathml{7}{5}$", "$\\char`5 7\\kern5em$",
      "$5\\tag{3}$", "$5\\imath$", "$5\\prime$", "$3:5$", "$5 \\undefined$",
      "$$\n5\\text{\u{202E}}\n$$", "$x = 5\\text{\u{200B}}$",
      "$0.5$ $+ x$", "$0.5$$^2$", "x$5$",
    ]
    for (text, reading) in zip(texts, try await read(texts)) {
      #expect(reading.wrote == nil && reading != .none, "\(text): \(reading)")
    }
  }

  /// In TeX a percent sign hides the rest of its line: what it hides is neither a number nor a
  /// sign.
  @Test func commentsOfTeXAreNotShown() async throws {
    let cases = [
      ("$$\nx = 0.7 % not 0.665\n$$", "0.7"), ("$x = 5%$", "5"), ("$x = 5 % 6 \\% 7$", "5"),
      ("$x = 5\\% % 6$", "5\\%"),
    ]
    for (text, reading) in zip(cases, try await read(cases.map(\.0))) {
      #expect(reading == .number(text.1, nil), "\(text.0)")
    }
  }

  /// What stands behind the comment, and looks as if it stood behind the number.
  @Test func whatStandsBehindTheCommentCounts() async throws {
    let cases: [(String, isDoubtful: Bool)] = [
      ("e3", true), ("E-3", true), (",500", true), (",5", true), ("·5", true), ("5", true),
      (" 500 people", true), ("\n500 people", true), ("\u{A0}500", true), ("²", true), (" ²", true),
      ("<!-- note -->0", true),
      ("<span>0</span>", true), ("\n% of all", true), ("\n× 10³", true), (" * 10³", true),
      (" ⋅ 10^3", true), (" ✕ 10³", true), ("٪", true), ("<sub>2</sub>", true), ("$^2$", true),
      ("$\\%$", true), (" $\\times 10^3$", true), ("!", false), ("! ways", true), ("/2", true),
      (" 1/2", true),
      ("k", true),
      ("^2", true), ("\u{301}", true), ("\u{200B}", true), ("**0**", true),
      (", 500 people", false), (" 5000 people", true), (" 50 people", true),
      (" 32-bit words", false),
      ("\n\n% of", false), (" × 2", true), ("—a half", false), (" 500th", true),
      ("[^1]\n\n[^1]: a", false), (").", false), (" kg", false), ("th", true), (" $k$", true),
      (": a", false), ("–6", false), (" − 1", true), (" < 6", false), (" > 6", true),
      (" < 6 × 2", true), ("?", false),
    ]
    let readings = try await ProseReader.read(cases.map { "It is 5<!-- = x -->" + $0.0 })
    for (text, reading) in zip(cases, readings) {
      #expect(reading.isRefused == text.isDoubtful, "\(text.0): \(reading)")
    }
  }

  @Test func aBlockSpeaksOfTheFormulaInFrontOfItOnly() async throws {
    let texts = [
      "$$x = 0.5$$<!-- = x -->", "0.5\n\n<!-- = x -->", "$$x = 0.5$$\n\n<!-- = x -->",
      "$$\nx = 0.5\n$$<!-- = x --> %",
    ]
    let readings = try await ProseReader.read(texts)
    #expect(readings.map(\.wrote) == ["0.5", nil, nil, nil])
  }

  /// What macros of the site and of the essay show is what is read.
  @Test func macrosAreShown() async throws {
    let readings = try await ProseReader.read(
      [
        "$\\half{0.5}$<!-- = x -->", "$\\minus 0.5$<!-- = x -->", "$p \\below 0.5$<!-- = x -->",
        "$\\gdef\\e{-}$ and $\\e 0.5$<!-- = x -->", "$\\cold\\,0.5$<!-- = x -->",
      ],
      macros: ["\\half": "#1", "\\minus": "-", "\\below": "<", "\\cold": "\\text{about}"])
    #expect(readings[0] == .number("0.5", nil))
    #expect(readings[1].isRefused)
    #expect(readings[2] == .number("0.5", .less))
    #expect(readings[3].isRefused)
    #expect(readings[4] == .number("0.5", nil))
  }
}
