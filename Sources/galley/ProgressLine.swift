// ProgressLine: what is being done, in one line of a terminal that is written over.

import Foundation
import Site

struct ProgressLine: Sendable {
  /// Only a terminal can write over its line, and who asks for JSON is no person.
  var isShown: Bool

  /// Makes the progress report of a run with that many essays.
  func report(of total: Int) -> ProgressReport {
    guard isShown else { return { _, _ in } }
    return { doing, done in
      Streams.tell(
        "\r\u{1B}[K" + Self.line(doing, done: done, of: total, columns: Self.terminalColumns))
    }
  }

  func clear() {
    if isShown { Streams.tell("\r\u{1B}[K") }
  }

  /// A longer line would go on in the next one, which nobody could write over.
  static func line(_ doing: String, done: Int, of total: Int, columns: Int) -> String {
    let line = "[\(done)/\(total)] \(doing)"
    return line.count < columns ? line : line.prefix(max(columns - 2, 0)) + "…"
  }

  private static var terminalColumns: Int {
    var size = winsize()
    let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }
}
