// What a report tells of essays: plain values of what was verified.

import Diagnostics
import Reading
import Reporting
import Verification

extension Report {
  /// - Parameters:
  ///   - repairs: what was to be written; nil where nothing was.
  ///   - sources: the texts that spans count their bytes in, by the paths of the spans.
  ///   - paths: how files are named.
  package init(
    _ essays: [VerifiedEssay], _ log: Log, coverage: [EssayCoverage]?, repairs: [ReportedRepair]?,
    sources: [String: SourceText], paths: ShownPaths
  ) {
    self.init(
      log, claims: essays.flatMap { essay in essay.claims.map { .init($0, in: essay, paths) } },
      figures: essays.flatMap { essay in essay.figures.map { .init($0, in: essay, paths) } },
      coverage: coverage?.map { .init($0, paths) }, repairs: repairs, sources: sources, paths: paths
    )
  }
}

extension ReportedPlace {
  fileprivate init(_ range: Range<Int>, in essay: VerifiedEssay, _ paths: ShownPaths) {
    self.init(
      SourceSpan(essay.document.path, range), in: essay.document.source, paths: paths)
  }
}

extension ReportedClaim {
  fileprivate init(_ judged: JudgedClaim, in essay: VerifiedEssay, _ paths: ShownPaths) {
    let duration = judged.program.flatMap {
      essay.durations.indices.contains($0) ? essay.durations[$0] : nil
    }
    self.init(
      place: ReportedPlace(judged.claim.range, in: essay, paths), kind: judged.claim.kind.rawValue,
      wrote: judged.claim.wrote, expression: judged.claim.expression,
      computed: judged.computed?.text,
      verdict: judged.verdict.rawValue, rule: judged.rule.text,
      margin: judged.margin.map { Margin(down: $0.down, up: $0.up) },
      milliseconds: duration.map { ($0 / .microseconds(1)).rounded() / 1000 })
  }
}

extension ReportedFigure {
  fileprivate init(_ figure: VerifiedFigure, in essay: VerifiedEssay, _ paths: ShownPaths) {
    self.init(
      place: ReportedPlace(figure.range, in: essay, paths),
      kind: figure.parameter == nil ? "figure" : "sweep", label: figure.label,
      parameter: figure.parameter, frames: figure.frames.count, title: figure.frames.first?.title,
      shows: figure.fingerprint, recorded: figure.recorded)
  }
}

extension Report.Cover {
  fileprivate init(_ coverage: EssayCoverage, _ paths: ShownPaths) {
    self.init(
      path: paths.shown(coverage.path), checked: coverage.checked, given: coverage.given,
      uncovered: coverage.uncovered.count, equations: coverage.equations.count,
      pictures: coverage.pictures.count)
  }
}
