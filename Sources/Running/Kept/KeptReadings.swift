// KeptReadings: what the parser program said of the Swift of each page, kept with the texts that it said it of. Where
// only a word inside a comment is another one since, the old answer is brought up to date, and nothing is started.

import Files
import Foundation
import SwiftText

struct KeptReadings: Sendable {
  private let pages: Keep

  /// - Parameter parser: the folder of the program that gives the answers, named after its sources and its compiler.
  init(by parser: String, in shop: Workshop) {
    pages = Keep(
      in: shop.folder + "/readings",
      context: Data(URL(fileURLWithPath: parser).lastPathComponent.utf8), files: shop.files)
  }

  /// What is known of a page, nothing where nothing is.
  func page(_ path: String) -> KeptPage {
    guard let bytes = pages.value(for: Data(path.utf8)) else { return KeptPage(entries: []) }
    return (try? JSONDecoder().decode(KeptPage.self, from: bytes)) ?? KeptPage(entries: [])
  }

  /// - Parameter old: what is kept of the page so far; the same is not written again.
  func keep(_ answers: [String], to texts: [String], of path: String, where old: KeptPage) {
    let new = KeptPage(answers, to: texts)
    guard new != old, let bytes = try? JSONEncoder().encode(new) else { return }
    pages.keep(bytes, for: Data(path.utf8))
  }

  /// Forgets what is old or too much.
  func tidy() { pages.tidy() }
}

/// The texts of a page, each with the parser's answer.
struct KeptPage: Codable, Hashable, Sendable {
  struct Entry: Codable, Hashable, Sendable {
    var text: String
    /// Nil where the parser gave up, perhaps for want of time.
    var answer: String?
  }

  var entries: [Entry]

  /// For each text of the page the answer that is known; nil where the parser must be asked.
  func answers(to texts: [String]) -> [String?] {
    let known = Dictionary(
      entries.map { ($0.text, $0.answer) }, uniquingKeysWith: { first, _ in first })
    return texts.enumerated().map { index, text in
      if let answer = known[text] { return answer }
      guard entries.indices.contains(index), let answer = entries[index].answer else { return nil }
      return CommentEdit.answer(answer, to: entries[index].text, broughtTo: text)
    }
  }
}

extension KeptPage {
  init(_ answers: [String], to texts: [String]) {
    entries = zip(texts, answers).map {
      Entry(text: $0, answer: $1 == Exchange.tooDeep ? nil : $1)
    }
  }
}
