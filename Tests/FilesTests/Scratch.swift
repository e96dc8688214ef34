// Scratch: a folder of a test's own.

import Files
import Foundation

struct Scratch: ~Copyable {
  let folder: String
  let files = FileSystem.disk

  init() throws {
    folder =
      (files.target(files.temporaryFolder()) ?? "/tmp") + "/galley-files-\(UUID().uuidString)"
    try files.makeFolder(folder)
  }

  deinit { try? files.remove(folder) }
}
