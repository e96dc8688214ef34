// Compilation: one program through the compiler, its complaints brought back to the essay.

import Diagnostics
import Foundation

struct Compilation: Sendable {
  /// The executable; nil when the compiler refused the program, or was not asked for one.
  var executable: String?
  var log: Log

  static func of(
    _ program: Program, source: SourceText, on bench: Bench
  ) async throws -> Compilation {
    let shop = bench.shop
    let folder = bench.folder + "/" + fileName(program.name)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let main = folder + "/main.swift"
    let text = program.text(imports: shop.imports, in: source)
    try text.write(toFile: main, atomically: false, encoding: .utf8)
    let executable = folder + "/program"
    var arguments = [
      "-swift-version", "6", "-module-name", "Essay", "-no-color-diagnostics",
      "-diagnostic-style=llvm", "-I", bench.recorder,
    ]
    let figures = program.usesFigures ? bench.figures : nil
    if let figures { arguments += ["-I", figures] }
    // The transform also tells the compiler that an expression may stand for its value alone.
    arguments += bench.library.flags.compiling + transform
    if program.isOnlyCompiled {
      arguments += ["-typecheck"]
    } else {
      arguments += ["-Onone", "-gline-tables-only"]
      arguments += ["-L", bench.recorder, "-lRecorder"]
      if let figures { arguments += ["-L", figures, "-lFigures"] }
      arguments += bench.library.flags.linking
      #if os(Linux)
        arguments += ["-use-ld=lld"]
      #endif
    }
    let key = ProgramCache.key(text, bench.library.flags.interface, arguments)
    if let kept = bench.cache.take(key, to: program.isOnlyCompiled ? nil : executable) {
      return Compilation(
        executable: kept.executable,
        log: CompilerMessages.read(kept.messages, of: program, in: source))
    }
    arguments += program.isOnlyCompiled ? [main] : [main, "-o", executable]
    let command = Command(
      executable: shop.toolchain.swiftc, arguments: arguments, directory: folder,
      output: folder + "/compiler-output", errors: folder + "/compiler-errors",
      limit: .seconds(300))
    let (outcome, output, errors) = try await command.runReading()
    let log = CompilerMessages.read(errors + output, of: program, in: source)
    if outcome.status.isSuccess {
      let made = program.isOnlyCompiled ? nil : executable
      if bench.library.isSettled {
        bench.cache.keep(ProgramCache.Entry(executable: made, messages: errors + output), as: key)
      }
      return Compilation(executable: made, log: log)
    }
    if log.hasErrors { return Compilation(executable: nil, log: log) }
    // The linker's words, or a compiler that crashed: nothing names a line of the essay.
    let place = program.pieces.first.map { SourceSpan(program.path, $0.content.range) }
    let tail = errors.split(separator: "\n").suffix(12).joined(separator: "\n")
    let message =
      outcome.isTimedOut
      ? "the compiler did not finish this program within 5 minutes"
      : "the compiler could not make this program:\n\(tail)"
    return Compilation(
      executable: nil, log: Log(log.diagnostics + [Diagnostic(.compileError, at: place, message)]))
  }

  /// The compiler's own instrumentation. Without these options it records parameters, which breaks
  /// functions with non-escaping closures, and every scope.
  private static let transform = ["-playground", "NoFunctionParameters", "NoScopeEvents"].flatMap {
    $0.hasPrefix("-")
      ? ["-Xfrontend", $0] : ["-Xfrontend", "-playground-option", "-Xfrontend", $0]
  }

  private static func fileName(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "_" })
  }
}

extension ProgramPart {
  /// The bytes of the essay that this part is.
  var range: Range<Int> {
    switch self {
    case .example(let example): example.range
    case .prose(let comment): comment.comment
    }
  }

  /// The text that becomes a part of the program.
  var code: Range<Int> {
    switch self {
    case .example(let example):
      let start = example.code.lineStarts.first ?? example.range.lowerBound
      return start..<max(start, example.range.upperBound)
    case .prose(let comment): return comment.comment
    }
  }
}
