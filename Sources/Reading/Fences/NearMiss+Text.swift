// What the text of a comment holds: values among words, words that lead to values, and what dresses them.

import Diagnostics

extension Unicode.Scalar {
  /// A digit of any script, in a circle, raised, or as a numeral of one sign.
  fileprivate var isNumber: Bool {
    switch properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }

  /// `½`.
  var isFraction: Bool {
    guard properties.generalCategory == .otherNumber, let value = properties.numericValue else {
      return false
    }
    return value != value.rounded()
  }
}

extension String {
  /// The text without what dresses a value: `**4**`, `$4$`, `✓ 4`, `← 4`, `| 4`.
  var undressed: String {
    func isDress(_ scalar: Unicode.Scalar) -> Bool {
      "$*_~|←⟵⇐⟸↤⇠↑↓".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace
        || scalar.isInvisible || scalar.properties.generalCategory == .otherSymbol
    }
    var rest = unicodeScalars.drop(while: isDress)
    while let last = rest.last, isDress(last) { rest.removeLast() }
    return String(rest)
  }

  /// Whether a number, a quotation or a value in one word stands somewhere in it, addresses aside.
  var mentionsValue: Bool {
    for word in split(whereSeparator: \.isWhitespace) where !word.contains("://") {
      let plain = String(word.unicodeScalars.filter { !$0.isInvisible }.map(Character.init))
      let bare = plain.without("(\"'`*", behind: ")\"'`*.,;:!?").lowercased()
      let isWord = ["true", "false", "nil", "nan", "inf", "infinity", ".nan", ".infinity"]
        .contains(bare)
      if isWord || bare.hasSuffix(".self") { return true }
      var previous: Unicode.Scalar?
      for scalar in plain.unicodeScalars {
        // The 2 of H2O is no number.
        let isNumber = scalar.isNumber || scalar == "∞"
        if isNumber, previous.map({ !$0.isWordPart && $0 != "#" }) ?? true { return true }
        previous = scalar
      }
    }
    return unicodeScalars.contains { "\"“„«".unicodeScalars.contains($0) }
  }

  /// The text without some marks at its ends, and without what is not seen there.
  func without(_ before: String, behind: String? = nil) -> String {
    func isEdge(_ scalar: Unicode.Scalar, _ marks: String) -> Bool {
      marks.unicodeScalars.contains(scalar) || scalar.properties.isWhitespace || scalar.isInvisible
    }
    var rest = unicodeScalars.drop { isEdge($0, before) }
    while let last = rest.last, isEdge(last, behind ?? before) { rest.removeLast() }
    return String(rest)
  }
}

extension Substring {
  /// What leads to a value: a word, a colon, or signs that compare.
  var leads: [Range<Index>] {
    var leads: [Range<Index>] = []
    let scalars = unicodeScalars
    var index = startIndex
    while index < endIndex {
      let start = index
      let first = scalars[index]
      if first.isWordStart {
        index = scalars[index...].firstIndex { !$0.isWordPart } ?? endIndex
        // `result.output` is a name.
        let isName = index < endIndex && scalars[index] == "."
        if !isName, Self.verbs.contains(self[start..<index].lowercased()) {
          leads.append(start..<index)
        }
      } else if first.isRelation {
        index = scalars[index...].firstIndex { !$0.isRelation } ?? endIndex
        leads.append(start..<index)
      } else {
        index = scalars.index(after: index)
        let isFollowed = index < endIndex && scalars[index].properties.isWhitespace
        if first == ":", isFollowed { leads.append(start..<index) }
      }
    }
    return leads
  }

  /// The text without the words before a value that only say how surely it is meant.
  var withoutAdverbs: String {
    var rest = self
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == ":" }
      let word = rest.prefix { $0.isLetter || $0 == "." }
      guard Self.adverbs.contains(word.lowercased()) else { return String(rest) }
      rest = rest.dropFirst(word.count)
    }
  }

  private static let verbs: Set<String> = [
    "is", "are", "was", "be", "becomes", "returns", "returned", "return", "gives", "gave", "give",
    "yields", "yield", "yielded", "equals", "equal", "evaluates", "makes", "out", "result",
    "results", "expected", "expect", "got", "value", "computes", "computed", "thus", "hence",
  ]

  private static let adverbs: Set<String> = [
    "now", "exactly", "about", "roughly", "approximately", "approx", "approx.", "ca.", "circa",
    "nearly", "almost", "still", "again", "always", "only", "just", "then", "also", "to", "as",
    "in",
  ]
}
