// Which number of a sentence a comment is about, and how it may be written there.

import Diagnostics
import Markup
import Testing

@testable import Verification

struct ProseNumberTests {
  /// What is found before the one comment of a text.
  private func found(_ text: String) -> String? {
    let document = parse(text + "<!-- = x -->", path: "a.md").value
    for case .prose(let comment) in PartCollector(document).parts {
      return ProseClaims.lastNumber(before: comment, in: document.source)
        .map { document.source[$0.1] }
    }
    return nil
  }

  @Test(arguments: [
    ("It is 0.665", "0.665"), ("It is 0.665 of 1 kg", "1"), ("so −0.5", "−0.5"),
    ("minus -3", "-3"), ("from 2-3", "3"), ("from 2–3", "3"), ("x=-3", "-3"),
    ("in H2O there are 3", "3"), ("the v2 engine has 4 valves", "4"), ("85,418.8 K", "85,418.8"),
    ("a, b and 1,2", "2"), ("12,3456", "3456"), ("66.5 %", "66.5 %"), ("66.5\\%", "66.5\\%"),
    ("6.626×10⁻³⁴ J s", "6.626×10⁻³⁴"), ("1.5e-3 m", "1.5e-3"), ("$x_2 = 0.5$", "0.5"),
    ("$kT \\approx 0.0257\\,\\text{eV}$", "0.0257"), ("$3\\,\\mathrm{m\\,s^{-2}}$", "3"),
    ("$6.6\\times10^{-34}$", "6.6\\times10^{-34}"), ("$1{,}000$", "1{,}000"),
    ("$66.5\\,\\%$", "66.5\\,\\%"), ("**0.5**", "0.5"), ("`0.25`", "0.25"),
    ("[0.5](a.md)", "0.5"), ("3.1415…", "3.1415…"), ("约0.5", "0.5"), ("1. Then 2.", "2"),
  ])
  func theLastNumberIsMeant(_ text: String, _ expected: String) {
    #expect(found(text) == expected)
  }

  @Test(arguments: ["no number", "only x2", "$x_2$ and $y^{3}$", "1<!-- = a -->, and then"])
  func somethingElseIsNoNumber(_ text: String) {
    let document = parse(text + "<!-- = x -->", path: "a.md").value
    let comments = PartCollector(document).parts.compactMap { part in
      if case .prose(let comment) = part { comment } else { nil }
    }
    #expect(
      comments.last.map { ProseClaims.lastNumber(before: $0, in: document.source) == nil } == true)
  }

  /// What Galley says of the one claim of a text.
  private func problem(_ text: String) -> Identifier? {
    let document = parse(text + "<!-- = x -->", path: "a.md").value
    for case .prose(let comment) in PartCollector(document).parts {
      return ProseClaims.read(comment, number: 0, in: document).log.diagnostics.first?.id
    }
    return .claimUnattached
  }

  /// A reader sees another number than the digits before the comment.
  @Test(arguments: [
    "$x = - 0.5$", "$-\\,0.5$", "$-{0.5}$", "$-$0.5", "−**0.5**", "&minus;0.5", "it is –0.5",
    "**0.5**%", "$0.5$%", "$66.5$ $\\%$", "66.5&nbsp;%", "66.5‰", "10²", "$0.5^2$", "$10^{-3}$",
    "2½",
    "p = .05", "0\\.5", "0&#46;5", "**0.6**65", "12 345", "12&nbsp;345", "$12\\;345$", "$12~345$",
    "0.665 241", "$3.141\\;593$", "1.5 × $10^{3}$", "$0.5 \\times {10}^{3}$", "0,665",
    "0.5<sup>2</sup>", "<span>−</span>0.5",
    "10^5", "10^{5}", "1·5", "1’234", "√5", "∛ 5", "5⁻¹", "5 ²", "5％", "5‱", "0.3\u{305}", "-\\\n5",
    "1\u{200B}5", "1\u{2060}5", "1\u{AD}5", "-\u{2060}5", "\u{2010}5", "\u{2011}5", "⁻5", "﹣5",
    "$\\frac{1}{2}$", "$\\tfrac12$", "$\\sqrt{2}$", "$\\sqrt[3]{2}$", "$\\sqrt2$", "$\\log 2$",
    "$\\log_2 8$", "$\\log_{10}(8)$", "$\\ln\\left(2\\right)$", "$5!$", "$2\\pi$", "$2x$",
    "$x = -(5)$", "$-\\mathbf{5}$", "$\\overline{5}$", "$0.\\dot{3}$",
  ])
  func whatCouldBeReadTwoWaysIsAsked(_ text: String) {
    #expect(problem(text) == .claimUnreadable)
  }

  @Test(arguments: [
    "It is 0.5", "about −0.5", "$x\\approx-0.5$", "from 2–3", "between 2 and 3", "$p - 0.5$",
    "5 m²",
    "a well-known 3", "$0.5\\,\\text{m}$", "in 2024 300 people", "**0.5**", "0.5 × the mass",
    "(0.5)", "[0.5](a.md)", "3, 4 and 5", "1. 2", "a; 5", "x=0.5", "$p_3 = 0.5$", "$q_{3} = 0.5$",
    "page 12, 345 words", "12\u{202F}345", "1.5×10³", "66.5 %",
    "$\\mathbf{0.5}$", "$p = \\boxed{0.5}$", "$\\underbrace{0.5}_{p}$", "$q-\\mathbf{0.5}$",
    "$\\frac{p}{q} = 0.5$", "$\\log p = 0.5$", "$(0.5)$", "$p - (0.5)$",
    "$\\sqrt{p} \\approx 0.5.$",
  ])
  func whatIsPlainIsTaken(_ text: String) {
    #expect(problem(text) == nil)
  }

  /// What stands behind the comment, and looks as if it stood behind the number.
  @Test(arguments: [
    ("e3", true), ("E-3", true), (",500", true), (",5", true), ("·5", true), (" 500 people", true),
    ("\u{A0}500", true), ("²", true), (" ²", true), ("<!-- note -->0", true),
    ("<span>0</span>", true),
    ("\n% of all", true), ("\n× 10³", true), (" * 10³", true), (" ⋅ 10^3", true), (" ✕ 10³", true),
    ("٪", true), ("<sub>2</sub>", true), (", 500 people", false), (" 5000 people", false),
    (" 50 people", false), ("e.g.", false), ("\n500 people", false), ("\n\n% of", false),
    ("<b>kg</b>", false), (" × 2", false), ("—a half", false), (" 500th", false), ("[^1]", false),
  ])
  func whatStandsBehindTheCommentCounts(_ text: String, _ isDoubtful: Bool) {
    let document = parse("It is 5<!-- = x -->" + text, path: "a.md").value
    for case .prose(let comment) in PartCollector(document).parts {
      let id = ProseClaims.read(comment, number: 0, in: document).log.diagnostics.first?.id
      #expect(id == (isDoubtful ? .claimUnreadable : nil), "\(text)")
    }
  }

  @Test func anIndexIsNoNumber() {
    #expect(found("$p = 0.665 = q_{3}$") == "0.665")
    #expect(found("$0.5\\,q_3$") == "0.5")
    #expect(found("$2\\pi_{12}$") == "2")
    #expect(found("$x\\leq-0.5$") == "-0.5")
  }
}
