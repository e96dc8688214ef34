// Bench: carries one program through compiler, run and symbolizer.

import Diagnostics
import Foundation

/// What became of one program.
struct ProgramResult: Sendable {
  var program: Program
  var compilation: Compilation
  /// Nil when there was nothing to run.
  var execution: Execution?
  var symbolizer: Symbolizer?
  /// What it did in other rounding modes, where somebody asks for that.
  var reruns: [RoundingMode: Rerun] = [:]

  struct Rerun: Sendable {
    var execution: Execution
    var symbolizer: Symbolizer
  }
}

/// What one run of Galley makes its programs with.
struct Bench: Sendable {
  let shop: Workshop
  /// The folder with the compiled recorder.
  let recorder: String
  /// The folder with the compiled figures; nil when no program uses them.
  let figures: String?
  let library: BuiltLibrary
  let cache: ProgramCache
  /// Where this run's programs go; another run at the same time has a folder of its own.
  let folder: String

  init(
    shop: Workshop, recorder: String, figures: String?, library: BuiltLibrary
  ) throws {
    self.shop = shop
    self.recorder = recorder
    self.figures = figures
    self.library = library
    cache = ProgramCache(in: shop)
    let programs = shop.folder + "/programs"
    folder = programs + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    Self.removeLeftovers(in: programs)
  }

  func clear() { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs that were killed left their folders behind.
  private static func removeLeftovers(in programs: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: programs)) ?? [] {
      let path = programs + "/" + name
      let date = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
      if let date, date.timeIntervalSinceNow < -86_400 {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  func result(of program: Program, _ draft: EssayDraft) async throws -> ProgramResult {
    let compilation = try await Compilation.of(
      program, source: draft.document.source, on: self)
    guard let executable = compilation.executable else {
      return ProgramResult(program: program, compilation: compilation)
    }
    var adjusted = shop.limits
    adjusted.time = program.timeout ?? adjusted.time
    let limits = adjusted
    func run(_ mode: RoundingMode) async throws -> ProgramResult.Rerun {
      let execution = try await Execution.of(
        executable, limits: limits, isWatched: draft.watchedLines(of: program),
        watchesOutput: draft.claimsOutput(of: program),
        mayRead: draft.document.frontMatter.data.map(\.name), rounding: mode, in: shop)
      let symbolizer = try await Symbolizer.of(
        execution.record, in: executable, path: program.nameForCompiler, shop: shop)
      return ProgramResult.Rerun(execution: execution, symbolizer: symbolizer)
    }
    let usual = try await run(.nearest)
    var result = ProgramResult(
      program: program, compilation: compilation, execution: usual.execution,
      symbolizer: usual.symbolizer)
    // A program that stops anyway is to be mended first.
    if shop.checksRounding, usual.execution.end == .finished {
      for mode in RoundingMode.others { result.reruns[mode] = try await run(mode) }
    }
    return result
  }
}
