// Compiled programs are kept: what they compute must never be what an older library computed.

import Foundation
import Testing

@testable import Running

/// One test after the other: all build the same package.
@Suite(.serialized)
struct ProgramCacheTests {
  static let folder = Scratch.folder + "/kept"

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

  private func run(_ code: String) async throws -> Run {
    var shop = try Scratch.workshop("kept")
    shop.products = ["Kept"]
    // What became of a program is kept too, and would be used before what it was compiled to.
    shop.isFresh = true
    return try await Scratch.run(code, imports: ["Kept"], in: shop)
  }

  /// What the library answers now, asked by one and the same program.
  private func asked() async throws -> [String]? {
    let questions = [
      "called()", "inlined()", "standard()", "MemoryLayout<Fields>.size / 8", "header()",
      "Int(c_included())", "Int(c_outside())", "linked()",
    ]
    return try await run(questions.map { "_ = __galley_value(1, \($0))\n" }.joined()).numbers()
  }

  private var kept: Set<String> {
    let folder = Workshop.folder(of: Self.folder) + "/compiled"
    return Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
  }

  /// Some 15 s of processor time: SwiftPM makes the library anew for every kind of change, for only that shows what it notices.
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

  /// A number that no other run of the tests has met.
  private var fresh: Int { Int.random(in: 1...1_000_000_000) }

  @Test func aProgramIsCompiledOnceAndItsWarningsAreToldEachTime() async throws {
    try write(Answers())
    let number = fresh
    let code =
      "func n() -> Int { var n = \(number); return n + called() }\n_ = __galley_value(1, n())"
    let before = kept
    for _ in 1...2 {
      let run = try await run(code)
      #expect(run.numbers() == [String(number + 1)])
      #expect(run.messages.map(\.severity) == [.warning])
      #expect(kept.subtracting(before).count == 1)
    }
  }

  /// Nothing of a text is left out: what looks like a comment may be part of a string.
  @Test func anotherTextIsAnotherProgram() async throws {
    try write(Answers())
    let number = fresh
    for word in ["a", "bb"] {
      let code =
        "let s = ##\"\"\"\n\(number)\"\"\"# // → \(word)\n\"\"\"##\n_ = __galley_value(1, s)"
      #expect(try await run(code).numbers() == ["\(number)\"\"\"# // → \(word)"])
    }
  }

  /// A program must not pass for another because a part of what was kept is gone, and a cut one must not stay for ever.
  @Test(arguments: ["lost", "cut", "overwritten", "locked", "unsealed", "another's"])
  func whatIsDamagedIsCompiledAnew(_ damage: String) async throws {
    try write(Answers())
    let number = fresh
    let code = "_ = __galley_value(1, called() + \(number))"
    let before = kept
    #expect(try await run(code).numbers() == [String(number + 1)])
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
    case "another's":
      try "other".write(toFile: folder + "/key", atomically: false, encoding: .utf8)
      try FileManager.default.removeItem(atPath: folder + "/seal")
      try Seal.close(folder, .disk)
    default: try FileManager.default.removeItem(atPath: folder + "/seal")
    }
    #expect(try await run(code).numbers() == [String(number + 1)])
    #expect(Seal.isWhole(folder, .disk) && FileManager.default.isExecutableFile(atPath: program))
  }

  @Test func whatMakeIsToldIsRead() {
    let text = "a.o: /one.h \\\n  /with\\ space.h \\\n  /two.h\nb.o : /three.h\n\n"
    #expect(
      MakeRule.prerequisites(text) == ["/one.h", "/with space.h", "/two.h", "/three.h"])
  }
}
