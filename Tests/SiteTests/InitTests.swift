// `galley init` as a newcomer meets it: in an empty folder, beside a package, and where something stands already.

import Foundation
import Rendering
import Testing
import Yams

@Suite(.serialized)
struct InitTests {
  /// A folder with these files and nothing else.
  private func folder(_ files: [String: String] = [:]) throws -> ScratchProject {
    let project = try ScratchProject()
    for name in ["galley.yml", "content"] { try project.delete(name) }
    for (path, text) in files { try project.write(text, to: path) }
    return project
  }

  /// A package with one library.
  private static let package = [
    "Package.swift": """
    // swift-tools-version: 6.0
    import PackageDescription
    let package = Package(
      name: "swift-heat",
      products: [.library(name: "Heat", targets: ["Heat"])],
      targets: [.target(name: "Heat", swiftSettings: [.swiftLanguageMode(.v5)])])
    """,
    "Sources/Heat/Heat.swift": """
    /// Another one each time.
    public func noise(_ x: Double) -> Double { Double.random(in: 0...x) }
    /// Stops for what is hotter.
    public func kelvin(_ c: [Double]) throws -> Double { precondition(c[0] < 1); return c[0] + 273.15 }
    """,
  ]

  @Test func anEmptyFolderBecomesAProjectThatHolds() throws {
    let project = try folder()
    defer { project.remove() }
    let run = try project.galley("init")
    #expect(run.status == 0, "\(run.errors)")
    for line in [
      "wrote galley.yml: without a library: there is no Package.swift here\n",
      "wrote .gitignore: .build/, site/, draft/\n", "wrote .github/workflows/galley.yml",
      "wrote content/index.md: mean → 1.727 holds\n", "next: galley check, then galley serve",
    ] {
      #expect(run.output.contains(line), "\(run.output)")
    }
    let check = try project.galley("check", "--coverage", "--rounding")
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.output.hasPrefix("2 of 2 claims hold (1 essay)\n"))
    #expect(try project.galley("build").status == 0)
  }

  @Test func theSecondTimeNothingIsTouched() throws {
    let project = try folder()
    defer { project.remove() }
    #expect(try project.galley("init", "--theme", "plain", "--ci", "gitlab").status == 0)
    try project.write("title: Mine\n", to: "galley.yml")
    try project.write("Mine: 2<!-- = 1 + 1 -->.\n", to: "content/index.md")
    func state() -> [String: Data] {
      project.contents(of: "").filter {
        !$0.key.hasPrefix(".build") && !$0.key.hasSuffix("put") && !$0.key.hasSuffix("errors")
      }
    }
    let before = state()
    let again = try project.galley("init", "--theme", "plain", "--ci", "gitlab")
    #expect(again.status == 0 && again.errors.isEmpty)
    #expect(!again.output.contains("wrote"))
    for name in [
      "galley.yml", ".gitignore", ".gitlab-ci.yml", "templates/theme.css", "content/index.md",
    ] {
      #expect(again.output.contains("left \(name) as it is\n"), "\(again.output)")
    }
    #expect(state() == before)
  }

  @Test func aPackagesLibraryIsFoundAndClaimed() throws {
    let project = try folder(Self.package)
    defer { project.remove() }
    let run = try project.galley("init", "--ci", "none")
    #expect(run.status == 0, "\(run.errors)")
    let settings = try #require(
      try Yams.load(yaml: project.text(of: "galley.yml") ?? "") as? [String: Any])
    #expect(settings["title"] as? String == "Swift heat")
    #expect(settings["swift"] as? Int == 5)
    let library = try #require(settings["library"] as? [String: Any])
    #expect(library["product"] as? String == "Heat")
    #expect(library["imports"] as? [String] == ["Heat", "Foundation"])
    #expect(project.text(of: ".github/workflows/galley.yml") == nil)
    // A number that is another each time does not hold, and what stopped with one value may go on with another.
    let essay = try #require(project.text(of: "content/index.md"))
    #expect(essay.contains("\ntry kelvin([0.2, 0.3, 0.5])  // → 273.3"), "\(essay)")
    #expect(!essay.contains("noise"))
    let check = try project.galley("check")
    #expect(check.status == 0 && check.output == "2 of 2 claims hold (1 essay)\n")
  }

  /// What a new package of SwiftPM's own has in it.
  @Test func aLibraryWithNothingToCallSaysSo() throws {
    var files = Self.package
    files["Sources/Heat/Heat.swift"] = "public struct Heat { public init() {} }\n"
    let project = try folder(files)
    defer { project.remove() }
    let run = try project.galley("init", "--ci", "none")
    #expect(run.status == 0)
    #expect(run.output.contains("mean → 1.727 holds; the library has no public function"))
    #expect(try project.galley("check").status == 0)
  }

  @Test func whatIsInTheWayIsSaidAndTheNextTimeItGoesOn() throws {
    var files = Self.package
    files["Package.swift"]? += "\nnonsense here\n"
    let project = try folder(files)
    defer { project.remove() }
    let broken = try project.galley("init")
    #expect(broken.status == 1 && broken.errors.contains("Package.swift:7:"), "\(broken.errors)")
    #expect(project.text(of: "galley.yml") == nil, "without its library it would stay without")
    try project.write(Self.package["Package.swift"]!, to: "Package.swift")
    try project.write("public func f(_ x: Double) -> Double { y }\n", to: "Sources/Heat/Heat.swift")
    let unbuilt = try project.galley("init", "--ci", "none")
    #expect(unbuilt.status == 1)
    #expect(unbuilt.complaints.hasPrefix("Sources/Heat/Heat.swift:1:40: error: cannot find 'y'"))
    #expect(unbuilt.errors.contains("run ‘galley init’ again"))
    #expect(project.text(of: "content/index.md") == nil)
    try project.write("public func f(_ x: Double) -> Double { x }\n", to: "Sources/Heat/Heat.swift")
    let mended = try project.galley("init", "--ci", "none")
    #expect(mended.output.contains("wrote content/index.md: f(2.5) → 2.5 holds"), "\(mended)")
  }

  @Test func aPackageWithoutALibrarySaysWhatToAdd() throws {
    let project = try folder([
      "Package.swift": """
      // swift-tools-version: 6.0
      import PackageDescription
      let package = Package(name: "tool", targets: [.executableTarget(name: "tool")])
      """, "Sources/tool/main.swift": "print(1)\n", "sub/a.txt": "",
    ])
    defer { project.remove() }
    let run = try project.galley("init", "--ci", "none")
    #expect(run.status == 0 && run.output.contains("add ‘.library(name: …"), "\(run)")
    #expect(try project.galley("check").status == 0)
    let below = try project.start(["init", "--ci", "none"], in: "sub").finish()
    #expect(
      below.output.contains("there is no Package.swift here, but one in \(project.folder)\n"),
      "\(below.output)")
  }

  @Test func templatesAreWrittenToBeChangedAndChangeThePages() throws {
    let project = try folder()
    defer { project.remove() }
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: ScratchProject.root + "/templates"
    ).filter { $0.contains(".") }
    #expect(try project.galley("init", "--ci", "none", "--theme", "plain").status == 0)
    #expect(project.contents(of: "templates").keys.sorted() == ["theme.css"])
    #expect(try project.galley("build").status == 0)
    let sheet = try #require(project.asset("style.css"))
    let own = try #require(project.text(of: "templates/theme.css"))
    let end = compactCSS(own)
    #expect(sheet.hasSuffix(end) && sheet.count > 2 * end.count)
    #expect(try project.galley("init", "--ci", "none", "--templates").status == 0)
    #expect(project.contents(of: "templates").keys.sorted() == (names + ["theme.css"]).sorted())
    #expect(try project.galley("build").status == 0, "they are those that it used before")
    #expect(project.asset("style.css") == sheet)
    let book = try project.galley("init", "--theme", "book")
    #expect(book.output.contains("wrote no templates"))
  }

  @Test func aWorkflowBelongsIntoTheRepositorysFolder() throws {
    let project = try folder([
      ".git/config": "[remote \"origin\"]\n\turl = git@gitlab.example.org:a/b.git\n",
      ".git/HEAD": "ref: refs/heads/main\n",
    ])
    defer { project.remove() }
    let below = try project.galley("init", "--project", "essays")
    #expect(below.status == 0)
    #expect(below.output.contains("wrote no .gitlab-ci.yml: it belongs into the repository's own"))
    #expect(below.output.contains("next: cd essays, galley check"))
    #expect(project.text(of: "essays/content/index.md") != nil)
    #expect(try project.galley("init").output.contains("wrote .gitlab-ci.yml"))
    #expect(try project.galley("init", "--ci", "travis").status == 64)
  }

  @Test func filesThatAreThereStayByteForByte() throws {
    let project = try folder(["shared-ignore": "*.o", "content/index.md": "Mine.\n"])
    defer { project.remove() }
    try FileManager.default.createSymbolicLink(
      atPath: project.folder + "/.gitignore", withDestinationPath: "shared-ignore")
    try FileManager.default.createSymbolicLink(
      atPath: project.folder + "/galley.yml", withDestinationPath: "nowhere")
    let run = try project.galley("init", "--ci", "none")
    #expect(
      run.output.contains("left galley.yml as it is"), "a link to nothing is the author's too")
    #expect(run.output.contains("added to .gitignore: .build/, site/, draft/"))
    #expect(project.text(of: "shared-ignore") == "*.o\n.build/\nsite/\ndraft/\n")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: project.folder + "/.gitignore")
        == "shared-ignore")
    #expect(project.text(of: "content/index.md") == "Mine.\n")
  }
}
