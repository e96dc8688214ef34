// Compilation: one program through the compiler.

import Foundation

struct Compilation: Sendable {
  var messages: [CompilerMessage]
  var ending: Ending

  enum Ending: Sendable {
    /// The executable; nil for a program that was only compiled.
    case made(String?)
    case refused
    case unmade(String?)
  }

  /// The module that programs are. No author has one of that name.
  static let module = "GalleyProgram"

  static func of(
    _ program: Program, in folder: String, on bench: Bench
  ) async throws -> Compilation {
    let main = folder + "/main.swift"
    try bench.shop.files.write(Data(program.text.utf8), main)
    let executable = program.isOnlyCompiled ? nil : folder + "/program"
    let arguments = arguments(for: program, on: bench)
    let key = ProgramCache.key(program.text, bench.library.flags.interface, arguments)
    if bench.knowsAllFiles, let kept = bench.cache.take(key, to: executable) {
      return Compilation(messages: CompilerMessages.read(kept), ending: .made(executable))
    }
    let command = Command(
      executable: bench.shop.toolchain.swiftc,
      arguments: arguments + [main] + (executable.map { ["-o", $0] } ?? []),
      // So that flags of the author's may name folders of the project.
      directory: bench.shop.project, output: folder + "/compiler-output",
      errors: folder + "/compiler-errors", limit: .seconds(300))
    let (outcome, output, errors) = try await command.runReading(bench.shop.files)
    let words = errors + output
    if outcome.isSuccess {
      if bench.keepsAnything { bench.cache.keep(executable, words, as: key) }
      return Compilation(messages: CompilerMessages.read(words), ending: .made(executable))
    }
    let messages = bench.library.explained(CompilerMessages.read(words))
    // What the compiler says of a line is the author's to mend, however full the disk is.
    let isExplained = messages.contains { $0.severity == .error && $0.place != nil }
    if DiskSpace.isMissed(in: words)
      || !isExplained && DiskSpace.isShort(in: folder)
    {
      throw DiskSpace.failure(in: bench.shop.folder)
    }
    if outcome.ended != nil { return Compilation(messages: messages, ending: .unmade(nil)) }
    if messages.contains(where: { $0.severity == .error }) {
      return Compilation(messages: messages, ending: .refused)
    }
    // The linker's words, or a compiler that crashed.
    let tail = errors.split(separator: "\n").suffix(12).joined(separator: "\n")
    return Compilation(messages: messages, ending: .unmade(tail))
  }

  static func arguments(for program: Program, on bench: Bench) -> [String] {
    let flags = bench.library.flags
    var arguments = [
      "-swift-version", bench.shop.languageMode ?? flags.languageMode ?? "6",
      "-module-name", module, "-no-color-diagnostics", "-diagnostic-style=llvm",
      "-I", bench.recorder,
    ]
    let figures = program.drawsFigures ? bench.figures : nil
    if let figures { arguments += ["-I", figures] }
    arguments += flags.compiling + bench.shop.flags
    guard !program.isOnlyCompiled else {
      // All that the compiler finds, what it looks for behind the types too: a value that is used before it has one.
      return arguments + ["-Onone", "-emit-sil", "-o", "/dev/null"]
    }
    arguments += ["-Onone", "-gline-tables-only", "-file-compilation-dir", Symbolizer.folder]
    arguments += ["-L", bench.recorder, "-lGalleyRecorder", "-lGalleyRecordFormat"]
    if let figures { arguments += ["-L", figures, "-lFigures"] }
    arguments += flags.linking
    #if os(Linux)
      arguments += ["-use-ld=lld"]
    #endif
    return arguments
  }
}
