// SectionLiterals: the numbers that stand in the Swift of each section of an essay. A sentence that names one of them says
// what the program was given, and whoever doubts it sees it a few lines further on.

import Claims
import Diagnostics
import Markup
import Reading

struct SectionLiterals {
  private var sections: [(start: Int, values: [ExactNumber])] = [(0, [])]
  /// How sentences write numbers.
  private let notation: NumberNotation

  /// A section begins at a heading of the first or the second level.
  init(_ blocks: [Node], _ notation: NumberNotation) {
    self.notation = notation
    for block in blocks {
      if case .heading(let level, _) = block.kind, level <= 2 {
        sections.append((block.range.lowerBound, []))
      }
      add(block)
    }
  }

  /// Whether the Swift around a place has this number, whatever its sign.
  func contain(_ numeral: String, at place: Int) -> Bool {
    guard let value = Self.magnitude(numeral, in: .text(notation)) else { return false }
    return sections.last { $0.start <= place }?.values.contains { $0 == value } ?? false
  }

  private mutating func add(_ node: Node) {
    switch node.kind {
    case .codeBlock(let info, let code):
      if FenceLanguage.isSwift(firstWordOf: info) { add(numbersIn: code.text) }
    case .htmlBlock(let html):
      if let inside = HTMLComment.inside(html.text), FenceLanguage.isSwift(firstWordOf: inside) {
        add(numbersIn: inside)
      }
    default: for child in node.children { add(child) }
    }
  }

  private mutating func add(numbersIn swift: String) {
    for number in Self.numbers(in: swift) {
      guard let value = Self.magnitude(number, in: .claim) else { continue }
      sections[sections.count - 1].values.append(value)
    }
  }

  private static func magnitude(
    _ text: String, in context: NumberLiteral.Context
  ) -> ExactNumber? {
    guard var literal = NumberLiteral(text, in: context), literal.fault == nil else { return nil }
    literal.isNegative = false
    return literal.value
  }

  /// The numerals of some Swift, those in names, in quotation marks and in comments left out.
  static func numbers(in swift: String) -> Set<String> {
    var cursor = TextCursor(swift)
    var numbers: Set<String> = []
    while let next = cursor.next {
      if next == "\"", SwiftString.read(&cursor) != nil { continue }
      if next == "/", cursor.peek(1) == "/" {
        _ = cursor.take { $0 != "\n" }
      } else if next == "/", cursor.peek(1) == "*" {
        repeat {
          cursor.advance()
        } while !cursor.isAtEnd
          && !(cursor.next == "*" && cursor.peek(1) == "/")
      } else if next.isDigit {
        var number = cursor.take { $0.isWordPart }
        // `0...5` is no decimal fraction.
        if cursor.next == ".", cursor.peek(1)?.isDigit == true {
          cursor.advance()
          number += "." + cursor.take { $0.isWordPart }
        }
        if number.hasSuffix("e"), cursor.next == "-" || cursor.next == "+" {
          number += cursor.take { $0 == "-" || $0 == "+" } + cursor.take { $0.isDigit }
        }
        numbers.insert(number)
      } else if next.isWordStart {
        _ = cursor.take { $0.isWordPart }
      } else {
        cursor.advance()
      }
    }
    return numbers
  }
}
