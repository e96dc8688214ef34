// Golden sites: for each small project what is said of it, where the links of its pages lead, how its formulas are
// numbered, and, where a browser is installed, which of them scroll. `RECORD=1 swift test` rewrites them.

import Foundation
import Markup
import Testing

@testable import Rendering

@Suite struct LinkFixtureTests {
  static let folder = ScratchProject.root + "/Tests/SiteTests/Fixtures"
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

  @Test func areThere() { #expect(Self.names.count >= 10) }

  @Test(arguments: names)
  func siteIsAsExpected(_ name: String) throws {
    let project = try Self.project(name)
    defer { project.remove() }
    let run = try project.galley("build")
    var lines = run.complaints.split(separator: "\n").map(String.init).filter {
      !$0.hasPrefix("wrote ")
    }
    var formulas: [String] = []
    for (page, main) in Self.pages(of: project) {
      lines.append("\(page):")
      lines += HTMLAddress.all(in: main).map { "  " + $0.destination }
      let outline = FormulaOutline(of: main).lines
      if !outline.isEmpty { formulas += ["\(page):"] + outline.map { "  " + $0 } }
    }
    try expect(lines, at: "\(name)/expected.links")
    try expect(formulas, at: "\(name)/expected.formulas")
  }

  @Test(.enabled(if: Browser.path != nil, "no Chromium here"), arguments: [("width", [400, 900])])
  func formulasScrollAsExpected(_ name: String, _ widths: [Int]) throws {
    let project = try Self.project(name)
    defer { project.remove() }
    let run = try project.galley("build")
    try #require(run.status == 0, "\(run.errors)")
    var lines: [String] = []
    for (page, _) in Self.pages(of: project) where !page.hasSuffix("/ledger.html") {
      for width in widths {
        lines.append("\(page), \(width) px:")
        let boxes = try Browser.widths(
          of: ".math.display", on: project.folder + "/site/" + page, windowWidth: width)
        for (index, box) in boxes.enumerated() {
          lines.append("  \(index + 1) \(box.content > box.box ? "scrolls" : "fits")")
        }
      }
    }
    try expect(lines, at: "\(name)/expected.widths")
  }

  /// A project with the fixture's own `content/`.
  private static func project(_ name: String) throws -> ScratchProject {
    let project = try ScratchProject()
    try project.delete("content")
    try FileManager.default.copyItem(
      atPath: "\(folder)/\(name)/content", toPath: project.folder + "/content")
    return project
  }

  /// What stands in `<main>` of each page.
  private static func pages(of project: ScratchProject) -> [(path: String, main: String)] {
    project.contents(of: "site").keys.filter { $0.hasSuffix(".html") }.sorted().compactMap { page in
      // An old address has a page without a header.
      guard let text = project.text(of: "site/" + page),
        let start = text.firstRange(of: "<main") ?? text.firstRange(of: "<link rel=\"canonical\"")
      else { return nil }
      return (page, String(text[start.lowerBound...]))
    }
  }

  /// Nothing at all has no file.
  private func expect(_ lines: [String], at path: String) throws {
    let file = Self.folder + "/" + path
    let transcript = lines.map { $0 + "\n" }.joined()
    if ProcessInfo.processInfo.environment["RECORD"] == "1", !lines.isEmpty {
      try transcript.write(toFile: file, atomically: true, encoding: .utf8)
    }
    let isThere = FileManager.default.fileExists(atPath: file)
    #expect(try transcript == (isThere ? String(contentsOfFile: file, encoding: .utf8) : ""))
  }
}
