// StandingWorker: a worker process that stays for the next order, with its scripts loaded. One that ended is started again.

import Foundation

package actor StandingWorker {
  private let command: WorkerCommand
  private var connection: Connection?

  package init(_ command: WorkerCommand) { self.command = command }

  /// - Throws: as `Typesetter.typeset`.
  func answer(_ order: TypesettingOrder) async throws -> [TypesettingResult] {
    let message = MessageFrame.framed(try JSONEncoder().encode(order))
    // The one that is there may have been ended by somebody.
    for _ in 0..<2 {
      let connection = try self.connection ?? Connection(command)
      self.connection = connection
      if let answer = await connection.exchange(message) {
        return try TypesettingAnswer.results(in: answer)
      }
      if self.connection === connection { self.connection = nil }
    }
    throw TypesettingFailure("the typesetting worker ended without an answer")
  }
}

/// A running worker and the socket that leads to it. When nobody holds it any more the worker's orders end, and so does the worker.
private final class Connection: Sendable {
  private let descriptor: CInt
  /// One order at a time, on a thread that may wait.
  private let queue = DispatchQueue(label: "galley.typesetting")

  init(_ command: WorkerCommand) throws {
    var ends: [CInt] = [-1, -1]
    #if os(Linux)
      let kind = CInt(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw TypesettingFailure("no worker can be reached: \(String(cString: strerror(errno)))")
    }
    descriptor = ends[0]
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #if !os(Linux)
      var yes: CInt = 1
      setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<CInt>.size))
    #endif
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command.executable)
    process.arguments = command.arguments + ["--stay"]
    // Closed here as soon as the worker has it: while it is open here too, the worker's end is not noticed.
    defer { close(ends[1]) }
    let other = FileHandle(fileDescriptor: ends[1], closeOnDealloc: false)
    process.standardInput = other
    process.standardOutput = other
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      close(descriptor)
      throw TypesettingFailure("the typesetting worker cannot be started: \(error)")
    }
  }

  deinit { close(descriptor) }

  /// Nil when the worker is gone.
  func exchange(_ message: Data) async -> Data? {
    await withCheckedContinuation { continuation in
      queue.async { [self] in
        continuation.resume(returning: send(message) ? MessageFrame.read(from: descriptor) : nil)
      }
    }
  }

  /// A worker that is gone must not end who speaks to it.
  private func send(_ message: Data) -> Bool {
    #if os(Linux)
      let flags = CInt(MSG_NOSIGNAL)
    #else
      let flags: CInt = 0
    #endif
    return message.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let sent = Foundation.send(descriptor, bytes.baseAddress! + done, bytes.count - done, flags)
        if sent > 0 {
          done += sent
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}
