// A library that cannot be built is said in one message, or at the lines that are to be mended.

import Foundation
import Testing

/// One after the other: SwiftPM lets one build wait for another anyway.
@Suite(.serialized) struct LibraryMessageTests {
  /// A project whose package has these products and targets.
  private func project(
    products: String, targets: String, names: String, _ files: [String: String]
  ) throws -> ScratchProject {
    let manifest = """
      // swift-tools-version: 5.9
      import PackageDescription
      let package = Package(name: "Thermo", products: [\(products)], targets: [\(targets)])
      """
    var all = files
    all["Package.swift"] = manifest
    all["galley.yml"] = "library:\n  product: \(names)\n  imports: [Foundation]\n"
    return try ScratchProject(all)
  }

  private static let library = ".library(name: \"Thermo\", targets: [\"Thermo\"])"
  private static let target = ".target(name: \"Thermo\")"
  private static let source = ["Sources/Thermo/T.swift": "public let zero = 0\n"]

  @Test(arguments: [
    (
      "tool", ".executable(name: \"tool\", targets: [\"tool\"])",
      ".executableTarget(name: \"tool\")",
      "Sources/tool/main.swift", "the product ‘tool’ is no library but a program"
    ),
    (
      "Therma", "", "", "",
      "there is no product ‘Therma’, which galley.yml names: did you mean ‘Thermo’?"
    ),
    ("Squares", "", "", "", "which galley.yml names; Package.swift has the libraries ‘Thermo’"),
    (
      "Plot", ".library(name: \"Plot\", targets: [\"Figures\"])", ".target(name: \"Figures\")",
      "Sources/Figures/F.swift", "‘Figures’ is a name that Galley's own modules for programs have"
    ),
    (
      "GalleyLibrary", ".library(name: \"GalleyLibrary\", targets: [\"Thermo\"])", "", "",
      "‘GalleyLibrary’ is a name that Galley's own modules for programs have: give your product"
    ),
  ])
  func aProductThatIsNone(
    _ name: String, _ product: String, _ target: String, _ file: String, _ words: String
  ) throws {
    let separator = product.isEmpty ? "" : ", "
    let project = try project(
      products: Self.library + separator + product,
      targets: Self.target + (target.isEmpty ? "" : ", ") + target, names: "[Thermo, \(name)]",
      Self.source.merging(file.isEmpty ? [:] : [file: ""]) { $1 })
    defer { project.remove() }
    let run = try project.galley("check")
    #expect(run.status == 1)
    #expect(run.complaints.contains(words), "\(run.complaints)")
    #expect(run.complaints.components(separatedBy: "error: ").count == 2, "one message")
    #expect(run.complaints.hasSuffix("\n") && run.complaints.utf8.count < 600, "in few words")
    // A name that galley.yml has wrong is shown there; a module's is not in it.
    #expect(run.complaints.hasPrefix(name == "Plot" ? "error: " : "galley.yml:2:21: error: "))
    #expect(run.output.hasPrefix("0 of 3 claims hold, 3 not judged"))
  }

  @Test func withoutAManifest() throws {
    let project = try ScratchProject(["galley.yml": "library:\n  product: Thermo\n"])
    defer { project.remove() }
    let run = try project.galley("check")
    #expect(run.status == 1)
    #expect(run.complaints.hasPrefix("galley.yml:2:12: error: there is no Package.swift in "))
    #expect(run.complaints.contains("so there is no product ‘Thermo’: put galley.yml beside"))
  }

  @Test func theFirstErrorsStandAtTheirLines() throws {
    let wrong = (1...9).map { "public let a\($0): Int = nope\($0)\n" }.joined()
    let project = try project(
      products: Self.library, targets: Self.target, names: "Thermo",
      ["Sources/Thermo/T.swift": "// Ä\n" + wrong])
    defer { project.remove() }
    let run = try project.start(["check"], in: "content").finish()
    #expect(run.status == 1)
    let errors = run.complaints.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(
      errors
        == (1...5).map {
          "../Sources/Thermo/T.swift:\($0 + 1):22: error: cannot find 'nope\($0)' in scope "
            + "[library.unbuildable]"
        })
    #expect(run.complaints.contains("    2 | public let a1: Int = nope1\n"))
    #expect(run.complaints.contains("      |                      ^~~~~\n"))
    #expect(
      run.complaints.contains("the library ‘Thermo’ does not compile, so no claim was judged"))
    #expect(run.complaints.contains("the compiler says 4 more errors"))
    // And so the manifest's own.
    try project.write(
      "// swift-tools-version: 5.9\nimport PackageDescription\nlet package = Pakcage()\n",
      to: "Package.swift")
    let manifest = try project.galley("check")
    #expect(
      manifest.complaints.contains("Package.swift:3:15: error: cannot find 'Pakcage' in scope"))
    #expect(!manifest.complaints.contains("cannot be built"))
  }

  /// What SwiftPM says of no line is said in its words, and nothing besides.
  @Test func aTargetThatIsNotThere() throws {
    let project = try project(
      products: Self.library, targets: ".target(name: \"Thermo\", dependencies: [\"Nope\"])",
      names: "Thermo", Self.source)
    defer { project.remove() }
    let run = try project.galley("check")
    #expect(run.status == 1)
    let start = "error: the library ‘Thermo’ cannot be built: "
    #expect(run.complaints.hasPrefix(start), "\(run.complaints)")
    #expect(run.complaints.contains("'Nope'") && !run.complaints.contains("fatalError"))
    #expect(run.complaints.components(separatedBy: "error: ").count == 2)
  }
}
