// TeXReader: TeX cut into commands and characters as a typesetter cuts it, with macros put in place of
// their names, so that what is read is what is shown.

struct TeXReader {
  /// The next token is the last.
  private var rest: [String]
  private let macros: LineMacros
  private var expansions = 0

  init(_ tex: String, _ macros: LineMacros) {
    rest = Self.tokens(of: tex).reversed()
    self.macros = macros
  }

  /// Commands with their backslash, and single characters. White space shows nothing in mathematics.
  static func tokens(of tex: String) -> [String] {
    var tokens: [String] = []
    var scalars = tex.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "\\" else {
        if !scalar.properties.isWhitespace { tokens.append(String(scalar)) }
        continue
      }
      let letters = scalars.prefix { $0.isASCII && $0.properties.isAlphabetic || $0 == "@" }
      scalars = scalars.dropFirst(letters.count)
      tokens.append(
        "\\" + (letters.isEmpty ? scalars.popFirst().map(String.init) ?? "" : String(letters)))
    }
    return tokens
  }

  /// The next token that is no macro.
  mutating func next() throws(StepProblem) -> String? {
    while let token = rest.popLast() {
      if let problem = macros.problem(of: token) { throw problem }
      guard let body = macros.bodies[token] else { return token }
      expansions += 1
      guard expansions < 1000, rest.count < 100_000 else {
        throw StepProblem(text: "the macro ‘\(token)’ never ends, or is far too long")
      }
      let count = zip(body, body.dropFirst()).filter { $0.0 == "#" }.compactMap { Int($0.1) }.max()
      var arguments: [[String]] = []
      for _ in 0..<(count ?? 0) { arguments.append(rawArgument()) }
      var shown: [String] = []
      var index = body.startIndex
      while index < body.endIndex {
        defer { index += 1 }
        if body[index] == "#", index + 1 < body.endIndex, let number = Int(body[index + 1]),
          arguments.indices.contains(number - 1)
        {
          shown += arguments[number - 1]
          index += 1
        } else {
          shown.append(body[index])
        }
      }
      rest += shown.reversed()
    }
    return nil
  }

  mutating func peek() throws(StepProblem) -> String? {
    guard let token = try next() else { return nil }
    rest.append(token)
    return token
  }

  func isMacro(_ token: String) -> Bool {
    macros.bodies[token] != nil || macros.problem(of: token) != nil
  }

  /// A token, or what stands in braces, as it is written.
  mutating func rawArgument() -> [String] {
    guard let first = rest.popLast() else { return [] }
    guard first == "{" else { return [first] }
    var tokens: [String] = []
    var depth = 1
    while let token = rest.popLast() {
      if token == "{" { depth += 1 } else if token == "}" { depth -= 1 }
      if depth == 0 { break }
      tokens.append(token)
    }
    return tokens
  }
}

/// What the names in a derivation's TeX mean beside what they mean to everybody.
package struct LineMacros: Sendable {
  /// By name, with the backslash.
  let bodies: [String: [String]]
  /// What formulas of the page define. These hold from some formula on, so no line may use them.
  private let redefined: Set<String>

  private static let definers: Set<String> = [
    "\\def", "\\gdef", "\\edef", "\\xdef", "\\let", "\\futurelet", "\\newcommand",
    "\\renewcommand", "\\providecommand",
  ]

  /// - Parameters:
  ///   - macros: the site's own, by name.
  ///   - formulas: all TeX of the page.
  package init(_ macros: [String: String] = [:], formulas: [String] = []) {
    bodies = macros.mapValues(TeXReader.tokens)
    var names: Set<String> = []
    for tokens in formulas.map(TeXReader.tokens) + Array(bodies.values) {
      for (index, token) in tokens.enumerated() where Self.definers.contains(token) {
        if let name = tokens[(index + 1)...].first(where: { $0 != "{" && $0 != "*" }) {
          names.insert(name)
        }
      }
    }
    redefined = names
  }

  /// A line's sign means what everybody knows only if nobody gave it another meaning.
  func problem(ofSign sign: String) -> StepProblem? {
    for token in TeXReader.tokens(of: sign) {
      if let problem = problem(of: token) { return problem }
      if bodies[token] != nil {
        return StepProblem(text: "‘\(token)’ has another meaning among the macros of galley.yml")
      }
    }
    return nil
  }

  func problem(of token: String) -> StepProblem? {
    // A macro that defines its argument may define any name.
    guard redefined.contains(token) || redefined.contains("#") else { return nil }
    return StepProblem(
      text: redefined.contains(token)
        ? "a formula of this page defines ‘\(token)’, and what it shows here is not known: "
          + "define it in galley.yml, under a new name"
        : "macros of this page define macros, and what this line shows is not known")
  }
}
