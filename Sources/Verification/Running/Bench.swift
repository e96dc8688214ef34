// Bench: carries one program through compiler, run and symbolizer.

import Diagnostics

/// What became of one program.
struct ProgramResult: Sendable {
  var program: Program
  var compilation: Compilation
  /// Nil when there was nothing to run.
  var execution: Execution?
  var symbolizer: Symbolizer?
}

struct Bench: Sendable {
  var shop: Workshop
  var recorder: String
  var library: LibraryBuild.Flags

  func result(of program: Program, _ draft: EssayDraft) async throws -> ProgramResult {
    let compilation = try await Compilation.of(
      program, source: draft.document.source, recorder: recorder, library: library, in: shop)
    guard let executable = compilation.executable else {
      return ProgramResult(program: program, compilation: compilation)
    }
    var limits = shop.limits
    limits.time = program.timeout ?? limits.time
    let execution = try await Execution.of(
      executable, limits: limits, isWatched: draft.watchedLines(of: program),
      watchesOutput: draft.claimsOutput(of: program), in: shop)
    let symbolizer = try await Symbolizer.of(
      execution.record, in: executable, path: program.path, shop: shop)
    return ProgramResult(
      program: program, compilation: compilation, execution: execution, symbolizer: symbolizer)
  }
}
