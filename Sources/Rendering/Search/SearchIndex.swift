// SearchIndex: the files that the search on a page reads: which words stand in which sections, and what the sections say.
// They are scripts that call `galleyFound`, so that they can be read from a disk too, where `fetch` may read nothing. Words and
// texts come in pieces, of which a page loads those that it needs; their names are digests of what is in them.

import Files

package struct SearchIndex: Sendable {
  /// Relative to the site's root, with their contents.
  package private(set) var files: [(path: String, contents: String)] = []

  package static let folder = "assets/search/"
  /// Pieces of about so many bytes.
  static let pieceSize = 48 << 10

  package init(_ pages: [SearchPage]) {
    let texts = pieces(of: pages)
    let words = words(of: pages)
    let listed = zip(pages, texts.places).map { page, place in
      let sections = page.sections.map { "[\(json($0.anchor)),\(json($0.heading))]" }
      return "[\(json(SiteMap.encoded(page.path))),\(json(page.title)),\(place),"
        + "[\(sections.joined(separator: ","))]]"
    }
    let initials = words.map { "\(json(String($0.initial))):\(json($0.piece))" }
    add(
      "index",
      "{\"words\":{\(initials.joined(separator: ","))},\"texts\":["
        + texts.names.map(json).joined(separator: ",") + "],\n\"pages\":["
        + listed.joined(separator: ",\n") + "]}")
  }

  private mutating func add(_ name: String, _ value: String) {
    files.append((Self.folder + name + ".js", "galleyFound(\(json(name)),\(value))\n"))
  }

  private mutating func addPiece(_ kind: String, _ value: String) -> String {
    let name = kind + "-" + Digest.of(value).prefix(12)
    add(name, value)
    return name
  }

  // MARK: Texts

  /// The texts of the sections, page after page, and in which piece each page's are.
  private mutating func pieces(of pages: [SearchPage]) -> (names: [String], places: [Int]) {
    var names: [String] = []
    var places: [Int] = []
    var waiting: [String] = []
    var size = 0
    for (number, page) in pages.enumerated() {
      places.append(names.count)
      waiting += page.sections.map { json($0.text) }
      size += page.sections.reduce(0) { $0 + $1.text.utf8.count }
      guard size >= Self.pieceSize || number == pages.count - 1 else { continue }
      names.append(addPiece("t", "[" + waiting.joined(separator: ",\n") + "]"))
      waiting = []
      size = 0
    }
    return (names, places)
  }

  // MARK: Words

  /// For each sign that a word begins with, the piece with all such words.
  ///
  /// A word's places are one text: the distance from the place before in base 36, then a letter that says where in the section it
  /// stands: `T` in the page's title, `H` in the heading, `A` once in the text, `B` up to three times, `C` more often.
  private mutating func words(
    of pages: [SearchPage]
  ) -> [(initial: Unicode.Scalar, piece: String)] {
    var places: [String: (text: String, last: Int)] = [:]
    var number = 0
    for page in pages {
      for (index, section) in page.sections.enumerated() {
        var counts: [String: Int] = [:]
        for word in SearchWords.of(section.text) { counts[word, default: 0] += 1 }
        var kinds = counts.mapValues { $0 == 1 ? "A" : $0 <= 3 ? "B" : "C" }
        for word in SearchWords.of(section.heading) { kinds[word] = "H" }
        if index == 0 { for word in SearchWords.of(page.title) { kinds[word] = "T" } }
        for (word, kind) in kinds {
          var own = places[word] ?? ("", 0)
          own.text += String(number - own.last, radix: 36) + kind
          own.last = number
          places[word] = own
        }
        number += 1
      }
    }
    var initials: [(initial: Unicode.Scalar, piece: String)] = []
    var waiting: [String] = []
    var waitingInitials: [Unicode.Scalar] = []
    var size = 0
    let groups = Dictionary(grouping: places) { $0.key.unicodeScalars.first ?? " " }
    let ordered = groups.sorted { $0.key < $1.key }
    for (index, group) in ordered.enumerated() {
      waitingInitials.append(group.key)
      for (word, own) in group.value.sorted(by: {
        $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
      }) {
        let line = "\(json(word)):\"\(own.text)\""
        waiting.append(line)
        size += line.utf8.count
      }
      guard size >= Self.pieceSize || index == ordered.count - 1 else { continue }
      let piece = addPiece("w", "{" + waiting.joined(separator: ",") + "}")
      initials += waitingInitials.map { ($0, piece) }
      waiting = []
      waitingInitials = []
      size = 0
    }
    return initials
  }
}
