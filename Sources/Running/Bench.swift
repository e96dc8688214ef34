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
  /// Whether a program that used up its time is taken for one that does so each time.
  package var keepsEndless = false
  /// Where this run's programs go; another run at the same time has a folder of its own.
  package var folder: String { place.path }
  private let place: RunFolder
  private let built: BuiltModules
  private let stay: LibraryLock

  /// Builds what programs need, as far as it is not there: all at the same time.
  ///
  /// - Parameter drawsFigures: whether some program does.
  /// - Throws: `LibraryFailure` when the library does not build, `MissingTool` when Galley's own modules do not.
  package static func open(in shop: Workshop, drawsFigures: Bool) async throws -> Bench {
    try await DiskSpace.watching(shop.folder) {
      let stay = try await shop.stay()
      let wanted: [OwnModules] = drawsFigures ? [.recorder, .figures] : [.recorder]
      async let library = LibraryBuild.library(in: shop)
      async let modules = ModuleBuild.modules(wanted, in: shop)
      return try await Bench(
        shop: shop, built: modules, library: library, stay: stay, drawsFigures: drawsFigures)
    }
  }

  private init(
    shop: Workshop, built: BuiltModules, library: BuiltLibrary, stay: LibraryLock,
    drawsFigures: Bool
  ) throws {
    self.shop = shop
    self.built = built
    self.library = library
    self.stay = stay
    recorder = try built.folder(of: .recorder)
    figures = drawsFigures ? try built.folder(of: .figures) : nil
    cache = ProgramCache(in: shop)
    keptRuns = KeptRuns(in: shop)
    place = try shop.makeRunFolder()
  }

  /// To be called after the last program.
  package func clear() {
    keptRuns.runs.tidy()
    try? shop.files.remove(folder)
    withExtendedLifetime((place, built, library.lock, stay)) {}
  }

  /// What became of a program: what is kept of it, or else it is compiled and run.
  ///
  /// - Throws: `MissingTool` for what is not the program's fault: a full disk, a tool that cannot be started.
  ///
  /// - Parameter repetition: which run of the same program is wanted.
  package func run(_ program: Program, repetition: Int = 0) async throws -> Run {
    let key = RunKey(of: program, on: self, repetition: repetition)
    if !shop.isFresh, let kept = keptRun(key) { return kept }
    let run = try await make(program)
    // Its files of data may have changed meanwhile, and then nobody knows what it has read.
    if keepsAnything, run.isKeepable || keepsEndless && run.isEndless,
      RunKey(of: program, on: self, repetition: repetition) == key
    {
      keptRuns.keep(run, as: key)
    }
    return run
  }

  /// What became of a program when it ran last, under the same conditions.
  package func keptRun(of program: Program) -> Run? { keptRun(RunKey(of: program, on: self)) }

  private func keptRun(_ key: RunKey) -> Run? { keepsAnything ? keptRuns.take(key) : nil }

  /// Whether all that decides what becomes of programs is known, and the library does not change meanwhile.
  var keepsAnything: Bool { library.isSettled && knowsAllFiles }

  /// Whether neither the library nor a flag leads to files that nobody watches.
  var knowsAllFiles: Bool { !library.flags.leadsElsewhere && PlainFlags.are(shop.flags) }

  /// Compiles a program, and runs it unless only that was asked.
  private func make(_ program: Program) async throws -> Run {
    // A folder that nobody else can have, whatever the program is called.
    let folder = folder + "/" + UUID().uuidString
    defer { try? shop.files.remove(folder) }
    return try await DiskSpace.watching(shop.folder) {
      try shop.files.makeFolder(folder)
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
