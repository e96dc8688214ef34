// Language: the words of one language, its dates, and how numbers are written where people speak it.

import Diagnostics

/// What a page in some language says itself.
package struct Language: Hashable, Sendable {
  /// The name that HTML has for it: `en`, `de-CH`.
  package var tag: String
  package var notation = NumberNotation.point
  /// Whether somebody wrote its words down. Otherwise they are English.
  package var isKnown = true
  /// A date with `{day}`, `{month}` and `{year}` in it.
  var date = ""
  var months: [String] = []
  var words: [Word: String] = [:]
  /// How claims are judged, by the English for it.
  var sentences: [String: String] = [:]

  /// The words, with values in their places.
  package subscript(word: Word, values: String...) -> String { said(word, values) }

  /// The same with numbers.
  package subscript(word: Word, values: Int...) -> String { said(word, values.map(String.init)) }

  package subscript(word: Word) -> String { words[word] ?? "" }

  private func said(_ word: Word, _ values: [String]) -> String {
    filled(self[word]) { values.indices.contains($0) ? values[$0] : "" }
  }

  /// How a claim was judged. What nobody translated is said in English.
  package func said(_ sentence: Sentence) -> String {
    sentence.said(by: { sentences[$0] ?? $0 }, value: notation.written)
  }

  /// Everything that pages in it may say.
  package var allWords: [String] { Array(words.values) + Array(sentences.values) + months }

  /// The English of all sentences that it has words for.
  package var translated: Set<String> { Set(sentences.keys) }

  /// A day, `2026-11-29`, as people say it. Where nobody knows how, it stays as it is.
  func said(day: String) -> String {
    let parts = day.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard isKnown, parts.count == 3, months.indices.contains(parts[1] - 1) else { return day }
    return date.replacing("{day}", with: String(parts[2]))
      .replacing("{month}", with: months[parts[1] - 1])
      .replacing("{year}", with: String(parts[0]))
  }

  /// The words in front of a number that a link shows, such as `Equation`.
  package func wordsBefore(_ word: Word) -> [String] {
    self[word].split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
  }

  /// The same words under another name: `de-AT` for German.
  func called(_ tag: String) -> Language {
    var copy = self
    copy.tag = tag
    return copy
  }
}

extension Language {
  package static let english = Languages.own["en"]
}

/// All languages that pages of a site can be in.
package struct Languages: Hashable, Sendable {
  /// By their tags in small letters, without the one that is English.
  private var all: [String: Language]
  /// English, which is spoken where no other words are known.
  private let english: Language

  init(_ all: [Language], english: Language) {
    self.all = Dictionary(all.map { ($0.tag.lowercased(), $0) }) { _, last in last }
    self.english = self.all["en"] ?? english
  }

  /// The language of a tag: of `de-AT`, where nobody wrote that down, German.
  package subscript(tag: String) -> Language {
    var name = tag.lowercased()
    while true {
      if let found = all[name] { return found.called(tag) }
      guard let end = name.lastIndex(of: "-") else { break }
      name = String(name[..<end])
    }
    var unknown = english.called(tag)
    unknown.isKnown = false
    return unknown
  }

  /// The tags of those that somebody wrote down.
  package var tags: [String] { all.values.map(\.tag).sorted() }
}
