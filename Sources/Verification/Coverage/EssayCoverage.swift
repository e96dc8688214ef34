// EssayCoverage: for one essay, which numerals a claim is about, which are given, and which nobody answers for.

import Diagnostics
import Markup

/// How much of an essay is checked. The rules are those of `NumeralRules`.
public struct EssayCoverage: Hashable, Sendable {
  public var path: String
  /// How many numerals a claim is about.
  public var checked = 0
  /// How many carry `<!-- given -->`.
  public var given = 0
  /// The bytes of each numeral that nobody answers for, in order.
  public var uncovered: [Range<Int>] = []
  /// The bytes of each displayed equation that is neither derived, labelled, quoted nor claimed.
  public var equations: [Range<Int>] = []

  /// Numerals that should be checked: those that are not given.
  public var total: Int { checked + uncovered.count }

  /// "content/kl.md: 35 of 37 numbers checked, 4 given".
  public var summary: String {
    var text = "\(path): \(checked) of \(total) numbers checked, \(given) given"
    if !equations.isEmpty {
      text += ", \(equations.count) equation\(equations.count == 1 ? "" : "s") without a name"
    }
    return text
  }

  /// Looks through an essay; each numeral and each equation that nobody answers for is a diagnostic.
  public static func of(_ essay: VerifiedEssay) -> Diagnosed<EssayCoverage> {
    var survey = CoverageSurvey(essay.document, claims: essay.claims.map(\.claim))
    return survey.result()
  }
}
