// Every way in which a file changes is told, also in folders that are new, and below the one that an editor replaces.

import Files
import Foundation
import Testing

@testable import Serving

@Suite struct FolderWatchTests {
  private let folder: String
  private let files = FileSystem.disk

  init() throws {
    folder =
      URL(fileURLWithPath: files.temporaryFolder()).resolvingSymlinksInPath().path
      + "/galley-watch-\(UUID().uuidString)"
    try files.makeFolder(folder + "/content/sub")
    try files.write(Data("a".utf8), folder + "/content/a.md")
    try files.write(Data("y".utf8), folder + "/galley.yml")
  }

  /// Whether something was told within some seconds.
  private func isTold(_ watch: FolderWatch, _ change: () throws -> Void) async throws -> Bool {
    // What was told of the change before is another matter.
    try await Task.sleep(for: .milliseconds(300))
    let told = Task { () -> Bool in
      for await _ in watch.changes { return true }
      return false
    }
    try await Task.sleep(for: .milliseconds(50))
    try change()
    let clock = Task {
      try await Task.sleep(for: .seconds(20))
      told.cancel()
    }
    defer { clock.cancel() }
    return await told.value
  }

  @Test func everyChangeIsTold() async throws {
    defer { try? files.remove(folder) }
    let content = folder + "/content"
    let changes: [(String, () throws -> Void)] = [
      ("written", { try files.write(Data("b".utf8), content + "/a.md") }),
      ("replaced", { try files.writeWhole(Data("c".utf8), content + "/a.md") }),
      ("new", { try files.write(Data("b".utf8), content + "/b.md") }),
      ("deep", { try files.write(Data("b".utf8), content + "/sub/c.md") }),
      ("removed", { try files.remove(content + "/b.md") }),
      ("new folder", { try files.makeFolder(content + "/new") }),
      ("in the new folder", { try files.write(Data("d".utf8), content + "/new/d.md") }),
      ("moved", { try files.move(content + "/new", content + "/newer") }),
      ("in the moved folder", { try files.write(Data("e".utf8), content + "/newer/d.md") }),
      ("the configuration", { try files.write(Data("z".utf8), folder + "/galley.yml") }),
      ("all removed", { try files.remove(content) }),
      (
        "and restored",
        {
          try files.makeFolder(content)
          try files.write(Data("f".utf8), content + "/a.md")
        }
      ),
    ]
    let watch = FolderWatch(files)
    defer { watch.stop() }
    watch.watch(deep: [content], flat: [folder])
    for (name, change) in changes { #expect(try await isTold(watch, change), "\(name)") }
  }

  /// A link to a file elsewhere, of which the system tells nothing.
  @Test func behindALink() async throws {
    let other = folder + "-elsewhere"
    try files.makeFolder(other)
    defer {
      try? files.remove(folder)
      try? files.remove(other)
    }
    try files.write(Data("a".utf8), other + "/a.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/content/link.md", withDestinationPath: other + "/a.md")
    let watch = FolderWatch(files)
    defer { watch.stop() }
    watch.watch(deep: [folder + "/content"], flat: [])
    #expect(try await isTold(watch) { try files.write(Data("longer".utf8), other + "/a.md") })
  }
}
