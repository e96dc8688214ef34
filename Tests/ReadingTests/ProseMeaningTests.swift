// What makes another claim of a number, far from its digits: words, tags and macros; and claims that
// only look as if something did.

import Claims
import Markup
import Testing

@testable import Reading

struct ProseMeaningTests {
  private func read(_ texts: [String], macros: [String: String] = [:]) async throws
    -> [ProseReading]
  {
    try await ProseReader.read(texts.map { $0 + "<!-- = x -->" }, macros: macros)
  }

  private func expectRefused(_ texts: [String], comment: String = "<!-- = x -->") async throws {
    for (text, reading) in zip(texts, try await ProseReader.read(texts.map { $0 + comment })) {
      #expect(reading.isRefused, "\(text): \(reading)")
    }
  }

  /// TeX shows `n != 5` as `n! = 5`.
  @Test func aFactorialIsNoDenial() async throws {
    let cases: [(String, String, ProseReading.Relation?)] = [
      ("$n!=120$", "120", nil), ("$n != 120$", "120", nil),
      ("$\\binom{n}{2}! = 121$", "121", nil), ("$$\nn! = 121\n$$", "121", nil),
      ("$n!<130$", "130", .less), ("$n!\\approx 120$", "120", nil), ("$n!$=121", "121", nil),
      ("n! = 120", "120", nil), ("n! < 130", "130", .less), ("n!<130", "130", .less),
      ("n != 5", "5", .unequal), ("$n! \\ne 5$", "5", .unequal), ("!= 5", "5", .unequal),
    ]
    for (text, reading) in zip(cases, try await read(cases.map(\.0))) {
      #expect(reading == .number(text.1, text.2), "\(text.0)")
    }
    try await expectRefused(["5!=121", "n!=121", "n!==5"])
  }

  @Test func whatIsSaidHasItsRelation() async throws {
    let texts = ["n ≠ 5", "$p < 0.05$", "n &ge; 5", "n = 5"]
    let documents = texts.map { parse($0 + "<!-- = x -->", path: "a.md").value }
    let claims = try await ProseReader.claims(of: documents).map { $0?.value?.claim }
    #expect(claims.map { $0?.wrote } == ["≠ 5", "< 0.05", "≥ 5", "5"])
    #expect(claims[1].map { documents[1].source[$0.range] } == "0.05")
  }

  @Test func wordsMakeAnotherClaim() async throws {
    try await expectRefused([
      "less than 5", "It is more than **5**", "fewer than €5", "at most 5", "At least 5", "not 5",
      "It is not $5$", "isn’t 5", "under 5", "over 5", "1 over 5", "2 plus 5", "2 times 5",
      "half of 5", "the square root of 5", "twice 5", "is not > 5", "is not = 5",
      "$\\text{not } 5$",
      "$\\text{less than }5$", "less than (5)",
      "less than or equal to 5", "fewer than about 5", "not exactly 5", "minus about 5",
      "$x = 5,\\quad y > 0$", "$x = 5, y < 7$",
      "it surpasses 5", "beyond 5", "it exceeds 5", "it beats 5", "it differs from 5", "unlike 5",
      "it must not be 5", "twice about 5", "double the 5",
    ])
    let behind = ["or more", "or less", "or fewer", "at most", "at least", "ppm", "point 3"]
    try await expectRefused(behind.map { "5<!-- = x --> \($0)" }, comment: "")
    let cases = [
      ("none is more than 5", "5"), ("a share of 5", "5"), ("can be two but not 5", "5"),
      ("it is over, 5", "5"), ("above 5", "5"), ("a note 5", "5"),
      ("up to 5", "5"), ("averages of the 5", "5"), ("instead of 5", "5"), ("it adds up to 5", "5"),
    ]
    for (text, reading) in zip(cases, try await read(cases.map(\.0))) {
      #expect(reading == .number(text.1, nil), "\(text.0)")
    }
  }

  @Test func wordsMakeAnotherNumber() async throws {
    let words = [
      " million", " thousand", " percent", " per cent", " dozen", " billion", "&nbsp;million",
      "$\\text{ million}$", " M", "-million", " and a half", " x 10^3", " X 10³", " e3", "e3",
      " e-3", " squared", "\nmillion", "th", "st",
    ]
    for comment in ["<!-- = x -->", ""] {
      let texts = words.map { "5" + comment + $0 + (comment.isEmpty ? "<!-- = x -->" : "") }
      for (text, reading) in zip(texts, try await ProseReader.read(texts)) {
        #expect(reading.isRefused || reading.wrote?.count ?? 0 > 2, "\(text): \(reading)")
      }
    }
    try await expectRefused([
      "$5\\text{ million}$", "$5\\text{th}$", "$x = 5\\quad\\text{percent}$",
    ])
    #expect(try await read(["12.1 thousands"]) == [.number("12.1", nil)])
  }

  /// What is open in raw HTML may strike out or hide everything behind it.
  @Test func openTagsRefuse() async throws {
    try await expectRefused([
      "<s>It is 5", "<del>a</s> 5", "<sup>a b 5", "<div hidden>\n\nIt is 5", "<bdo dir=rtl>\n\n5",
      "<del>\n\nIt is 5", "a <s>\n\nb 5", "<span style='x'>a b 5", "<S\nclass=a>a b 5", "<s/>a 5",
      "- <s>a\n- b 5",
    ])
    let texts = [
      "<s>a</s> is 5", "<div class=\"note\">\n\nIt is 5",
      "<details><summary>a</summary>\n\nIt is 5",
      "<div hidden>\n\na\n\n</div>\n\nIt is 5", "a <img src=a> is 5", "a <!-- <s> --> is 5",
      "<script>\n'<s>'\n</script>\n\nIt is 5",
    ]
    for (text, reading) in zip(texts, try await read(texts)) {
      #expect(reading == .number("5", nil), "\(text): \(reading)")
    }
  }

  /// KaTeX shows some signs as one thing on the page and another in MathML, and builds them of these.
  @Test func namesOfKaTeXAreItsOwn() async throws {
    let definitions = [
      "\\def\\not{}", "\\gdef\\@not{}", "\\let\\mathrlap\\relax", "\\renewcommand{\\kern}{}",
      "\\renewcommand\\vcentcolon{-}", "{\\global\\let\\mathrel\\relax}", "\\global\\def\\char{}",
    ]
    let typesetter = try ProseReader.typesetter()
    for tex in definitions {
      let set = try await typesetter.mathML(of: [[.init(tex + "x \\neq 5", isDisplay: false)]])
      guard case .rejected(let error) = set[0][0] else {
        Issue.record("\(tex) is taken")
        continue
      }
      #expect(error.message.contains("choose another name"), "\(tex): \(error.message)")
    }
    for name in ["\\not", "\\mathrlap", "\\@not", "\\char"] {
      let readings = try await read(["$x \\neq 5$"], macros: [name: "{}"])
      #expect(readings[0].isRefused, "\(name)")
    }
    let macros = ["\\vec": "\\mathbf{#1}", "\\epsilon": "\\varepsilon", "\\R": "\\mathbb{R}"]
    let texts = ["$\\vec x \\neq 5$", "$\\epsilon \\ne 5$", "$\\gdef\\N{n}$ is $\\N \\neq 5$"]
    for (text, reading) in zip(texts, try await read(texts, macros: macros)) {
      #expect(reading == .number("5", .unequal), "\(text): \(reading)")
    }
  }

  /// Where a macro shows the number nobody can say which bytes do.
  @Test func placesAreThoseOfTypedNumbers() async throws {
    let macros = ["\\five": "5", "\\twice": "#1 = #1"]
    let texts = [
      "$y \\mkern5mu = \\five$", "$y \\hskip 5pt = \\five$", "$\\frac{1}{5} = \\five$",
      "$\\rule{5pt}{5em} = \\five$", "$\\raisebox{5pt}{a} = \\five$", "$y \\kern5em= \\five$",
      "$y\\hspace{5em} = \\five$", "$x_5 = \\five$", "$\\twice{5}$", "$\\def\\f{5} x_{5} = \\f$",
      "$\\begin{array}{c@{5}} y = \\five \\end{array}$",
    ]
    for (text, reading) in zip(texts, try await read(texts, macros: macros)) {
      #expect(reading.isRefused, "\(text): \(reading)")
    }
    let plain = [
      "$y \\mkern7mu = 5$", "$\\frac{a}{5} = 5$", "$y = 5\\mkern7mu$", "$\\sqrt[3]{x_1^2} = 5$",
      "$y = 5 \\hskip 7pt$",
      "$\\begin{aligned} a &= b \\\\[7pt] &= 5 \\end{aligned}$",
    ]
    for (text, reading) in zip(plain, try await read(plain, macros: macros)) {
      #expect(reading == .number("5", nil), "\(text): \(reading)")
    }
  }

  /// A correction is read in its place before it is offered.
  @Test func correctionsAreReadInTheirPlace() async throws {
    let cases: [(String, String, Bool)] = [
      ("3–5", "-3", false), ("3–5", "6", true), ("It is 5", "-3", true), ("x = 5", "5.5", true),
      ("$x = 5$", "-3", true), ("$x = 5$", "1.5\\times10^{-3}", true), ("5", "1.5×10⁻³", true),
      ("$(3,\\, 5)$", "-3", true), ("x5 — 5", "-3", true), ("5 000", "-3", false),
      ("$x = 1{,}234$", "12{,}345", true), ("p < 5", "7", true), ("It is 5", ".nan", false),
      ("$x = 66\\%$", "67\\%", true),
    ]
    let documents = cases.map { parse($0.0 + "<!-- = x -->", path: "a.md").value }
    for (text, claim) in zip(cases, try await ProseReader.claims(of: documents)) {
      #expect((claim?.value?.place.reads(text.1) ?? false) == text.2, "\(text.0): \(text.1)")
    }
  }

  @Test func sidesOfEveryShapeAreRead() async throws {
    let cases: [(String, String, ProseReading.Relation?)] = [
      ("$\\hat p = 0.5$", "0.5", nil), ("$\\bar{x} = 5$", "5", nil),
      ("$\\tilde x \\approx 5$", "5", nil),
      ("$\\vec v = 5$", "5", nil), ("$\\overline{AB} = 5$", "5", nil),
      ("$\\hat p < 0.6$", "0.6", .less),
      ("$\\underbrace{a + b}_n = 5$", "5", nil), ("$\\underline{x} = 5$", "5", nil),
      ("$|x| = 5$", "5", nil), ("$\\|w\\| = 0.5$", "0.5", nil),
      ("$\\lvert x\\rvert = 5$", "5", nil),
      ("$\\left|x\\right| < 5$", "5", .less), ("$\\lfloor x \\rfloor = 5$", "5", nil),
      ("$\\operatorname{MSE} = 0.5$", "0.5", nil), ("$\\max = 5$", "5", nil),
      ("$x_{\\max} = 5$", "5", nil), ("$x_{\\min}^2 < 5$", "5", .less), ("$f' = 5$", "5", nil),
      ("$x = 5 \\quad\\text{for all } y$", "5", nil), ("$x = 5 \\quad (y > 0)$", "5", nil),
      ("$x = 5\\text{ for all } y$", "5", nil), ("$x = 0 \\quad (y > 0)$", "0", nil),
      ("$$\nx < 5 \\qquad (0 < y < 1).\n$$", "5", .less),
      ("it is — 5", "5", nil), ("3 – 5", "5", nil), ("5 — yes", "5", nil), ("5 – yes", "5", nil),
      ("5× faster", "5", nil), ("5×", "5", nil), ("$\\sim 5$", "5", nil),
    ]
    for (text, reading) in zip(cases, try await read(cases.map(\.0))) {
      #expect(reading == .number(text.1, text.2), "\(text.0): \(reading)")
    }
    try await expectRefused([
      "$x |= 5$", "$\\hat{} = 5$", "$\\hat{\\kern-2em x} = 5$", "$\\max 5$", "$\\hat p 5$", "—5",
      "it is – 5", "it is −€— 5", "5 — 3$x$", "5× $x$", "5x", "5×x", "$x = 5 \\quad y$",
      "$x = 5 \\quad\\text{for } y > 0$", "$x = 5\\quad (y>0) z$",
      "It is 3 $\\quad (5)$", "$x = 5\\,(y)$", "$\\overset{-}{} 5$", "in 2024: $x = y$",
    ])
  }

  @Test func refusalsSayWhatToWrite() async throws {
    let cases = [
      ("½", "write 0.5 for ‘½’"), ("so ¾", "write 0.75 for ‘¾’"), ("٣", "write 3 for ‘٣’"),
      ("$1,234,567$", "1{,}234{,}567"), ("$(3, 5)$", "write 3.5, or a list as 3,\\, 5"),
      ("5 million", "5,000,000"), ("less than 5", "write < 5"), ("not 5", "write ≠ 5"),
      ("<div hidden>\n\n5", "‘<div hidden>’"), ("5x", "5×"),
    ]
    for (text, reading) in zip(cases, try await read(cases.map(\.0))) {
      guard case .refused(let message) = reading else {
        Issue.record("\(text.0): \(reading)")
        continue
      }
      #expect(message.contains(text.1), "\(text.0): \(message)")
    }
  }

  @Test func unseenCharactersInTheSwiftAreRefused() async throws {
    let readings = try await ProseReader.read([
      "5<!-- = 5\u{200B} -->", "5<!-- = a + \u{202E}5 -->", "5<!-- = a\u{AD}b -->",
      "5<!-- = \"👩‍👧\".count -->",
    ])
    #expect(readings.map(\.isRefused) == [true, true, true, false])
  }
}
