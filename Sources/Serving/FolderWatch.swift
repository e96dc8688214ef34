// FolderWatch: says that something may have changed in some folders. The system is asked to tell; what it does not tell,
// behind links or on the disks of others, is found by looking from time to time.

import Files
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

final class FolderWatch: Sendable {
  /// One value whenever something may have changed; several changes in the same moment are one.
  let changes: AsyncStream<Void>
  private let tell: AsyncStream<Void>.Continuation
  private let files: FileSystem

  private struct State {
    /// What is watched: folders with all that is in them, or files; and folders without what is in their folders.
    var deep: [String] = []
    var flat: [String] = []
    var isOver = false
    var isStale = true
  }

  private let state = Mutex(State())

  /// How long it is quiet before a change is told: whoever writes a file mostly empties it first.
  private static let quiet: Int32 = 6
  /// How long it is told at the latest, whatever goes on.
  private static let longest = Duration.milliseconds(40)

  init(_ files: FileSystem) {
    self.files = files
    (changes, tell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    Thread.detachNewThread { [self] in run() }
  }

  /// - Parameters:
  ///   - deep: folders that are watched with all that is below them, and files.
  ///   - flat: folders of which only the files are watched.
  func watch(deep: [String], flat: [String]) {
    state.withLock { state in
      guard state.deep != deep || state.flat != flat else { return }
      state.deep = deep
      state.flat = flat
      state.isStale = true
    }
  }

  func stop() {
    state.withLock { $0.isOver = true }
    tell.finish()
  }

  private func run() {
    let events = SystemEvents()
    var last = Snapshot()
    var nextLook = ContinuousClock.now
    while !state.withLock({ $0.isOver }) {
      let (places, isStale) = state.withLock { state in
        defer { state.isStale = false }
        return ((state.deep, state.flat), state.isStale)
      }
      if isStale {
        last = Snapshot(deep: places.0, flat: places.1, files)
        events?.watch(last.folders)
        nextLook = .now + Self.interval(events)
      }
      var isChanged = events?.wait(100) ?? false
      if events == nil { Thread.sleep(forTimeInterval: 0.03) }
      if isChanged {
        let start = ContinuousClock.now
        while start.duration(to: .now) < Self.longest, events?.wait(Self.quiet) == true {}
        // There may be a new folder, in which nobody watches yet.
        state.withLock { $0.isStale = true }
      } else if ContinuousClock.now >= nextLook {
        let now = Snapshot(deep: places.0, flat: places.1, files)
        isChanged = now != last
        last = now
        if isChanged { events?.watch(now.folders) }
        nextLook = .now + Self.interval(events)
      }
      if isChanged { tell.yield() }
    }
  }

  /// How often one looks, where the system tells and where it does not.
  private static func interval(_ events: SystemEvents?) -> Duration {
    events == nil ? .milliseconds(90) : .seconds(1)
  }
}

/// The files of some folders as they are at a moment.
private struct Snapshot: Equatable {
  var found: [String: FileSystem.Status] = [:]
  var folders: [String] = []

  init() {}

  init(deep: [String], flat: [String], _ files: FileSystem) {
    for folder in flat {
      folders.append(folder)
      for name in files.list(folder) {
        let path = folder + "/" + name
        if let status = files.statusOfTarget(path), status.kind == .regular { found[path] = status }
      }
    }
    for path in deep { add(path, files) }
  }

  private mutating func add(_ path: String, _ files: FileSystem) {
    guard let status = files.statusOfTarget(path) else { return }
    if status.kind == .folder {
      folders.append(path)
      // A link may lead upwards.
      let isLink = files.isLink(path)
      for name in files.list(path) where !Self.ignored.contains(name) {
        if !isLink || !files.isFolder(path + "/" + name) { add(path + "/" + name, files) }
      }
    } else {
      found[path] = status
    }
  }

  private static let ignored: Set = [".build", ".git", ".swiftpm", ".DS_Store"]
}

/// What the system tells of folders: inotify on Linux, nothing elsewhere.
private final class SystemEvents {
  #if canImport(Glibc)
    private let descriptor: CInt
    private var watched: [CInt: String] = [:]

    init?() {
      descriptor = inotify_init1(0)
      guard descriptor >= 0 else { return nil }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    deinit { close(descriptor) }

    /// A folder that has another one's name since is another folder, so all are asked for again.
    func watch(_ folders: [String]) {
      let mask =
        UInt32(IN_CLOSE_WRITE) | UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_DELETE)
        | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE_SELF)
        | UInt32(IN_MOVE_SELF) | UInt32(IN_ATTRIB)
      var now: [CInt: String] = [:]
      for folder in folders {
        let watch = inotify_add_watch(descriptor, folder, mask)
        if watch >= 0 { now[watch] = folder }
      }
      for watch in watched.keys where now[watch] == nil { inotify_rm_watch(descriptor, watch) }
      watched = now
    }

    /// Whether something was told within so many milliseconds.
    func wait(_ milliseconds: Int32) -> Bool {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, milliseconds) > 0 else { return false }
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      var count = 0
      while true {
        let got = read(descriptor, &buffer, buffer.count)
        if got <= 0 { break }
        count += got
      }
      return count > 0
    }
  #else
    init?() { return nil }
    func watch(_ folders: [String]) {}
    func wait(_ milliseconds: Int32) -> Bool { false }
  #endif
}
