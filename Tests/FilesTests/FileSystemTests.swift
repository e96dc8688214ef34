// The disk as Galley asks for it.

import Files
import Foundation
import Testing

@Suite struct FileSystemTests {
  @Test func whatStandsAtAPathIsToldWithItsLinks() throws {
    let scratch = try Scratch()
    let (files, folder) = (scratch.files, scratch.folder)
    try files.makeFolder(folder + "/a/b")
    try files.write(Data("four".utf8), folder + "/a/b/c")
    for (name, target) in [
      ("file", "a/b/c"), ("folder", "a"), ("nothing", "gone"), ("loop", "loop"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/" + name, withDestinationPath: target)
    }
    #expect(mkfifo(folder + "/pipe", 0o644) == 0)

    #expect(files.status(folder + "/file")?.kind == .link)
    #expect(files.statusOfTarget(folder + "/file")?.kind == .regular)
    #expect(files.statusOfTarget(folder + "/file")?.size == 4)
    #expect(files.target(folder + "/file") == folder + "/a/b/c")
    #expect(files.isRegular(folder + "/file") && !files.isFolder(folder + "/file"))
    #expect(files.isFolder(folder + "/folder") && files.isLink(folder + "/folder"))
    #expect(files.statusOfTarget(folder + "/pipe")?.kind == .other)
    for name in ["nothing", "loop", "gone"] {
      #expect(!files.exists(folder + "/" + name) && files.contents(folder + "/" + name) == nil)
    }
    #expect(files.listAll(folder).filter { $0.contains("/") } == ["a/b", "a/b/c"])
    #expect(files.list(folder + "/gone").isEmpty)
  }

  @Test func aFileIsWrittenAsAWholeOrNotAtAll() throws {
    let scratch = try Scratch()
    var files = scratch.files
    let path = scratch.folder + "/new/file"
    try files.writeWhole(Data("one".utf8), path)
    files.write = { _, path in
      try FileSystem.disk.write(Data("tw".utf8), path)
      throw CocoaError(.fileWriteOutOfSpace)
    }
    #expect(throws: CocoaError.self) { try files.writeWhole(Data("two".utf8), path) }
    #expect(files.contents(path) == Data("one".utf8))
    #expect(files.list(scratch.folder + "/new") == ["file"], "nothing half written stays behind")
  }

  @Test func foldersChangePlaces() throws {
    let scratch = try Scratch()
    let (files, folder) = (scratch.files, scratch.folder)
    for name in ["a", "b"] {
      try files.makeFolder(folder + "/" + name)
      try files.write(Data(name.utf8), folder + "/\(name)/\(name)")
    }
    try files.exchange(folder + "/a", folder + "/b")
    #expect(files.listAll(folder) == ["a", "a/b", "b", "b/a"])
    #expect(throws: POSIXError.self) { try files.exchange(folder + "/a", folder + "/gone") }
    #expect(files.listAll(folder) == ["a", "a/b", "b", "b/a"])
  }

  @Test func aSecondNameIsTheSameFile() throws {
    let scratch = try Scratch()
    let (files, folder) = (scratch.files, scratch.folder)
    let date = Date(timeIntervalSince1970: 1_000_000)
    try files.write(Data("x".utf8), folder + "/a")
    try files.setModified(date, folder + "/a")
    try files.link(folder + "/a", folder + "/b")
    #expect(files.modified(folder + "/b") == date)
    #expect(!files.mayRun(folder + "/a") && files.mayRun("/bin/sh"))
  }

  #if os(Linux)
    @Test func whereAFileSystemBeginsIsKnown() {
      #expect(FileSystem.disk.isMountPoint("/proc"))
      #expect(!FileSystem.disk.isMountPoint("/proc/self"))
    }
  #endif
}
