// Bench: carries one program through compiler, run and symbolizer.

import Foundation
import GalleyRecordFormat

/// What one run of Galley makes its programs with. While it is kept, nobody clears or replaces what it uses.
package struct Bench: Sendable {
  package let shop: Workshop
  /// The folder with the compiled recorder.
  package let recorder: String
  /// The folder with the compiled figures; nil when no program uses them.
  package let figures: String?
  package internal(set) var library: BuiltLibrary
  package let cache: ProgramCache
  package let keptRuns: KeptRuns
  /// Where this run's programs go; another run at the same time has a folder of its own.
  package let folder: String

  /// Builds what programs need, as far as it is not there.
  ///
  /// - Parameters:
  ///   - drawsFigures: whether some program does.
  ///   - progress: called with what is done when it takes a while.
  /// - Throws: `LibraryFailure` when the library does not build, `MissingTool` when Galley's own modules do not.
  package static func open(
    in shop: Workshop, drawsFigures: Bool, progress: (String) -> Void = { _ in }
  ) async throws -> Bench {
    try await DiskSpace.watching(shop.folder) {
      let library = try await LibraryBuild.library(in: shop, progress: progress)
      let folders = try await ModuleBuild.folders(
        of: drawsFigures ? [.recorder, .figures] : [.recorder], in: shop, under: library.lock)
      return try Bench(shop: shop, folders: folders, library: library)
    }
  }

  private init(shop: Workshop, folders: [ModuleBuild.Part: String], library: BuiltLibrary) throws {
    guard let recorder = folders[.recorder] else { throw MissingTool("there is no recorder") }
    self.shop = shop
    self.recorder = recorder
    figures = folders[.figures]
    self.library = library
    cache = ProgramCache(in: shop)
    keptRuns = KeptRuns(in: shop)
    folder = try shop.makeRunFolder()
  }

  /// To be called after the last program.
  package func clear() {
    for name in ["runs", "readings", "weights"] {
      KeptStore(folder: shop.folder + "/" + name).tidy()
    }
    try? FileManager.default.removeItem(atPath: folder)
    withExtendedLifetime(library.lock) {}
  }

  /// What became of a program: what is kept of it, or else it is compiled and run.
  ///
  /// - Throws: `MissingTool` for what is not the program's fault: a full disk, a tool that cannot be started.
  package func run(_ program: Program) async throws -> Run {
    let key = RunKey(of: program, on: self)
    if !shop.isFresh, let kept = keptRun(key) { return kept }
    let run = try await make(program)
    // Its files of data may have changed meanwhile, and then nobody knows what it has read.
    if library.isSettled, run.isKeepable, RunKey(of: program, on: self) == key {
      keptRuns.keep(run, as: key)
    }
    return run
  }

  /// What became of a program when it ran last, under the same conditions.
  package func keptRun(of program: Program) -> Run? { keptRun(RunKey(of: program, on: self)) }

  /// A library that changes meanwhile is nobody's.
  private func keptRun(_ key: RunKey) -> Run? { library.isSettled ? keptRuns.take(key) : nil }

  /// Compiles a program, and runs it unless only that was asked.
  private func make(_ program: Program) async throws -> Run {
    // A folder that nobody else can have, whatever the program is called.
    let folder = folder + "/" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await DiskSpace.watching(shop.folder) {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let compilation = try await Compilation.of(program, in: folder, on: self)
      var run = Run(messages: compilation.messages, ending: .compiled, others: [:])
      switch compilation.ending {
      case .refused: run.ending = .refused
      case .unmade(let words): run.ending = .unmade(words)
      case .made(nil): break
      case .made(let executable?):
        func execution(_ rounding: Rounding) async throws -> Execution {
          try await Execution.of(
            executable, program, rounding: rounding, in: "\(folder)/\(rounding)", shop)
        }
        let usual = try await execution(.nearest)
        run.ending = .ran(usual)
        // A program that stops anyway is to be mended first.
        if shop.checksRounding, usual.end == .finished {
          for mode in Rounding.allCases where mode != .nearest {
            run.others[mode] = try await execution(mode)
          }
        }
      }
      return run
    }
  }
}
