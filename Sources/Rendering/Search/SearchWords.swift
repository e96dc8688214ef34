// SearchWords: a text as the words that it is found by. The script of the search takes questions apart in the same way
// (`templates/search.js`): small letters, no accents, compatible forms, and only letters and digits.

import Foundation

enum SearchWords {
  /// The words in their order, each as often as it stands there.
  static func of(_ text: String) -> [String] {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    let folded = isPlain ? text : text.lowercased().decomposedStringWithCompatibilityMapping
    var words: [String] = []
    var word: [UInt8] = []
    func isPart(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    func end() {
      if word.isEmpty { return }
      words.append(String(decoding: word, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
    }
    guard !isPlain else {
      for byte in text.utf8 {
        let small = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
        if isPart(small) { word.append(small) } else { end() }
      }
      end()
      return words
    }
    for scalar in folded.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if isPart(byte) { word.append(byte) } else { end() }
        continue
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        word.append(contentsOf: String(scalar).utf8)
      // An accent is nothing by itself.
      case .nonspacingMark, .spacingMark, .enclosingMark: break
      default: end()
      }
    }
    end()
    return words
  }
}
