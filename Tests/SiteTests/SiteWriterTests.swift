// A site is replaced as a whole or not at all, and what stays the same is not written again.

import Files
import Foundation
import Testing

@testable import Site

@Suite struct SiteWriterTests {
  private struct Scratch: ~Copyable {
    let folder: String
    var site: String { folder + "/site" }
    let files = FileSystem.disk

    init() throws {
      folder =
        (files.target(files.temporaryFolder()) ?? "/tmp") + "/galley-writer-\(UUID().uuidString)"
      try files.makeFolder(folder + "/project")
    }

    deinit { try? files.remove(folder) }

    func writer(_ change: (inout FileSystem) -> Void = { _ in }) throws -> SiteWriter {
      var changed = files
      change(&changed)
      return try SiteWriter(output: site, project: folder + "/project", changed)
    }

    func text(_ name: String) -> String? {
      files.contents(site + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Everything beside and in the site but the project.
    var all: [String] { files.listAll(folder).filter { $0 != "project" } }
  }

  private func site(_ texts: [String: String]) -> [SiteFile] {
    texts.sorted { $0.key < $1.key }.map {
      SiteFile(path: $0.key, contents: Data($0.value.utf8))
    }
  }

  private let past = Date(timeIntervalSince1970: 1_000_000)

  @Test(arguments: [true, false])
  func whatStaysTheSameKeepsItsDate(_ hasLinks: Bool) throws {
    let scratch = try Scratch()
    let files = scratch.files
    try scratch.writer().write(site(["a.html": "a", "b/c.html": "c", "gone.html": "x"]))
    try files.write(Data("*\n".utf8), scratch.site + "/.gitignore")
    for name in ["a.html", "b/c.html"] { try files.setModified(past, scratch.site + "/" + name) }
    let writer = try scratch.writer {
      if !hasLinks { $0.link = { _, _ in throw POSIXError(.EPERM) } }
    }
    try writer.write(site(["a.html": "a", "b/c.html": "d", "new.html": "n"]))
    #expect(files.modified(scratch.site + "/a.html") == past)
    #expect(files.modified(scratch.site + "/b/c.html") ?? past > past)
    #expect(scratch.text("b/c.html") == "d" && scratch.text("new.html") == "n")
    #expect(scratch.text(".gitignore") == "*\n")
    #expect(
      scratch.all.map { $0.replacing("site/", with: "") }.sorted() == [
        ".galley-site", ".gitignore", "a.html", "b", "b/c.html", "new.html", "site",
      ])
  }

  @Test func aSiteThatIsAsItShouldBeIsLeftAlone() throws {
    let scratch = try Scratch()
    let pages = site(["a.html": "a", "b/c.html": "c"])
    try scratch.writer().write(pages)
    // Nothing may be written, made or exchanged.
    let idle = try scratch.writer {
      $0.write = { _, _ in throw POSIXError(.EROFS) }
      $0.makeFolder = { _ in throw POSIXError(.EROFS) }
      $0.exchange = { _, _ in throw POSIXError(.EROFS) }
    }
    try idle.write(pages)
    for other in [["a.html": "a"], ["a.html": "a", "b/c.html": "c", "d": ""], ["a.html": "b"]] {
      #expect(throws: POSIXError.self) { try idle.write(site(other)) }
    }
    // A link to the same bytes is no file of the site's.
    try scratch.files.move(scratch.site + "/a.html", scratch.folder + "/elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.site + "/a.html", withDestinationPath: scratch.folder + "/elsewhere")
    try scratch.writer().write(pages)
    #expect(scratch.files.status(scratch.site + "/a.html")?.kind == .regular)
  }

  /// Stopped by a full disk after each of its files, and at the last step.
  @Test func whatBreaksOffLeavesTheOldSite() throws {
    let scratch = try Scratch()
    try scratch.writer().write(site(["a.html": "old", "b.html": "b"]))
    let before = scratch.all
    let pages = site(["a.html": "new", "b.html": "b", "c.html": "c", "d/e.html": "e"])
    for last in ["a.html", "c.html", "e.html", SiteWriter.marker] {
      let writer = try scratch.writer {
        $0.write = { data, path in
          try FileSystem.disk.write(data.prefix(1), path)
          if path.hasSuffix(last) { throw CocoaError(.fileWriteOutOfSpace) }
        }
        // So that the marker is written and not linked.
        $0.link = { _, _ in throw POSIXError(.EPERM) }
      }
      #expect(throws: CocoaError.self) { try writer.write(pages) }
      #expect(scratch.text("a.html") == "old")
      #expect(scratch.all == before)
    }
    let writer = try scratch.writer { $0.exchange = { _, _ in throw POSIXError(.EACCES) } }
    let refusal = #expect(throws: Refusal.self) { try writer.write(pages) }
    #expect(refusal?.description.contains("cannot be replaced: ") == true)
    #expect(scratch.all == before)
  }

  /// A run that was killed had no time to tidy up.
  @Test func halfWrittenSitesOfTheDeadGo() throws {
    let scratch = try Scratch()
    // No process has so high a number.
    let left = scratch.folder + "/.site.new-2147483646"
    try scratch.files.makeFolder(left)
    try scratch.writer().write(site(["a.html": "a"]))
    #expect(!scratch.files.exists(left))
    try scratch.writer().write(site(["a.html": "a"]))
  }

  @Test func aMountPointIsRefused() throws {
    let scratch = try Scratch()
    try scratch.writer().write(site(["a.html": "a"]))
    let early = #expect(throws: Refusal.self) {
      _ = try scratch.writer { $0.isMountPoint = { _ in true } }
    }
    #expect(early?.description.contains("is a mount point") == true)
    for code in [POSIXError.EBUSY, .EXDEV] {
      let late = try scratch.writer { $0.exchange = { _, _ in throw POSIXError(code) } }
      let refusal = #expect(throws: Refusal.self) { try late.write(site(["a.html": "b"])) }
      #expect(refusal?.description.contains("is a mount point") == true)
    }
    #expect(scratch.text("a.html") == "a")
  }

  #if os(Linux)
    /// In a name space of its own, where the system lets anybody mount.
    @Test(.enabled(if: SiteWriterTests.mayMount))
    func theSystemsOwnMountPointIsRefused() throws {
      let project = try ScratchProject()
      defer { project.remove() }
      try project.write("", to: "site/.galley-site")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.currentDirectoryURL = URL(fileURLWithPath: project.folder)
      let commands = "mount --bind site site && \"$0\" build"
      process.arguments = ["unshare", "-rm", "sh", "-c", commands, try ScratchProject.executable()]
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 64)
      #expect(told.contains("site is a mount point, which cannot be replaced in one step"))
      #expect(project.contents(of: "site").keys.sorted() == [".galley-site"])
    }

    private static let mayMount: Bool = {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["unshare", "-rm", "mount", "--bind", "/tmp", "/tmp"]
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return false }
      process.waitUntilExit()
      return process.terminationStatus == 0
    }()
  #endif
}
