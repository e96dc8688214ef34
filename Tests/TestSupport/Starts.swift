// Starts: which programs Galley starts while something is done. Typesetting starts its own.

import Foundation
import Running
import Synchronization

package final class Starts: Sendable {
  private let names = Mutex<[String]>([])

  /// The names of the programs that were started, in their order.
  package static func during(_ work: () async throws -> Void) async throws -> [String] {
    let starts = Starts()
    let note: @Sendable (Command) -> Void = { command in
      let name = URL(fileURLWithPath: command.executable).lastPathComponent
      starts.names.withLock { $0.append(name) }
    }
    try await Command.$onStart.withValue(note) { try await work() }
    return starts.names.withLock { $0 }
  }
}
