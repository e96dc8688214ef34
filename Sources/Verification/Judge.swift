// Judge: from a draft and what its programs did to the verdicts on its claims. Pure: no file is read here, and no
// program started.

import Claims
import Diagnostics
import Markup
import Reading
import Running

/// An essay with the verdict on each of its claims.
package struct VerifiedEssay: Sendable {
  package var document: Document
  /// In the order of the page.
  package var claims: [JudgedClaim]
  package var derivations: [VerifiedDerivation] = []
  package var figures: [VerifiedFigure] = []
  /// Whether the project records its pictures, so that each must be.
  package var hasFigureLock = false
  package var tables: [VerifiedTable] = []
  /// How long each of the draft's programs ran; nil for one that did not. For reports: no page shows it.
  package var durations: [Duration?] = []
}

/// A program of a draft, with the map from its text to the essay and with what became of it.
package struct FinishedProgram: Sendable {
  package var draft: DraftProgram
  package var map: SourceMap
  package var run: Run
  /// What was left out of it, since the compiler did not take it.
  package var omissions: Set<ProgramText.Omission> = []
  /// What became of the same program before, where it ran again to see whether that comes again.
  package var kept: Run?

  package init(draft: DraftProgram, map: SourceMap, run: Run, kept: Run? = nil) {
    self.draft = draft
    self.map = map
    self.run = run
    self.kept = kept
  }
}

/// Judges every claim of an essay, and collects its figures, tables and derivations.
///
/// - Parameters:
///   - programs: one for each program of the draft, in its order; none where the library could not be built.
///   - missingData: the declared files that are not there.
///   - checksRounding: whether the programs ran in the other rounding modes too.
package func judge(
  _ draft: Draft, _ programs: [FinishedProgram], missingData: Set<String> = [],
  checksRounding: Bool = false
) -> Diagnosed<VerifiedEssay> {
  var log = Log()
  let referee = Referee(draft: draft, programs: programs)
  for diagnostic in referee.dataDiagnostics(missing: missingData) { log.add(diagnostic) }
  var essay = log.taking(referee.decide())
  essay.figures = log.taking(referee.figures())
  essay.tables = log.taking(referee.tables())
  for diagnostic in Instability.diagnostics(of: draft, programs) { log.add(diagnostic) }
  if checksRounding {
    let judge = RoundingJudge(draft: draft, programs: programs, nearest: essay.claims)
    for diagnostic in judge.diagnostics() { log.add(diagnostic) }
  }
  return Diagnosed(essay, log)
}
