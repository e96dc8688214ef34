// Serve: the author's loop. Whatever is written is read, verified and shown, until somebody ends it.

import Diagnostics
import Files
import FlyingSocks
import Foundation
import Site

/// How a site is served.
package struct ServeOptions: Sendable {
  /// Nil for the first that is free, from 8000 upwards.
  package var port: UInt16?

  package init(port: UInt16? = nil) { self.port = port }
}

/// Serves a project's pages as they are at the moment, on this machine alone, until the task is cancelled.
///
/// - Parameters:
///   - isListening: called once with the address, when pages can be asked for.
///   - report: called whenever something else is shown.
/// - Throws: `Refusal` where there is no project or no port, `MissingTool` or `MissingPart` when nothing can be verified here.
package func serve(
  _ folder: String, _ options: Options, _ serving: ServeOptions,
  isListening: @escaping @Sendable (_ address: String) -> Void,
  report: @escaping @Sendable (LiveState) -> Void
) async throws {
  let stage = Stage(options.files)
  let (server, port, task) = try await listen(on: serving.port, stage)
  let watcher = FolderWatch(options.files)
  let project = LiveProject(
    folder, options, stage: stage, watch: { watcher.watch(deep: $0, flat: $1) }, report: report)
  await project.start()
  isListening("http://127.0.0.1:\(port)/")
  let result: Result<Void, any Error>
  do {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await withTaskCancellationHandler {
          try await task.value
        } onCancel: {
          task.cancel()
        }
      }
      group.addTask {
        try await project.update()
        for await _ in watcher.changes { try await project.update() }
      }
      try await group.next()
      group.cancelAll()
    }
    result = .success(())
  } catch {
    result = .failure(error)
  }
  watcher.stop()
  task.cancel()
  await project.stop()
  withExtendedLifetime(server) {}
  try result.get()
}

/// A server on the port that is asked for, or on the first one that is free.
private func listen(
  on port: UInt16?, _ stage: Stage
) async throws -> (PageServer, UInt16, Task<Void, any Error>) {
  let wanted = port.map { [$0] } ?? Array(8000...8020)
  for port in wanted {
    let server = try PageServer(port: port)
    let task = Task { try await server.run() }
    do {
      let port = try await server.port()
      server.answer(by: PageHandler(stage: stage, hosts: HostNames(port: port)))
      return (server, port, task)
    } catch let error as SocketError {
      task.cancel()
      if case .failed(_, let code, _) = error, code == EADDRINUSE, wanted.count > 1 { continue }
      throw Refusal.missing(
        "port \(port) cannot be listened on: \(error.reason); name another --port")
    }
  }
  throw Refusal.missing("all ports from 8000 to 8020 are taken: name another --port")
}

extension SocketError {
  fileprivate var reason: String {
    if case .failed(_, _, let message) = self { message.lowercased() } else { "\(self)" }
  }
}
