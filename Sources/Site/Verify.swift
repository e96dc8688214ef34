// Verify: from documents to verdicts. Every program is compiled and run on its own, several at a
// time, so that an essay that does not compile hides nothing of another.

import Diagnostics
import Foundation
import Markup
import Reading
import Running
import SwiftText
import Typesetting
import Verification

/// Compiles and runs the examples of all essays and judges every claim.
///
/// - Parameters:
///   - typesetter: sets the formulas that hold claims, to see what they show.
///   - productPlaces: where `galley.yml` names the products of the library.
///   - progress: called with what is being built, or with the paths of the essays whose programs are running, and
///     with the number of essays that are done by then.
/// - Throws: `MissingTool`, when no program can be made at all.
func verify(
  _ documents: [Document], in shop: Workshop, by typesetter: Typesetter,
  productPlaces: [String: Int] = [:],
  progress: @escaping ProgressReport = { _, _ in }
) async throws -> Diagnosed<[VerifiedEssay]> {
  var log = Log()
  let drafts = log.taking(try await readDrafts(documents, in: shop, by: typesetter))
  let bench: Bench
  do {
    bench = try await Bench.open(in: shop, drawsFigures: drafts.contains(where: \.drawsFigures)) {
      progress($0, 0)
    }
  } catch let failure as LibraryFailure {
    log.add(contentsOf: LibraryLog.of(failure, in: shop.project, productPlaces: productPlaces))
    return Diagnosed(drafts.map { judge($0, []).value }, log)
  }
  defer { bench.clear() }
  let finished = try await runPrograms(of: drafts, on: bench, progress: progress)
  var essays: [VerifiedEssay] = []
  for (draft, programs) in zip(drafts, finished) {
    let essay = log.taking(
      judge(
        draft, programs, missingData: missingData(of: draft, in: shop),
        checksRounding: shop.checksRounding))
    for figure in essay.figures {
      log.add(contentsOf: try await SweepWeight.log(of: figure, in: draft.document, on: bench))
    }
    essays.append(essay)
  }
  for essay in essays { log.add(contentsOf: silence(of: essay, in: log)) }
  return Diagnosed(essays, log.sorted())
}

/// What was not judged is somebody's error. Where nobody told it, it is told here, so that no run ends as if all held.
private func silence(of essay: VerifiedEssay, in log: Log) -> Log {
  let path = essay.document.path
  let isTold = log.diagnostics.contains {
    $0.severity == .error && ($0.span == nil || $0.span?.path == path)
  }
  guard !isTold, let claim = essay.claims.first(where: { $0.verdict != .held && !$0.isSkipped })
  else { return Log() }
  return Log([
    Diagnostic(
      .claimUnjudged, at: SourceSpan(path, claim.claim.range), "claim not judged: \(claim.rule)")
  ])
}

/// Takes the essays apart: the Swift of all is read by one run of the parser, and their claimed formulas are set at once.
func readDrafts(
  _ documents: [Document], in shop: Workshop, by typesetter: Typesetter
) async throws -> Diagnosed<[Draft]> {
  var log = Log()
  let pages = documents.map { log.taking(PageParts.of($0)) }
  async let shown = ShownFormulas.all(of: pages, by: typesetter)
  var readings = try await SwiftParsing.read(pages.flatMap(\.swift).map(\.text), in: shop)[...]
  let drafts = zip(pages, try await shown).map { page, formulas in
    let own = Array(readings.prefix(page.swift.count))
    readings = readings.dropFirst(own.count)
    return log.taking(Draft.of(page, own, formulas: formulas, macros: typesetter.macros))
  }
  return Diagnosed(drafts, log)
}

/// Runs the programs of all drafts, as many at a time as there are jobs.
func runPrograms(
  of drafts: [Draft], on bench: Bench, progress: @escaping ProgressReport = { _, _ in }
) async throws -> [[FinishedProgram]] {
  var results = drafts.map { [FinishedProgram?](repeating: nil, count: $0.programs.count) }
  var queue = drafts.indices.flatMap { essay in
    drafts[essay].programs.indices.map { (essay: essay, program: $0) }
  }[...]
  var open = drafts.map(\.programs.count)
  var running = drafts.map { _ in 0 }
  /// Names the essays whose programs are at work now.
  func report() {
    let names = drafts.indices.filter { running[$0] > 0 }.map { drafts[$0].document.path }
    progress(names.joined(separator: ", "), open.count { $0 == 0 })
  }
  try await withThrowingTaskGroup(of: (Int, Int, FinishedProgram).self) { group in
    func startNext() {
      guard let (essay, program) = queue.popFirst() else { return }
      let draft = drafts[essay]
      running[essay] += 1
      group.addTask {
        return (essay, program, try await finish(draft.programs[program], of: draft, on: bench))
      }
    }
    for _ in 0..<bench.shop.jobs { startNext() }
    report()
    while let (essay, program, result) = try await group.next() {
      results[essay][program] = result
      open[essay] -= 1
      running[essay] -= 1
      startNext()
      report()
    }
  }
  return results.map { $0.compactMap { $0 } }
}

private func finish(
  _ program: DraftProgram, of draft: Draft, on bench: Bench
) async throws -> FinishedProgram {
  func finish(without omissions: Set<ProgramText.Omission>) async throws -> FinishedProgram {
    let text = ProgramText(
      of: program, in: draft, imports: bench.shop.imports, without: omissions)
    let run = try await bench.run(text.program(program, of: draft))
    return FinishedProgram(draft: program, map: text.map, run: run)
  }
  let whole = try await finish(without: [])
  guard case .refused = whole.run.ending else { return whole }
  for omissions in draft.omissions(of: program) {
    let finished = try await finish(without: omissions)
    if case .refused = finished.run.ending { continue }
    return finished
  }
  return whole
}

extension ProgramText {
  fileprivate func program(_ program: DraftProgram, of draft: Draft) -> Program {
    Program(
      text: text, isOnlyCompiled: program.isOnlyCompiled, drawsFigures: usesFigures,
      timeout: program.timeout, mayRead: draft.document.frontMatter.data.map(\.name))
  }
}

/// The files that an essay declares and that are not there.
private func missingData(of draft: Draft, in shop: Workshop) -> Set<String> {
  Set(
    draft.document.frontMatter.data.map(\.name).filter { name in
      var isFolder: ObjCBool = false
      return !FileManager.default.fileExists(
        atPath: shop.content + "/" + name, isDirectory: &isFolder) || isFolder.boolValue
    })
}
