// The binary alone: copied elsewhere, it verifies and builds a site while nobody can see the checkout that it was built
// in. Linux mounts an empty folder over it, in a namespace of the process's own; macOS forbids to read it.

import Foundation
import Testing

struct MovedBinaryTests {
  /// The words before a command, for which the repository's folder is not there.
  private static let hiding: [String] = {
    #if os(macOS)
      let rule = "(version 1)(allow default)(deny file-read* (subpath \"\(ScratchProject.root)\"))"
      return ["/usr/bin/sandbox-exec", "-p", rule]
    #else
      let script = "mount -t tmpfs none '\(ScratchProject.root)' && exec \"$@\""
      return [
        "/usr/bin/unshare", "--user", "--map-root-user", "--mount", "/bin/sh", "-c", script, "sh",
      ]
    #endif
  }()

  private static func run(_ words: [String], in folder: String) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: hiding[0])
    process.arguments = hiding.dropFirst() + words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Some systems let nobody but root have namespaces.
  private static let canHide = (try? run(["/bin/sh", "-c", ":"], in: "/"))?.0 == 0

  @Test(.enabled(if: canHide, "nothing can be hidden from a process on this system"))
  func theBinaryAloneChecksAndBuilds() throws {
    let project = try ScratchProject([
      "content/three.md": """
      # Three

      ```swift figure
      Figure(
        "A line", describing: "It rises.", x: .linear("x", 0...1), y: .linear("y", 0...1)
      ) {
        Line(over: 0...1) { $0 }
      }
      ```

      Figure: A line that rises.
      """
    ])
    defer { project.remove() }
    let galley = project.folder + "/moved"
    try FileManager.default.copyItem(atPath: ScratchProject.executable(), toPath: galley)
    let root = ScratchProject.root
    #expect(
      try Self.run(["/bin/sh", "-c", "test ! -e '\(root)/Package.swift'"], in: "/").0 == 0,
      "the checkout is out of sight")
    let check = try Self.run([galley, "check"], in: project.folder)
    #expect(check.0 == 0, "\(check.1)")
    let build = try Self.run([galley, "build"], in: project.folder)
    #expect(build.0 == 0, "\(build.1)")
    #expect(project.text(of: "site/three.html")?.contains("<svg") == true)
    #expect(project.asset("style.css")?.isEmpty == false)
  }
}
