// PictureExpression: the last statement of a fence that draws, which must be an expression.

/// Where a fence's picture is computed, or why it is nowhere.
enum PictureExpression {
  /// Bytes of the example's code.
  case found(Range<Int>)
  /// What is wrong, and with which bytes of the code; nil when there is nothing at all.
  case missing(Range<Int>?, String)

  var range: Range<Int>? {
    if case .found(let range) = self { range } else { nil }
  }

  static func find(in example: Example) -> PictureExpression {
    let finder = StatementFinder(example.code.text)
    guard !finder.tokens.isEmpty else {
      return .missing(nil, "there is no Swift here: a figure's fence ends with the picture")
    }
    let end = finder.tokens[finder.tokens.count - 1].range
    guard let last = finder.statement(endingBefore: example.code.text.utf8.count),
      !finder.endsOpen
    else {
      return .missing(end, "no expression ends here: a figure's fence ends with the picture")
    }
    let range = finder.range(of: last)
    if let word = wordOfNoExpression(last, in: finder) {
      let first = finder.tokens[last.tokens.lowerBound].range
      return .missing(first, "\(word); write the picture on a last line of its own")
    }
    return .found(range)
  }

  /// Whether the statement is something else than an expression, as far as its words tell. An
  /// assignment is left to the compiler, which says that it is no `Figure`.
  private static func wordOfNoExpression(
    _ statement: StatementFinder.Statement, in finder: StatementFinder
  ) -> String? {
    let word = finder.word(statement.tokens.lowerBound)
    if ["let", "var", "@"].contains(word) || word.hasPrefix("@") {
      return "a figure's fence ends with the picture, and ‘\(word)’ only gives a name to one"
    }
    if ["return", "throw"].contains(word) {
      return "a figure's fence ends with the picture, and not with ‘\(word)’"
    }
    if StatementKind.withoutValue(statement, in: finder) != nil {
      return "a figure's fence ends with the picture, and ‘\(word)’ has no value"
    }
    return nil
  }
}
