// Command: starts a program, waits for it, and ends it when its time is up. Output goes to files,
// so that no pipe can fill and no orphan can hold one open.

import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

struct Command: Sendable {
  var executable: String
  var arguments: [String] = []
  /// Replaces and adds to the environment of Galley itself.
  var environment: [String: String] = [:]
  var directory: String
  /// Where standard output and standard error go; they are made anew.
  var output: String
  var errors: String
  var limit: Duration?
  /// Whether the program leads a process group of its own, so that a signal to its group is its own.
  var isAlone = false

  struct Outcome: Sendable {
    var status: TerminationStatus
    var isTimedOut: Bool
  }

  /// - Throws: when the program cannot be started, or when the task is cancelled.
  func run() async throws -> Outcome {
    let mode: FileDescriptor.OpenOptions = [.create, .truncate]
    let permissions = FilePermissions(rawValue: 0o644)
    let out = try FileDescriptor.open(output, .readWrite, options: mode, permissions: permissions)
    defer { try? out.close() }
    let err = try FileDescriptor.open(errors, .readWrite, options: mode, permissions: permissions)
    defer { try? err.close() }
    var options = PlatformOptions()
    // A program that is out of time may first say where it is; a tool may end what it started itself.
    options.teardownSequence = [
      isAlone
        ? .send(signal: .alarm, allowedDurationToNextStep: .seconds(1))
        : .send(signal: .interrupt, allowedDurationToNextStep: .seconds(10))
    ]
    if isAlone { options.processGroupID = 0 }
    var variables: [Environment.Key: String?] = [:]
    for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
    let settings = (options, variables)
    let limit = limit
    return try await withThrowingTaskGroup(of: Outcome?.self) { group in
      group.addTask {
        let result = try await Subprocess.run(
          .path(FilePath(executable)), arguments: Arguments(arguments),
          environment: .inherit.updating(settings.1), workingDirectory: FilePath(directory),
          platformOptions: settings.0, input: .none,
          output: .fileDescriptor(out, closeAfterSpawningProcess: false),
          error: .fileDescriptor(err, closeAfterSpawningProcess: false))
        return Outcome(status: result.terminationStatus, isTimedOut: false)
      }
      if let limit {
        group.addTask {
          try await Task.sleep(for: limit)
          return nil
        }
      }
      let first = try await group.next()
      group.cancelAll()
      if let outcome = first ?? nil { return outcome }
      let second = try? await group.next()
      return Outcome(status: (second ?? nil)?.status ?? .signaled(SIGKILL), isTimedOut: true)
    }
  }

  /// Runs and reads both outputs; for tools that say little.
  func runReading() async throws -> (outcome: Outcome, output: String, errors: String) {
    let outcome = try await run()
    return (outcome, Self.text(of: output), Self.text(of: errors))
  }

  /// The text of a file; bytes that are no UTF-8 become replacement characters.
  static func text(of path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}
