// SiteWriter: puts a whole site in the place of the old one, or leaves the old one as it is.

import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One file of a site.
struct SiteFile: Hashable, Sendable {
  /// Relative to the site's folder.
  var path: String
  var contents: Data
}

struct SiteWriter {
  /// Lies in every folder that Galley wrote, so that no other folder is ever replaced.
  static let marker = ".galley-site"

  /// The site's folder, absolute.
  private let output: String

  /// - Throws: `Refusal` when the folder holds something that Galley did not write.
  init(output: String, project: String) throws {
    let output = URL(fileURLWithPath: output).resolvingSymlinksInPath().path
    self.output = output
    for name in ["", Project.contentFolder, "templates", "Sources", "Tests", ".build", ".git"] {
      let kept = name.isEmpty ? project : project + "/" + name
      let isInside = !name.isEmpty && (output + "/").hasPrefix(kept + "/")
      if isInside || (kept + "/").hasPrefix(output + "/") {
        throw Refusal.misuse(
          "the site cannot go to \(output), where files of the project are: name another --output")
      }
    }
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: output, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw Refusal.misuse("\(output) is a file: the site needs a folder; name one with --output")
    }
    let names = try files.contentsOfDirectory(atPath: output)
    let isOurs = names.contains(Self.marker) || names.allSatisfy { Self.isKept($0) }
    guard isOurs else {
      throw Refusal.misuse(
        "\(output) holds files that Galley did not write: empty it, or name another with --output")
    }
  }

  /// Files that belong to the folder's keeper: `.gitignore` and the like.
  private static func isKept(_ name: String) -> Bool { name.hasPrefix(".git") || name == "CNAME" }

  /// Writes everything beside the old site, then changes places with it in one step.
  func write(_ site: [SiteFile]) throws {
    let files = FileManager.default
    let parent = URL(fileURLWithPath: output).deletingLastPathComponent().path
    let name = URL(fileURLWithPath: output).lastPathComponent
    let fresh = "\(parent)/.\(name).new-\(getpid())"
    try files.createDirectory(atPath: parent, withIntermediateDirectories: true)
    removeLeftovers(in: parent, prefix: ".\(name).new-")
    // After the swap this folder holds the old site.
    defer { try? files.removeItem(atPath: fresh) }
    try files.createDirectory(atPath: fresh, withIntermediateDirectories: false)
    for file in site + [SiteFile(path: Self.marker, contents: Data())] {
      let path = fresh + "/" + file.path
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try file.contents.write(to: URL(fileURLWithPath: path))
    }
    for name in (try? files.contentsOfDirectory(atPath: output)) ?? [] where Self.isKept(name) {
      try? files.removeItem(atPath: fresh + "/" + name)
      if let contents = files.contents(atPath: output + "/" + name) {
        try contents.write(to: URL(fileURLWithPath: fresh + "/" + name))
      } else {
        try files.copyItem(atPath: output + "/" + name, toPath: fresh + "/" + name)
      }
    }
    if files.fileExists(atPath: output) {
      try exchange(fresh, output)
    } else {
      try files.moveItem(atPath: fresh, toPath: output)
    }
  }

  /// Half-written sites of runs that were killed.
  private func removeLeftovers(in parent: String, prefix: String) {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(prefix)
    {
      guard let process = Int32(name.dropFirst(prefix.count)) else { continue }
      if process == getpid() || kill(process, 0) != 0 {
        try? files.removeItem(atPath: parent + "/" + name)
      }
    }
  }

  /// One call of the system, so that at every moment a whole site is there.
  private func exchange(_ first: String, _ second: String) throws {
    #if canImport(Darwin)
      let status = renamex_np(first, second, UInt32(RENAME_SWAP))
    #else
      // glibc declares it for GNU sources only, so it is found by name; the flag is RENAME_EXCHANGE.
      typealias Rename =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
      let rename2 = dlsym(nil, "renameat2").map { unsafeBitCast($0, to: Rename.self) }
      let status = rename2?(AT_FDCWD, first, AT_FDCWD, second, 2) ?? -1
    #endif
    if status == 0 { return }
    // Some file systems cannot exchange: two steps, and the first is taken back if the second fails.
    let old = first + "-old"
    guard rename(second, old) == 0 else { throw failure() }
    guard rename(first, second) == 0 else {
      let problem = failure()
      rename(old, second)
      throw problem
    }
    rename(old, first)
  }

  private func failure() -> Refusal {
    Refusal.missing("\(output) cannot be replaced: \(String(cString: strerror(errno)))")
  }
}
