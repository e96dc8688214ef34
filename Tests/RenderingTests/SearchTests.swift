import Foundation
import Markup
import Testing

@testable import Rendering

/// What the search reads: every word of a page is found in its section, and nothing else.
@Suite struct SearchTests {
  private func page(_ text: String, path: String = "one.html", title: String = "One") -> SearchPage
  {
    SearchPage(
      path: path, title: title, summary: "In short.", parse(text, path: "content/one.md").value)
  }

  @Test func aPageIsTakenApartAtItsHeadings() {
    let page = page(
      """
      Before *all* of it: $x_i$.[^n] See [@key] and `let a`.

      ## Sums & more

      - one
      - two <!-- not seen -->

      ```swift
      let total = 3
      ```

      ### Deeper

      $$
      \\frac{a}{b}
      $$

      | a | b |
      |---|---|
      | c | d |

      [^n]: A note.

      """)
    #expect(page.sections.map(\.heading) == ["", "Sums & more", "Deeper"])
    #expect(page.sections.map(\.anchor) == ["", "sums--more", "deeper"])
    #expect(page.sections[0].text == "In short. Before all of it: $x_i$. See and let a.")
    #expect(page.sections[1].text == "one two let total = 3")
    #expect(page.sections[2].text == "$\\frac{a}{b}$ a b c d A note.")
  }

  @Test func wordsAreSmallAndWithoutAccents() {
    #expect(
      SearchWords.of("Größe, naïve x² ﬁt; log-sum-exp 3.14 Łódź 日本") == [
        "große", "naive", "x2", "fit", "log", "sum", "exp", "3", "14", "łodz", "日本",
      ])
    #expect(SearchWords.of("\\frac{A}{b_1}") == ["frac", "a", "b", "1"])
    #expect(SearchWords.of("") == [])
  }

  /// What a script gives to `galleyFound`, by its name.
  private func values(_ index: SearchIndex) throws -> [String: Any] {
    var values: [String: Any] = [:]
    for (path, text) in index.files {
      let name = try #require(path.split(separator: "/").last?.dropLast(3))
      let start = "galleyFound(\"\(name)\","
      #expect(path.hasPrefix("assets/search/") && text.hasPrefix(start) && text.hasSuffix(")\n"))
      values[String(name)] = try JSONSerialization.jsonObject(
        with: Data(text.dropFirst(start.count).dropLast(2).utf8), options: .fragmentsAllowed)
    }
    return values
  }

  /// The places of a word as the script reads them.
  private func places(_ word: String, _ values: [String: Any]) throws -> [String] {
    let index = try #require(values["index"] as? [String: Any])
    let initials = try #require(index["words"] as? [String: String])
    guard let piece = initials[String(word.prefix(1))] else { return [] }
    let words = try #require(values[piece] as? [String: String])
    var places: [String] = []
    var place = 0
    var number = ""
    for sign in words[word] ?? "" {
      if sign.isUppercase {
        place += Int(number, radix: 36) ?? 0
        number = ""
        places.append("\(place)\(sign)")
      } else {
        number.append(sign)
      }
    }
    return places
  }

  @Test func everyWordLeadsToItsSections() throws {
    let many = (1...60).map { number in
      page(
        "One rare\(number) rare\(number).\n\n## Part \(number)\n\nCommon and common, common, common.\n",
        path: "p \(number).html", title: "Title \(number)")
    }
    let values = try values(SearchIndex(many))
    #expect(try places("rare7", values) == ["12B"])
    #expect(try places("part", values) == (0..<60).map { "\(2 * $0 + 1)H" })
    #expect(try places("title", values) == (0..<60).map { "\(2 * $0)T" })
    #expect(try places("common", values).allSatisfy { $0.hasSuffix("C") })
    #expect(try places("common", values).count == 60)
    #expect(try places("nothing", values) == [])
    let index = try #require(values["index"] as? [String: Any])
    let pages = try #require(index["pages"] as? [[Any]])
    #expect(pages.count == 60 && pages[6][0] as? String == "p%207.html")
    // Each page's texts stand in the piece that it names.
    let names = try #require(index["texts"] as? [String])
    let texts = try names.flatMap { try #require(values[$0] as? [String]) }
    #expect(texts.count == 120 && texts[12] == "In short. One rare7 rare7.")
  }

  /// A large site comes in pieces, none of them much larger than the others.
  @Test func piecesStaySmall() throws {
    let pages = (1...40).map { number in
      page(
        (0..<400).map { "w\(number)x\($0) \("abcdefghijklmnop".randomElement()!)y\($0)" }
          .joined(separator: " "), path: "\(number).html")
    }
    let index = SearchIndex(pages)
    #expect(index.files.count > 4)
    let names = index.files.map(\.path)
    #expect(Set(names).count == names.count)
    // The same site has the same files.
    #expect(SearchIndex(pages).files.map(\.contents) == index.files.map(\.contents))
  }

  @Test func textsMayHoldAnything() throws {
    let nasty = "a \"quoted\" \\ back </script> \u{2028} \u{1} <!-- é"
    #expect(
      try JSONSerialization.jsonObject(with: Data(json(nasty).utf8), options: .fragmentsAllowed)
        as? String == nasty)
    #expect(!json(nasty).contains("<") && !json(nasty).contains("\u{2028}"))
  }
}
