// SiteWriter: puts a whole site in the place of the old one, or leaves the old one as it is. Files that stay the same are
// not written again: they keep their dates, and whoever copies the site to a server copies what changed.

import Diagnostics
import Files
import Foundation

/// One file of a site.
package struct SiteFile: Hashable, Sendable {
  /// Relative to the site's folder.
  package var path: String
  package var contents: Data
}

struct SiteWriter {
  /// Lies in every folder that Galley wrote, so that no other folder is ever replaced.
  static let marker = ".galley-site"
  /// Lies in a folder with a draft, which is never published by mistake, nor written over what is.
  static let draftNoticeName = "DRAFT.txt"

  /// The site's folder, absolute.
  private let output: String
  private let files: FileSystem

  /// - Throws: `Refusal` when the folder holds something that Galley did not write, or cannot be replaced.
  init(
    output: String, project: String, isDraft: Bool = false, _ files: FileSystem = .disk
  ) throws {
    let output = URL(fileURLWithPath: output).resolvingSymlinksInPath().path
    self.output = output
    self.files = files
    for name in ["", Project.contentFolder, "templates", "Sources", "Tests", ".build", ".git"] {
      let kept = name.isEmpty ? project : project + "/" + name
      let isInside = !name.isEmpty && (output + "/").hasPrefix(kept + "/")
      if isInside || (kept + "/").hasPrefix(output + "/") {
        throw Refusal.misuse(
          "the site cannot go to \(output), where files of the project are: name another --output")
      }
    }
    guard files.exists(output) else { return }
    guard files.isFolder(output) else {
      throw Refusal.misuse("\(output) is a file: the site needs a folder; name one with --output")
    }
    let names = try files.names(output)
    let isOurs = names.contains(Self.marker) || names.allSatisfy { Self.isKept($0) }
    guard isOurs else {
      throw Refusal.misuse(
        "\(output) holds files that Galley did not write: empty it, or name another with --output")
    }
    if isDraft, names.contains(Self.marker), !names.contains(Self.draftNoticeName) {
      throw Refusal.misuse(
        "\(output) holds a site that is no draft, and a draft does not take its place: name another "
          + "--output")
    }
    if files.isMountPoint(output) { throw mountPoint }
  }

  /// Says in a draft's folder what it is.
  static func draftNotice(_ log: Log) -> SiteFile {
    let errors = log.diagnostics.count { $0.severity == .error }
    let state =
      errors == 0
      ? "All of it held when it was written."
      : "\(errors == 1 ? "1 error was" : "\(errors) errors were") found in it, each marked on its page."
    let words = """
      This folder is a draft, written by ‘galley build --draft’, and no site to be published.
      \(state)
      ‘galley build’ writes the site, as soon as all holds.

      """
    return SiteFile(path: draftNoticeName, contents: Data(words.utf8))
  }

  /// A folder in which another file system begins has its name from there, and cannot be given to another folder: the site could
  /// only be written file by file, and who reads it meanwhile would see neither the old nor the new one.
  private var mountPoint: Refusal {
    Refusal.misuse(
      "\(output) is a mount point, which cannot be replaced in one step: name a folder in it, "
        + "with --output \(output)/site for instance")
  }

  /// Files that belong to the folder's keeper: `.gitignore` and the like.
  private static func isKept(_ name: String) -> Bool { name.hasPrefix(".git") || name == "CNAME" }

  /// Writes everything beside the old site, then changes places with it in one step. A site that is as it should be
  /// is left alone.
  func write(_ site: [SiteFile]) throws {
    let site = site + [SiteFile(path: Self.marker, contents: Data())]
    let kept = files.list(output).filter(Self.isKept)
    if isThere(site, beside: kept) { return }
    let parent = URL(fileURLWithPath: output).deletingLastPathComponent().path
    let name = URL(fileURLWithPath: output).lastPathComponent
    let fresh = "\(parent)/.\(name).new-\(getpid())"
    try files.makeFolder(parent)
    removeLeftovers(in: parent, prefix: ".\(name).new-")
    // After the swap this folder holds the old site.
    defer { try? files.remove(fresh) }
    try files.makeFolder(fresh)
    for file in site {
      let path = fresh + "/" + file.path
      try files.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
      try put(file, at: path)
    }
    for name in kept {
      try? files.remove(fresh + "/" + name)
      try files.copy(output + "/" + name, fresh + "/" + name)
    }
    do {
      if files.exists(output) {
        try files.exchange(fresh, output)
      } else {
        try files.move(fresh, output)
      }
    } catch let error as POSIXError where [.EBUSY, .EXDEV].contains(error.code) {
      throw mountPoint
    } catch let error as POSIXError {
      throw Refusal.missing("\(output) cannot be replaced: \(error.localizedDescription)")
    }
  }

  /// Whether the old site has these bytes under these names, and nothing else.
  private func isThere(_ site: [SiteFile], beside kept: [String]) -> Bool {
    let old = files.listAll(output).filter { path in
      !kept.contains { path == $0 || path.hasPrefix($0 + "/") }
        && files.status(output + "/" + path)?.kind != .folder
    }
    // A file that an essay brings under the keeper's own name gives way.
    let new = site.filter { file in !kept.contains { file.path == $0 } }
    return Set(old) == Set(new.map(\.path)) && new.allSatisfy(isUnchanged)
  }

  private func isUnchanged(_ file: SiteFile) -> Bool {
    let path = output + "/" + file.path
    guard let status = files.status(path), status.kind == .regular else { return false }
    return status.size == file.contents.count && files.contents(path) == file.contents
  }

  /// An unchanged file is put there by a second name, with its date; nobody writes into a site's files, so what has
  /// two names for a moment is safe. Where the disk has no second names, it gets its date back.
  private func put(_ file: SiteFile, at path: String) throws {
    let old = output + "/" + file.path
    let isUnchanged = isUnchanged(file)
    if isUnchanged, (try? files.link(old, path)) != nil { return }
    try files.write(file.contents, path)
    if isUnchanged, let date = files.status(old)?.modified { try files.setModified(date, path) }
  }

  /// Half-written sites of runs that were killed.
  private func removeLeftovers(in parent: String, prefix: String) {
    for name in files.list(parent) where name.hasPrefix(prefix) {
      guard let process = Int32(name.dropFirst(prefix.count)) else { continue }
      if process == getpid() || kill(process, 0) != 0 {
        try? files.remove(parent + "/" + name)
      }
    }
  }
}
