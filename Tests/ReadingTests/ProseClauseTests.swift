// What a clause says of its number: the other side of a relation, signs further off, brackets around a scale,
// words. A sign is judged or refused; a word is only told.

import Claims
import Markup
import Testing

@testable import Reading

struct ProseClauseTests {
  private let mark = "<!-- = x -->"

  private func expectRefused(_ texts: [String], saying words: String = "") async throws {
    for (text, reading) in zip(texts, try await ProseReader.read(texts)) {
      guard case .refused(let message) = reading else {
        Issue.record("\(text): \(reading)")
        continue
      }
      #expect(words.isEmpty || message.contains(words), "\(text): \(message)")
    }
  }

  @Test func numbersOnTheOtherSideAreRefused() async throws {
    try await expectRefused(
      [
        "$12 < 10$", "Only 7 < 10", "12 ≠ 10", "5 = 8", "60% = 0.5", "$\\frac23 = 0.5$",
        "$3 + 4 = 8$",
        "3 + 4 = 8", "$\\sqrt 4 = 3$", "$2^3 = 9$", "(3 + 4) = 8", "5 kg < 8",
        "$5\\,\\mathrm{kg} < 8$",
        "$5! = 121$",
      ].map { $0 + mark }, saying: "claim that number too")
    let texts = [
      "$\\ln \\tfrac23 = -0.4$", "$2 \\ln 9 = 4.4$", "$e^{0.05} = 1.05$", "$\\frac ab = 5$",
      "x + 4 = 8",
      "f(3) = 5", "$2^n = 8$", "H2O = 5", "the share p < 5", "= 5", "$3x = 5$", "5",
    ]
    for (text, reading) in zip(texts, try await ProseReader.read(texts.map { $0 + mark })) {
      #expect(reading.wrote != nil, "\(text): \(reading)")
    }
  }

  /// `3✓ < 7✓`: each is its value, and what stands between is decided here.
  @Test func twoClaimedNumbersAreCompared() async throws {
    let claim = "<!-- = a -->"
    let cases: [(String, Bool)] = [
      ("0.09\(claim) < 0.24\(mark)", true), ("0.09\(claim) < 0.24\(claim) < 0.67\(mark)", true),
      ("$3$\(claim) $\\ne 4$\(mark)", true), ("4\(claim) = 4.0\(mark)", true),
      ("3\(claim) ≥ 3\(mark)", true),
      ("50%\(claim) = 0.5\(mark)", true), ("3\(claim) ≈ 3.1\(mark)", true),
      ("3\(claim) → 7\(mark)", true),
      ("8\(claim) < 7\(mark)", false), ("3\(claim) ≠ 3.0\(mark)", false),
      ("4\(claim) = 5\(mark)", false),
      ("3 kg\(claim) < 7\(mark)", false), ("-1\(claim) > 0\(mark)", false),
    ]
    for (text, reading) in zip(cases, try await ProseReader.read(cases.map(\.0))) {
      if case .number(_, let relation) = reading {
        #expect(text.1 && relation == nil, "\(text.0): \(reading)")
      } else {
        #expect(!text.1 && reading.isRefused, "\(text.0): \(reading)")
      }
    }
    // The first of the two, from where it stands; what is seen is not so.
    let documents = ["0.09\(mark) < 0.04<!-- not a claim -->", "0.09\(mark) < 0.04"]
    try await expectRefused(documents)
  }

  @Test func behindTheTickIsAsBeforeIt() async throws {
    let behind = [
      " < 5", " ≠ 8", " (> 10)", "$> 10$", "=10", "$\\,= 0.6$", "$x$", " π", " pi", " √2",
      "$\\,\\pi$",
      " $10^3$", " times 10^5", " ÷ 2", " /2", " (million)", " \"million\"", " (%)", " ($\\%$)",
      " (×10³)",
      " people < 10", " (in thousands)", " × 2", "–6%", " to 6%", " to 6 million", " and 6 %",
      " > = q", "만",
    ]
    try await expectRefused(behind.map { "8" + mark + $0 })
    try await expectRefused(
      [
        "$x = 5 \\quad (\\times 10^3)$", "$x = 5 \\quad (\\%)$",
        "$x = 5 \\quad (\\text{in thousands})$",
      ].map {
        $0 + mark
      })
    let plain = [
      " = x", " people", " (a few)", "–6", " to 6", " cases with p < 3", " times as many",
      "% to 6%", "-year",
      " people. So 3 < 5", " — so", " of them: 3 > 2",
    ]
    for (text, reading) in zip(plain, try await ProseReader.read(plain.map { "8" + mark + $0 })) {
      #expect(reading.wrote != nil || text.hasPrefix("%"), "\(text): \(reading)")
    }
  }

  @Test func noSignIsLostBehindWords() async throws {
    try await expectRefused(
      [
        "It cost < US\\$5.00", "< EUR 5.00", "p ≤ CHF 0.05", "$c < \\text{EUR } 5.00$",
        "p < the 0.05",
        "p < about 0.05", "p < ca. 5%", "p < approx. 5%", "p < № 0.05", "$p < \\text{the } 0.04$",
        "− EUR 5",
        "− circa 5", "− kr. 5", "2 × EUR 5", "10^EUR 5", "$2\\times\\text{EUR }5$",
        "$x \\ne \\text{EUR }5$",
        "$1 / \\text{USD } 5$", "√ of 5", "$p <$ the 5", "a - about 5", "p < ca. EUR 5",
        "p < (the) 5",
        "$\\neg\\, x = 5$", "`!(p == 5)`", "¬ EUR 5",
      ].map { $0 + mark })
    let plain = [
      "a well-known 5", "and/or the 5", "low- and high 5", "C++ has 5", "it is — about 5",
      "with $p < q$ the 5",
      "a < b gives 5", "5× faster gives 5", "p < 3 in 5", "so – about 5", "a → b. The 5",
      "km/h of 5",
    ]
    for (text, reading) in zip(plain, try await ProseReader.read(plain.map { $0 + mark })) {
      #expect(reading.wrote == "5", "\(text): \(reading)")
    }
  }

  @Test func signsWithSpacesBetweenAreOne() async throws {
    try await expectRefused(
      [
        "q > = 5", "p < ~5", "q ≥ ≈ 5", "n ! = 5", "n ≠ = 5", "$q >\\ \\approx 5$",
        "$q > \\;\\sim 5$",
        "= < 5",
      ].map { $0 + mark })
  }

  @Test func tablesHoldConditions() async throws {
    try await expectRefused(
      [
        "$x = \\begin{cases} 3 & y<0 \\\\ 7 & y > 0\\end{cases}$",
        "$x = \\begin{cases} a & y<z \\\\ b & y > 0\\end{cases}$",
        "$x = \\begin{cases} 3 & y<0 \\\\ 7 & y = 5\\end{cases}$",
        "$\\begin{array}{c} x = 7 \\\\ y > 0 \\end{array}$",
        "$$\n\\begin{gathered} f = 7 \\\\ x > 0\\end{gathered}\n$$",
        "$\\begin{smallmatrix} x = 7 \\\\ y > 0 \\end{smallmatrix}$",
        "$\\begin{rcases} x = 7 & y \\\\ z & y > 0 \\end{rcases}$",
        "$\\begin{array}{cc} a & y = 5 \\end{array}$", "$\\substack{x = 7 \\\\ y > 0}$",
        "$$\n\\begin{aligned} a &= 1 \\\\ b &= 5 \\end{aligned}\n$$",
        "$f = 7.\\ x > 0$", "$x = 7,\\ y = 5$", "$f = 7\\text{. Now } x > 0$",
      ].map { $0 + mark })
    let plain = [
      "$$\n\\begin{aligned} a &= b + c \\\\ &= 5 \\end{aligned}\n$$",
      "$\\begin{aligned} a &< 5 \\end{aligned}$",
    ]
    for (text, reading) in zip(plain, try await ProseReader.read(plain.map { $0 + mark })) {
      #expect(reading.wrote == "5", "\(text): \(reading)")
    }
  }

  @Test func wordsAreTold() async throws {
    let before = [
      "no longer", "not actually", "isn't really", "does not reach", "never equals", "far from",
      "unequal to",
      "anything but", "4 instead of", "no more than", "not less than", "below", "above", "up to",
      "a maximum of", "in excess of", "upwards of", "at the most", "at most,", "less than only",
      "less than a total of", "ln", "sqrt", "the cosine of", "the negative of", "zero point",
      "10 to the power of", "1 divided by", "minus EUR", "half of EUR", "not EUR", "not:",
    ].map { "\($0) 5\(mark)" }
    let behind = [
      "eighths", "sixteenths", "millionths", "quarter", "per thousand", "in a hundred", "pct",
      "of a percent",
      "full million", "and one half", "and three quarters", "to the third power", "in binary",
      "below zero",
      "negative",
    ].map { "5\(mark) \($0)" }
    let texts = before + behind + ["not p = 5\(mark)"]
    for (text, doubt) in zip(texts, try await ProseReader.doubts(texts)) {
      #expect(!doubt.isRead || doubt.isDoubted, "\(text)")
    }
    let plain = [
      "The loss never ends. It is 5", "not this, but the other is 5", "the logarithm of it is 5",
      "It is 5",
      "$\\ln x = 5$", "about 5", "of the 12 it is 5", "5 times as many", "more than that: 5",
    ].map { $0 + mark }
    for (text, doubt) in zip(plain, try await ProseReader.doubts(plain)) {
      #expect(doubt.isRead && !doubt.isDoubted, "\(text)")
    }
  }

  /// A true sentence is not mended into a false one.
  @Test func whereAWordIsToldNothingIsOffered() async throws {
    let texts = ["no longer 5\(mark)", "It is 5\(mark)"]
    let documents = texts.map { parse($0, path: "a.md").value }
    let places = try await ProseReader.claims(of: documents).map { $0?.value?.place }
    #expect(places.map { $0?.reads("6") } == [false, true])
  }
}
