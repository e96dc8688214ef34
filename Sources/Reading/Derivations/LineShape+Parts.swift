// The parts of a line that have a form of their own: delimiters, words, matrices.

extension LineShape {
  mutating func delimiter() throws(StepProblem) -> String {
    let token = try reader.next() ?? ""
    switch ShownTeX.of(token) {
    case .opening, .closing, .bar: return token
    default:
      guard token == "." || token == "/" else {
        throw StepProblem(text: "‘\(token)’ is no bracket: write \\langle or \\rangle for < or >")
      }
      return token
    }
  }

  /// Something so small that relations in it are conditions.
  mutating func small(_ script: Script = .empty) throws(StepProblem) {
    scriptStack.append(script)
    try argument()
    scriptStack.removeLast()
  }

  mutating func words() throws(StepProblem) {
    let known: Set<String> = [
      "{", "}", "\\ ", "\\,", "\\;", "\\%", "\\&", "\\#", "\\_", "\\quad", "\\ldots", "\\dots",
    ]
    let tokens = reader.rawArgument()
    for token in tokens where !known.contains(token) {
      guard !reader.isMacro(token), token.unicodeScalars.count == 1,
        let scalar = token.unicodeScalars.first, ShownTeX.isWordy(scalar)
      else {
        if ShownTeX.of(token) == .words, !reader.isMacro(token) { continue }
        throw StepProblem(text: "among words there are letters and numbers only, not ‘\(token)’")
      }
      guard isFresh, scripts == 0 else { continue }
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "("
      else { throw beginningProblem(token) }
      isFresh = false
    }
    let said = tokens.filter { $0.first?.isLetter == true }.joined()
    if !said.isEmpty, !Self.conditions.contains(where: said.lowercased().hasPrefix),
      let last = brackets.indices.last, scripts == 0
    {
      brackets[last].words = said
    }
  }

  private static let conditions = [
    "for", "if", "when", "where", "with", "all", "every", "or", "otherwise",
  ]

  private static let environments: Set<String> = [
    "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "cases", "dcases", "rcases",
  ]
  private static let bareEnvironments: Set<String> = ["matrix", "smallmatrix", "array"]

  mutating func environment() throws(StepProblem) {
    let name = reader.rawArgument().joined()
    if Self.environments.contains(name) {
      isFresh = false
      noteOperand()
    } else if !Self.bareEnvironments.contains(name) {
      throw unknown("\\begin{\(name)}")
    }
    if name == "array" { _ = reader.rawArgument() }
    let outer = brackets.count
    var column = 0
    while let token = try reader.next() {
      switch token {
      case "\\end":
        _ = reader.rawArgument()
        return try close(down: outer)
      case "&": column += 1
      case "\\\\": column = 0
      default:
        // Behind its value, a case has its condition.
        let isCondition = name.hasSuffix("cases") && column > 0
        if isCondition { scriptStack.append(.holdsOperand) }
        try item(token)
        if isCondition { scriptStack.removeLast() }
      }
    }
  }

  mutating func lines() throws(StepProblem) {
    guard try reader.next() == "{" else { throw unknown("\\substack") }
    while let token = try reader.next(), token != "}" {
      if token != "\\\\" { try item(token) }
    }
  }
}
