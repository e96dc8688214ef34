// Execution: runs a program under its limits and reads what it recorded.

import Foundation
import GalleyRecordFormat
import Subprocess

/// What a program did.
package struct Execution: Sendable {
  package var end: End
  package var record: Record
  /// Standard output and standard error, whole; a program cannot write more than its limit.
  package var output: [UInt8]
  package var errors: [UInt8]
  package var limits: Limits
  /// How long it took on the clock on the wall. No two runs have the same: it is for reports, and no page may show it.
  package var duration = Duration.zero
  /// What `record` was read from; nil for one that was made of values.
  private(set) var recording: Recording?
  /// Where a signal stopped it, innermost first: only places in files that `#sourceLocation` named.
  package var stopSites: [CompilerMessage.Place] = []
  /// The calls that led to the last error that was thrown before that.
  package var thrownSites: [CompilerMessage.Place] = []
  /// The calls that led to `exit`.
  package var exitSites: [CompilerMessage.Place] = []
  /// Why the compiler let it trap, in the compiler's words: "arithmetic overflow".
  package var failure: String?

  package init(
    end: End, record: Record = Record(), output: [UInt8] = [], errors: [UInt8] = [],
    limits: Limits = Limits()
  ) {
    self.end = end
    self.record = record
    self.output = output
    self.errors = errors
    self.limits = limits
  }

  /// The execution that left this record.
  init(end: End, recording: Recording, output: [UInt8], errors: [UInt8], limits: Limits) {
    self.init(
      end: end, record: Record(reading: Array(recording.bytes), nonce: recording.nonce),
      output: output, errors: errors, limits: limits)
    self.recording = recording
  }

  /// The bytes that a program recorded, and what it was told to sign them with.
  struct Recording: Sendable {
    var bytes: Data
    var nonce: UInt64
  }

  package enum End: Sendable, Equatable, Codable {
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

  /// What the runtime said of a trap, without the name of its own file.
  package var trapMessage: String? { RuntimeReport.message(in: errors) }

  /// - Parameter folder: one that nobody used yet; it is gone afterwards.
  /// - Throws: `MissingTool` when the program cannot be started, or the disk is too full for what it writes.
  static func of(
    _ executable: String, _ program: Program, rounding: Rounding, in folder: String,
    _ shop: Workshop
  ) async throws -> Execution {
    let limits = shop.limits(of: program)
    // Nothing in there is of use to the next run, and it may be large.
    defer { try? shop.files.remove(folder) }
    let work = folder + "/work"
    try shop.files.makeFolder(work)
    let nonce = UInt64.random(in: .min ... .max)
    let command = Command(
      executable: executable,
      environment: shop.programEnvironment.merging([
        "GALLEY_RECORD": folder + "/record",
        "GALLEY_NONCE": String(nonce),
        "GALLEY_CONTENT": shop.content,
        "GALLEY_DATA": program.mayRead.joined(separator: "\n"),
        "GALLEY_ROUNDING": "\(rounding)",
        "GALLEY_MEMORY": String(limits.memory),
        "GALLEY_OUTPUT_SIZE": String(limits.output),
        "GALLEY_MILLISECONDS": String(limits.milliseconds),
      ]) { $1 },
      inheritsEnvironment: false, directory: work, output: folder + "/output",
      errors: folder + "/errors",
      // Programs watch their own time; this ends one that does not, however crowded the machine is.
      limit: limits.onTheClock, idleLimit: limits.time + .seconds(1))
    let start = ContinuousClock.now
    let outcome = try await command.run()
    let duration = ContinuousClock.now - start
    func bytes(_ name: String) -> [UInt8] {
      Array((shop.files.contents(folder + "/" + name) ?? Data()).prefix(limits.output))
    }
    var execution = Execution(
      end: .finished, recording: Recording(bytes: Data(bytes("record")), nonce: nonce),
      output: bytes("output"), errors: bytes("errors"), limits: limits)
    execution.duration = duration
    if DiskSpace.isShort(in: folder, below: 1 << 20) { throw DiskSpace.failure(in: shop.folder) }
    try execution.setEnd(outcome, shop)
    try await execution.findSites(in: executable, folder, shop)
    return execution
  }

  private mutating func setEnd(_ outcome: Command.Outcome, _ shop: Workshop) throws {
    switch (outcome.ended, outcome.status) {
    case (.outOfTime, _): end = .outlasted
    case (.idle, _): end = .waited
    case (nil, .exited(let code)):
      if !record.hasStarted, code == 127 {
        // The system's loader ends a program that it finds no library for, before the first line.
        throw MissingTool(
          "a program cannot be started: \(String(decoding: errors.prefix(2000), as: UTF8.self))")
      }
      // The recorder ends a program whose record it cannot write.
      if code == 74, record.damage != nil { throw DiskSpace.failure(in: shop.folder) }
      end = record.hasEnded && code == 0 ? .finished : .exited(code: code)
    case (nil, .signaled(let signal)):
      switch signal {
      case SIGPROF, SIGXCPU: end = .timedOut
      case SIGALRM: end = .waited
      case SIGXFSZ: end = .overOutput
      case SIGSYS: end = .startedProcess
      default:
        if RuntimeReport.isAboutMemory(errors) {
          end = .overMemory
        } else if let error = RuntimeReport.uncaughtError(in: errors) {
          end = .threw(error)
        } else {
          end = .stopped(signal: signal)
        }
      }
    }
  }

  private mutating func findSites(
    in executable: String, _ folder: String, _ shop: Workshop
  ) async throws {
    guard record.stop != nil || record.exitCalls != nil else { return }
    let symbolizer = try await Symbolizer.of(record, in: executable, outputIn: folder, shop)
    stopSites = symbolizer.places(of: record.stop?.calls ?? [])
    thrownSites = symbolizer.places(of: record.stop?.thrown ?? [])
    exitSites = symbolizer.places(of: record.exitCalls ?? [])
    failure = symbolizer.failure(of: record.stop?.calls ?? [])
  }
}
