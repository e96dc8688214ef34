// ReadingMemory: what the parser program said of pages a moment ago. Nothing is looked up on the disk for who asks the same again,
// or with another word in a comment.

import Foundation
import SwiftText
import Synchronization

package final class ReadingMemory: Sendable {
  private let pages = Mutex<[String: KeptPage]>([:])

  package init() {}

  /// How the texts of pages read; nil where something of them is not known.
  func readings(of wanted: [SwiftParsing.Page]) -> [[SwiftReading]]? {
    let answers = pages.withLock { pages in
      wanted.map { page in (pages[page.path] ?? KeptPage(entries: [])).answers(to: page.texts) }
    }
    var readings: [[SwiftReading]] = []
    for (page, answers) in zip(wanted, answers) {
      let known = answers.compactMap { $0 }
      guard known.count == page.texts.count,
        let reading = try? Exchange.readings(of: page.texts, from: known)
      else { return nil }
      readings.append(reading)
      // The next change is one of these texts.
      pages.withLock { $0[page.path] = KeptPage(known, to: page.texts) }
    }
    return readings
  }

  func readings(of wanted: [SwiftParsing.Page], are answers: [[String]]) {
    pages.withLock { pages in
      for (page, answers) in zip(wanted, answers) {
        pages[page.path] = KeptPage(answers, to: page.texts)
      }
    }
  }
}
