// NumeralRules: which numerals of an essay somebody must answer for. The one place that decides.

import Claims
import Diagnostics

/// The rules of `--coverage`, for authors in the guide, "Coverage".
///
/// A *numeral* is written in digits, in a sentence, a heading, a table or a formula. It is *checked* when a
/// claim is about it, and *given* when `<!-- given -->` stands right behind it: a definition, an input, something
/// that no program can know. It is given, too, where the Swift of its section has it as a literal, whatever the sign: from one
/// heading of the first or second level to the next; and where front matter declares it. Behind a formula, or alone below a table, the comment speaks of all its numerals.
/// A numeral of a formula is also checked when the claim behind the formula has it in its Swift: in
/// `$\ln 1.02 = 0.0198$<!-- = log(1.02) -->` both are.
///
/// What is no numeral, or needs no answer:
///
/// - Code: spans, fences, derivations, figures. Addresses of links, `doi:…`, citations, `[@gibbs1902]`, raw HTML
///   tags, comments, front matter, the labels of footnotes, the descriptions of images.
/// - Number words (two, half, a dozen), and signs such as ½.
/// - 0 and 1 without sign, decimals or percent: they are form more often than facts.
/// - Names: digits in a word (anes96, H2O, 3D), behind a word and a hyphen (GPT-4), raised or lowered (H₂O).
/// - References: a number without separators behind Figure, Equation, Section, Table, Line, Page, Step, Part, Chapter, Example,
///   Exercise, Version, Note, Footnote, Level, Class, Category, Group, Row or Column, in capitals or not.
/// - Years: four digits from 1600 to 2099 without a separator or a sign; a decade, 1990s. Dates: 2026-11-21, and a day beside a month's name.
/// - Ordinals: 1st, 2nd, 3rd, 10th.
/// - The number that a heading begins with.
/// - In formulas: exponents and indices (`^`, `_`); lengths and labels (`\\[1ex]`, `\label`, `\tag`); a whole number from 2 to 9 that
///   is a part of an expression, as in `\frac{1}{2}`, `2kT`, `n - 2`. Not one that stands for a value: alone on one side of a relation, or
///   alone in a list, `n = 3`, `(1, 2, 3)`; but where the list goes on with dots, `n = 1, 2, 3, \dots`, it only counts.
/// - All numerals of a displayed equation with a `\label`, and of one that is quoted: a citation `[@key]` stands in its
///   paragraph or in a paragraph beside it.
///
/// A displayed equation must be a derivation, have a label, be quoted, or have a claim behind it; one that is none of these is told
/// as a whole.
enum NumeralRules {
  /// Why a numeral needs no answer.
  enum Exemption: String, Hashable, Sendable {
    case neutral, reference, year, date, ordinal, name, address, headingNumber, form

    /// In words for an author: "a year".
    var words: String {
      switch self {
      case .neutral: "0 and 1 are form more often than facts"
      case .reference: "it only refers to something"
      case .year: "it is a year"
      case .date: "it is a part of a date"
      case .ordinal: "it is an ordinal"
      case .name: "it is a part of a name"
      case .address: "it is a part of an address"
      case .headingNumber: "a heading begins with it"
      case .form: "it is a part of an expression"
      }
    }
  }

  /// A numeral in a text, with what stands around it in the same run of text.
  struct Surroundings {
    var literal: NumberLiteral
    var text: String
    var before: String
    var after: String
    /// Whether it stands in a heading with nothing before it.
    var beginsHeading = false
  }

  // MARK: - Sentences

  static func exemption(inProse numeral: Surroundings) -> Exemption? {
    if isNeutral(numeral.literal) { return .neutral }
    if numeral.beginsHeading && numeral.before.allSatisfy(\.isWhitespace) { return .headingNumber }
    if isAddress(numeral) { return .address }
    let behind = numeral.after.unicodeScalars.prefix { $0.isWordPart }
    let suffix = String(behind)
    if ["st", "nd", "rd", "th"].contains(suffix) { return .ordinal }
    if let first = suffix.unicodeScalars.first, first.properties.isUppercase { return .name }
    let previous = lastWord(of: numeral.before)
    if suffix.isEmpty, numeral.literal.separator == nil, numeral.literal.percent == nil,
      references.contains(previous.lowercased())
    {
      return .reference
    }
    let isPlain = numeral.literal.isInteger && numeral.literal.sign.isEmpty
    guard isPlain, numeral.literal.separator == nil else { return nil }
    let number = Int(numeral.literal.integerDigits) ?? .max
    if numeral.text.count == 4, (1600...2099).contains(number), suffix.isEmpty || suffix == "s" {
      return .year
    }
    guard suffix.isEmpty else { return nil }
    if (1...31).contains(number),
      months.contains(previous) || months.contains(firstWord(of: numeral.after))
    {
      return .date
    }
    return nil
  }

  /// The length of a date, 2026-11-21, that the cursor stands before; nil for anything else.
  static func dateLength(at cursor: TextCursor) -> Int? {
    for place in 0..<10 {
      guard let scalar = cursor.peek(place) else { return nil }
      guard place == 4 || place == 7 ? scalar == "-" : scalar.isDigit else { return nil }
    }
    if let after = cursor.peek(10), after.isWordPart { return nil }
    return 10
  }

  private static let references: Set<String> = [
    "figure", "equation", "section", "table", "line", "page", "step", "part", "chapter", "example",
    "exercise", "version", "note", "footnote", "level", "class", "category", "group", "row",
    "column",
  ]
  private static let months: Set<String> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func isNeutral(_ literal: NumberLiteral) -> Bool {
    literal.isInteger && literal.sign.isEmpty && ["0", "1"].contains(literal.integerDigits)
  }

  /// The word that a space, and nothing else, parts from what follows.
  private static func lastWord(of text: String) -> String {
    guard text.last?.isWhitespace == true else { return "" }
    let trimmed = text.reversed().drop { $0.isWhitespace }
    return String(String(trimmed.prefix { $0.isLetter }).reversed())
  }

  private static func firstWord(of text: String) -> String {
    guard text.first?.isWhitespace == true else { return "" }
    return String(text.drop { $0.isWhitespace }.prefix { $0.isLetter })
  }

  private static func isAddress(_ numeral: Surroundings) -> Bool {
    let head = numeral.before.reversed().prefix { !$0.isWhitespace }
    let start = String(head.reversed()).lowercased()
    return start.contains("://") || start.contains("doi:") || start.contains("www.")
      || start.hasPrefix("doi.org/")
  }

  // MARK: - Formulas

  /// - Parameter hasSymbols: whether the formula has letters at all; `$3$` is read like a sentence.
  static func exemption(inMath numeral: Surroundings, hasSymbols: Bool) -> Exemption? {
    if isNeutral(numeral.literal) { return .neutral }
    guard hasSymbols, numeral.literal.isInteger, numeral.literal.integerDigits.count == 1 else {
      return nil
    }
    if goesOn(numeral.after) { return .form }
    return endsAtBoundary(numeral.before) && beginsAtBoundary(numeral.after) ? nil : .form
  }

  /// Whether a list of whole numbers goes on with dots.
  private static func goesOn(_ text: String) -> Bool {
    let rest = text.drop { "0123456789, ".contains($0) }
    let hasComma = text.prefix(text.count - rest.count).contains(",")
    return hasComma && ["\\dots", "\\ldots", "…"].contains { rest.hasPrefix($0) }
  }

  private static let relations = [
    "\\approx", "\\le", "\\leq", "\\ge", "\\geq", "\\ne", "\\neq", "\\to", "\\in", "\\equiv",
    "\\propto", "\\sim", "\\simeq", "\\mid", "\\bigl(", "\\bigr)", "\\left(", "\\right)",
  ]
  private static let marks = "=<>,;:()[]&|≈≤≥≠→"
  private static let spaces = ["\\,", "\\;", "\\:", "\\!", "\\ ", "\\quad", "\\qquad", "~"]

  /// Whether a value may begin behind this text: at the formula's start, behind a relation, in a list.
  private static func endsAtBoundary(_ text: String) -> Bool {
    var rest = Substring(text)
    while true {
      if let last = rest.last, last.isWhitespace || "-−+".contains(last) {
        rest.removeLast()
      } else if let space = spaces.first(where: { rest.hasSuffix($0) }) {
        rest.removeLast(space.count)
      } else {
        break
      }
    }
    guard let last = rest.last else { return true }
    return marks.contains(last) || rest.hasSuffix("\\\\")
      || relations.contains { rest.hasSuffix($0) }
  }

  private static func beginsAtBoundary(_ text: String) -> Bool {
    var rest = Substring(text)
    while true {
      if let first = rest.first, first.isWhitespace || first == "." {
        rest.removeFirst()
      } else if let space = spaces.first(where: { rest.hasPrefix($0) }) {
        rest.removeFirst(space.count)
      } else {
        break
      }
    }
    guard let first = rest.first else { return true }
    // `3(x + 1)` is a product.
    if "([".contains(first) { return false }
    return marks.contains(first) || rest.hasPrefix("\\\\") || rest.hasPrefix("\\end")
      || relations.contains { rest.hasPrefix($0) }
  }
}
