// Execution: runs a program under its limits and reads what it recorded.

import Foundation

/// What a program did.
struct Execution: Sendable {
  enum End: Sendable, Equatable {
    /// It came to its last line.
    case finished
    /// A signal stopped it, a trap mostly.
    case stopped(signal: Int32)
    /// An error that nobody caught.
    case threw(String)
    /// It used up its processor time.
    case timedOut
    /// It did next to nothing for as long as its limit.
    case waited
    /// It did little, and neither of the two was met before Galley ended it by the clock on the wall.
    case outlasted
    case overMemory
    case overOutput
    case startedProcess
    /// It left before its last line, by `exit` for instance.
    case exited(code: Int32)
  }

  var record: Record
  var end: End
  /// What it wrote to standard error, where the runtime explains a trap.
  var errors: String
  var limits: Limits

  static func of(
    _ executable: String, limits: Limits, isWatched lines: [ClosedRange<Int>], watchesOutput: Bool,
    mayRead files: [String], rounding: RoundingMode = .nearest, in shop: Workshop
  ) async throws -> Execution {
    let folder = URL(fileURLWithPath: executable).deletingLastPathComponent().path
    let work = folder + "/work"
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    let record = folder + "/record-" + rounding.rawValue
    let command = Command(
      executable: executable,
      environment: [
        "GALLEY_RECORD": record,
        "GALLEY_LINES": lines.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ","),
        "GALLEY_OUTPUT": watchesOutput ? "1" : "0",
        "GALLEY_CONTENT": shop.content,
        "GALLEY_DATA": files.joined(separator: "\n"),
        "GALLEY_ROUNDING": rounding.rawValue,
        "GALLEY_MEMORY": String(limits.memory),
        "GALLEY_OUTPUT_SIZE": String(limits.output),
        "GALLEY_MILLISECONDS": String(limits.milliseconds),
        // The runtime's own report would take longer than the program.
        "SWIFT_BACKTRACE": "enable=no",
        "LLVM_DISABLE_SYMBOLIZATION": "1",
      ],
      directory: work, output: folder + "/output", errors: folder + "/errors",
      // Programs watch their own time; this ends one that does not, however crowded the machine is.
      limit: limits.onTheClock, isAlone: true)
    let outcome = try await command.run()
    let read = Record.read(record)
    let errors = Command.text(of: folder + "/errors")
    // What a program wrote is of no use to the next run, and may be large.
    try? FileManager.default.removeItem(atPath: work)
    return Execution(
      record: read, end: end(outcome, read, errors), errors: errors, limits: limits)
  }

  private static func end(_ outcome: Command.Outcome, _ record: Record, _ errors: String) -> End {
    if outcome.isTimedOut { return .outlasted }
    switch outcome.status {
    case .exited(let code): return record.hasEnded && code == 0 ? .finished : .exited(code: code)
    case .signaled(SIGPROF), .signaled(SIGXCPU): return .timedOut
    case .signaled(SIGALRM): return .waited
    case .signaled(SIGXFSZ): return .overOutput
    case .signaled(SIGSYS): return .startedProcess
    case .signaled(let signal):
      if errors.contains("failed to allocate ") || errors.contains("Could not allocate memory") {
        return .overMemory
      }
      let mark = "Error raised at top level: "
      if let line = errors.split(separator: "\n").last(where: { $0.contains(mark) }),
        let text = line.components(separatedBy: mark).last
      {
        return .threw(text)
      }
      return .stopped(signal: signal)
    }
  }

  /// What the runtime said of a trap, without the name of its own file.
  var trapMessage: String? {
    for mark in ["Fatal error", "Precondition failed", "Assertion failed"] {
      guard let line = errors.split(separator: "\n").first(where: { $0.contains(mark) }) else {
        continue
      }
      return line.components(separatedBy: mark + ": ").last ?? String(line)
    }
    return nil
  }
}
