// What changes in a library without a change in its compiled code, or beside it, and must be seen all the same.

import Foundation
import Testing

@testable import Running

@Suite(.serialized) struct StaleLibraryTests {
  private func shop(_ name: String) throws -> Workshop {
    let shop = try AnswersPackage.shop("\(name)-\(UUID().uuidString)")
    try AnswersPackage.write(answer: 42, in: shop)
    return shop
  }

  private func key(in shop: Workshop) async throws -> RunKey {
    let bench = try await Bench.open(in: shop, drawsFigures: false)
    defer { bench.clear() }
    return RunKey(of: Scratch.program("1"), on: bench)
  }

  /// A macro is in no built byte, and a program sees it.
  @Test func aHeaderCounts() async throws {
    let shop = try shop("header")
    defer { try? FileManager.default.removeItem(atPath: shop.project) }
    let before = try await key(in: shop)
    #expect(try await key(in: shop) == before)
    try "int c_answer(void);\n#define K 2\n".write(
      toFile: shop.project + "/Sources/CAnswers/include/answers.h", atomically: true,
      encoding: .utf8)
    #expect(try await key(in: shop) != before)
  }

  /// A file that the library reads when it runs is a part of it.
  @Test func aResourceCounts() async throws {
    var shop = try Scratch.workshop("resource-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: shop.project) }
    shop.products = ["Words"]
    try Scratch.write(
      [
        "Package.swift": """
        // swift-tools-version: 5.9
        import PackageDescription
        let package = Package(
          name: "Words", products: [.library(name: "Words", targets: ["Words"])],
          targets: [.target(name: "Words", resources: [.copy("word.txt")])])
        """,
        "Sources/Words/Words.swift": "public let count = 1\n",
        "Sources/Words/word.txt": "one\n",
      ], to: shop.project)
    let before = try await key(in: shop)
    try "two\n".write(
      toFile: shop.project + "/Sources/Words/word.txt", atomically: true, encoding: .utf8)
    #expect(try await key(in: shop).library != before.library)
  }

  /// The stamp of what was copied speaks of the original.
  @Test func aCopiedProjectHasALibraryOfItsOwn() async throws {
    let shop = try shop("original")
    let copy = shop.project + "-copy"
    defer {
      for folder in [shop.project, copy] { try? FileManager.default.removeItem(atPath: folder) }
    }
    _ = try await key(in: shop)
    try FileManager.default.copyItem(atPath: shop.project, toPath: copy)
    var other = try Workshop(project: copy)
    other.products = shop.products
    try AnswersPackage.write(answer: 41, in: other)
    let run = try await Scratch.run(
      "_ = __galley_value(1, answer())", imports: ["Answers"], in: other)
    #expect(run.numbers() == ["41"])
  }

  /// A plugin reads what it likes, and only SwiftPM knows whether it must run again.
  @Test func whatAPluginReadsIsSeen() async throws {
    var shop = try Scratch.workshop("plugin-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: shop.project) }
    shop.products = ["Made"]
    func write(_ number: Int) throws {
      try Scratch.write(
        [
          "Package.swift": """
          // swift-tools-version: 5.9
          import PackageDescription
          let package = Package(
            name: "Made", products: [.library(name: "Made", targets: ["Made"])],
            targets: [
              .plugin(name: "Maker", capability: .buildTool()),
              .target(name: "Made", plugins: ["Maker"]),
            ])
          """,
          "Plugins/Maker/Maker.swift": """
          import PackagePlugin
          @main struct Maker: BuildToolPlugin {
            func createBuildCommands(context: PluginContext, target: Target) -> [Command] {
              let input = context.package.directory.appending("number.txt")
              let output = context.pluginWorkDirectory.appending("Number.swift")
              return [
                .buildCommand(
                  displayName: "number", executable: Path("/bin/sh"),
                  arguments: ["-c", "echo public let number = $(cat '\\(input)') > '\\(output)'"],
                  inputFiles: [input], outputFiles: [output])
              ]
            }
          }
          """,
          "Sources/Made/Made.swift": "public let isMade = true\n",
          "number.txt": "\(number)\n",
        ], to: shop.project)
    }
    for number in [1, 2] {
      try write(number)
      let run = try await Scratch.run(
        "_ = __galley_value(1, number)", imports: ["Made"], in: shop)
      #expect(run.numbers() == ["\(number)"])
    }
  }

  @Test(arguments: [
    (
      "Package.swift",
      "let package = Package(targets: [.target(linkerSettings: [.linkedLibrary(\"z\")])])"
    ),
    ("Package.swift", "import Foundation\n"), ("Package.swift", "Context.environment[\"A\"]"),
    ("Sources/A/include/a.h", "#include \"../../b.h\"\n"),
    ("Sources/A/.gen/a.h", "#if __has_include(\"b.h\")\n"),
  ])
  func leadsElsewhere(_ file: String, _ text: String) throws {
    let shop = try Scratch.workshop("elsewhere-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: shop.project) }
    func leadElsewhere() throws -> Bool {
      let target = PackageDescription.Target(
        name: "A", path: "Sources/A", module: "A", kind: "ClangTarget")
      return try LibrarySources(project: shop.project, folders: [shop.project + "/Sources/A"])
        .leadElsewhere([target], .disk)
    }
    let plain = ["Package.swift": "import PackageDescription\n", "Sources/A/include/a.h": "\n"]
    try Scratch.write(plain, to: shop.project)
    #expect(try !leadElsewhere())
    try Scratch.write(plain.merging([file: text]) { $1 }, to: shop.project)
    #expect(try leadElsewhere())
  }

  /// The library may not be known whole: then nothing made with it is kept.
  @Test func headersOfTheSystemAreNotKnown() async throws {
    var shop = try Scratch.workshop("system-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: shop.project) }
    shop.products = ["Vendor"]
    try Scratch.write(
      [
        "Package.swift": """
        // swift-tools-version: 5.9
        import PackageDescription
        let package = Package(
          name: "Vendor", products: [.library(name: "Vendor", targets: ["Vendor"])],
          targets: [.systemLibrary(name: "CVendor"), .target(name: "Vendor", dependencies: ["CVendor"])])
        """,
        "Sources/CVendor/module.modulemap": "module CVendor { header \"v.h\" }\n",
        "Sources/CVendor/v.h": "#define V 1\n",
        "Sources/Vendor/Vendor.swift": "@_exported import CVendor\n",
      ], to: shop.project)
    let bench = try await Bench.open(in: shop, drawsFigures: false)
    defer { bench.clear() }
    #expect(!bench.keepsAnything && !bench.knowsAllFiles)
  }
}
