// Languages: every file has every word, and a fourth language is one file.

import Diagnostics
import Files
import Foundation
import Testing

@testable import Rendering

@Suite struct LanguageTests {
  private static let folder = TemplatesTests.own.path + "/languages"
  private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .sorted()

  private func read(_ name: String) throws -> (language: Language, log: Log) {
    let text = try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
    var reader = LanguageReader(tag: String(name.dropLast(4)), path: name, text: text)
    let language = reader.read()
    return (try #require(language), reader.log)
  }

  @Test func areThere() { #expect(Set(Self.names).isSuperset(of: ["de.yml", "en.yml", "fr.yml"])) }

  @Test(arguments: names)
  func isComplete(_ name: String) throws {
    let (language, log) = try read(name)
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map(\.message))")
    #expect(Set(language.words.keys) == Set(Word.allCases))
    let english = try read("en.yml").language
    #expect(Set(language.sentences.keys) == Set(english.sentences.keys))
    for (word, text) in english.words {
      #expect(
        LanguageReader.places(in: language.words[word] ?? "") == LanguageReader.places(in: text),
        "\(word)")
    }
  }

  /// The words in the file are the words on the page: what English says of itself stands in no other place.
  @Test func englishSaysWhatSentencesSay() throws {
    for (key, text) in try read("en.yml").language.sentences { #expect(key == text) }
  }

  @Test func theNextIsTakenWhereATagIsUnknown() {
    #expect(Languages.own["de-AT"].said(day: "2026-11-29") == "29. November 2026")
    #expect(Languages.own["DE"].isKnown && Languages.own["de-AT"].tag == "de-AT")
    #expect(!Languages.own["it"].isKnown && Languages.own["it"][.rule] == "Rule")
    #expect(
      Languages.own["fr"].notation == NumberNotation(decimal: .comma, groupsByOtherMark: false))
  }

  @Test func aFourthIsOneFile() throws {
    let project = FileManager.default.temporaryDirectory.appendingPathComponent(
      "galley-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: project) }
    try FileManager.default.createDirectory(
      atPath: project + "/templates/languages", withIntermediateDirectories: true)
    let german = try String(contentsOfFile: Self.folder + "/de.yml", encoding: .utf8)
    try german.replacing("\"Regel\"", with: "\"Regola\"")
      .write(toFile: project + "/templates/languages/it.yml", atomically: true, encoding: .utf8)
    try german.replacing("  skip:", with: "  skpi:").replacing(
      "{1} von {2} Zeilen widerlegt", with: "Zeilen widerlegt"
    )
    .write(toFile: project + "/templates/languages/xx.yml", atomically: true, encoding: .utf8)
    let (read, sources) = Languages.read(project: project, .disk)
    #expect(read.value["it"][.rule] == "Regola" && read.value["it"].isKnown)
    #expect(read.value["de"][.rule] == "Regel")
    let path = "templates/languages/xx.yml"
    #expect(
      read.log.diagnostics.allSatisfy { $0.id == .languageUnreadable && $0.span?.path == path })
    #expect(
      read.log.diagnostics.map(\.message) == [
        "‘skpi’ is none of the words of pages: did you mean ‘skip’?",
        "this does not have the same {1}, {2} as the English: “{1} of {2} lines refuted”",
        "words are missing: skip",
      ])
    #expect(sources[path] != nil)
  }

  @Test func sentencesAreSaidWithTheirValues() {
    let french = Languages.own["fr"]
    let rule: Sentence = "each part \("equal after rounding to \(3) decimals" as Sentence)"
    #expect(rule.text == "each part equal after rounding to 3 decimals")
    #expect(french.said(rule) == "chaque partie\u{A0}: égal après arrondi à 3 décimales")
    // What nobody translated is said in English, and numbers in it as the page has them.
    #expect(french.said("so it is, \("1.5")") == "so it is, 1,5")
    #expect(french.said(.verbatim("[1.5, 2]")) == "[1.5, 2]")
  }
}
