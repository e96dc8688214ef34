// LineShape: whether a line of a derivation shows one side and nothing else. A second relation in it
// would be a claim that nobody checks.

struct LineShape {
  enum Beginning {
    /// The first line of a derivation.
    case first
    /// A line without a relation below others: what begins so could go on with the line above.
    case chain
    /// What stands behind a relation.
    case relation
  }

  struct Bracket {
    /// Left open, `\langle` would be taken for a sign.
    var isAngle = false
    var isShown = true
    /// Whether an operand stands in it, to which a relation could belong.
    var holdsOperand = false
    /// A relation that belongs to the brackets, if they are closed.
    var relation: String?
    /// Words that begin no condition: `so`, `and`. A relation beside them is said of the line.
    var words: String?
  }

  var reader: TeXReader
  let beginning: Beginning
  var isFresh = true
  var brackets: [Bracket] = []
  var depth = 0
  /// The scripts around, in which relations are conditions: of a sum, of an index. A condition is about
  /// something in its script; what stands under a brace is not.
  var scriptStack: [Script] = []
  var scripts: Int { scriptStack.count }
  /// Whether the token before was a brace over or under something, whose script is its label.
  private var isBehindBrace = false
  /// How many bars stand outside of brackets, and whether the last has a script.
  var bars = 0
  var isLastBarScripted = false
  /// `]0, 1[`
  var isInterval = false

  enum Script { case empty, holdsOperand, label }
  var negativeSpaces = 0

  /// Why `tex` shows more than one side, or none; nil when it shows one.
  static func problem(
    of tex: String, _ beginning: Beginning, _ macros: LineMacros
  ) -> StepProblem? {
    var shape = LineShape(
      reader: TeXReader(tex, macros), beginning: beginning)
    do throws(StepProblem) {
      try shape.list(until: nil)
      guard !shape.isFresh else { throw StepProblem(text: "there is no TeX behind ‘$$’") }
      if !shape.bars.isMultiple(of: 2), !shape.isLastBarScripted { throw shape.twoSides("|") }
      return nil
    } catch { return error }
  }

  init(reader: TeXReader, beginning: Beginning) {
    self.reader = reader
    self.beginning = beginning
  }

  // MARK: - Lists

  mutating func list(until end: String?) throws(StepProblem) {
    let outer = brackets.count
    while let token = try reader.next() {
      if token == end, token != "]" || brackets.count == outer { return try close(down: outer) }
      try item(token)
    }
    try close(down: outer)
    if let end { throw StepProblem(text: "this TeX ends before ‘\(end)’") }
  }

  /// What is opened and not closed does not keep a relation to itself.
  mutating func close(down count: Int) throws(StepProblem) {
    while brackets.count > count, let open = brackets.popLast() {
      if open.isAngle { throw StepProblem(text: "‘\\langle’ is opened and not closed") }
      if let relation = open.relation { try show(relation) }
    }
  }

  mutating func argument() throws(StepProblem) {
    guard let token = try reader.next() else { return }
    try item(token)
  }

  mutating func item(_ token: String) throws(StepProblem) {
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { throw StepProblem(text: "this TeX has too many braces in braces") }
    if token == "{" {
      let wasFresh = isFresh
      try list(until: "}")
      if wasFresh, isFresh, scripts == 0 { throw beginningProblem("{}") }
      return
    }
    let role = ShownTeX.of(token)
    let isLabel = isBehindBrace
    isBehindBrace = false
    try begin(with: token, role)
    if role != .negativeSpace, role != .space { negativeSpaces = 0 }
    switch role {
    case .relation: try show(token)
    case .operand, .sign: noteOperand()
    case .bar: try bar()
    case .joint: try joint(token)
    case .space: break
    case .opening: open(token)
    case .closing:
      if token == "]", brackets.isEmpty { isInterval = true }
      try closeBracket(token)
    case .left: brackets.append(Bracket(isShown: try delimiter() != "."))
    case .middle: _ = try delimiter()
    case .right:
      let mark = try delimiter()
      if mark == ".", !brackets.isEmpty { brackets[brackets.count - 1].isShown = false }
      try closeBracket(")")
    case .size:
      let mark = try delimiter()
      switch ShownTeX.of(mark) {
      case .opening: open(mark)
      case .closing: try closeBracket(mark)
      default: noteOperand()
      }
    case .negativeSpace:
      negativeSpaces += 1
      guard negativeSpaces < 4 else {
        throw StepProblem(text: "so much ‘\(token)’ puts one sign over another")
      }
    case .script:
      try small(isLabel ? .label : .empty)
      // `^` may follow `_`.
      isBehindBrace = isLabel
    case .dressed:
      if token == "\\operatorname", try reader.peek() == "*" { _ = try reader.next() }
      try argument()
      isBehindBrace = token.hasSuffix("brace") || token.hasSuffix("group")
    case .filled(let arguments):
      noteOperand()
      for _ in 0..<arguments { try argument() }
    case .root:
      noteOperand()
      if try reader.peek() == "[" {
        _ = try reader.next()
        try list(until: "]")
      }
      try argument()
    case .stacked:
      try small()
      try argument()
    case .words: try words()
    case .reference:
      _ = reader.rawArgument()
      noteOperand()
    case .environment: try environment()
    case .lines:
      guard scripts > 0 else { throw unknown(token) }
      try lines()
    case .unknown: throw unknown(token)
    }
  }

  // MARK: - Beginnings

  /// Looks at what the line begins with, in whatever braces it stands.
  mutating func begin(with token: String, _ role: ShownTeX) throws(StepProblem) {
    guard isFresh, scripts == 0 else { return }
    switch role {
    case .dressed, .stacked, .words, .environment, .lines, .unknown: return
    case .space where beginning == .relation: return
    case .sign where beginning == .chain:
      throw StepProblem(
        text:
          "‘\(token)’ goes on with the line above, of which this line is then a part: write the "
          + "two as one, or begin this one with its relation")
    case .relation:
      throw StepProblem(
        text: beginning == .relation
          ? "‘\(token)’ stands behind the line's relation, and together they say something else"
          : "‘\(token)’ is no relation that begins a line: begin it with =, \\approx, \\le, \\ge, <, >, "
            + "\\propto or \\to, and nothing around it")
    case .joint:
      guard token == ".", let next = try reader.peek(), next >= "0", next <= "9" else {
        throw beginningProblem(token)
      }
    case .size: if try reader.peek() == "/" { throw beginningProblem("/") }
    // ]0, 1[
    case .closing where token == "]": break
    case .space, .negativeSpace, .closing, .middle, .right, .script: throw beginningProblem(token)
    case .operand, .sign, .filled, .root, .opening, .bar, .left, .reference: break
    }
    isFresh = false
  }

  func beginningProblem(_ token: String) -> StepProblem {
    StepProblem(
      text: beginning == .relation
        ? "behind its relation a line has what a side begins with, not ‘\(token)’"
        : "a line begins with its relation, or with what a chain begins with, not with ‘\(token)’")
  }

  func unknown(_ token: String) -> StepProblem {
    StepProblem(
      text:
        "what ‘\(token)’ shows is not known, and it could be a relation: a line is made of letters, "
        + "numbers, functions, fractions, brackets and the like, and of the macros in galley.yml")
  }
}
