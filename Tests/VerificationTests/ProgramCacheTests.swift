// Compiled programs are kept: what they compute must never be what an older library computed.

import Diagnostics
import Foundation
import Markup
import Testing

@testable import Verification

/// One test after the other: all build the same package.
@Suite(.serialized)
struct ProgramCacheTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent(".build/galley-cache-test").path

  /// The library's answers, each in another place: a body that programs call, one that they have inlined,
  /// the value of an argument that is left out, the size of a type, a constant of a C header, one of a file
  /// that the header includes, one of a header that stands outside of the targets' folders, a source in a folder
  /// that a link leads to.
  struct Answers: Equatable {
    var called = 1
    var inlined = 1
    var standard = 1
    var fields = 1
    var header = 1
    var included = 1
    var outside = 1
    var linked = 1
  }

  private func write(_ answers: Answers) throws {
    let fields = (0..<answers.fields).map { "var field\($0) = \($0)" }.joined(separator: "; ")
    let files = [
      "Package.swift": """
      // swift-tools-version: 5.9
      import PackageDescription
      let package = Package(
        name: "Kept", products: [.library(name: "Kept", targets: ["Kept"])],
        targets: [.target(name: "CKept"), .target(name: "Kept", dependencies: ["CKept"])])
      """,
      "Sources/CKept/kept.c": "#include \"kept.h\"\n",
      "Sources/CKept/include/kept.h":
        """
      #include "values.inc"
      #include "../../../Elsewhere/outside.h"
      static inline int c_header(void) { return \(answers.header); }
      static inline int c_included(void) { return INCLUDED; }
      static inline int c_outside(void) { return OUTSIDE; }

      """,
      "Sources/CKept/include/values.inc": "#define INCLUDED \(answers.included)\n",
      "Linked/Linked.swift": "@inline(never) public func linked() -> Int { \(answers.linked) }\n",
      "Elsewhere/outside.h": "#define OUTSIDE \(answers.outside)\n",
      "Sources/Kept/Kept.swift": """
      @_exported import CKept
      @inline(never) public func called() -> Int { \(answers.called) }
      @inlinable public func inlined() -> Int { \(answers.inlined) }
      public func standard(_ number: Int = \(answers.standard)) -> Int { number }
      public struct Fields { \(fields); public init() {} }
      @inlinable public func header() -> Int { Int(c_header()) }
      """,
    ]
    try Scratch.write(files, to: Self.folder)
    let link = Self.folder + "/Sources/Kept/Linked"
    guard !FileManager.default.fileExists(atPath: link) else { return }
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "../../Linked")
  }

  private func workshop() throws -> Workshop {
    try Workshop(project: Self.folder, imports: ["Kept"], product: "Kept", jobs: 1)
  }

  private func computed(_ text: String) async throws -> [String?] {
    let essay = parse(text, path: "content/a.md").value
    return try await verify([essay], in: workshop()).value.flatMap(\.claims).map(\.computed)
  }

  /// What the library answers now, asked by one and the same program.
  private func asked() async throws -> [String?] {
    try await computed(
      "```swift\ncalled() // → 0\ninlined() // → 0\nstandard() // → 0\n"
        + "MemoryLayout<Fields>.size / 8 // → 0\nheader() // → 0\nc_included() // → 0\n"
        + "c_outside() // → 0\nlinked() // → 0\n```\n")
  }

  private var kept: Set<String> {
    let folder = Workshop.folder(of: Self.folder) + "/compiled"
    return Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
  }

  @Test func whateverChangesInTheLibraryIsSeen() async throws {
    var answers = Answers()
    try write(answers)
    let start = try await asked()
    #expect(start == Array(repeating: "1", count: 8))
    let first = kept
    // The library is shared: another body needs no other program.
    answers.called = 2
    try write(answers)
    #expect(try await asked() == ["2", "1", "1", "1", "1", "1", "1", "1"])
    for change in [
      \Answers.inlined, \.standard, \.fields, \.header, \.included, \.outside, \.linked,
    ] {
      answers[keyPath: change] = 2
      try write(answers)
      let expected = [
        answers.called, answers.inlined, answers.standard, answers.fields, answers.header,
        answers.included, answers.outside, answers.linked,
      ]
      let got = try await asked()
      #expect(got == expected.map { String($0) })
    }
    #expect(kept.isSuperset(of: first))
  }

  @Test func aProgramIsCompiledOnceAndItsWarningsAreToldEachTime() async throws {
    try write(Answers())
    let number = Int.random(in: 1...1_000_000_000)
    let text =
      "```swift\nfunc n() -> Int { var n = \(number); return n + called() }\nn() // → \(number + 1)\n```\n"
    let before = kept
    for _ in 1...2 {
      let essay = parse(text, path: "content/a.md").value
      let verified = try await verify([essay], in: workshop())
      #expect(verified.value.flatMap(\.claims).map(\.verdict) == [.held])
      #expect(verified.log.diagnostics.map(\.severity) == [.warning])
      #expect(kept.subtracting(before).count == 1)
    }
  }

  /// A digit that an author mends costs no compilation, and is judged.
  @Test func anotherClaimIsTheSameProgram() async throws {
    try write(Answers())
    let number = Int.random(in: 1...1_000_000_000)
    let before = kept
    for wrote in [number + 1, number] {
      let text =
        "```swift\ncalled() + \(number) // → \(wrote)\nprint(called()) // Prints \"\(wrote)\"\n```\n"
      let essay = parse(text, path: "content/a.md").value
      let verdicts = try await verify([essay], in: workshop()).value.flatMap(\.claims).map(
        \.verdict)
      #expect(verdicts == [wrote == number + 1 ? .held : .refuted, .refuted])
      #expect(kept.subtracting(before).count == 1)
    }
  }

  /// A string that looks like a claim is part of the program.
  @Test func textInAStringIsNoClaim() async throws {
    try write(Answers())
    for word in ["a", "b"] {
      let text = "```swift\ncalled().description + \"// → \(word)\" // → \"1// → a\"\n```\n"
      #expect(try await computed(text) == ["\"1// → \(word)\""])
    }
  }

  @Test func anotherTextIsAnotherProgram() async throws {
    try write(Answers())
    #expect(try await computed("```swift\ncalled() + 1 // → 0\n```\n") == ["2"])
    #expect(try await computed("```swift\ncalled() + 2 // → 0\n```\n") == ["3"])
  }

  /// A claim must not pass because a part of what was kept is gone, and a cut program must not stay for ever.
  @Test(arguments: ["lost", "cut", "overwritten", "locked", "unsealed"])
  func whatIsDamagedIsCompiledAnew(_ damage: String) async throws {
    try write(Answers())
    let text = "```swift\ncalled() + \(Int.random(in: 1...1_000_000_000)) // → 0\n```\n"
    let before = kept
    let expected = try await computed(text)
    let entry = try #require(kept.subtracting(before).first)
    let folder = Workshop.folder(of: Self.folder) + "/compiled/" + entry
    let program = folder + "/program"
    switch damage {
    case "lost": try FileManager.default.removeItem(atPath: program)
    case "cut": truncate(program, 20_000)
    case "overwritten":
      var bytes = try Data(contentsOf: URL(fileURLWithPath: program))
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: URL(fileURLWithPath: program))
    case "locked": chmod(program, 0o600)
    default: try FileManager.default.removeItem(atPath: folder + "/seal")
    }
    let essay = parse(text, path: "content/a.md").value
    let verified = try await verify([essay], in: workshop())
    #expect(verified.value.flatMap(\.claims).map(\.verdict) == [.refuted])
    #expect(verified.value.flatMap(\.claims).map(\.computed) == expected)
    #expect(FileManager.default.isExecutableFile(atPath: program))
  }

  @Test func whatMakeIsToldIsRead() {
    let text = "a.o: /one.h \\\n  /with\\ space.h \\\n  /two.h\nb.o : /three.h\n\n"
    #expect(
      MakeRule.prerequisites(text) == ["/one.h", "/with space.h", "/two.h", "/three.h"])
  }
}
