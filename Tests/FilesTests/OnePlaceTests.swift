// Whoever asks the system for files past `FileSystem` cannot be given others by a test.

import Files
import Foundation
import Testing

@Suite struct OnePlaceTests {
  /// Running still asks the system itself.
  private static let others = ["Running"]

  @Test func onlyOneFileAsksTheSystemForFiles() throws {
    let files = FileSystem.disk
    let sources =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path + "/Sources"
    let asking = try files.listAll(sources).filter { name in
      guard name.hasSuffix(".swift"), !Self.others.contains(where: { name.hasPrefix($0 + "/") })
      else { return false }
      let text = String(decoding: try files.read(sources + "/" + name), as: UTF8.self)
      return ["FileManager", "Data(contentsOf:", "String(contentsOf:", "Date()"]
        .contains { text.contains($0) }
    }
    #expect(asking == ["Files/FileSystem+Disk.swift"])
  }
}
