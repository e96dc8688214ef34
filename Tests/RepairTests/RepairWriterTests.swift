// Files in the place of others: whole, with their rights and links, and never over what somebody wrote meanwhile.

import Diagnostics
import Files
import Foundation
import Testing

@testable import Repair

@Suite struct RepairWriterTests {
  /// A folder of its own for each test.
  private final class Folder {
    let path = NSTemporaryDirectory() + "galley-repair-" + UUID().uuidString
    init() throws { try FileSystem.disk.makeFolder(path) }
    deinit { try? FileSystem.disk.remove(path) }

    func write(_ text: String, _ name: String) throws {
      try FileSystem.disk.write(Data(text.utf8), path + "/" + name)
    }
    func text(_ name: String) -> String { FileSystem.disk.text(path + "/" + name) }
    var names: [String] { FileSystem.disk.list(path) }
  }

  private func change(_ path: String, _ old: String?, _ new: String) -> FileChange {
    FileChange(path: path, old: old, new: new)
  }

  @Test func filesAreReplacedAndKeepTheirRights() throws {
    let folder = try Folder()
    try folder.write("old", "a.md")
    #expect(chmod(folder.path + "/a.md", 0o640) == 0)
    let log = RepairWriter(project: folder.path, files: .disk)
      .write([change("a.md", "old", "new"), change("made", nil, "first")])
    #expect(log.diagnostics.isEmpty)
    #expect(folder.text("a.md") == "new" && folder.text("made") == "first")
    var status = stat()
    #expect(stat(folder.path + "/a.md", &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(folder.names == ["a.md", "made"], "nothing is left behind")
  }

  @Test func whatSomebodyChangedIsRefusedAndTheOthersAreWritten() throws {
    let folder = try Folder()
    try folder.write("other", "a.md")
    try folder.write("old", "b.md")
    try folder.write("there", "made")
    let log = RepairWriter(project: folder.path, files: .disk).write([
      change("a.md", "old", "new"), change("b.md", "old", "new"), change("gone.md", "old", "new"),
      change("made", nil, "first"),
    ])
    #expect(log.diagnostics.compactMap(\.span?.path) == ["a.md", "gone.md", "made"])
    #expect(log.diagnostics.map(\.id) == [.fileChanged, .toolMissing, .fileChanged])
    #expect(folder.text("a.md") == "other" && folder.text("b.md") == "new")
    #expect(folder.names == ["a.md", "b.md", "made"])
  }

  /// The last moment: the file changes while the new one is being written beside it.
  @Test func alsoWhatChangesWhileItIsWritten() throws {
    let folder = try Folder()
    try folder.write("old", "a.md")
    var files = FileSystem.disk
    let path = folder.path + "/a.md"
    files.write = { data, target in
      try FileSystem.disk.write(data, target)
      try FileSystem.disk.write(Data("edited".utf8), path)
    }
    let log = RepairWriter(project: folder.path, files: files).write([change("a.md", "old", "new")])
    #expect(log.diagnostics.map(\.id) == [.fileChanged])
    #expect(folder.text("a.md") == "edited")
  }

  @Test func aLinkStaysOneAndTwoNamesAreOneFile() throws {
    let folder = try Folder()
    try folder.write("old", "real.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a.md", withDestinationPath: "real.md")
    let log = RepairWriter(project: folder.path, files: .disk)
      .write([change("a.md", "old", "new"), change("real.md", "old", "new")])
    #expect(log.diagnostics.isEmpty)
    #expect(FileSystem.disk.isLink(folder.path + "/a.md") && folder.text("real.md") == "new")
  }

  @Test func aFullDiskLeavesTheFile() throws {
    let folder = try Folder()
    try folder.write("old", "a.md")
    var files = FileSystem.disk
    files.write = { data, path in
      try FileSystem.disk.write(data.prefix(1), path)
      throw POSIXError(.ENOSPC)
    }
    let log = RepairWriter(project: folder.path, files: files).write([change("a.md", "old", "new")])
    #expect(log.diagnostics.map(\.id) == [.toolMissing])
    #expect(log.diagnostics.first?.message.contains("No space left") == true)
    #expect(folder.text("a.md") == "old" && folder.names == ["a.md"])
  }

  @Test func leftoversOfKilledRunsGo() throws {
    let folder = try Folder()
    try folder.write("old", "a.md")
    // No process has a number as high as this.
    for name in ["999999999", "x", String(getppid())] {
      try folder.write("half", RepairWriter.prefix + name)
    }
    _ = RepairWriter(project: folder.path, files: .disk).write([change("a.md", "old", "new")])
    #expect(
      Set(folder.names) == [
        "a.md", RepairWriter.prefix + "x", RepairWriter.prefix + String(getppid()),
      ])
  }
}
