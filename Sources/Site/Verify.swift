// Verify: from prepared essays to verdicts. Every program is compiled and run on its own, several at a
// time, so that an essay that does not compile hides nothing of another.

import Diagnostics
import Markup
import Reading
import Running
import Verification

extension Session {
  /// What is said of essays, and what it is said by: the runs of each essay's programs.
  struct Verdicts {
    var essays: [VerifiedEssay]
    var programs: [[FinishedProgram]]
  }

  /// Compiles and runs the examples of essays and judges every claim.
  ///
  /// - Parameters:
  ///   - bench: nil where the library could not be built; then nothing is run, and no claim judged.
  ///   - earlier: what was found before.
  ///   - progress: called with the paths of the essays whose programs are running, and with the number of essays that
  ///     are done by then.
  /// - Throws: `MissingTool`, when no program can be made at all.
  func verify(
    _ essays: [PreparedEssay], on bench: Bench?, after earlier: Log,
    progress: @escaping ProgressReport = { _, _ in }
  ) async throws -> Diagnosed<Verdicts> {
    var log = Log()
    guard let bench else {
      return Diagnosed(
        Verdicts(essays: essays.map { judge($0, []).value }, programs: essays.map { _ in [] }), log)
    }
    defer { bench.clear() }
    let finished = try await run(essays.map(\.draft), on: bench, progress: progress)
    let judged = await concurrently(Array(zip(essays, finished))) { judge($0, $1) }
    let verified = judged.map { log.taking($0) }
    for essay in verified {
      log.add(contentsOf: try await weigh(essay))
      log.add(contentsOf: Self.silence(of: essay, in: Log(earlier.diagnostics + log.diagnostics)))
    }
    return Diagnosed(Verdicts(essays: verified, programs: finished), log)
  }

  /// Runs the programs of essays once more.
  ///
  /// - Parameter first: what became of them before, one list for each essay.
  /// - Returns: a warning for each claim and each picture that is not what it was; nil where the programs can no longer be made.
  func instability(
    of essays: [PreparedEssay], after first: [[FinishedProgram]], progress: @escaping ProgressReport
  ) async throws -> [Diagnostic]? {
    var session = self
    session.shop.isFresh = true
    session.shop.checksRounding = false
    guard let bench = try await session.openBench(for: essays.map(\.draft.document)).value else {
      return nil
    }
    defer { bench.clear() }
    let second = try await session.run(essays.map(\.draft), on: bench, progress: progress)
    return zip(essays, zip(first, second)).flatMap { essay, runs in
      let programs = zip(runs.0, runs.1).map { first, second in
        var both = second
        both.kept = first.run
        return both
      }
      return session.judge(essay, programs).log.diagnostics.filter { $0.id == .claimUnstable }
    }
  }

  /// Builds what the programs of essays are made with. Nothing of their Swift must be known for it, so that it can be
  /// read meanwhile.
  ///
  /// - Parameter productPlaces: where `galley.yml` names the products of the library.
  package func openBench(
    for documents: [Document], productPlaces: [String: Int] = [:]
  ) async throws -> Diagnosed<Bench?> {
    do {
      return Diagnosed(
        try await Bench.open(in: shop, drawsFigures: documents.contains(where: mayDraw)))
    } catch let failure as LibraryFailure {
      return Diagnosed(
        nil, LibraryLog.of(failure, in: shop, productPlaces: productPlaces))
    }
  }

  /// Whether an essay may draw, as far as one can tell before its Swift is read: who does says one of these words.
  package func mayDraw(_ documents: [Document]) -> Bool { documents.contains(where: mayDraw) }

  private func mayDraw(_ document: Document) -> Bool {
    ["figure", "sweep", "Figures"].contains(where: document.source.text.contains)
  }

  /// Runs the programs of drafts, as many at a time as there are jobs.
  package func run(
    _ drafts: [Draft], on bench: Bench, progress: @escaping ProgressReport = { _, _ in }
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
      progress(names, open.count { $0 == 0 })
    }
    try await withThrowingTaskGroup(of: (Int, Int, FinishedProgram).self) { group in
      func startNext() {
        guard let (essay, program) = queue.popFirst() else { return }
        let draft = drafts[essay]
        running[essay] += 1
        group.addTask {
          return (essay, program, try await run(draft.programs[program], of: draft, on: bench))
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

  /// Runs one program; one that the compiler refuses is tried again without words that it may refuse.
  package func run(
    _ program: DraftProgram, of draft: Draft, on bench: Bench
  ) async throws -> FinishedProgram {
    func finish(without omissions: Set<ProgramText.Omission>) async throws -> FinishedProgram {
      let text = ProgramText(
        of: program, in: draft, imports: bench.shop.imports, without: omissions)
      let made = text.program(program, of: draft)
      let kept = shop.isFresh ? bench.keptRun(of: made) : nil
      let run = try await bench.run(made)
      var finished = FinishedProgram(draft: program, map: text.map, run: run, kept: kept)
      finished.omissions = omissions
      return finished
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

  /// The verdicts on one essay: no file is read for them, and no process started.
  ///
  /// - Parameter programs: the essay's, in its order; none where the library could not be built.
  package func judge(_ essay: PreparedEssay, _ programs: [FinishedProgram]) -> Diagnosed<
    VerifiedEssay
  > {
    Verification.judge(
      essay.draft, programs, missingData: essay.missingData, checksRounding: shop.checksRounding)
  }

  /// What was not judged is somebody's error. Where nobody told it, it is told here, so that no run ends as if all held.
  package static func silence(of essay: VerifiedEssay, in log: Log) -> Log {
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
}

extension ProgramText {
  fileprivate func program(_ program: DraftProgram, of draft: Draft) -> Program {
    Program(
      text: text, isOnlyCompiled: program.isOnlyCompiled, drawsFigures: usesFigures,
      timeout: program.timeout, mayRead: draft.document.frontMatter.data.map(\.name))
  }
}
