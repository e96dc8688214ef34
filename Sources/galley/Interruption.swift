// Interruption: what Galley started ends with it. Programs and tools lead process groups of their own, so a
// terminal's Ctrl-C does not come to them by itself.

import Foundation
import Synchronization

/// Waits for somebody to stop this run.
enum Interruption {
  /// What asks a run to end. Each would end it at once, and leave programs and their folders behind.
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// What came first, and when.
  private typealias Request = (number: Int32, time: ContinuousClock.Instant)

  /// Does some work, which is cancelled when a signal comes. Once it has tidied up, the signal takes its usual
  /// course, so that whoever called Galley sees what ended it. A signal that comes later than in the same moment
  /// does not wait.
  static func watching<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await work() }
    let first = Mutex<Request?>(nil)
    // What was to be ignored, under nohup for instance, still is.
    let watched = signals.filter { !isIgnored($0) }
    let sources = watched.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        let isInsisting = first.withLock { first in
          defer { first = first ?? (number, .now) }
          // One wish to stop often comes as two signals: a closed terminal sends SIGHUP twice.
          return first.map { $0.time.duration(to: .now) > .seconds(1) } ?? false
        }
        if isInsisting { end(by: number) }
        task.cancel()
      }
      source.resume()
      return source
    }
    let result = await task.result
    for source in sources { source.cancel() }
    // Also where nothing came: what is left to do, printing for one, may be stopped as usual.
    for number in watched { signal(number, SIG_DFL) }
    if let request = first.withLock({ $0 }) { end(by: request.number) }
    return try result.get()
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return withUnsafeBytes(of: action) { $0.load(as: Int.self) }
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func end(by number: Int32) -> Never {
    signal(number, SIG_DFL)
    // The threads of the task pool let no signal in.
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
    // The first process of a container is not ended by a signal. Shells say it with this code.
    _exit(128 + number)
  }
}
