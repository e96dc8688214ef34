// Sentence: words for a reader that know what was put into them, so that a page in another language can say the same.
// A report says them in English, as they stand in the code.

/// A sentence with the values that were put into it: `"equal after rounding to \(places) decimals"`.
package struct Sentence: Hashable, Sendable {
  /// The words, with `{1}`, `{2}` and so on where values stand.
  package private(set) var pattern = ""
  fileprivate var values: [Value] = []

  fileprivate indirect enum Value: Hashable, Sendable {
    case text(String)
    case sentence(Sentence)
  }

  /// Words that are nobody's to translate: a value, an author's reason.
  package static func verbatim(_ text: String) -> Sentence {
    Sentence(pattern: "{1}", values: [.text(text)])
  }

  fileprivate init(pattern: String, values: [Value]) {
    self.pattern = pattern
    self.values = values
  }

  /// In English.
  package var text: String { said(by: { $0 }, value: { $0 }) }

  package var isEmpty: Bool { text.isEmpty }

  /// Two that say the same are the same, however they were put together.
  package static func == (left: Sentence, right: Sentence) -> Bool { left.text == right.text }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// The same in other words.
  ///
  /// - Parameters:
  ///   - translate: the words for a pattern, with the same `{1}` and so on.
  ///   - value: how a value is written.
  package func said(by translate: (String) -> String, value: (String) -> String) -> String {
    let isBare = Self.bare.contains(pattern)
    return filled(isBare ? pattern : translate(pattern)) { index in
      guard values.indices.contains(index) else { return "" }
      return switch values[index] {
      case .text(let text): value(text)
      case .sentence(let sentence): sentence.said(by: translate, value: value)
      }
    }
  }

  /// All patterns that somebody has to have words for, those of sentences within it too.
  package var patterns: Set<String> {
    values.reduce(into: Self.bare.contains(pattern) ? [] : [pattern]) { patterns, value in
      if case .sentence(let sentence) = value { patterns.formUnion(sentence.patterns) }
    }
  }

  /// Patterns without a word of their own.
  private static let bare: Set<String> = [
    "", "{1}", "{1}{2}", "{1}^{2}", "{1}; {2}", "{1}, {2}",
  ]

  package static func + (left: Sentence, right: Sentence) -> Sentence { "\(left)\(right)" }
}

extension Sentence: CustomStringConvertible {
  package var description: String { text }
}

extension Sentence: ExpressibleByStringInterpolation {
  package init(stringLiteral words: String) { self.init(pattern: words, values: []) }

  package init(stringInterpolation: StringInterpolation) {
    self.init(pattern: stringInterpolation.pattern, values: stringInterpolation.values)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pattern = ""
    fileprivate var values: [Value] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ words: String) { pattern += words }

    package mutating func appendInterpolation(_ text: String) { append(.text(text)) }

    package mutating func appendInterpolation(_ number: Int) { append(.text(String(number))) }

    package mutating func appendInterpolation(_ sentence: Sentence) { append(.sentence(sentence)) }

    private mutating func append(_ value: Value) {
      values.append(value)
      pattern += "{\(values.count)}"
    }
  }
}

/// A text in which `{1}` stands for the value at place 0, and so on; other braces are left as they are.
package func filled(_ pattern: String, with value: (Int) -> String) -> String {
  var result = ""
  var rest = pattern[...]
  while let open = rest.firstIndex(of: "{") {
    result += rest[..<open]
    let inside = rest[rest.index(after: open)...]
    if let close = inside.firstIndex(of: "}"), let number = Int(inside[..<close]), number > 0 {
      result += value(number - 1)
      rest = inside[inside.index(after: close)...]
    } else {
      result += "{"
      rest = inside
    }
  }
  return result + rest
}
