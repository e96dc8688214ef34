// Marks: what a page and a ledger show of each claim of an essay.

import Diagnostics
import Foundation
import Markup
import Reading
import Rendering
import Verification

extension SiteReferences {
  /// One for each claim of an essay. A line of a derivation is named and not repeated in TeX.
  package func marks(
    of essay: VerifiedEssay, _ typeset: TypesetEssay, _ draft: DraftFindings? = nil
  ) -> [Mark] {
    let path = essay.document.path
    let language = language(of: path)
    let names = ClaimNames.of(essay)
    let isOneProgram = Set(essay.claims.compactMap(\.program)).count < 2
    var marks = zip(essay.claims, names).map { judged, name in
      var mark = Mark(judged, in: essay.document)
      mark.correction = draft?.correction(of: judged, in: path)
      if draft?.isPending(judged, in: path) == true { mark.verdict = .pending }
      mark.name = name
      if mark.kind != .derivation { mark.anchor = name }
      mark.program = isOneProgram ? nil : judged.program.map { $0 + 1 }
      mark.source = repository?.address(of: path, line: mark.line)
      return mark
    }
    // The author's TeX is no words; a hidden derivation has no place to lead to.
    for index in marks.indices where marks[index].kind == .derivation {
      marks[index].wrote = language[.derivationHidden]
    }
    for view in derivations(of: essay, typeset).values {
      for (number, row) in view.rows.enumerated() {
        guard let claim = row.claim else { continue }
        marks[claim].wrote = language[.derivationLineInWords, number + 1, view.number]
        marks[claim].anchor = view.anchor(number)
      }
    }
    return marks
  }
}

extension Mark {
  init(_ judged: JudgedClaim, in document: Document) {
    let claim = judged.claim
    let kind: Mark.Kind =
      switch claim.kind {
      case .example: .example
      case .prose: .prose
      case .table: .table
      case .output: .output
      case .derivation: .derivation
      case .failure: .failure
      }
    let wrote = Self.oneLine(claim.wrote)
    self.init(
      kind: kind, range: claim.range, comment: claim.comment,
      wrote: kind.isInText ? TeXAsText.text(wrote) : wrote,
      computed: judged.computed ?? "", rule: judged.rule, expression: claim.expression,
      line: document.source.position(of: claim.range.lowerBound).line,
      verdict: Mark.Verdict(judged.verdict))
    room = judged.margin.map { Room(down: $0.down, up: $0.up) }
  }

  /// A claim over several comment lines without the slashes that its later lines begin with.
  private static func oneLine(_ wrote: String) -> String {
    wrote.split(separator: "\n").enumerated().map { index, line in
      let text = index == 0 ? line : line.drop { " \t/".contains($0) }
      return text.trimmingCharacters(in: .whitespaces)
    }.joined(separator: " ")
  }
}

extension Mark.Kind {
  fileprivate var isInText: Bool { self == .prose || self == .table }
}
