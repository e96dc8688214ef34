// FirstEssay: the words of the first page. They are the same whatever is claimed; the claims are not.

struct FirstEssay: Hashable {
  /// An expression, and what stands behind its arrow.
  struct Line: Hashable {
    var expression: String
    var value: ClaimedValue?
  }

  var title: String
  /// What stands above the claimed line.
  var setting: [String] = []
  var line: Line
  /// A number in a sentence, with the words around it.
  var sentence: Sentence?

  struct Sentence: Hashable {
    var before: String
    var number: String
    var expression: String
    var after: String
  }

  /// The page's Markdown.
  var text: String {
    let claim = line.value.map { "  // → \($0.text)" } ?? ""
    let code = setting + [line.expression + claim]
    var parts = [
      """
      ---
      title: \(YAMLText.quoted(title))
      ---

      The Swift on this page runs each time the page is made. What stands behind an arrow is compared
      with what was computed, at exactly the digits that are written.

      ```swift
      \(code.joined(separator: "\n"))
      ```
      """
    ]
    if let sentence {
      parts.append(
        "\(sentence.before) \(sentence.number)<!-- = \(sentence.expression) -->\(sentence.after)")
    }
    parts.append(
      """
      Change a digit, and `galley check` names the line, the value, and what to write instead.
      """)
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// A page about a call of the author's own library.
  static func about(_ call: Call, _ value: ClaimedValue, title: String) -> FirstEssay {
    FirstEssay(
      title: title, line: Line(expression: call.expression, value: value),
      sentence: value.isNumber
        ? Sentence(
          before: "In a sentence the number comes first: `\(call.expression)` is",
          number: value.text, expression: call.expression, after: ".") : nil)
  }

  /// A page that needs no library but Swift's own.
  static func plain(title: String) -> FirstEssay {
    FirstEssay(
      title: title,
      setting: [
        "let heights = [1.62, 1.75, 1.81]",
        "let mean = heights.reduce(0, +) / Double(heights.count)",
      ],
      line: Line(expression: "mean", value: ClaimedValue("\((1.62 + 1.75 + 1.81) / 3)")),
      sentence: Sentence(
        before: "In a sentence the number comes first: the three of them are",
        number: "1.73", expression: "mean", after: " metres tall on average."))
  }

  /// A page that asks what calls are worth, each in a program of its own: one that stops says nothing of the others.
  static func trial(of calls: [Call]) -> String {
    calls.map { "```swift fresh\n\($0.expression)  // → 0\n```\n" }.joined(separator: "\n")
  }
}
