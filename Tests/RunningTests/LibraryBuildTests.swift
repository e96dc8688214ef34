// The library under test: built from real packages, only when they changed, and offered to programs as it is.

import Foundation
import Testing

@testable import Running

/// One test after the other: most build the same package.
@Suite(.serialized)
struct LibraryBuildTests {
  private func answers(in shop: Workshop) async throws -> [String]? {
    let code = "_ = __galley_value(1, answer())\n_ = __galley_value(1, inlined())"
    return try await Scratch.run(code, imports: ["Answers"], in: shop).numbers()
  }

  /// When the library was last built: its stamp is written then.
  private func stampDate(in shop: Workshop) -> Date? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: shop.folder)) ?? []
    return names.filter { $0.hasPrefix("library-") }.compactMap {
      shop.files.modified("\(shop.folder)/\($0)/stamp.json")
    }.max()
  }

  @Test func aLibraryWithACTargetIsBuiltOnceAndAgainWhenItChanges() async throws {
    let shop = try AnswersPackage.shop()
    try AnswersPackage.write(answer: 42, in: shop)
    #expect(try await answers(in: shop) == ["42", "42"])
    let built = try #require(stampDate(in: shop))
    #expect(try await answers(in: shop) == ["42", "42"])
    #expect(stampDate(in: shop) == built, "nothing changed, so nothing is built")
    try AnswersPackage.write(answer: 41, in: shop)
    #expect(try await answers(in: shop) == ["41", "41"])
  }

  /// An optimised `precondition` has no message, and an essay may be about it.
  @Test func theLibrarysOwnMessagesAreHeard() async throws {
    let shop = try AnswersPackage.shop()
    try AnswersPackage.write(answer: 42, in: shop)
    let run = try await Scratch.run("_ = checked(-1)", imports: ["Answers"], in: shop)
    #expect(run.execution?.trapMessage == "n is positive")
    #expect(run.execution?.stopSites.first?.site.line == 10)
  }

  /// The package says 5.9, and so its programs are of that mode; the setting has the last word.
  @Test func programsAreInTheLanguageModeOfTheLibrary() async throws {
    var shop = try AnswersPackage.shop()
    try AnswersPackage.write(answer: 42, in: shop)
    let code = "var n = 0\nfunc add() { n += answer() }\nadd()\n_ = __galley_value(1, n)"
    #expect(try await Scratch.run(code, imports: ["Answers"], in: shop).numbers() == ["42"])
    shop.languageMode = "6"
    let run = try await Scratch.run(code, imports: ["Answers"], in: shop)
    #expect(
      run.messages.contains { $0.text.contains("concurrency-safe") || $0.text.contains("isolated") }
    )
  }

  @Test func aDamagedLibraryIsBuiltAgain() async throws {
    let shop = try AnswersPackage.shop()
    try AnswersPackage.write(answer: 42, in: shop)
    var library: BuiltLibrary? = try await LibraryBuild.library(in: shop)
    let folder = try #require(library?.flags.linking.dropFirst().first)
    library = nil
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first {
        $0.hasPrefix("libGalleyLibrary.")
      })
    #expect(truncate(folder + "/" + file, 5000) == 0)
    #expect(try await answers(in: shop) == ["42", "42"])
  }

  /// Whoever wants another library waits until nobody's programs need the one that stands there.
  @Test func nothingIsBuiltInThePlaceOfALibraryThatIsUsed() async throws {
    let shop = try AnswersPackage.shop()
    try AnswersPackage.write(answer: 42, in: shop)
    var used: BuiltLibrary? = try await LibraryBuild.library(in: shop)
    #expect(used?.isSettled == true)
    let built = try #require(stampDate(in: shop))
    try AnswersPackage.write(answer: 41, in: shop)
    let (late, speaker) = AsyncStream.makeStream(of: Void.self)
    let other = Task {
      var shop = shop
      shop.announce = { if $0.hasPrefix("waiting for") { speaker.yield() } }
      return try await LibraryBuild.library(in: shop)
    }
    for await _ in late { break }
    #expect(stampDate(in: shop) == built)
    used = nil
    _ = try await other.value
    #expect(stampDate(in: shop) != built)
  }

  @Test(arguments: ["type: .dynamic, ", "type: .static, "])
  func productsOfEveryTypeCanBeLinked(_ type: String) async throws {
    let shop = try AnswersPackage.shop()
    try AnswersPackage.write(answer: 42, type: type, in: shop)
    #expect(try await answers(in: shop) == ["42", "42"])
  }

  @Test func aPackageBesideTheProjectIsWatchedToo() async throws {
    var shop = try Scratch.workshop("above")
    shop.products = ["Answers"]
    let beside = Scratch.folder + "/beside"
    func write(_ base: Int) throws {
      try Scratch.write(
        [
          "Package.swift": """
          // swift-tools-version: 5.9
          import PackageDescription
          let package = Package(
            name: "Beside", products: [.library(name: "Beside", targets: ["Beside"])],
            targets: [.target(name: "Beside")])
          """,
          "Sources/Beside/Beside.swift": "public let base = \(base)\n",
        ], to: beside)
    }
    try Scratch.write(
      [
        "Package.swift": """
        // swift-tools-version: 5.9
        import PackageDescription
        let package = Package(
          name: "Answers", products: [.library(name: "Answers", targets: ["Answers"])],
          dependencies: [.package(path: "../beside")],
          targets: [
            .target(name: "Answers", dependencies: [.product(name: "Beside", package: "beside")])
          ])
        """,
        "Sources/Answers/Answers.swift": """
        import Beside
        public func answer() -> Int { base }
        public func inlined() -> Int { base }
        """,
      ], to: shop.project)
    try write(42)
    #expect(try await answers(in: shop) == ["42", "42"])
    try write(41)
    #expect(try await answers(in: shop) == ["41", "41"])
  }

  /// A second product of the same package, and a target in C++: what is not named is named in the message, what is
  /// named can be used.
  @Test func severalProductsAndCxxCanBeUsed() async throws {
    var shop = try Scratch.workshop("products")
    try Scratch.write(
      [
        "Package.swift": """
        // swift-tools-version: 6.0
        import PackageDescription
        let package = Package(
          name: "several",
          products: [
            .library(name: "Near", targets: ["Near"]), .library(name: "Far", targets: ["Far"]),
          ],
          targets: [
            .target(name: "Near"), .target(name: "Round"),
            .target(
              name: "Far", dependencies: ["Round"],
              swiftSettings: [.interoperabilityMode(.Cxx), .swiftLanguageMode(.v5)]),
          ])
        """,
        "Sources/Near/near.swift": "public func near() -> Int { 1 }\n",
        "Sources/Far/far.swift": """
        import Round
        public func far() -> Int { Int(Ball(r: 3).twice()) }
        public func named() -> String { String(name(4)) }
        """,
        "Sources/Round/round.cpp": """
        #include "round.hpp"
        int Ball::twice() const { return 2 * r; }
        std::string name(int n) { return "ball " + std::to_string(n); }
        """,
        "Sources/Round/include/round.hpp": """
        #pragma once
        #include <string>
        struct Ball { int r; int twice() const; };
        std::string name(int n);
        """,
        "Sources/Round/include/module.modulemap":
          "module Round { header \"round.hpp\" requires cplusplus export * }\n",
      ], to: shop.project)
    shop.products = ["Near"]
    let without = try await Scratch.run("_ = far()", imports: ["Near", "Far"], in: shop)
    let error = try #require(without.messages.first)
    #expect(error.place?.file == "galley.yml" && error.text == "no such module 'Far'")
    #expect(error.notes.first?.text.contains("the product ‘Far’ of the same package") == true)

    shop.products = ["Near", "Far"]
    let code = """
      _ = __galley_value(1, near() + far())
      _ = __galley_value(1, named())
      """
    let both = try await Scratch.run(code, imports: ["Near", "Far"], in: shop)
    #expect(both.words == [])
    #expect(both.numbers() == ["7", "ball 4"])
  }

  /// The modules that every program imports have names that nobody else's have, and so have their types.
  @Test func aLibraryMayBeCalledLikeAnythingOfGalleys() async throws {
    var shop = try Scratch.workshop("names")
    shop.products = ["Recorder"]
    let names = ["Table", "Interval", "Draw", "Event", "Essay", "Figure", "Recorder"]
    try Scratch.write(
      [
        "Package.swift": """
        // swift-tools-version: 6.0
        import PackageDescription
        let package = Package(
          name: "tapes", products: [.library(name: "Recorder", targets: ["Recorder"])],
          targets: [.target(name: "Recorder")])
        """,
        "Sources/Recorder/tapes.swift": names.enumerated().map {
          "public struct \($1)<T> { public var n = \($0); public init(_: T) {} }\n"
        }.joined() + "public func data(_ name: String) -> Int { name.count }\n",
      ], to: shop.project)
    let code =
      names.map { "let a\($0): \($0)<Int> = \($0)(1)\n_ = __galley_value(1, a\($0).n)\n" }.joined()
      + "_ = __galley_value(1, data(\"seven\"))"
    let run = try await Scratch.run(code, imports: ["Recorder"], in: shop)
    #expect(run.words == [])
    #expect(run.numbers() == names.indices.map(String.init) + ["5"])
  }

  @Test func aLibraryThatDoesNotCompileIsSaidSo() async throws {
    let shop = try AnswersPackage.shop()
    try AnswersPackage.write(answer: 42, in: shop)
    try "public func answer() -> Int { \"text\" }\n".write(
      toFile: shop.project + "/Sources/Answers/Answers.swift", atomically: true, encoding: .utf8)
    #expect(try await AnswersPackage.failure(in: shop).contains("Answers.swift:1:31: "))
  }

  @Test func aLibraryWithoutSourcesIsSaidSo() async throws {
    let shop = try AnswersPackage.shop()
    try AnswersPackage.write(answer: 42, in: shop)
    try FileManager.default.removeItem(atPath: shop.project + "/Sources/Answers")
    #expect(try await AnswersPackage.failure(in: shop).contains("Answers"))
  }

  @Test func aProductThatDoesNotExistIsNamedWithThoseThatDo() async throws {
    var shop = try AnswersPackage.shop()
    try AnswersPackage.write(answer: 42, in: shop)
    shop.products = ["Answers", "Answer"]
    let message = try await AnswersPackage.failure(in: shop)
    #expect(
      message.contains("no product ‘Answer’") && message.contains("has the libraries ‘Answers’"))
  }
}
