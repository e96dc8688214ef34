// Whoever asks the system for files past `FileSystem` cannot be given others by a test.

import Files
import Foundation
import Testing

@Suite struct OnePlaceTests {
  /// How Foundation is asked for files and for the time.
  private static let words = [
    "FileManager", "Data(contentsOf:", "String(contentsOf:", "write(toFile:", "write(to: URL",
    "Date()", "timeIntervalSinceNow",
  ]

  @Test func onlyOneFileAsksTheSystemForFiles() throws {
    let files = FileSystem.disk
    let sources =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path + "/Sources"
    let asking = try files.listAll(sources).filter { name in
      guard name.hasSuffix(".swift") else { return false }
      let text = String(decoding: try files.read(sources + "/" + name), as: UTF8.self)
      return Self.words.contains { text.contains($0) }
    }
    #expect(asking == ["Files/FileSystem+Disk.swift"])
  }
}
