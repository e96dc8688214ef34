// Command: starts a program, waits for it, and ends it when its time is up. Output goes to files,
// so that no pipe can fill and no orphan can hold one open.

import Files
import Foundation
import Subprocess
import Synchronization

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

package struct Command: Sendable {
  package var executable: String
  package var arguments: [String] = []
  /// Replaces and adds to the environment of Galley itself, or stands in its place.
  package var environment: [String: String] = [:]
  package var inheritsEnvironment = true
  package var directory: String
  /// The file that standard input comes from; nil for none.
  package var input: String?
  /// Where standard output and standard error go; they are made anew.
  package var output: String
  package var errors: String
  /// How long it may take, on the clock on the wall.
  package var limit: Duration
  /// How long it may do nothing at all.
  package var idleLimit: Duration?

  package init(
    executable: String, arguments: [String] = [], environment: [String: String] = [:],
    inheritsEnvironment: Bool = true, directory: String, input: String? = nil, output: String,
    errors: String, limit: Duration,
    idleLimit: Duration? = nil
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.inheritsEnvironment = inheritsEnvironment
    self.directory = directory
    self.input = input
    self.output = output
    self.errors = errors
    self.limit = limit
    self.idleLimit = idleLimit
  }

  /// Told of every program that is started, in the tasks below the one that sets it.
  @TaskLocal package static var onStart: (@Sendable (Command) -> Void)?

  /// Told of every program that is started by anybody in this process.
  private static let teller = Mutex<(@Sendable (Command) -> Void)?>(nil)

  /// Has every start told, from now on. A value of the task would do as well, but the optimiser of Swift 6.3 hands a
  /// null key to the runtime where another module sets one, and the process dies.
  package static func tellStarts(to note: @escaping @Sendable (Command) -> Void) {
    teller.withLock { $0 = note }
  }

  package struct Outcome: Sendable {
    package var status: TerminationStatus
    /// Why it was ended, when it was.
    package var ended: Reason?

    package enum Reason: Sendable { case outOfTime, idle }

    package var isSuccess: Bool { status.isSuccess && ended == nil }
  }

  /// - Throws: `MissingTool` when the program cannot be started; when the task is cancelled.
  package func run() async throws -> Outcome {
    let mode: FileDescriptor.OpenOptions = [.create, .truncate]
    let permissions = FilePermissions(rawValue: 0o644)
    let out = try FileDescriptor.open(output, .readWrite, options: mode, permissions: permissions)
    defer { try? out.close() }
    let err = try FileDescriptor.open(errors, .readWrite, options: mode, permissions: permissions)
    defer { try? err.close() }
    let source = try FileDescriptor.open(input ?? "/dev/null", .readOnly)
    defer { try? source.close() }
    var options = PlatformOptions()
    // A program that is out of time may first say where it is; a tool may end what it started itself.
    options.teardownSequence = [
      idleLimit != nil
        ? .send(signal: .alarm, allowedDurationToNextStep: .seconds(1))
        : .send(signal: .interrupt, allowedDurationToNextStep: .seconds(10))
    ]
    // A signal to Galley's group must not end a tool before it has ended what it started; one to a program's group is
    // its own.
    options.processGroupID = 0
    var variables: [Environment.Key: String] = [:]
    for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
    let settings = (
      options, inheritsEnvironment ? .inherit.updating(variables) : Environment.custom(variables)
    )
    Self.onStart?(self)
    Self.teller.withLock { $0 }?(self)
    let process = ProcessTime()
    return try await withThrowingTaskGroup(of: Outcome.self) { group in
      group.addTask {
        do {
          let result = try await Subprocess.run(
            .path(FilePath(executable)), arguments: Arguments(arguments),
            environment: settings.1, workingDirectory: FilePath(directory),
            platformOptions: settings.0,
            input: .fileDescriptor(source, closeAfterSpawningProcess: false),
            output: .fileDescriptor(out, closeAfterSpawningProcess: false),
            error: .fileDescriptor(err, closeAfterSpawningProcess: false)
          ) { execution in process.begin(Int(execution.processIdentifier.value)) }
          return Outcome(status: result.terminationStatus)
        } catch let error as SubprocessError {
          try Task.checkCancellation()
          throw MissingTool("\(executable) could not be started: \(error)")
        }
      }
      group.addTask {
        try await Self.wait(limit)
        return Outcome(status: .signaled(SIGKILL), ended: .outOfTime)
      }
      if let idleLimit {
        group.addTask {
          try await process.waitForIdleness(idleLimit)
          return Outcome(status: .signaled(SIGKILL), ended: .idle)
        }
      }
      guard var outcome = try await group.next() else { throw CancellationError() }
      group.cancelAll()
      guard outcome.ended != nil else { return outcome }
      // How it came to its end after all; the other clock is cancelled and says nothing.
      while let other = await group.nextResult() {
        if let status = try? other.get(), status.ended == nil { outcome.status = status.status }
      }
      return outcome
    }
  }

  /// Second by second: while this process itself gets no turn, as beside many others, nobody's time runs out.
  private static func wait(_ limit: Duration) async throws {
    var rest = limit
    while rest > .zero {
      let step = min(rest, .seconds(1))
      try await Task.sleep(for: step)
      rest -= step
    }
  }

  /// Runs and reads both outputs; for tools that say little.
  package func runReading(
    _ files: FileSystem
  ) async throws -> (outcome: Outcome, output: String, errors: String) {
    let outcome = try await run()
    return (outcome, files.text(output), files.text(errors))
  }
}
