// FormulaSurroundings: what stands around a number inside its formula. The 2 of √2, of ½ or of 2π is not what
// a reader takes the formula to say, so a claim about it would be a tick beside something else.

enum FormulaSurroundings {
  /// Why it is not clear which number a reader sees; nil when it is.
  static func doubt(before: String, after: String) -> String? {
    let scalars = Array(before.unicodeScalars)
    return doubt(enclosing: scalars) ?? doubt(before: scalars) ?? doubt(after: after)
  }

  /// Commands whose argument a reader sees as it is, in other type or with something under it.
  private static let plain: Set<String> = [
    "mathbf", "mathrm", "mathit", "mathsf", "mathtt", "mathnormal", "text", "textbf", "textit",
    "textrm", "textsf", "texttt", "boldsymbol", "bm", "boxed", "fbox", "mbox", "hbox", "underbrace",
    "overbrace", "textcolor", "colorbox", "color",
  ]

  private static let functions: Set<String> = [
    "log", "ln", "lg", "exp", "sqrt", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh",
    "cosh", "tanh", "frac", "tfrac", "dfrac", "cfrac", "binom", "tbinom", "dbinom", "Gamma", "bar",
    "hat", "tilde", "dot", "ddot", "vec", "overline", "underline",
  ]

  // MARK: - Around

  /// Walks outward through the braces around a number.
  private static func doubt(enclosing scalars: [Unicode.Scalar]) -> String? {
    var end = scalars.count
    while let brace = opening(scalars, before: end) {
      let name = command(scalars, endingAt: argumentsStart(scalars, brace))
      end = brace
      guard let name else { continue }
      guard plain.contains(name.text) else {
        return "it is a part of ‘\\\(name.text)’; write the value as one number"
      }
      end = name.start
      let left = trimmed(scalars, end)
      if left > 0, "-−".unicodeScalars.contains(scalars[left - 1]) {
        let operand = trimmed(scalars, left - 1)
        let isBetween =
          operand > 0
          && (scalars[operand - 1].isWordPart
            || ")]}".unicodeScalars.contains(scalars[operand - 1]))
        if !isBetween { return "a sign stands before it, in other type; write them together, -0.5" }
      }
    }
    return nil
  }

  /// The innermost brace that is open before `end`.
  private static func opening(_ scalars: [Unicode.Scalar], before end: Int) -> Int? {
    var depth = 0
    for index in scalars[..<end].indices.reversed() {
      if index > 0, scalars[index - 1] == "\\" { continue }
      if scalars[index] == "}" { depth += 1 }
      if scalars[index] == "{" {
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return nil
  }

  /// Steps back from a brace over the arguments before it: `{1}` in `\frac{1}{2}`, `[3]` in `\sqrt[3]{2}`.
  private static func argumentsStart(_ scalars: [Unicode.Scalar], _ brace: Int) -> Int {
    var index = brace
    while index > 0, let open = ["}": "{", "]": "["][String(scalars[index - 1])] {
      let close = scalars[index - 1]
      var depth = 0
      var start = index - 1
      while start >= 0 {
        if scalars[start] == close { depth += 1 }
        if String(scalars[start]) == open { depth -= 1 }
        if depth == 0 { break }
        start -= 1
      }
      guard start >= 0 else { return index }
      index = start
    }
    return index
  }

  /// The command whose name ends there.
  private static func command(
    _ scalars: [Unicode.Scalar], endingAt end: Int
  ) -> (text: String, start: Int)? {
    let stop = trimmed(scalars, end)
    var start = stop
    while start > 0, scalars[start - 1].isWordStart, scalars[start - 1] != "_" { start -= 1 }
    guard start < stop, start > 0, scalars[start - 1] == "\\" else { return nil }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[start..<stop])
    return (text, start - 1)
  }

  // MARK: - Before and after

  /// `\log 2`, `\sqrt2`, `\frac12`, `\log_2(8)`.
  private static func doubt(before scalars: [Unicode.Scalar]) -> String? {
    var end = trimmed(scalars, scalars.count)
    let isOpen = end > 0 && scalars[end - 1] == "("
    if isOpen { end -= 1 }
    if let left = command(scalars, endingAt: end), left.text == "left" { end = left.start }
    end = trimmed(scalars, end)
    if isOpen, end > 0, "-−".unicodeScalars.contains(scalars[end - 1]) {
      let operand = trimmed(scalars, end - 1)
      let isBetween = operand > 0 && scalars[operand - 1].isWordPart
      if !isBetween { return "a sign stands before its bracket; write them together, -0.5" }
    }
    if end > 1, scalars[end - 2] == "_", scalars[end - 1] != "}" { end -= 2 }
    if end > 0, scalars[end - 1] == "}" {
      let start = argumentsStart(scalars, end)
      if start > 0, scalars[start - 1] == "_" { end = start - 1 }
    }
    guard let name = command(scalars, endingAt: end), functions.contains(name.text) else {
      return nil
    }
    return "it is a part of ‘\\\(name.text)’; write the value as one number"
  }

  private static let factors: Set<String> = [
    "pi", "tau", "log", "ln", "exp", "sqrt", "frac", "tfrac", "dfrac", "alpha", "beta", "gamma",
    "delta", "epsilon", "varepsilon", "theta", "lambda", "mu", "sigma", "omega", "hbar", "infty",
  ]

  /// `5!`, `2x`, `2\pi`.
  private static func doubt(after text: String) -> String? {
    var cursor = TextCursor(text)
    cursor.skipSpace()
    guard let next = cursor.next else { return nil }
    if next == "!" { return "a factorial sign stands behind it; write the value as one number" }
    var isFactor = next.isWordStart && next != "_"
    if cursor.take("\\") {
      isFactor = factors.contains(cursor.take { $0.isWordStart && $0 != "_" })
    }
    return isFactor
      ? "it is the factor of what stands behind it; write the value as one number" : nil
  }

  private static func trimmed(_ scalars: [Unicode.Scalar], _ end: Int) -> Int {
    var end = end
    while end > 0, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return end
  }
}
