// FileSystem: the files of this machine and its clock, as one value. Whoever reads or writes a file is given it, so that
// a test can bring other files, another time, or a disk that is full.

import Foundation

package struct FileSystem: Sendable {
  /// What stands at a path.
  package struct Status: Hashable, Sendable {
    package var kind: Kind
    /// In bytes.
    package var size: Int
    package var modified: Date
    /// The number that the file system knows it by: another one for a file that took its place.
    package var number: UInt64

    package init(kind: Kind, size: Int = 0, modified: Date = .distantPast, number: UInt64 = 0) {
      self.kind = kind
      self.size = size
      self.modified = modified
      self.number = number
    }

    package enum Kind: Hashable, Sendable {
      case regular, folder, link
      /// A pipe, a device, a socket.
      case other
    }
  }

  /// What stands at a path itself, which may be a link; nil for nothing.
  package var status: @Sendable (_ path: String) -> Status?
  /// What stands at a path or at the end of its links; nil for nothing, and for a link to nothing.
  package var statusOfTarget: @Sendable (_ path: String) -> Status?
  /// The path of what links lead to; nil when that is not there.
  package var target: @Sendable (_ path: String) -> String?
  /// Whether another file system, or another part of one, begins at a folder.
  package var isMountPoint: @Sendable (_ folder: String) -> Bool
  /// Whether this process may run a file.
  package var mayRun: @Sendable (_ path: String) -> Bool
  /// Whether this process may change a file, or what is in a folder.
  package var mayWrite: @Sendable (_ path: String) -> Bool
  package var read: @Sendable (_ path: String) throws -> Data
  /// Writes a file, over one that is there.
  package var write: @Sendable (_ data: Data, _ path: String) throws -> Void
  /// What is in a folder, in any order.
  package var names: @Sendable (_ folder: String) throws -> [String]
  /// Makes a folder, and those that it stands in.
  package var makeFolder: @Sendable (_ path: String) throws -> Void
  /// Removes a file, a link, or a folder with all that is in it.
  package var remove: @Sendable (_ path: String) throws -> Void
  /// Gives a file or a folder another name in the same file system; a file that has the name is replaced in one step.
  package var move: @Sendable (_ path: String, _ target: String) throws -> Void
  package var copy: @Sendable (_ path: String, _ target: String) throws -> Void
  /// Gives a file a second name. Not every file system can.
  package var link: @Sendable (_ path: String, _ target: String) throws -> Void
  package var setModified: @Sendable (_ date: Date, _ path: String) throws -> Void
  /// Two folders change places, in one step where the system can.
  package var exchange: @Sendable (_ first: String, _ second: String) throws -> Void
  /// A folder for what lasts no longer than this run.
  package var temporaryFolder: @Sendable () -> String
  package var now: @Sendable () -> Date
}

// MARK: - Questions

extension FileSystem {
  package func exists(_ path: String) -> Bool { statusOfTarget(path) != nil }

  package func isFolder(_ path: String) -> Bool { statusOfTarget(path)?.kind == .folder }

  /// Whether this is a file with contents: who reads from a pipe waits for ever.
  package func isRegular(_ path: String) -> Bool { statusOfTarget(path)?.kind == .regular }

  package func isLink(_ path: String) -> Bool { status(path)?.kind == .link }

  /// When a file was last changed; nil for one that is not there.
  package func modified(_ path: String) -> Date? { statusOfTarget(path)?.modified }

  /// How long ago a file was last changed, in seconds; endless for one that is not there.
  package func age(_ path: String) -> TimeInterval {
    modified(path).map { now().timeIntervalSince($0) } ?? .infinity
  }

  /// A file's bytes; nil for what cannot be read.
  package func contents(_ path: String) -> Data? { try? read(path) }

  /// The text of a file, empty for what cannot be read; bytes that are no UTF-8 become replacement characters.
  package func text(_ path: String) -> String {
    String(decoding: contents(path) ?? Data(), as: UTF8.self)
  }

  /// What is in a folder, in order; nothing for what is none.
  package func list(_ folder: String) -> [String] { ((try? names(folder)) ?? []).sorted() }

  /// The paths of all that is below a folder, relative to it: each folder before what is in it. What a link leads to
  /// is not below the folder.
  package func listAll(_ folder: String) -> [String] {
    list(folder).flatMap { name in
      let path = folder + "/" + name
      guard status(path)?.kind == .folder else { return [name] }
      return [name] + listAll(path).map { name + "/" + $0 }
    }
  }
}

// MARK: - Changes

extension FileSystem {
  /// Writes a file as a whole or not at all: whoever reads it meanwhile sees the old one or the new one.
  package func writeWhole(_ data: Data, _ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let new = folder + "/.new-" + UUID().uuidString
    do {
      try makeFolder(folder)
      try write(data, new)
      try move(new, path)
    } catch {
      try? remove(new)
      throw error
    }
  }
}
