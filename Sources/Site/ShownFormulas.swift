// ShownFormulas: what readers will see of the formulas beside which claims stand. KaTeX sets them before the claims
// are read, with the same macros as on the page.

import Diagnostics
import Markup
import Reading
import Typesetting

enum ShownFormulas {
  /// For each page, by the formulas' first bytes. What KaTeX refuses has no entry: it is told when the page is set.
  static func all(
    of pages: [PageParts], by typesetter: Typesetter
  ) async throws -> [[Int: ShownFormula]] {
    let formulas = pages.map { page in
      ProseClaims.formulas(
        beside: page.parts.flatMap(\.proseComments), in: page.document)
    }
    let requests = formulas.map { formulas in
      TypesettingRequest(
        formulas: formulas.map { formula in
          // A number in the margin is no number of the formula's.
          let tex = EditedTeX(formula.tex.text, LabelIndex())
          return TypesettingRequest.Formula(tex.text, isDisplay: formula.isDisplay)
        }, listings: [])
    }
    guard requests.contains(where: { !$0.formulas.isEmpty }) else { return pages.map { _ in [:] } }
    return zip(formulas, try await typesetter.typeset(requests)).map { formulas, result in
      var shown: [Int: ShownFormula] = [:]
      for (formula, set) in zip(formulas, result.formulas) {
        if case .html(let html) = set { shown[formula.place] = ShownFormula(katex: html) }
      }
      return shown
    }
  }
}
