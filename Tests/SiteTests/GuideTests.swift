// The reference is complete: every diagnostic, word, setting and option that Galley has stands in it.

import Diagnostics
import Foundation
import Markup
import Testing

@testable import Reading
@testable import Rendering
@testable import Site

@Suite struct GuideTests {
  /// One heading of the guide, and what stands below it as far as the next one of its level or above.
  struct Section {
    var level: Int
    var anchor: String
    var blocks: ArraySlice<Node>

    /// The code spans in the first column of its tables.
    var entries: Set<String> {
      var found: Set<String> = []
      for row in blocks.flatMap(\.children) {
        guard case .tableRow(isHeader: false) = row.kind, let first = row.children.first else {
          continue
        }
        for case .code(let text) in first.children.map(\.kind) { found.insert(text) }
      }
      return found
    }

    /// All code spans in it.
    var codes: Set<String> {
      func codes(_ nodes: [Node]) -> [String] {
        nodes.flatMap { node in
          if case .code(let text) = node.kind { return [text] }
          return codes(node.children)
        }
      }
      return Set(codes(Array(blocks)))
    }

    /// Whether a table has an entry for a word: alone, with a value, or with words of its own behind it.
    func hasEntry(for word: String) -> Bool {
      entries.contains { entry in
        ["", "=", ":", " "].contains {
          entry == word + $0 || entry.hasPrefix(word + $0) && $0 != ""
        }
      }
    }
  }

  private let sections: [Section]

  init() throws {
    let path = "content/guide/reference.md"
    let data = try #require(
      FileManager.default.contents(atPath: ScratchProject.root + "/" + path))
    let blocks = parse(String(decoding: data, as: UTF8.self), path: path).value.blocks
    sections = blocks.indices.compactMap { index in
      guard case .heading(let level, let anchor) = blocks[index].kind else { return nil }
      let next = blocks[(index + 1)...].firstIndex { block in
        if case .heading(let other, _) = block.kind { return other <= level }
        return false
      }
      return Section(
        level: level, anchor: anchor, blocks: blocks[(index + 1)..<(next ?? blocks.count)])
    }
  }

  private func section(_ anchor: String) throws -> Section {
    try #require(
      sections.first { $0.anchor == anchor }, "the reference has no heading ‘#\(anchor)’")
  }

  /// As GitHub makes it: the dots go.
  private static func anchor(of identifier: Identifier) -> String {
    identifier.rawValue.replacingOccurrences(of: ".", with: "")
  }

  @Test func entriesAreIdentifiers() throws {
    let troubles = try section("troubleshooting").blocks
    let found = troubles.compactMap { block -> String? in
      guard case .heading(4, let anchor) = block.kind else { return nil }
      return anchor
    }
    #expect(Set(found) == Set(Identifier.allCases.map(Self.anchor)))
    #expect(found.count == Identifier.allCases.count)
  }

  @Test(arguments: FenceWord.known)
  func wordHasItsEntry(_ word: String) throws {
    #expect(try section("words-after-swift").hasEntry(for: word))
  }

  /// What Galley itself lists, to somebody who writes a setting that it does not know.
  private static func settings(in log: Log, after words: String) throws -> [String] {
    let message = try #require(log.diagnostics.first?.message)
    let list = try #require(message.components(separatedBy: words).dropFirst().first)
    return list.components(separatedBy: ", not ")[0]
      .components(separatedBy: CharacterSet(charactersIn: ", ‘’"))
      .filter { !$0.isEmpty && $0 != "and" }
  }

  @Test func settingsOfFrontMatterHaveTheirEntries() throws {
    let log = parse("---\nnonsense: 1\n---\n", path: "a.md").log
    let names = try Self.settings(in: log, after: "front matter knows ")
    try #require(names.contains("title") && names.contains("data"))
    let section = try section("front-matter")
    for name in names { #expect(section.hasEntry(for: name), "\(name)") }
  }

  /// At all depths: within a section a template names what the section's thing has.
  @Test(arguments: TemplateNames.page.all.sorted())
  func namesOfTemplatesHaveTheirEntries(_ name: String) throws {
    #expect(try section("templates").codes.contains(name))
  }

  @Test func settingsOfGalleyHaveTheirEntries() throws {
    let names = try Self.settings(
      in: Configuration.read("nonsense: 1").log, after: "it knows ")
    let library = try Self.settings(
      in: Configuration.read("library:\n  nonsense: 1").log, after: "‘library’ knows ")
    try #require(names.contains("baseURL") && library == ["product", "imports", "flags"])
    let section = try section("galleyyml")
    for name in names + library { #expect(section.hasEntry(for: name), "\(name)") }
  }

  @Test(arguments: ["build", "check", "clean", "fix", "init"])
  func optionsHaveTheirEntries(_ command: String) throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let help = try project.galley("help", command).output
    let words = help.components(separatedBy: CharacterSet(charactersIn: " \n,<>[]"))
    let options = Set(words.filter { $0.hasPrefix("--") && $0.count > 2 })
      .subtracting(["--help", "--version"])
    try #require(options.contains("--project"))
    let section = try section("commands-and-exit-codes")
    #expect(section.hasEntry(for: "galley \(command)"))
    for option in options { #expect(section.hasEntry(for: option), "\(option)") }
  }

  @Test(arguments: ["galley explain", "galley --version", "galley --help-man"])
  func commandsWithoutAProjectHaveTheirEntries(_ command: String) throws {
    #expect(try section("commands-and-exit-codes").hasEntry(for: command))
  }
}
