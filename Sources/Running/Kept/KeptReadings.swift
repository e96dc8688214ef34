// KeptReadings: what the parser program said of the Swift of each page, kept with the texts that it said it of. Where
// only a word inside a comment is another one since, the old answer is brought up to date, and nothing is started.

import Files
import Foundation
import SwiftText

struct KeptReadings {
  private let pages: Keep

  /// - Parameter parser: the folder of the program that gives the answers, named after its sources and its compiler.
  init(by parser: String, in shop: Workshop) {
    pages = Keep(
      in: shop.folder + "/readings",
      context: Data(URL(fileURLWithPath: parser).lastPathComponent.utf8), files: shop.files)
  }

  /// A text with the parser's answer.
  private struct Entry: Codable, Hashable {
    var text: String
    /// Nil where the parser gave up, perhaps for want of time.
    var answer: String?
  }

  /// For each text of a page the answer that is known; nil where the parser must be asked.
  func answers(to texts: [String], of page: String) -> [String?] {
    let kept = entries(of: page)
    let known = Dictionary(
      kept.map { ($0.text, $0.answer) }, uniquingKeysWith: { first, _ in first })
    return texts.enumerated().map { index, text in
      if let answer = known[text] { return answer }
      guard kept.indices.contains(index), let answer = kept[index].answer else { return nil }
      return CommentEdit.answer(answer, to: kept[index].text, broughtTo: text)
    }
  }

  func keep(_ answers: [String], to texts: [String], of page: String) {
    let entries = zip(texts, answers).map {
      Entry(text: $0, answer: $1 == Exchange.tooDeep ? nil : $1)
    }
    guard entries != self.entries(of: page), let bytes = try? JSONEncoder().encode(entries) else {
      return
    }
    pages.keep(bytes, for: Data(page.utf8))
  }

  /// Forgets what is old or too much.
  func tidy() { pages.tidy() }

  private func entries(of page: String) -> [Entry] {
    guard let bytes = pages.value(for: Data(page.utf8)) else { return [] }
    return (try? JSONDecoder().decode([Entry].self, from: bytes)) ?? []
  }
}
