// DrawnVariables: which names of a derivation are bound to what `draw` returns, so that a counterexample
// can name its inputs and a condition can speak of one.

enum DrawnVariables {
  private static let beginnings: Set<String> = [
    "let", "var", "func", "for", "if", "guard", "while", "repeat", "do", "switch", "struct", "enum",
    "class", "typealias", "return", "try", "print",
  ]

  /// - Parameter bounds: where a binding ends at the latest: the steps, and the end of the code.
  static func find(
    in finder: StatementFinder, _ bytes: [UInt8], before bounds: [Int]
  ) -> [Derivation.Variable] {
    let tokens = finder.tokens
    var variables: [Derivation.Variable] = []
    var depth = 0
    var depths: [Int] = []
    for token in tokens {
      if case .mark(let byte) = token.kind, ")]}".utf8.contains(byte) { depth -= 1 }
      depths.append(depth)
      if case .mark(let byte) = token.kind, "([{".utf8.contains(byte) { depth += 1 }
    }
    func isMark(_ index: Int, _ mark: Character) -> Bool {
      depths[index] == 0 && tokens[index].kind == .mark(mark.asciiValue ?? 0)
    }
    var index = 0
    while index < tokens.count {
      guard depths[index] == 0, ["let", "var"].contains(finder.word(index)) else {
        index += 1
        continue
      }
      let bound = bounds.first { $0 > tokens[index].range.lowerBound } ?? bytes.count
      // One binding after the other: name, perhaps a type, `=`, what it is bound to.
      repeat {
        let name = index + 1
        var equals = name
        while equals < tokens.count, !(depths[equals] == 0 && finder.word(equals) == "=") {
          equals += 1
        }
        guard equals < tokens.count, tokens[equals].range.lowerBound < bound, name < equals else {
          index += 1
          break
        }
        var end = equals + 1
        while end < tokens.count, tokens[end].range.lowerBound < bound, !isMark(end, ","),
          !isMark(end, ";"),
          !(depths[end] == 0 && tokens[end].line > tokens[end - 1].endLine
            && beginnings.contains(finder.word(end)))
        {
          end += 1
        }
        let lower = tokens[equals].range.upperBound
        let upper = end < tokens.count ? min(bound, tokens[end].range.lowerBound) : bound
        if (equals + 1..<max(end, equals + 1)).contains(where: { finder.word($0) == "draw" }) {
          variables.append(
            Derivation.Variable(
              name: self.name(finder, name, equals, depths), code: lower..<max(lower, upper)))
        }
        index = end
      } while index < tokens.count && isMark(index, ",")
    }
    return variables
  }

  /// One word, or all of a pattern: `(a, b)`. A type behind it is no part of it.
  private static func name(
    _ finder: StatementFinder, _ start: Int, _ end: Int, _ depths: [Int]
  ) -> String {
    var text = ""
    for index in start..<end {
      let word = finder.word(index)
      if word == ":" && depths[index] == 0 { break }
      text += word == "," ? ", " : word
    }
    return text.filter { $0 != "`" }
  }
}
