// ProseClaims: the number that a comment in prose is about, and the Swift behind it. The number is
// read from what is shown; the bytes in the essay must say the same, or there is no claim.

import Claims
import Diagnostics
import Markup

/// A claim in prose that can be judged.
package struct ProseClaim: Sendable {
  package var claim: Claim
  package var expectation: Expectation
  package var place: ProsePlace
}

package enum ProseClaims {
  /// The claim of one comment; nil with a diagnostic when there is nothing to compare.
  ///
  /// - Parameter formulas: what is shown of the formulas that `formulas(beside:in:)` names.
  package static func read(
    _ comment: ProseComment, in document: Document, formulas: [Int: ShownFormula]
  ) -> Diagnosed<ProseClaim?> {
    func fail(_ id: Identifier, _ message: String) -> Diagnosed<ProseClaim?> {
      Diagnosed(
        nil, Log([Diagnostic(id, at: SourceSpan(document.path, comment.comment), message)]))
    }
    let swift = expression(in: comment.text).text
    if let problem = problem(ofSwift: swift, behind: "=") { return fail(.claimUnreadable, problem) }
    if let tag = comment.enclosing {
      return fail(
        .claimUnreadable,
        "this claim stands in ‘\(tag)’, which may hide or change it and has no end before it; write "
          + "its end, or the claim outside")
    }
    do {
      guard let number = try number(before: comment, in: document, formulas: formulas) else {
        return fail(
          .claimUnattached,
          "there is no number before this comment for it to check"
            + (comment.isAlone
              ? "; behind a displayed formula it stands on the line that ends it, $$<!-- = … -->"
              : ""))
      }
      let claim = Claim(
        kind: .prose, range: number.range, comment: comment.comment,
        wrote: number.wrote(in: document), expression: swift, name: name(in: comment.text))
      return Diagnosed(
        ProseClaim(claim: claim, expectation: number.expectation, place: number.place),
        Log(
          (number.place.word.map { [doubt($0, number, document)] } ?? [])
            + number.unread.map { told($0, number, document) }))
    } catch {
      return fail(
        .claimUnreadable, "the number before this comment is not clear: \(error.reason)")
    }
  }

  /// What is wrong with the Swift of a comment before the parser looks at it.
  static func problem(ofSwift swift: String, behind mark: String) -> String? {
    if swift.isEmpty {
      return "this comment claims a value, but there is no Swift after ‘\(mark)’"
    }
    return swift.unicodeScalars.first(where: \.isUnseenInSwift).map {
      "a character that nobody sees (U+\(String($0.value, radix: 16, uppercase: true))) stands in "
        + "the Swift of this comment; take it away"
    }
  }

  /// A number as its author wrote it, and the relation that is shown before it.
  package struct Number: Sendable {
    package var literal: NumberLiteral
    package var relation: Expectation.Relation?
    /// Its bytes in the essay, without the relation.
    package var range: Range<Int>
    package var place: ProsePlace
    /// Signs beside it that nobody has judged.
    package var unread: [UnreadSign] = []

    package var expectation: Expectation {
      relation.map { .relation($0, .number(literal)) } ?? .number(literal)
    }

    /// As it stands in the essay, with the relation.
    package func wrote(in document: Document) -> String {
      (relation.map { $0.rawValue + " " } ?? "") + document.source[range]
    }
  }

  /// The last number that is shown before a comment; nil where there is none.
  ///
  /// - Throws: `UnclearNumber` when a reader sees something else than that number alone.
  package static func number(
    before comment: ProseComment, in document: Document, formulas: [Int: ShownFormula]
  ) throws(UnclearNumber) -> Number? {
    let shown = ShownText(around: comment, in: document, formulas: formulas)
    guard let (literal, glyphs, behind) = shown.lastNumber() else {
      if let sign = shown.glyphs[shown.start..<shown.comment].last(where: {
        $0.scalar.properties.numericType != nil && !$0.scalar.isDigit
      }), let value = sign.scalar.properties.numericValue {
        let whole = Int(exactly: value).map(String.init) ?? String(value)
        throw UnclearNumber(reason: "write \(whole) for ‘\(sign.scalar)’")
      }
      let hidden = shown.glyphs[shown.start..<shown.comment].contains {
        [ShownText.opaque, ShownText.overlay].contains($0.scalar)
      }
      if let sign = shown.glyphs[shown.start..<shown.comment].last(where: \.isFraction) {
        throw UnclearNumber(
          reason: "‘\(sign.scalar)’ is no decimal number; write its digits, as 0.5 for ½")
      }
      guard hidden else { return nil }
      throw UnclearNumber(
        reason: "no number can be read here; write it as one number, right before the comment")
    }
    if let fault = literal.fault { throw UnclearNumber(reason: fault) }
    try TableCells.check(beside: comment, in: document, formulas: formulas)
    let surroundings = NumberSurroundings(shown, glyphs)
    let reading = try surroundings.read()
    let relation = reading.relation
    let isSigned = !literal.sign.isEmpty
    let (written, range) = try source(of: glyphs, in: shown, comment, document) { tex, formula in
      TeXNumber.last(
        in: tex, document.notation, isSigned: isSigned, behind: behind,
        showing: formulas[formula]?.digits ?? [])
    }
    guard literal.isSame(as: written) else {
      throw UnclearNumber(
        reason:
          "a reader sees \(shown.shown(glyphs)), and the essay says ‘\(document.source[range])’; "
          + "write all of the number plainly, in one piece")
    }
    let unread =
      reading.unread
      + TableCells.unread(above: literal, comment, in: document, formulas: formulas)
    let place = ProsePlace(
      shown: shown, glyphs: glyphs, relation: relation, word: surroundings.changingWord(),
      isScaled: surroundings.hasScaleInSentence
        || TableCells.hasScale(around: comment, in: document, formulas: formulas)
        || !unread.isEmpty)
    return Number(
      literal: written, relation: relation, range: range, place: place, unread: unread)
  }

  /// The number in the essay that shows these glyphs.
  private static func source(
    of glyphs: Range<Int>, in shown: ShownText, _ comment: ProseComment, _ document: Document,
    number: (_ tex: String, _ formula: Int) -> TeXNumber?
  ) throws(UnclearNumber) -> (NumberLiteral, Range<Int>) {
    let part = shown.glyphs[glyphs]
    let isWhole = part.allSatisfy { $0.formula == part.first?.formula }
    if isWhole, let place = part.first?.formula {
      if let tex = comment.block.compactMap({ $0.formula(at: place) }).first,
        let found = number(tex.text, place)
      {
        let bytes = found.bytes
        let range =
          tex.sourceOffset(of: bytes.lowerBound)..<tex.sourceOffset(
            of: bytes.upperBound - 1) + 1
        let written = String(decoding: Array(tex.text.utf8)[bytes], as: UTF8.self)
        if document.source[range] == written { return (found.literal, range) }
      }
    } else if isWhole, let first = part.first?.bytes, let last = part.last?.bytes {
      let range = first.lowerBound..<last.upperBound
      var cursor = TextCursor(document.source[range])
      // What is quoted from a program has its numbers as Swift does.
      let notation = part.contains(where: \.isCode) ? NumberNotation.point : document.notation
      if let literal = NumberLiteral.read(&cursor, in: .text(notation)), cursor.isAtEnd {
        return (literal, range)
      }
    }
    throw UnclearNumber(
      reason: "a reader sees it put together from pieces, or a macro shows it; write the number "
        + "itself, plainly and in one piece")
  }
}

extension ProseClaims {
  /// A formula of an essay, by its first byte.
  package struct Formula: Sendable {
    package var place: Int
    package var tex: Verbatim
    package var isDisplay: Bool
  }

  /// The formulas that must be set before the claims can be read, in the order of the page: all of
  /// them, for one may define what another shows. None where no claim stands beside a formula.
  package static func formulas(
    beside comments: [ProseComment], in document: Document
  ) -> [Formula] {
    let isNeeded = comments.contains { comment in
      (comment.block + comment.cells.before + comment.cells.behind).contains {
        !$0.formulas.isEmpty
      }
    }
    return isNeeded ? document.blocks.flatMap(\.formulas) : []
  }
}

extension Node {
  fileprivate var formulas: [ProseClaims.Formula] {
    switch kind {
    case .math(let tex, let isDisplay):
      [ProseClaims.Formula(place: range.lowerBound, tex: tex, isDisplay: isDisplay)]
    case .mathBlock(let tex):
      [ProseClaims.Formula(place: range.lowerBound, tex: tex, isDisplay: true)]
    default: children.flatMap(\.formulas)
    }
  }

  fileprivate func formula(at place: Int) -> Verbatim? {
    formulas.first { $0.place == place }?.tex
  }
}

extension Unicode.Scalar {
  /// Emoji are put together with joiners, and texts in Swift may hold some.
  fileprivate var isUnseenInSwift: Bool {
    switch properties.generalCategory {
    case .format: value != 0x200D
    case .control: !"\t\n\r".unicodeScalars.contains(self)
    default: false
    }
  }
}

extension NumberLiteral {
  /// Whether two spellings show the same digits, sign, power, percent sign and ellipsis.
  func isSame(as other: NumberLiteral) -> Bool {
    isNegative == other.isNegative && sign.isEmpty == other.sign.isEmpty
      && integerDigits == other.integerDigits && fractionDigits == other.fractionDigits
      && power?.exponent == other.power?.exponent && (percent == nil) == (other.percent == nil)
      && (ellipsis == nil) == (other.ellipsis == nil)
  }
}

extension ShownText.Glyph {
  /// `½`.
  fileprivate var isFraction: Bool {
    scalar.properties.generalCategory == .otherNumber
      && scalar.properties.numericValue.map { $0 != $0.rounded() } ?? false
  }
}
