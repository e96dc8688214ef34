// NearMiss: comments that a reader would take for claims and that are none. They are errors, since
// nothing that looks checked may go unchecked.
//
// A comment is looked at by Unicode scalars: an arrow with a selector or an accent behind it is another
// character than an arrow, and looks like one.

import Diagnostics

/// What is wrong with a comment that looks like a claim.
package struct NearMiss: Hashable, Sendable {
  /// Bytes of the text that was looked at.
  package var range: Range<Int>
  package var message: String
  /// Whether it is an error. A guess, from words that are often no claim, only warns.
  package var isSure = true

  /// Where a comment of Swift stands: what is said behind a statement is said of its value.
  package enum Place: CaseIterable, Sendable {
    /// Behind the end of a statement that can have a value, on its line.
    case behindStatement
    /// Directly under such a statement, where remarks on the next one stand as well.
    case underStatement
    /// On the line of other code: of a type's member, a parameter, a line in the middle of a statement.
    case besideCode
    /// In the midst of a remark under a statement.
    case nearCode
    case apart

    /// Whether it is said of a statement's value.
    var isOfStatement: Bool { self == .behindStatement || self == .underStatement }
  }

  /// What a comment of Swift looks like, without the slashes before it; nil for a claim that can be
  /// read and for a remark.
  package static func finding(in body: String, at place: Place = .apart) -> NearMiss? {
    let text = body.utf8
    var start = 0
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      let isFirst = start == 0
      let marks = isFirst ? 0 : line.prefix { " \t*".utf8.contains($0) }.count
      let isLast = start + line.count == text.count
      // Only a comment in blocks ends with a mark.
      let end = isLast && line.reversed().starts(with: "/*".utf8) ? 2 : 0
      let said = String(decoding: line.dropFirst(marks).dropLast(end), as: UTF8.self)
      let head = CommentHead(said)
      guard var miss = finding(in: head, at: place) ?? (isFirst ? nil : outcome(head)) else {
        if isFirst, isOutcome(head) { return nil }
        continue
      }
      let shift = start + marks
      miss.range = miss.range.lowerBound + shift..<miss.range.upperBound + shift
      return miss
    }
    return nil
  }

  private static func finding(in head: CommentHead, at place: Place) -> NearMiss? {
    // `$$` begins a line of a derivation, which others read.
    guard !head.isFormula else { return nil }
    if let arrow = head.arrow {
      let isClaim = arrow.lowerBound == head.start && ["→", "=>"].contains(head.text(arrow))
      if let intruder = head.intruder {
        return NearMiss(
          range: head.whole,
          message: "the character \(intruder) stands beside this arrow: take it away, so that the "
            + "claim can be read")
      }
      if isClaim { return nil }
      return NearMiss(
        range: head.whole,
        message: "‘\(head.text(head.start..<arrow.upperBound))’ is no arrow of a claim: write "
          + "// → value")
    }
    if let relation = head.relation, isValue(head.text(relation.upperBound..<head.whole.upperBound))
    {
      return NearMiss(
        range: head.whole,
        message: "‘\(head.text(relation))’ and a value look like a claim and would not be checked: "
          + "write // → value")
    }
    if isPrintsClaim(head) { return nil }
    return output(head, place) ?? valueAlone(head, place) ?? arrowBehindWords(head, place)
      ?? valueBehindWords(head, place) ?? valueAmongWords(head, place)
  }

  /// A claim in a later line of a block, where none is read.
  private static func outcome(_ head: CommentHead) -> NearMiss? {
    guard isOutcome(head) else { return nil }
    return NearMiss(
      range: head.whole, message: "a claim stands in a line comment of its own, `// → value`")
  }

  /// What the inside of an HTML comment looks like; nil for a claim that can be read and for a remark.
  package static func finding(inProse inside: String) -> NearMiss? {
    let head = CommentHead(inside)
    if inside.contains("="), let first = inside.split(whereSeparator: \.isWhitespace).first,
      first == "given" || first == "given:"
    {
      return NearMiss(
        range: head.whole,
        message: "‘given’ stands alone, and a claim begins with ‘=’: write <!-- given --> or "
          + "<!-- = value -->")
    }
    let write = "write <!-- = value -->"
    if let intruder = head.intruder, head.arrow != nil || head.relation != nil {
      return NearMiss(
        range: head.whole,
        message: "the character \(intruder) stands in this claim: take it away, and \(write)")
    }
    if head.beginsWithEquals { return nil }
    // `≥ v5`; `<b>` is HTML that somebody took out.
    let first = inside.unicodeScalars.drop { $0.properties.isWhitespace }
    let isRelation =
      first.first.map { $0.isRelation || "±←⇐⟵".unicodeScalars.contains($0) } == true
      && !(first.first == "<" && first.dropFirst().first?.properties.isWhitespace == false)
      && first.contains { $0.isWordPart }
    let isClaim =
      head.arrow != nil || isRelation
      || head.relation.map { relation in
        let sign = head.text(relation)
        return sign.unicodeScalars.contains(where: \.isEquality)
          || isValue(head.text(relation.upperBound..<head.whole.upperBound))
      } ?? false
    guard isClaim else { return nil }
    return NearMiss(
      range: head.whole,
      message: "this comment looks like a claim and would not be checked: \(write)")
  }

  /// Whether a comment is, or surely looks like, the claim of a value behind an arrow or of an output.
  package static func isOutcome(_ body: String) -> Bool { isOutcome(CommentHead(body)) }

  private static func isOutcome(_ head: CommentHead) -> Bool {
    head.arrow != nil || isPrintsClaim(head) || output(head, .apart)?.isSure == true
  }
}
