// Console: prints what a run found and turns it into an exit code, which is a contract.

import ArgumentParser
import Claims
import Diagnostics
import Foundation
import Reporting
import Running
import Site
import Synchronization
import Verification

/// What a command found, and what it wrote.
struct Outcome {
  var essays: [VerifiedEssay] = []
  var log = Log()
  /// The texts that the log's spans count their bytes in.
  var sources: [String: SourceText] = [:]
  /// The page to open, when a site was written.
  var written: String?
  /// Whether the programs ran under all rounding modes.
  var checksRounding = false
  /// How much of each essay is checked, when that was asked.
  var coverage: [EssayCoverage]?
  /// What was to be written, when that was asked.
  var fix: FixReport?
  /// What was found in documentation; nil where there is none.
  var documentation: DocumentationResult?
  /// Whether what was not read in it is listed.
  var listsUnread = false
  /// Findings that need not be told once more: what is to be written says them.
  var mended = Log()
  /// How files are named; nil where no project was read.
  var paths: ShownPaths?

  /// Nil when all holds. Misuse is said by its own code, whatever else was found.
  var failureCode: ExitCode? {
    if log.diagnostics.contains(where: { $0.id == .misuse }) { return .validationFailure }
    if log.diagnostics.contains(where: { $0.id == .toolMissing }) { return ExitCode(69) }
    return log.hasErrors ? ExitCode(1) : nil
  }
}

struct Console {
  let format: FormatOptions.Format
  let voice: Voice
  /// One line, whoever writes beside it: who takes it away stops what writes it anew.
  private let progressLine: ProgressLine

  init(format: FormatOptions.Format = .text, voice: Voice = Voice()) {
    self.format = format
    self.voice = voice
    progressLine = ProgressLine(
      isShown: isatty(STDERR_FILENO) == 1 && format == .text && voice.volume != .quiet)
  }

  /// Makes the progress report of a run with that many essays.
  typealias ProgressMaker = (Int) -> ProgressReport

  /// Runs a command's work, prints what it found, and ends with a code when it must.
  func report(_ work: @escaping @Sendable (ProgressMaker) async throws -> Outcome) async throws {
    let line = progressLine
    defer { line.clear() }
    let outcome = try await doing { try await work(line.report) }
    line.clear()
    try show(outcome)
    if let code = outcome.failureCode { throw code }
  }

  /// Does a command's work, which may be stopped, and tells of what it starts where that is asked.
  func doing<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    if voice.volume == .verbose {
      let tellCommand = commandTeller
      Command.tellStarts { tellCommand([$0.executable] + $0.arguments) }
    }
    return try await Interruption.watching(work)
  }

  /// Has a run tell what people want to know of it.
  func furnish(_ options: inout Options) {
    options.announce = announcer()
    guard voice.volume == .verbose else { return }
    let (line, tellCommand) = (progressLine, commandTeller)
    options.tellWorker = { tellCommand([$0.executable] + $0.arguments) }
    options.tellTime = { stage, time in
      line.erase()
      Streams.tell("\(ShellWords.seconds(time)) s  \(stage)\n")
    }
  }

  private var commandTeller: @Sendable ([String]) -> Void {
    guard voice.volume == .verbose else { return { _ in } }
    let line = progressLine
    return { words in
      line.erase()
      Streams.tell("+ \(ShellWords.line(words))\n")
    }
  }

  func show(_ outcome: Outcome) throws {
    switch format {
    case .json:
      let report =
        if let paths = outcome.paths {
          Report(
            outcome.essays + (outcome.documentation?.documentation.pages.map(\.essay) ?? []),
            outcome.log, coverage: outcome.coverage,
            repairs: outcome.fix?.repairs, sources: outcome.sources, paths: paths)
        } else {
          Report(outcome.log)
        }
      try Streams.write(try report.json())
    case .text:
      let printer = TextPrinter(
        sources: outcome.sources, paths: outcome.paths ?? .unchanged, style: voice.style)
      let mended = Set(outcome.mended.diagnostics)
      Streams.tell(printer.text(Log(outcome.log.diagnostics.filter { !mended.contains($0) })))
      let table = outcome.fix?.text ?? ""
      // Where nothing could be verified, "0 of 0 claims hold" would sound like good news.
      let isSummed = !outcome.essays.isEmpty && voice.volume != .quiet
      let documented =
        outcome.documentation.map {
          DocumentationSummary($0.documentation, known: $0.known, outcome.paths ?? .unchanged)
        }
      let summary =
        (isSummed ? summary(of: outcome) + "\n" : "")
        + (outcome.listsUnread ? documented?.unread ?? "" : "")
        + (voice.volume == .quiet ? "" : documented?.text ?? "")
      // A patch is for another program, and stands alone.
      guard let patch = outcome.fix?.patch else { return try Streams.write(table + summary) }
      Streams.tell(table + summary)
      try Streams.write(patch)
    }
  }

  private func summary(of outcome: Outcome) -> String {
    let claims = outcome.essays.flatMap(\.claims)
    func count(_ verdict: Verdict) -> Int { claims.count { $0.verdict == verdict } }
    let others: [(Verdict, String)] = [
      (.refuted, "refuted"), (.unreached, "not reached"), (.unjudged, "not judged"),
    ]
    var parts = ["\(count(.held)) of \(claims.count) claims hold"]
    parts += others.filter { count($0.0) > 0 }.map { "\(count($0.0)) \($0.1)" }
    let essays = outcome.essays.count == 1 ? "1 essay" : "\(outcome.essays.count) essays"
    let line = parts.joined(separator: ", ") + " (\(essays))"
    var lines = [line]
    if outcome.checksRounding { lines.append(roundingSummary(of: outcome)) }
    let paths = outcome.paths ?? .unchanged
    lines += outcome.coverage?.map { "\(paths.shown($0.path)): \($0.summary)" } ?? []
    if let written = outcome.written { lines.append("wrote \(written)") }
    return lines.joined(separator: "\n")
  }

  private func roundingSummary(of outcome: Outcome) -> String {
    let lost = outcome.log.diagnostics.count { $0.id == .claimRounding }
    let stopped = outcome.log.diagnostics.count { $0.id == .programRounding }
    let words = "rounding up, down and toward zero: "
    // A program that does not run, or a claim that fails anyhow, says nothing about rounding.
    let isBlind = outcome.log.diagnostics.contains {
      $0.severity == .error && $0.id.stopsJudging
    }
    if isBlind && lost == 0 && stopped == 0 {
      return words + "not judged in full; mend the errors first"
    }
    return words
      + (lost == 0 ? "no claim fails" : lost == 1 ? "1 claim fails" : "\(lost) claims fail")
      + (stopped == 0 ? "" : ", \(stopped) stops")
      + (isBlind ? ", and not all could be judged" : "")
  }

  /// Why nothing could be verified.
  func show(_ diagnostic: Diagnostic) {
    if format == .json, let report = try? Report(Log([diagnostic])).json(),
      (try? Streams.write(report)) != nil
    {
      return
    }
    Streams.tell(TextPrinter(style: voice.style).text(diagnostic))
  }

  /// Takes away the line of progress.
  func clear() { progressLine.clear() }

  /// Makes what tells people what a run is waiting for, each thing once; also where nobody sees how far it has come.
  func announcer() -> @Sendable (String) -> Void {
    guard format == .text, voice.volume != .quiet else { return { _ in } }
    let told = Once()
    let line = progressLine
    return { words in
      guard told.isFirst(words) else { return }
      line.erase()
      Streams.tell(words + "\n")
    }
  }
}

/// Remembers what was said.
private final class Once: Sendable {
  private let words = Mutex<Set<String>>([])

  func isFirst(_ word: String) -> Bool { words.withLock { $0.insert(word).inserted } }
}

extension Identifier {
  /// Whether an error of this kind leaves claims without a value that rounding could change.
  fileprivate var stopsJudging: Bool {
    guard self != .claimRounding, self != .programRounding else { return false }
    let areas = [
      "claim.", "compile.", "program.", "derivation.", "fence.", "data.", "library.", "tool.",
    ]
    return areas.contains { rawValue.hasPrefix($0) }
  }
}
