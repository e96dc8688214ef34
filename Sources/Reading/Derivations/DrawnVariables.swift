// DrawnVariables: which names of a derivation are bound to what `draw` returns, so that a counterexample
// can name its inputs and a condition can speak of one.

import Diagnostics
import SwiftText

enum DrawnVariables {
  /// The bindings of the top level whose value speaks of `draw`; a pattern counts as one name: `(a, b)`.
  static func find(in swift: SwiftReading) -> [Derivation.Variable] {
    swift.statements.filter { $0.blockKind == .topLevel }.flatMap { statement in
      guard case .binding(let binding) = statement.form else { return [Derivation.Variable]() }
      return binding.parts.compactMap { part in
        guard let value = part.initializer, swift.source(value).contains("draw") else { return nil }
        let names = part.names
        let name = names.count == 1 ? names[0] : "(\(names.joined(separator: ", ")))"
        return Derivation.Variable(name: name, code: value)
      }
    }
  }

  /// Where `draw` is something else than what is drawn from: every `draw` stands before a dot. A name of
  /// the author's would give constants, and a line of constants is sampled by nobody.
  static func misuse(in swift: SwiftReading) -> Range<Int>? {
    var bytes = swift.text
    for comment in swift.comments {
      for index in comment.range { bytes[index] = UInt8(ascii: " ") }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var cursor = TextCursor(text)
    while let next = cursor.next {
      if next == "\"", SwiftString.read(&cursor) != nil { continue }
      guard next.isWordStart else {
        cursor.advance()
        continue
      }
      let isMember = cursor.previous == "."
      let start = text.utf8.distance(from: text.startIndex, to: cursor.index)
      guard cursor.take(while: { $0.isWordPart }) == "draw", !isMember else { continue }
      cursor.skipSpace()
      if cursor.next != "." { return start..<start + "draw".utf8.count }
    }
    return nil
  }
}
