// Chromium: a browser without a window that tests drive, by the browser's own protocol over two pipes.

import Foundation
import Synchronization

package final class Chromium: Sendable {
  package static let path = [
    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].first { FileManager.default.isExecutableFile(atPath: $0) }

  package struct Failure: Error, CustomStringConvertible {
    package var description: String

    package init(_ description: String) { self.description = description }
  }

  private let folder: String
  private let process: Process
  private let orders: FileHandle
  private let answers: FileHandle
  private struct State {
    var number = 0
    var session: String?
    var rest = Data()
  }
  private let state = Mutex(State())

  /// Starts a browser with one empty page.
  package init(width: Int = 1000, height: Int = 700) throws {
    let folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("galley-browser-\(UUID().uuidString)").path
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for pipe in ["orders", "answers"] {
      guard mkfifo(folder + "/" + pipe, 0o600) == 0 else { throw Failure("no pipe") }
    }
    process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The protocol's pipes are the descriptors 3 and 4. Opened for both, so that no side waits for the other.
    process.arguments = [
      "-c", "exec \"$@\" 3<>\"$0/orders\" 4<>\"$0/answers\"", folder, Self.path ?? "chromium",
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--disable-dev-shm-usage", "--window-size=\(width),\(height)",
      "--user-data-dir=\(folder)/profile", "--remote-debugging-pipe", "about:blank",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    // Ours are opened for both as well, and closed with us.
    let ends = ["orders", "answers"].map { open(folder + "/" + $0, O_RDWR | O_CLOEXEC) }
    orders = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    answers = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    try process.run()
    let targets = try order("Target.getTargets")["targetInfos"] as? [[String: Any]] ?? []
    guard let page = targets.first(where: { $0["type"] as? String == "page" })?["targetId"] else {
      throw Failure("the browser has no page")
    }
    let session = try order("Target.attachToTarget", ["targetId": page, "flatten": true])
    let name = session["sessionId"] as? String
    state.withLock { $0.session = name }
    _ = try order("Page.enable")
  }

  package func close() {
    _ = try? order("Browser.close", isOfPage: false)
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Goes to an address, and waits until the page is there.
  package func go(to address: String) throws {
    _ = try order("Page.navigate", ["url": address])
    try wait("document.readyState === 'complete' && location.href !== 'about:blank'")
  }

  /// The value of an expression of JavaScript; a promise is waited for.
  package func value(_ script: String) throws -> Any? {
    let answer = try order(
      "Runtime.evaluate",
      ["expression": script, "returnByValue": true, "awaitPromise": true])
    if let exception = answer["exceptionDetails"] as? [String: Any] {
      throw Failure("\(script): \(exception)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  package func text(_ script: String) throws -> String { try value(script) as? String ?? "" }

  package func number(_ script: String) throws -> Double {
    (try value(script) as? NSNumber)?.doubleValue ?? .nan
  }

  /// Waits until an expression is true.
  package func wait(_ script: String, seconds: Double = 60) throws {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if let isTrue = try? value(script) as? Bool, isTrue { return }
      usleep(5_000)
    }
    let page = (try? text("document.body.innerText")) ?? ""
    throw Failure("after \(seconds) s it is not so: \(script)\n\(page.prefix(3000))")
  }

  /// Sends one order and reads on until its answer comes.
  private func order(
    _ method: String, _ parameters: [String: Any] = [:], isOfPage: Bool = true
  ) throws -> [String: Any] {
    try state.withLock { state in
      state.number += 1
      var message: [String: Any] = ["id": state.number, "method": method, "params": parameters]
      if isOfPage, let session = state.session { message["sessionId"] = session }
      orders.write(try JSONSerialization.data(withJSONObject: message) + Data([0]))
      while true {
        while let end = state.rest.firstIndex(of: 0) {
          let part = Data(state.rest[state.rest.startIndex..<end])
          state.rest = Data(state.rest[(end + 1)...])
          guard let answer = try JSONSerialization.jsonObject(with: part) as? [String: Any],
            answer["id"] as? Int == state.number
          else { continue }
          if let error = answer["error"] { throw Failure("\(method): \(error)") }
          return answer["result"] as? [String: Any] ?? [:]
        }
        var request = pollfd(
          fd: answers.fileDescriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, 60_000) > 0 else {
          throw Failure("the browser does not answer \(method)")
        }
        state.rest += answers.availableData
      }
    }
  }
}
