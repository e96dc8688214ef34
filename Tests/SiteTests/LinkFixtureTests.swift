// Golden links: for each small project what is said of its links, and where those of its pages lead.
// `RECORD=1 swift test` rewrites them.

import Foundation
import Markup
import Testing

@testable import Rendering

@Suite struct LinkFixtureTests {
  static let folder = ScratchProject.root + "/Tests/SiteTests/Fixtures"
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

  @Test func areThere() { #expect(Self.names.count >= 3) }

  @Test(arguments: names)
  func linksAreAsExpected(_ name: String) throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let folder = Self.folder + "/" + name
    try project.delete("content")
    try FileManager.default.copyItem(
      atPath: folder + "/content", toPath: project.folder + "/content")
    let run = try project.galley("build")
    var lines = run.complaints.split(separator: "\n").map(String.init).filter {
      !$0.hasPrefix("wrote ")
    }
    let pages = project.contents(of: "site").keys.filter { $0.hasSuffix(".html") }.sorted()
    for page in pages {
      guard let text = project.text(of: "site/" + page), let main = text.firstRange(of: "<main")
      else { continue }
      lines.append("\(page):")
      lines += HTMLAddress.all(in: String(text[main.lowerBound...])).map { "  " + $0.destination }
    }
    let transcript = lines.map { $0 + "\n" }.joined()
    let file = folder + "/expected.links"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try transcript.write(toFile: file, atomically: true, encoding: .utf8)
    }
    #expect(try transcript == String(contentsOfFile: file, encoding: .utf8))
  }
}
