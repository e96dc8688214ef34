// The story of a maintainer whose library changed, and that of a run that is killed.

import Foundation
import Testing

@Suite(.serialized) struct FixStoryTests {
  /// Claims in examples, sentences, formulas and tables: thirty in each of four essays.
  private static func essay(_ number: Int) -> String {
    let places = (1...10).map { 30 * number + $0 }
    let lines = places.map { "rate(\($0))  // → \(rate($0, 100))\n" }.joined()
    let rows = places.map { "| \($0 + 10) | \(rate($0 + 10, 100))<!-- = rate(\($0 + 10)) --> |\n" }
      .joined()
    let words = places.map { "$r = \(rate($0 + 20, 100))$<!-- = rate(\($0 + 20)) -->" }
      .joined(separator: ",\n")
    return
      "# Rates \(number)\n\n```swift\n\(lines)```\n\n| n | rate |\n|---|---|\n\(rows)\nAnd \(words).\n"
  }

  /// As the library computes it, with four decimals.
  private static func rate(_ n: Int, _ factor: Int) -> String {
    let value = (12_000 + 20 * n) * factor / 100
    return "\(value / 10_000).\(String(value % 10_000 + 10_000).dropFirst())"
  }

  private static func library(_ factor: Int) -> String {
    "public func rate(_ n: Int) -> Double { Double((12_000 + 20 * n) * \(factor)) / 1_000_000 }\n"
  }

  @Test func aChangeOfTheLibraryRefutesManyClaimsAndOneCommandAcceptsThem() throws {
    var files = [
      "Package.swift": """
      // swift-tools-version: 5.9
      import PackageDescription
      let package = Package(
        name: "Rates", products: [.library(name: "Rates", targets: ["Rates"])],
        targets: [.target(name: "Rates")])

      """, "Sources/Rates/Rates.swift": Self.library(100), ".gitignore": ".*\n",
      "galley.yml": "title: Rates\nlibrary:\n  product: Rates\n  imports: [Rates]\n",
      "content/index.md": Self.essay(0),
    ]
    for number in 1...3 { files["content/rates-\(number).md"] = Self.essay(number) }
    let project = try ScratchProject(files)
    defer { project.remove() }
    try project.delete("content/one.md")
    #expect(try project.galley("check").output == "120 of 120 claims hold (4 essays)\n")
    try project.git("init", "--quiet")
    try project.git("add", ".")

    try project.write(Self.library(101), to: "Sources/Rates/Rates.swift")
    try project.git("add", ".")
    let shown = try project.galley("check")
    #expect(shown.status == 1)
    #expect(shown.errors.components(separatedBy: "[claim.refuted]").count - 1 == 120)
    let accepted = try project.fix()
    #expect(accepted.status == 0, "\(accepted.errors)")
    #expect(accepted.output.contains("\nwrote 120 corrections in 4 files\n120 of 120 claims hold"))
    #expect(try project.galley("check").output == "120 of 120 claims hold (4 essays)\n")

    let diff = try project.git("diff", "--word-diff=porcelain", "-U0").split(separator: "\n")
    let changes = diff.filter { line in
      ["+", "-"].contains(line.first) && !line.hasPrefix("+++") && !line.hasPrefix("---")
    }
    #expect(changes.count == 240, "old and new")
    for change in changes {
      let words = change.dropFirst()
      let isClaim = words.contains("rate(") || words.contains { $0.isNumber }
      #expect(isClaim, "\(change)")
    }
    let files2 = diff.filter { $0.hasPrefix("+++ ") }
    #expect(files2.count == 4 && files2.allSatisfy { $0.contains("content/") })
    // Letter by letter: the new essays are the old ones with other numbers.
    for number in 0...3 {
      let path = number == 0 ? "content/index.md" : "content/rates-\(number).md"
      var text = Self.essay(number)
      for n in (30 * number + 1...30 * number + 30).reversed() {
        text.replace(Self.rate(n, 100), with: "\u{1}\(n)\u{1}")
      }
      for n in 30 * number + 1...30 * number + 30 {
        let value = Double((12_000 + 20 * n) * 101) / 1_000_000
        text.replace("\u{1}\(n)\u{1}", with: String(format: "%.4f", value))
      }
      #expect(project.text(of: path) == text)
    }
  }

  /// By day fewer than the fifty moments of the night.
  @Test func aRunThatIsKilledLeavesEachFileOldOrNew() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    try project.delete("content/one.md")
    // Long enough that writing it takes a while.
    let filler = "\n<!--" + String(repeating: "letters and words ", count: 4_000) + "-->\n"
    let old = "1.25<!-- = 1.26 -->\n" + filler
    let new = "1.26<!-- = 1.26 -->\n" + filler
    let paths = ["content/index.md"] + (1...4).map { "content/more-\($0).md" }
    func reset() throws { for path in paths { try project.write(old, to: path) } }
    try reset()
    let clock = ContinuousClock()
    var whole = try clock.measure { _ = try project.fix() }
    try reset()
    whole = min(whole, try clock.measure { _ = try project.fix() })
    #expect(paths.allSatisfy { project.text(of: $0) == new })

    var states: [Int: Int] = [:]
    var torn = 0
    for turn in 0..<(EssayMutants.areAllTried ? 50 : 6) {
      try reset()
      for name in project.unfinished { try project.delete("content/" + name) }
      let run = try project.start(["fix"], environment: ["CI": ""])
      switch turn % 3 {
      case 0: usleep(UInt32.random(in: 0...UInt32(whole / .microseconds(1))))
      // While it writes, which takes the shortest time of all: the first file, or the others.
      case 1: while run.process.isRunning, project.unfinished.isEmpty {}
      default:
        while run.process.isRunning, project.text(of: paths[0]) == old {}
        usleep(UInt32.random(in: 0...1000))
      }
      kill(run.process.processIdentifier, SIGKILL)
      run.process.waitUntilExit()
      let texts = paths.map { project.text(of: $0) }
      #expect(texts.allSatisfy { $0 == old || $0 == new }, "in turn \(turn)")
      let done = texts.count { $0 == new }
      states[done, default: 0] += 1
      if !project.unfinished.isEmpty || (1..<paths.count).contains(done) { torn += 1 }
    }
    print("killed after so many of \(paths.count) files: \(states.sorted { $0.key < $1.key })")
    #expect(torn > 0, "some were killed while they wrote")
    try reset()
    // As a run leaves it that is killed in the last moment.
    try project.write("half", to: "content/.galley-fix-999999999")
    #expect(try project.fix().status == 0)
    #expect(paths.allSatisfy { project.text(of: $0) == new })
    #expect(
      project.contents(of: "content").keys.sorted()
        == paths.map { $0.replacing("content/", with: "") }.sorted())
  }
}

extension ScratchProject {
  @discardableResult
  fileprivate func git(_ words: String...) throws -> String {
    let run = try start(["git"] + words, executable: "/usr/bin/env").finish()
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  /// Corrected files that are being written beside their essays.
  fileprivate var unfinished: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/content")) ?? []
    return names.filter { $0.hasPrefix(".galley-fix-") }
  }
}
