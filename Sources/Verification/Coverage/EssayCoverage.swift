// EssayCoverage: for one essay, which numerals a claim is about, which are given, and which nobody answers for.

import Diagnostics
import Markup
import Reading

/// How much of an essay is checked. The rules are those of `NumeralRules`.
package struct EssayCoverage: Hashable, Sendable {
  package var path: String
  /// How many numerals a claim is about.
  package var checked = 0
  /// How many are given, by a comment, a declaration or the Swift of their section.
  package var given = 0
  /// The bytes of each numeral that nobody answers for, in order.
  package var uncovered: [Range<Int>] = []
  /// The bytes of each displayed equation that is neither derived, labelled, quoted nor claimed.
  package var equations: [Range<Int>] = []
  /// The bytes of the words of each figure whose picture is not recorded.
  package var pictures: [Range<Int>] = []

  /// Numerals that should be checked: those that are not given.
  package var total: Int { checked + uncovered.count }

  /// "35 of 37 numbers checked, 4 given".
  package var summary: String {
    var text = "\(checked) of \(total) numbers checked, \(given) given"
    if !equations.isEmpty {
      text += ", \(equations.count) equation\(equations.count == 1 ? "" : "s") without a name"
    }
    if !pictures.isEmpty {
      text += ", \(pictures.count) picture\(pictures.count == 1 ? "" : "s") not recorded"
    }
    return text
  }

  /// Looks through an essay; each numeral, equation and picture that nobody answers for is a diagnostic.
  package static func of(_ essay: VerifiedEssay) -> Diagnosed<EssayCoverage> {
    var survey = CoverageSurvey(essay.document, claims: essay.claims.map(\.claim))
    var found = survey.result()
    for figure in essay.figures where figure.recorded == nil && figure.fingerprint != nil {
      found.value.pictures.append(figure.words)
      // Where pictures are recorded, that was told already.
      if !essay.hasFigureLock { found.log.add(figure.unrecorded(in: essay.document)) }
    }
    return Diagnosed(found.value, found.log.sorted())
  }
}
