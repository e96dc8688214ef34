// Workshop: the built galley executable, which the tests use as a real build does.

import Foundation
import Typesetting

enum Workshop {
  /// A worker of the executable that was built together with these tests.
  static func worker() throws -> WorkerCommand {
    // The test bundle is the first argument on Linux and a later one on macOS; the executable
    // stands in the same folder, a few levels up on macOS.
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      var folder = URL(fileURLWithPath: argument)
      while folder.path.count > 1 {
        folder.deleteLastPathComponent()
        let galley = folder.appendingPathComponent("galley").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: galley, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return WorkerCommand(executable: galley)
        }
      }
    }
    throw NoExecutable()
  }

  struct NoExecutable: Error {}

  static func typesetter(macros: [String: String] = [:], jobs: Int = 2) throws -> Typesetter {
    Typesetter(worker: try worker(), macros: macros, jobs: jobs)
  }
}
