// DeclaredGivens: the words that an essay's front matter declares as given, `given: ["21 cm"]`, wherever it says them.

import Diagnostics
import Markup

struct DeclaredGivens {
  private let document: Document
  /// The bytes of the essay at which each declared text stands.
  private let places: [[Range<Int>]]
  private var isUsed: [Bool]

  init(_ document: Document) {
    self.document = document
    let bytes = Array(document.source.text.utf8)
    places = document.frontMatter.given.map { Self.places(of: Array($0.text.utf8), in: bytes) }
    isUsed = places.map { _ in false }
  }

  /// Whether a numeral stands in such words; they have answered for one then.
  mutating func take(_ numeral: Range<Int>) -> Bool {
    guard
      let index = places.firstIndex(where: { places in
        places.contains {
          $0.lowerBound <= numeral.lowerBound && numeral.upperBound <= $0.upperBound
        }
      })
    else { return false }
    isUsed[index] = true
    return true
  }

  /// What is declared and answers for nothing.
  var needless: [Diagnostic] {
    zip(document.frontMatter.given, isUsed).filter { !$0.1 }.map { declared, _ in
      Diagnostic(
        .coverageGiven, at: SourceSpan(document.path, declared.range),
        "‘\(declared.text)’ is declared as given, and no number of the essay’s sentences needs it: take it out"
      )
    }
  }

  /// Not as a part of a longer number: `21 cm` does not stand in `121 cm`.
  private static func places(of text: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
    bytes.ranges(of: text).filter { range in
      let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0
      let behind = range.upperBound < bytes.count ? bytes[range.upperBound] : 0
      let next = range.upperBound + 1 < bytes.count ? bytes[range.upperBound + 1] : 0
      let goesOn = ".,".utf8.contains(behind) && isDigit(next)
      return !(isDigit(before) || ".,".utf8.contains(before) && isDigit(text[0]))
        && !goesOn && !(isDigit(behind) && isDigit(text[text.count - 1]))
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
