// CoverageSurvey: walks an essay and asks of every numeral who answers for it.

import Claims
import Diagnostics
import Markup
import Reading

struct CoverageSurvey {
  private let document: Document
  private let claims: [Claim]
  private let literals: SectionLiterals
  private var declared: DeclaredGivens
  private var coverage: EssayCoverage
  private var log = Log()

  init(_ document: Document, claims: [Claim]) {
    self.document = document
    self.claims = claims
    literals = SectionLiterals(document.blocks, document.notation)
    declared = DeclaredGivens(document)
    coverage = EssayCoverage(path: document.path)
  }

  mutating func result() -> Diagnosed<EssayCoverage> {
    visit(document.blocks, isGiven: false)
    for diagnostic in declared.needless { log.add(diagnostic) }
    return Diagnosed(coverage, log.sorted())
  }

  // MARK: - Blocks

  private mutating func visit(_ nodes: [Node], isGiven: Bool) {
    for (index, node) in nodes.enumerated() {
      let next = nodes[(index + 1)...].first { !Self.claimsTable($0) }
      let isGiven = isGiven || next.map(Self.isGivenBlock) ?? false
      switch node.kind {
      case .codeBlock: continue
      case .mathBlock(let tex):
        let neighbours = nodes[max(0, index - 1)..<min(nodes.count, index + 2)]
        let isQuoted = neighbours.contains { isParagraph($0) && cites($0.range) }
        visitDisplay(tex, node.range, isQuoted: isQuoted, isGiven: isGiven)
      case .htmlBlock(let html):
        if Self.isGivenBlock(node) {
          let above = nodes[..<index].last { !Self.claimsTable($0) }
          if !(above.map(Self.takesGiven) ?? false) { complainOfGiven(node.range) }
        } else {
          visitHTML(html)
        }
      case .paragraph, .tableCell: visitInlines(of: node, isHeading: false, isGiven: isGiven)
      case .heading: visitInlines(of: node, isHeading: true, isGiven: isGiven)
      case .table: visit(node.children, isGiven: isGiven)
      default: visit(node.children, isGiven: isGiven && Self.takesGiven(node))
      }
    }
  }

  /// `<!-- given -->` alone below a table, or behind a displayed formula.
  private static func isGivenBlock(_ node: Node) -> Bool {
    guard case .htmlBlock(let html) = node.kind else { return false }
    return TextSegment.isGiven(html.text)
  }

  /// A table may be claimed and given: the numbers of its head, say.
  private static func claimsTable(_ node: Node) -> Bool {
    if case .htmlBlock(let html) = node.kind { TableClaims.isClaim(html) } else { false }
  }

  private static func takesGiven(_ node: Node) -> Bool {
    switch node.kind {
    case .table, .tableRow, .mathBlock: true
    default: false
    }
  }

  private func isParagraph(_ node: Node) -> Bool {
    if case .paragraph = node.kind { true } else { false }
  }

  private func cites(_ range: Range<Int>) -> Bool {
    let text = document.source[range]
    return text.contains("[@") || text.contains("; @")
  }

  // MARK: - Equations

  private mutating func visitDisplay(
    _ tex: Verbatim, _ range: Range<Int>, isQuoted: Bool, isGiven: Bool
  ) {
    if isQuoted || tex.text.contains("\\label{") { return }
    guard claims.contains(where: { $0.range.overlaps(range) }) else {
      coverage.equations.append(range)
      let line = document.source.lineRange(document.source.position(of: range.lowerBound).line)
      log.add(
        Diagnostic(
          .coverageEquation,
          at: SourceSpan(document.path, range.clamped(to: range.lowerBound..<line.upperBound)),
          "nobody answers for this equation: make it a derivation, give it a \\label as a "
            + "definition, cite its source as [@key] in the sentence, or put a claim behind it"))
      return
    }
    visitFormula(tex, range, isGiven: isGiven)
  }

  private mutating func visitFormula(_ tex: Verbatim, _ range: Range<Int>, isGiven: Bool) {
    let claim = claims.first { $0.range.overlaps(range) }
    // The Swift of a table is no other side of a cell's equation.
    let swift =
      claim.map { $0.kind == .table ? [] : SectionLiterals.numbers(in: $0.expression) } ?? []
    for numeral in NumeralScanner.numerals(inMath: tex.text, document.notation) {
      let start = tex.sourceOffset(of: numeral.range.lowerBound)
      let place = start..<start + numeral.range.count
      settle(place, numeral.text, isGiven: isGiven, isInClaim: swift.contains(numeral.digits))
    }
  }

  // MARK: - Text

  private mutating func visitInlines(of node: Node, isHeading: Bool, isGiven: Bool) {
    let segments = TextSegment.segments(of: node.children)
    var places: [(range: Range<Int>, text: String)] = []
    var givenComments: [Range<Int>] = []
    for segment in segments { if case .given(let range) = segment { givenComments.append(range) } }
    var used: Set<Int> = []
    for (index, segment) in segments.enumerated() {
      switch segment {
      case .text(let range):
        let text = document.source[range]
        for numeral in NumeralScanner.numerals(
          inProse: text, document.notation, beginsHeading: isHeading && index == 0)
        {
          places.append(
            (
              range.lowerBound + numeral.range.lowerBound..<range.lowerBound
                + numeral.range.upperBound, numeral.text
            ))
        }
      case .math(let tex, let range, let isDisplay):
        let comment = givenComments.firstIndex { touches(range.upperBound, $0) }
        if let comment { used.insert(comment) }
        if isDisplay {
          visitDisplay(
            tex, range, isQuoted: cites(node.range), isGiven: isGiven || comment != nil)
        } else {
          visitFormula(tex, range, isGiven: isGiven || comment != nil)
        }
      case .given: continue
      }
    }
    for (range, text) in places {
      let comment = givenComments.firstIndex { touches(range.upperBound, $0) }
      if let comment {
        used.insert(comment)
        if literals.contain(text, at: range.lowerBound) {
          complainOfGiven(
            givenComments[comment], needless: (text, "the Swift of its section has it"))
        }
      }
      settle(range, text, isGiven: isGiven || comment != nil, isInClaim: false)
    }
    for (index, comment) in givenComments.enumerated() where !used.contains(index) {
      complainOfGiven(comment, needless: needless(before: comment, segments, isHeading: isHeading))
    }
  }

  /// Whether nothing but marks that end emphasis or a formula, and space, stands between a numeral and its comment.
  private func touches(_ end: Int, _ comment: Range<Int>) -> Bool {
    guard end <= comment.lowerBound else { return false }
    return document.source[end..<comment.lowerBound].allSatisfy { "*_~$])% ".contains($0) }
  }

  private mutating func visitHTML(_ html: Verbatim) {
    for numeral in NumeralScanner.numerals(
      inProse: VisibleHTML.text(of: html.text), document.notation)
    {
      let start = html.sourceOffset(of: numeral.range.lowerBound)
      settle(start..<start + numeral.range.count, numeral.text, isGiven: false, isInClaim: false)
    }
  }

  // MARK: - Verdicts

  private mutating func settle(
    _ range: Range<Int>, _ text: String, isGiven: Bool, isInClaim: Bool
  ) {
    let isClaimed = claims.contains { $0.kind != .example && $0.range.overlaps(range) }
    if isClaimed || isInClaim {
      coverage.checked += 1
    } else if isGiven || literals.contain(text, at: range.lowerBound) || declared.take(range) {
      coverage.given += 1
    } else {
      coverage.uncovered.append(range)
      log.add(
        Diagnostic(
          .coverageUncovered, at: SourceSpan(document.path, range),
          "nobody answers for \(text): claim it, \(text)<!-- = … -->, or say that it is a "
            + "definition or an input, \(text)<!-- given -->"))
    }
  }

  /// The numeral right before a comment that needs no answer, and why it needs none.
  private func needless(
    before comment: Range<Int>, _ segments: [TextSegment], isHeading: Bool
  ) -> (text: String, reason: String)? {
    for (index, segment) in segments.enumerated() {
      // Behind a formula the comment speaks of all of it, and is never needless.
      guard case .text(let range) = segment, range.lowerBound < comment.lowerBound else { continue }
      let readings = NumeralScanner.readings(
        ofProse: document.source[range], document.notation, beginsHeading: isHeading && index == 0)
      for (numeral, exemption) in readings {
        guard let exemption, touches(range.lowerBound + numeral.range.upperBound, comment) else {
          continue
        }
        return (numeral.text, exemption.words)
      }
    }
    return nil
  }

  private mutating func complainOfGiven(
    _ range: Range<Int>, needless: (text: String, reason: String)? = nil
  ) {
    if let needless {
      log.add(
        Diagnostic(
          .coverageGiven, at: SourceSpan(document.path, range),
          "\(needless.text) needs no answer, for \(needless.reason): take this comment out"))
      return
    }
    log.add(
      Diagnostic(
        .coverageGiven, at: SourceSpan(document.path, range),
        "there is nothing given here: the comment stands right behind a number or a formula, or alone "
          + "below a table"))
  }
}
