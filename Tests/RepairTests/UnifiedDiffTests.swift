// Patches as git takes them: whatever is changed, git itself makes the new file of the old one.

import Diagnostics
import Foundation
import Testing

@testable import Repair

@Suite struct UnifiedDiffTests {
  private func edit(_ lower: Int, _ original: String, _ replacement: String) -> Edit {
    Edit(
      SourceSpan("a.md", lower..<lower + original.utf8.count), original: original,
      replacement: replacement)
  }

  private func diff(_ old: String, _ edits: [Edit], named name: String = "a.md") throws -> String {
    let new = try edits.applied(to: old, of: "a.md")
    return UnifiedDiff.of(FileChange(path: "a.md", old: old, new: new), edits: edits, named: name)
  }

  @Test func theFormIsTheUsualOne() throws {
    let old = (1...12).map { "line \($0)\n" }.joined()
    #expect(
      try diff(old, [edit(33, "5", "five")]) == """
        --- a/a.md
        +++ b/a.md
        @@ -2,7 +2,7 @@
         line 2
         line 3
         line 4
        -line 5
        +line five
         line 6
         line 7
         line 8

        """)
    #expect(try diff(old, []).isEmpty)
  }

  /// What git makes of the old file.
  private func applied(_ patch: String, to old: String?, named name: String) throws -> String? {
    let folder = NSTemporaryDirectory() + "galley-diff-" + UUID().uuidString
    let file = folder + "/" + name
    let files = FileManager.default
    try files.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: folder) }
    if let old { try Data(old.utf8).write(to: URL(fileURLWithPath: file)) }
    try Data(patch.utf8).write(to: URL(fileURLWithPath: folder + "/patch"))
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = ["git", "apply", "--whitespace=nowarn", "patch"]
    git.currentDirectoryURL = URL(fileURLWithPath: folder)
    git.environment = ProcessInfo.processInfo.environment.merging(
      ["GIT_CEILING_DIRECTORIES": folder]) { $1 }
    try git.run()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { return nil }
    return files.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
  }

  private func expectApplies(
    _ old: String, _ edits: [Edit], named name: String = "a.md",
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let new = try edits.applied(to: old, of: "a.md")
    let got = try applied(try diff(old, edits, named: name), to: old, named: name)
    #expect(got.map { Array($0.utf8) } == Array(new.utf8), sourceLocation: place)
  }

  @Test func gitTakesIt() throws {
    let lines = (1...40).map { "line \($0)\n" }.joined()
    try expectApplies(lines, [edit(5, "1", "one")])
    try expectApplies(lines, [edit(5, "1", "one"), edit(33, "5", "5\n6")])
    try expectApplies(lines, [edit(lines.utf8.count - 3, "40", "41"), edit(0, "l", "L")])
    // The same line twice, ends of lines that come and go, and a file without a last one.
    try expectApplies("1 2 3", [edit(0, "1", "one"), edit(4, "3", "three")])
    try expectApplies("a\r\nb 1\r\nc", [edit(5, "1", "2")])
    try expectApplies("a\nb\nc\n", [edit(1, "\n", " "), edit(4, "c", "d")])
    try expectApplies("a\nb\nc\n", [edit(3, "\nc\n", "")])
    try expectApplies("a\n", [edit(2, "", "b")])
    try expectApplies("é\u{2028}1\nx\u{85}2\rz\n", [edit(5, "1", "one")])
    for name in ["two words.md", "ümlaut/ä.md", "a\"b\\c.md", "tab\tend.md", "日本.md"] {
      try expectApplies("1\n", [edit(0, "1", "2")], named: name)
    }
  }

  @Test func aNewFileIsMade() throws {
    let change = FileChange(path: "made", old: nil, new: "1\n2\n")
    let edits = [Edit(SourceSpan("made", 0..<0), original: "", replacement: "1\n2\n")]
    let patch = UnifiedDiff.of(change, edits: edits, named: "made")
    #expect(patch.hasPrefix("--- /dev/null\n+++ b/made\n@@ -0,0 +1,2 @@\n"))
    #expect(try applied(patch, to: nil, named: "made") == "1\n2\n")
  }

  /// Hundreds of changes at random places, each of which git would refuse if one number were wrong.
  @Test func gitTakesWhateverIsChanged() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<40 {
      let count = Int.random(in: 1...60, using: &generator)
      let lines = (0..<count).map { "\($0) word \(Int.random(in: 0...9, using: &generator))\n" }
      let old = lines.joined()
      var edits: [Edit] = []
      var start = 0
      for line in lines {
        defer { start += line.utf8.count }
        guard Int.random(in: 0...3, using: &generator) == 0 else { continue }
        let place = start + line.utf8.count - 2
        let digit = String(line.dropLast().suffix(1))
        edits.append(
          edit(place, digit, ["x", "", "12\n13", "7"].randomElement(using: &generator)!))
      }
      // Of nothing git makes an error.
      if try edits.applied(to: old, of: "a.md") != old { try expectApplies(old, edits) }
    }
  }
}
