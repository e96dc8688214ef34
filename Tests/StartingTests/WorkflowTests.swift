// Workflows are YAML that says what it must, and addresses lose what is nobody else's.

import Files
import Foundation
import Testing
import Yams

@testable import Starting

struct WorkflowTests {
  private let known = Workflow(galley: "https://example.org/galley", commit: "0123abc")

  @Test func gitHubBuildsAndKeepsTheSite() throws {
    let text = try #require(known.text(for: .github))
    let yaml = try #require(try Yams.load(yaml: text) as? [String: Any])
    #expect((yaml["env"] as? [String: String])?["GALLEY_COMMIT"] == "0123abc")
    let job = try #require((yaml["jobs"] as? [String: Any])?["site"] as? [String: Any])
    let steps = try #require(job["steps"] as? [[String: Any]])
    let commands = steps.compactMap { $0["run"] as? String }
    #expect(commands.last == "galley build")
    #expect(commands.first?.contains("git clone --quiet \"$GALLEY\" /opt/galley\n") == true)
  }

  @Test func gitLabChecksBranchesAndPublishesOne() throws {
    let text = try #require(known.text(for: .gitlab))
    let yaml = try #require(try Yams.load(yaml: text) as? [String: Any])
    let pages = try #require(yaml["pages"] as? [String: Any])
    #expect(pages["script"] as? [String] == ["galley build", "mv site public"])
    #expect((yaml["check"] as? [String: Any])?["extends"] as? String == ".galley")
    let before = try #require((yaml[".galley"] as? [String: Any])?["before_script"] as? [String])
    #expect(before.count == 4 && before[3].contains(".galley/scripts/install"))
  }

  /// The commands are a shell's, and without an address the first of them stops with words.
  @Test(arguments: [IntegrationService.github, .gitlab])
  func withoutAnAddressItSaysSo(_ service: IntegrationService) throws {
    #expect(Workflow().isIncomplete && !known.isIncomplete)
    let text = try #require(Workflow().text(for: service))
    let guardLine = try #require(
      text.split(separator: "\n").first { $0.contains("test -n") }.map {
        $0.trimmingCharacters(in: .whitespaces)
      })
    func run(_ address: String) throws -> (Int32, String) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-ec", guardLine + "\necho on"]
      process.environment = ["GALLEY": address, "GALLEY_COMMIT": address]
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = pipe
      try process.run()
      let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
    let without = try run("")
    #expect(without.0 == 1 && without.1.contains("write Galley's address"))
    #expect(try run("https://example.org").1 == "on\n")
  }

  @Test(arguments: [
    ("https://github.com/a/b.git", "https://github.com/a/b.git"),
    ("https://me:secret@github.com/a/b", "https://github.com/a/b"),
    ("git@gitlab.com:a/b.git", "https://gitlab.com/a/b.git"),
    ("ssh://git@example.org:2222/a/b", "https://example.org/a/b"), ("/srv/galley", nil),
    ("../galley", nil), ("file:///srv/galley", nil),
  ])
  func addressesAreForEverybody(_ address: String, _ plain: String?) {
    #expect(GitFolder.plain(address) == plain)
  }

  @Test func aRepositorySaysWhereItIsFrom() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/galley-git-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = FileSystem.disk
    let hash = String(repeating: "a1", count: 20)
    for (name, text) in [
      ("HEAD", "ref: refs/heads/main\n"), ("packed-refs", "# pack-refs\n\(hash) refs/heads/main\n"),
      (
        "config",
        "[remote \"other\"]\n\turl = https://x.org/o\n[remote \"origin\"]\n\turl = git@gitlab.com:a/b\n\tfetch = x\n"
      ),
    ] {
      try files.makeFolder(folder + "/.git")
      try files.write(Data(text.utf8), folder + "/.git/" + name)
    }
    try files.makeFolder(folder + "/deep/er")
    let found = try #require(GitFolder(around: folder + "/deep/er", files))
    #expect(found.folder == folder && found.commit == hash)
    #expect(found.origin == "https://gitlab.com/a/b")
    #expect(IntegrationService.of(found, files) == .gitlab)
    try files.makeFolder(folder + "/.github")
    #expect(IntegrationService.of(found, files) == .github, "what is there says more")
    #expect(IntegrationService.of(nil, files) == .github)
  }
}
