// The closing rule. When all other rules have had their say, every sign that stands in the clause of a claim has been
// judged, or is a part of a name, or is told here: a reader takes it for checked, and nobody checked it.

import Claims
import Diagnostics

/// A sign beside a claim that no rule has judged, and that is no part of a name.
package struct UnreadSign: Sendable {
  /// The sign with what stands behind it.
  package var text: String
  /// Its bytes in the essay; nil where it stands in a formula.
  package var bytes: Range<Int>?
}

extension NumberSurroundings {
  /// - Parameter isLeadJudged: whether what stands on the other side of the number's own relation was compared with it.
  func unreadSigns(_ lead: Lead, isLeadJudged: Bool) throws(UnclearNumber) -> [UnreadSign] {
    var relations: [Int] = []
    var operators: [Int] = []
    var isComputed = false
    if !isLeadJudged, let sign = lead.sign?.lowerBound, isLeadUnread(sign) {
      relations.append(sign)
    }
    for index in signsBefore(lead) where !isCondition(index) {
      let side = shown.side(leftOf: index)
      let isOfClause = !(index..<number.lowerBound).contains(where: shown.isBoundary)
      if isOfClause && side.kind == .number || side.kind == .nothing && isRelationSign(index)
        || side.kind == .name && isOwnName(side, lead) && !isSure(index)
      {
        relations.append(index)
      }
    }
    for index in placesBehind() {
      if isRelationSign(index) {
        if try isUnread(relation: index, lead) {
          relations.append(index)
        } else if shown.side(leftOf: index).claim == shown.comment {
          isComputed = true
        }
      } else if isUnreadOperator(index) || isScaleInBrackets(index) {
        operators.append(index)
      }
    }
    // One thing that is said is told once.
    let told = relations.isEmpty ? operators.prefix(isComputed ? 0 : 1) : relations[...]
    return told.map { UnreadSign(text: excerpt(from: $0), bytes: shown.glyphs[$0].bytes) }
  }

  // MARK: - Which signs

  /// Behind the number, as far as its sentence goes and no other claim's does.
  private func placesBehind() -> [Int] {
    var places: [Int] = []
    var index = number.upperBound
    let leads = leadsOfOthers
    while let glyph = shown[index], glyph.scalar != ShownText.cell {
      if index > shown.comment, shown.claims.contains(where: { $0 > shown.comment && $0 <= index })
      {
        break
      }
      if glyph.formula == nil, endsSentence(index), glyph.scalar != ";",
        !shown.isAbbreviation(index),
        !isRelationNext(behind: index)
      {
        break
      }
      let isOwn = formula != nil && glyph.formula == formula
      if !isOwn, !glyph.isCode, !leads.contains(where: { $0.contains(index) }) {
        places.append(index)
      }
      index += 1
    }
    return places
  }

  /// Relations before the number, in its clause, of which no claim before it is the owner.
  private func signsBefore(_ lead: Lead) -> [Int] {
    var signs: [Int] = []
    var index = lead.start
    while index > shown.start {
      index -= 1
      if endsSentence(index) { return signs }
      if shown.glyphs[index].isRelation,
        shown.glyphs[index].formula == nil || shown.glyphs[index].formula != formula,
        !shown.glyphs[index].isCode, shown[index - 1]?.isRelation != true
      {
        signs.append(index)
      }
    }
    // A claim before it in the sentence has been asked about them.
    return shown.start == 0 ? signs : []
  }

  private var leadsOfOthers: [Range<Int>] {
    shown.claims.compactMap { claim in
      guard claim > shown.comment, let other = shown.number(ofClaimAt: claim)?.glyphs else {
        return nil
      }
      let surroundings = NumberSurroundings(shown.before(claimAt: claim), other)
      guard let lead = try? surroundings.before(other.lowerBound) else { return other }
      return (lead.sign?.lowerBound ?? other.lowerBound)..<other.upperBound
    }
  }

  /// The first glyph of a relation, an angle that is closed by none among them.
  private func isRelationSign(_ index: Int) -> Bool {
    let glyph = shown.glyphs[index]
    if glyph.isRelation {
      if shown[index - 1]?.isRelation == true, shown[index - 1]?.formula == glyph.formula {
        return false
      }
      // `~40` and `≈ 40` say how well another number is known.
      return !"~∼".unicodeScalars.contains(glyph.scalar) || shown[index + 1]?.isSpace == true
    }
    guard "‹«⟨〈ᐸ".unicodeScalars.contains(glyph.scalar), shown[index - 1]?.isSpace == true else {
      return false
    }
    return !shown.glyphs[index...].contains { "›»⟩〉".unicodeScalars.contains($0.scalar) }
  }

  /// Whether `behind()` has judged the sign: it stands there with nothing but spaces between.
  private func isDirect(_ sign: Int) -> Bool {
    var index = number.upperBound
    while let glyph = shown[index], glyph.isClosing { index += 1 }
    if index > number.upperBound, shown.isRemarked(number.lowerBound, before: index) {
      return false
    }
    while let glyph = shown[index], glyph.isSpace { index += 1 }
    return index == sign
  }

  // MARK: - Relations

  private func isUnread(relation sign: Int, _ lead: Lead) throws(UnclearNumber) -> Bool {
    if isDirect(sign) || isCondition(sign) { return false }
    let side = shown.side(leftOf: sign)
    switch side.kind {
    case .name: return isOwnName(side, lead) && !isSure(sign)
    case .number: return !isArithmetic(from: nil, to: sign)
    case .words: return false
    case .nothing: return true
    case .claim:
      guard side.claim == shown.comment else { return false }
      guard side.isDirect, !isLabelled(sign), let isSo = try isSo(sign) else {
        return !isLabelled(sign) && !isArithmetic(from: number.lowerBound, to: sign)
      }
      if isSo || isEach(sign) { return !isSo }
      throw unclear(
        "‘\(shown.shown(number)) \(excerpt(from: sign))’ is not so; mend the relation or the numbers"
      )
    }
  }

  /// `8✓ of them are < 5` is said of each.
  private func isEach(_ sign: Int) -> Bool {
    let words = shown.text(number.upperBound..<sign).split { !$0.isLetter }
    return words.contains { ["are", "were", "of"].contains($0) }
  }

  /// `(df = 3)`: a word that brackets begin with names what they state.
  private func isLabelled(_ sign: Int) -> Bool {
    guard "=≈".unicodeScalars.contains(shown.glyphs[sign].scalar),
      let end = shown.glyphs[..<sign].lastIndex(where: { !$0.isSpace }), shown.glyphs[end].isLetter
    else { return false }
    var start = end
    while shown[start - 1]?.isWordPart == true { start -= 1 }
    return "([".unicodeScalars.contains(shown[start - 1]?.scalar ?? " ")
      && !ShownText.fillers.contains(word(from: start).lowercased())
  }

  /// `0 < x`: a number that nobody claims bounds a name behind it.
  private func isCondition(_ sign: Int) -> Bool {
    var next = sign
    while let glyph = shown[next], glyph.isRelation || glyph.isSpace { next += 1 }
    guard let glyph = shown[next] else { return false }
    let isLetter = glyph.isLetter && word(from: next).unicodeScalars.count == 1
    let side = shown.side(leftOf: sign)
    return side.number != nil && side.words == 0
      && (glyph.face == .variable || glyph.isCode || glyph.scalar == ShownText.opaque || isLetter)
  }

  /// `x = 8✓, so x < 3`: a relation of the name that was claimed.
  private func isOwnName(_ side: ShownText.Side, _ lead: Lead) -> Bool {
    guard let own = lead.sign else { return false }
    let name = shown.side(leftOf: own.lowerBound)
    return name.kind == .name && shown.text(name.name) == shown.text(side.name)
  }

  /// Whether a relation to a number surely holds for the claimed one.
  private func isSure(_ sign: Int) -> Bool {
    guard !isPutTogether(before: number.lowerBound), let literal,
      let (text, next) = relationText(sign),
      let other = numeral(at: next)?.literal
    else {
      return true
    }
    return Self.decide(text, literal, 1, other, 1) == true
  }

  /// The sign, and the number or word behind it.
  private func excerpt(from sign: Int) -> String {
    var end = sign
    while let glyph = shown[end],
      glyph.isRelation || glyph.isOperator || glyph.isSign || glyph.isSpace || end == sign
    {
      end += 1
    }
    while let glyph = shown[end], !glyph.isSpace, end - sign < 24,
      !")];,".unicodeScalars.contains(glyph.scalar)
    {
      end += 1
    }
    if shown[end - 1]?.scalar == "." { end -= 1 }
    return String(shown.shown(sign..<end).drop { $0.isWhitespace }).replacing("\n", with: " ")
  }
}
