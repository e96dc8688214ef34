// DerivationRows: a verified and typeset derivation as the rows that a page shows.

import Claims
import Diagnostics
import Markup
import Reading
import Rendering
import Verification

extension DerivationView {
  /// - Parameters:
  ///   - number: which of the page's derivations it is, from 1.
  ///   - source: where a line of the essay can be looked at.
  init(
    _ derivation: VerifiedDerivation, number: Int, in essay: VerifiedEssay, _ typeset: TypesetEssay,
    _ labels: LabelIndex, _ language: Language = .english, source: (Int) -> String? = { _ in nil }
  ) {
    let place = derivation.range.lowerBound
    let set = typeset.derivations[place] ?? []
    let code = HighlightedFence(essay.document, typeset, place)
    let names = ClaimNames.of(essay)
    var rows: [Row] = []
    /// The beginning of a chain, which shares a row with the first line after it.
    var start: (line: VerifiedDerivation.Line, html: String)?
    for (line, html) in zip(derivation.lines, set) {
      if line.relation == nil {
        if let start { rows.append(Row(beginning: start.line, start.html, labels)) }
        start = (line, html)
        // A number of its own needs a row of its own.
        if line.label != nil {
          rows.append(Row(beginning: line, html, labels))
          start = nil
        }
        continue
      }
      var row = Row(
        left: start?.html, right: html,
        condition: Self.conditions(start?.line.condition, line.shownCondition),
        equation: line.label.flatMap { NumberedFormula(labels[$0]) },
        verdict: line.claim.map { Mark.Verdict(essay.claims[$0].verdict) }, claim: line.claim,
        isEnclosed: line.sample?.enclosure != nil,
        details: Self.details(of: line, after: start?.line, in: essay, code, language, source))
      row.name = line.claim.map { names[$0] }
      rows.append(row)
      start = nil
    }
    if let start { rows.append(Row(beginning: start.line, start.html, labels)) }
    let draws = derivation.lines.compactMap(\.sample?.draws)
    self.init(
      number: number, rows: rows, code: code.lines,
      draws: draws.isEmpty ? nil : (draws.min() ?? 0)...(draws.max() ?? 0))
    self.language = language
  }

  private static func conditions(_ conditions: String?...) -> String? {
    let asked = conditions.compactMap { $0 }
    return asked.isEmpty ? nil : asked.joined(separator: "; ")
  }

  private static func details(
    of line: VerifiedDerivation.Line, after start: VerifiedDerivation.Line?,
    in essay: VerifiedEssay, _ code: HighlightedFence, _ language: Language,
    _ source: (Int) -> String?
  ) -> [Detail] {
    var details: [Detail] = []
    if let sample = line.sample {
      details.append(.text(language[.detailSampled], language.said(sample.extent)))
      if !sample.worst.isEmpty {
        details.append(.text(language[.detailDeviation], language.said(sample.worst)))
      }
      if let enclosure = sample.enclosure {
        let words = language[
          .enclosure, language.said(enclosure.range), language.said(enclosure.bound),
          String(enclosure.boxes)]
        details.append(.text(language[.detailEnclosed], words))
      }
      if let rate = sample.rate {
        details.append(.text(language[.detailLimit], language.said(rate)))
      }
    }
    if let condition = line.condition {
      details.append(.text(language[.detailCondition], condition))
    }
    if let claim = line.claim {
      let judged = essay.claims[claim]
      if judged.verdict != .held, let computed = judged.computed {
        details.append(.text(language[.computed], language.said(computed)))
      }
      // The number of draws stands above already.
      let rule = language.said(line.sample?.rule ?? judged.rule)
      if !rule.isEmpty { details.append(.text(language[.rule], rule)) }
    }
    if let start {
      details.append(.code(language[.detailLeft], code.lines(in: start.code)))
      details.append(.code(language[.detailRight], code.lines(in: line.code)))
    } else {
      details.append(.code("Swift", code.lines(in: line.code)))
    }
    let place = essay.document.source.position(of: line.code.lowerBound)
    let words = String(place.line)
    return details + [
      source(place.line).map { .link(language[.line], words, $0) } ?? .text(language[.line], words)
    ]
  }
}

extension DerivationView.Row {
  /// The expression that a chain begins with, when it has a row to itself.
  fileprivate init(
    beginning line: VerifiedDerivation.Line, _ html: String, _ labels: LabelIndex
  ) {
    self.init(
      left: html, condition: line.condition,
      equation: line.label.flatMap { NumberedFormula(labels[$0]) })
  }
}

extension VerifiedDerivation.Line {
  /// The condition as a reader wants it: ± 10⁻¹⁰ for ± 1e-10, and where a limit goes to for the name alone.
  var shownCondition: String? {
    guard let condition else { return nil }
    let parts = condition.components(separatedBy: ", ").map { part in
      if let limit = sample?.limit, part.hasPrefix("in ") { return "as \(limit)" }
      // The hyphen of a range in Swift is a minus to readers.
      if part.hasPrefix("exact over") { return part.replacing("-", with: "−") }
      guard part.hasPrefix("±") else { return part }
      return part.split(separator: " ").map { PowerOfTen.written(String($0)) }
        .joined(separator: " ")
    }
    return parts.joined(separator: ", ")
  }
}

extension NumberedFormula {
  init?(_ label: Label?) {
    guard let label else { return nil }
    self.init(id: label.anchor, number: label.number)
  }
}

extension Mark.Verdict {
  init(_ verdict: Verdict) {
    self =
      switch verdict {
      case .held: .held
      case .refuted: .refuted
      case .unreached: .unreached
      case .unjudged: .unjudged
      }
  }
}

/// The lines of a fence in colours, by where they stand in the essay.
struct HighlightedFence {
  private(set) var lines: [String] = []
  private var starts: [Int] = []
  private let source: SourceText

  init(_ document: Document, _ typeset: TypesetEssay, _ place: Int) {
    source = document.source
    lines = typeset.code[place] ?? []
    if let node = Self.node(at: place, in: document.blocks),
      case .codeBlock(_, let text) = node.kind
    {
      starts = text.lineStarts
    }
  }

  /// The lines that some bytes of the essay touch, without empty ones at either end.
  func lines(in range: Range<Int>) -> [String] {
    let touched = zip(lines, starts).filter { _, start in
      let line = source.lineRange(source.position(of: start).line)
      return range.lowerBound < line.upperBound && start < range.upperBound
    }.map(\.0)
    let inside = touched.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }
    return inside.reversed()
  }

  private static func node(at place: Int, in nodes: [Node]) -> Node? {
    for node in nodes {
      if case .codeBlock = node.kind, node.range.lowerBound == place { return node }
      if let found = Self.node(at: place, in: node.children) { return found }
    }
    return nil
  }
}
