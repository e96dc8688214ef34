// StatementKind: which statements have no value, so that a claim behind one is told so at once.

enum StatementKind {
  private static let declarations: Set<String> = [
    "import", "func", "struct", "class", "enum", "extension", "protocol", "typealias", "actor",
    "operator", "precedencegroup", "init", "deinit", "subscript", "macro", "associatedtype",
  ]
  private static let control: Set<String> = [
    "for", "while", "repeat", "if", "switch", "guard", "do", "defer", "break", "continue",
  ]
  private static let modifiers: Set<String> = [
    "public", "private", "fileprivate", "internal", "package", "open", "static", "final",
    "mutating",
    "nonmutating", "override", "indirect", "lazy", "nonisolated", "prefix", "postfix", "infix",
  ]

  /// Why a claim behind this statement would be about nothing; nil when it has a value.
  static func withoutValue(
    _ statement: StatementFinder.Statement, in finder: StatementFinder
  ) -> String? {
    var index = statement.tokens.lowerBound
    while index < statement.tokens.upperBound, modifiers.contains(finder.word(index)) { index += 1 }
    let word = finder.word(index)
    if declarations.contains(word) {
      return "‘\(word)’ declares something and has no value to claim"
    }
    if control.contains(word) {
      return "‘\(word)’ has no value of its own: claim a value inside it or after it"
    }
    let next = index < statement.tokens.upperBound ? finder.word(index + 1) : ""
    if (word == "let" || word == "var") && next == "(" {
      return "a tuple pattern reports no value: bind the tuple to one name and claim that"
    }
    if (word == "print" || word == "debugPrint") && next == "(" {
      return "‘\(word)’ has no value: write // Prints \"…\" to claim what it prints"
    }
    return nil
  }
}
