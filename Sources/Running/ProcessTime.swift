// ProcessTime: sees whether a process does anything. Programs watch themselves, but one that is stuck while it
// says where it was stopped hears no clock of its own any more.

import Files
import Foundation
import Synchronization

final class ProcessTime: Sendable {
  private let process = Mutex<Int?>(nil)

  func begin(_ identifier: Int) { process.withLock { $0 = identifier } }

  /// Returns once the process did next to nothing for so long: a fiftieth of the time is less than the most crowded
  /// machine leaves to one that computes, and one that waits for its turn is not idle.
  func waitForIdleness(_ limit: Duration) async throws {
    let interval = Duration.milliseconds(100)
    var (idle, usedBefore) = (Duration.zero, Duration.zero)
    while idle < limit {
      try await Task.sleep(for: interval)
      guard let (used, isRunning) = process.withLock({ $0 }).flatMap(Self.use) else { continue }
      if isRunning || (used - usedBefore) * 50 >= limit { (idle, usedBefore) = (.zero, used) }
      // In steps of its own, for Galley itself may be halted for a while.
      idle += interval
    }
  }

  /// What all threads together have used, and whether one of them is at work or waits for its turn. Nil where the
  /// system does not tell.
  private static func use(of process: Int) -> (Duration, isRunning: Bool)? {
    let folder = "/proc/\(process)"
    guard let fields = status(folder), let user = Int(fields[11]), let system = Int(fields[12])
    else { return nil }
    let threads = FileSystem.disk.list(folder + "/task")
    let isRunning = threads.contains { thread in
      ["R", "D"].contains(status("\(folder)/task/\(thread)")?[0])
    }
    return (.seconds(user + system) / max(1, sysconf(Int32(_SC_CLK_TCK))), isRunning)
  }

  /// The fields behind the name, which may have spaces and brackets itself.
  private static func status(_ folder: String) -> [Substring]? {
    let text = FileSystem.disk.text(folder + "/stat")
    guard let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    return fields.count > 12 ? fields : nil
  }
}
