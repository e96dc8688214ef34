// ProgressLine: what is being done and for how long, in one line of a terminal that is written over.

import Foundation
import Site
import Synchronization

final class ProgressLine: Sendable {
  /// Only a terminal can write over its line, and who asks for JSON is no person.
  private let isShown: Bool
  private let state = Mutex(State())

  /// What the line tells.
  private struct State {
    var total = 0
    var done = 0
    /// The essays at work, each with the moment when it began.
    var running: [(name: String, since: ContinuousClock.Instant)] = []
    /// Writes the line anew each second; nil when there is no line.
    var clock: Task<Void, Never>?
  }

  init(isShown: Bool) { self.isShown = isShown }

  /// Makes the progress report of a run with that many essays.
  func report(of total: Int) -> ProgressReport {
    guard isShown else { return { _, _ in } }
    let clock = Task { [weak self] in
      while (try? await Task.sleep(for: .seconds(1))) != nil { self?.write() }
    }
    state.withLock {
      $0.clock?.cancel()
      ($0.total, $0.clock) = (total, clock)
    }
    return { [weak self] running, done in
      let now = ContinuousClock.now
      self?.state.withLock { state in
        state.done = done
        state.running = running.map { name in
          (name, state.running.first { $0.name == name }?.since ?? now)
        }
      }
      self?.write()
    }
  }

  /// Makes place for something else; the line comes back with the next second.
  func erase() {
    state.withLock { _ in
      if isShown { Streams.tell("\r\u{1B}[K") }
    }
  }

  /// Takes the line away; nothing is written any more.
  func clear() {
    state.withLock { state in
      state.clock?.cancel()
      state.clock = nil
      if isShown { Streams.tell("\r\u{1B}[K") }
    }
  }

  private func write() {
    state.withLock { state in
      guard state.clock != nil else { return }
      let now = ContinuousClock.now
      let running = state.running.map { ($0.name, $0.since.duration(to: now)) }
      Streams.tell(
        "\r\u{1B}[K"
          + Self.line(
            running, done: state.done, of: state.total, columns: Self.terminalColumns))
    }
  }

  /// A longer line would go on in the next one, which nobody could write over. What takes no whole second yet has no
  /// number: most essays never take one.
  static func line(
    _ running: [(name: String, time: Duration)], done: Int, of total: Int, columns: Int
  ) -> String {
    let names = running.map { name, time in
      let seconds = time.components.seconds
      return seconds < 1 ? name : "\(name) \(seconds) s"
    }
    let line = "[\(done)/\(total)] \(names.joined(separator: ", "))"
    return line.count < columns ? line : line.prefix(max(columns - 2, 0)) + "…"
  }

  private static var terminalColumns: Int {
    var size = winsize()
    let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }
}
