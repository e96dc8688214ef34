// The library under test: built from a real package with a C target, and only when it changed.

import Diagnostics
import Foundation
import Markup
import Testing

@testable import Verification

/// One test after the other: all build the same package.
@Suite(.serialized)
struct LibraryBuildTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent(".build/galley-library-test").path

  /// A package whose library, of no stated type, is Swift over C.
  private func writePackage(answer: Int, type: String = "") throws {
    let files = [
      "Package.swift": """
      // swift-tools-version: 5.9
      import PackageDescription
      let package = Package(
        name: "Answers", products: [.library(name: "Answers", \(type)targets: ["Answers"])],
        targets: [.target(name: "CAnswers"), .target(name: "Answers", dependencies: ["CAnswers"])])
      """,
      "Sources/CAnswers/include/answers.h": "int c_answer(void);\n",
      "Sources/CAnswers/answers.c":
        "#include \"answers.h\"\nint c_answer(void) { return \(answer); }\n",
      "Sources/Answers/Answers.swift": """
      import CAnswers
      public func answer() -> Int { Int(c_answer()) }
      @inlinable public func inlined() -> Int { Int(c_answer()) }
      """,
    ]
    try Scratch.write(files, to: Self.folder)
  }

  private func verified(
    product: String = "Answers", progress: @Sendable (String, Int) -> Void = { _, _ in }
  ) async throws -> Diagnosed<[VerifiedEssay]> {
    let text = "```swift\nanswer()     // → 42\ninlined()    // → 42\n```\n"
    let workshop = try Workshop(
      project: Self.folder, imports: ["Answers"], product: product, jobs: 1)
    return try await verify(
      [parse(text, path: "content/a.md").value], in: workshop, progress: progress)
  }

  private var stampDate: Date? {
    let path = Workshop.folder(of: Self.folder) + "/library/stamp.json"
    return try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
  }

  @Test func aLibraryWithACTargetIsBuiltOnceAndAgainWhenItChanges() async throws {
    try writePackage(answer: 42)
    let first = try await verified()
    #expect(first.value.flatMap(\.claims).map(\.verdict) == [.held, .held])
    #expect(first.log.diagnostics.isEmpty)

    let built = try #require(stampDate)
    _ = try await verified()
    #expect(stampDate == built, "nothing changed, so nothing is built")

    try writePackage(answer: 41)
    let changed = try await verified()
    #expect(changed.value.flatMap(\.claims).map(\.computed) == ["41", "41"])
    #expect(changed.log.diagnostics.map(\.id) == [.claimRefuted, .claimRefuted])
  }

  /// Whoever wants another library waits until nobody's programs need the one that stands there.
  @Test func nothingIsBuiltInThePlaceOfALibraryThatIsUsed() async throws {
    try writePackage(answer: 42)
    let workshop = try Workshop(
      project: Self.folder, imports: ["Answers"], product: "Answers", jobs: 1)
    var used: BuiltLibrary? = try await LibraryBuild.library(in: workshop)
    #expect(used?.isSettled == true)
    let built = try #require(stampDate)
    try writePackage(answer: 41)
    let (late, speaker) = AsyncStream.makeStream(of: Void.self)
    let other = Task {
      try await verified { what, _ in if what.hasPrefix("waiting for") { speaker.yield() } }
    }
    for await _ in late { break }
    #expect(stampDate == built)
    used = nil
    #expect(try await other.value.value.flatMap(\.claims).map(\.computed) == ["41", "41"])
  }

  @Test(arguments: ["type: .dynamic, ", "type: .static, "])
  func productsOfEveryTypeCanBeLinked(_ type: String) async throws {
    try writePackage(answer: 42, type: type)
    let found = try await verified()
    #expect(found.log.diagnostics.isEmpty)
    #expect(found.value.flatMap(\.claims).map(\.verdict) == [.held, .held])
  }

  @Test func aPackageBesideTheProjectIsWatchedToo() async throws {
    try writePackage(answer: 42)
    let beside = Self.folder + "-beside"
    try? FileManager.default.removeItem(atPath: beside)
    try FileManager.default.createDirectory(
      atPath: beside + "/Sources/Beside", withIntermediateDirectories: true)
    try """
    // swift-tools-version: 5.9
    import PackageDescription
    let package = Package(
      name: "Beside", products: [.library(name: "Beside", targets: ["Beside"])],
      targets: [.target(name: "Beside")])
    """.write(toFile: beside + "/Package.swift", atomically: true, encoding: .utf8)
    let source = beside + "/Sources/Beside/Beside.swift"
    try "public let base = 42\n".write(toFile: source, atomically: true, encoding: .utf8)
    try """
    // swift-tools-version: 5.9
    import PackageDescription
    let package = Package(
      name: "Answers", products: [.library(name: "Answers", targets: ["Answers"])],
      dependencies: [.package(path: "../\(URL(fileURLWithPath: beside).lastPathComponent)")],
      targets: [
        .target(
          name: "Answers",
          dependencies: [
            .product(name: "Beside", package: "\(URL(fileURLWithPath: beside).lastPathComponent)")
          ])
      ])
    """.write(toFile: Self.folder + "/Package.swift", atomically: true, encoding: .utf8)
    try """
    import Beside
    public func answer() -> Int { base }
    public func inlined() -> Int { base }
    """.write(
      toFile: Self.folder + "/Sources/Answers/Answers.swift", atomically: true, encoding: .utf8)
    let first = try await verified().log.diagnostics.map(\.message)
    #expect(first == [])
    try "public let base = 41\n".write(toFile: source, atomically: true, encoding: .utf8)
    #expect(try await verified().log.diagnostics.map(\.id) == [.claimRefuted, .claimRefuted])
  }

  @Test func aLibraryThatDoesNotCompileIsSaidSo() async throws {
    try writePackage(answer: 42)
    let source = Self.folder + "/Sources/Answers/Answers.swift"
    try "public func answer() -> Int { \"text\" }\n".write(
      toFile: source, atomically: true, encoding: .utf8)
    let broken = try await verified()
    #expect(broken.log.diagnostics.map(\.id) == [.libraryUnbuildable])
    #expect(broken.log.diagnostics.first?.message.contains("Answers.swift:1:31: error") == true)
    #expect(broken.value.flatMap(\.claims).map(\.verdict) == [.unjudged, .unjudged])
  }

  @Test func aLibraryWithoutSourcesIsSaidSo() async throws {
    try writePackage(answer: 42)
    try FileManager.default.removeItem(atPath: Self.folder + "/Sources/Answers")
    let broken = try await verified()
    #expect(broken.log.diagnostics.map(\.id) == [.libraryUnbuildable])
    #expect(broken.log.diagnostics.first?.message.contains("Answers") == true)
  }

  @Test func aProductThatDoesNotExistIsNamedWithThoseThatDo() async throws {
    try writePackage(answer: 42)
    let broken = try await verified(product: "Answer")
    let message = try #require(broken.log.diagnostics.first?.message)
    #expect(message.contains("‘Answer’") && message.contains("it has: Answers"))
  }
}
