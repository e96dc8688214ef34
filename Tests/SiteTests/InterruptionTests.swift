// A run that somebody stops takes what it started with it.

import Foundation
import Testing

@Suite struct InterruptionTests {
  @Test(arguments: [SIGTERM, SIGHUP])
  func aRunThatIsStoppedLeavesNothingRunningAndNothingBehind(_ number: Int32) async throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let mark = project.folder + "/running"
    try project.write(
      """
      # One

      ```swift timeout=600s
      import Foundation
      let me = String(ProcessInfo.processInfo.processIdentifier)
      try me.write(toFile: "\(mark)", atomically: true, encoding: .utf8)
      while me.count < 100 { sleep(1) }
      ```
      """, to: "content/one.md")
    let galley = Process()
    galley.executableURL = URL(fileURLWithPath: try ScratchProject.executable())
    galley.arguments = ["check", "--project", project.folder]
    galley.standardError = FileHandle.nullDevice
    try galley.run()
    while project.text(of: "running") == nil, galley.isRunning {
      try await Task.sleep(for: .milliseconds(50))
    }
    let program = try #require(project.text(of: "running").flatMap { Int32($0) })
    #expect(kill(program, 0) == 0)

    kill(galley.processIdentifier, number)
    galley.waitUntilExit()
    #expect(galley.terminationReason == .uncaughtSignal)
    #expect(galley.terminationStatus == number)
    #expect(kill(program, 0) == -1 && errno == ESRCH, "the program is gone")
    #expect(project.contents(of: ".build/galley/programs").isEmpty)
  }
}
