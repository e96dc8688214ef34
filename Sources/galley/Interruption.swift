// Interruption: what Galley started ends with it. Programs lead process groups of their own, so a
// terminal's Ctrl-C does not come to them by itself.

import Foundation
import Synchronization

/// Waits for somebody to stop this run.
enum Interruption {
  /// What asks a run to end. Each would end it at once, and leave programs and their folders behind.
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Does some work, which is cancelled when a signal comes. Once it has tidied up, the signal takes its usual
  /// course, so that whoever called Galley sees what ended it. A second signal does not wait.
  static func watching<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await work() }
    let first = Mutex<Int32?>(nil)
    let sources = Self.signals.compactMap { number -> (any DispatchSourceSignal)? in
      // What was to be ignored, under nohup for instance, still is.
      if isIgnored(number) { return nil }
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        let isSecond = first.withLock { first in
          defer { first = first ?? number }
          return first != nil
        }
        if isSecond { end(by: number) }
        task.cancel()
      }
      source.resume()
      return source
    }
    let result = await task.result
    for source in sources { source.cancel() }
    if let number = first.withLock({ $0 }) { end(by: number) }
    return try result.get()
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return withUnsafeBytes(of: action) { $0.load(as: Int.self) }
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func end(by number: Int32) {
    signal(number, SIG_DFL)
    // The threads of the task pool let no signal in.
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
  }
}
