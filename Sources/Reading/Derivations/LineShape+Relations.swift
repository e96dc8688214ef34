// Where a relation may stand in a line: in brackets that hold what it is about, and in scripts. Outside of these it
// parts two sides.

extension LineShape {
  mutating func show(_ relation: String) throws(StepProblem) {
    if let script = scriptStack.last {
      guard script != .holdsOperand else { return }
      throw StepProblem(
        text:
          "this ‘\(relation)’ speaks of what its script belongs to, and nobody checks it: write it on a "
          + "line of its own, // $$ = …")
    }
    guard let last = brackets.indices.last else { throw twoSides(relation) }
    guard brackets[last].holdsOperand else {
      throw StepProblem(
        text:
          "‘\(relation)’ at the beginning of brackets speaks of what stands before them: write it on a "
          + "line of its own, // $$ = …")
    }
    brackets[last].relation = relation
  }

  func twoSides(_ sign: String) -> StepProblem {
    StepProblem(
      text:
        "a line states one side, and nobody checks what stands behind this ‘\(sign)’: write it on "
        + "a line of its own, // $$ = …")
  }

  /// `x, 2x`, `x : 2x`: outside of brackets these part two sides.
  mutating func joint(_ token: String) throws(StepProblem) {
    guard scripts == 0, brackets.isEmpty, depth == 1, !isInterval,
      [",", ";", ":", "\\colon", "\\mid"].contains(token),
      try reader.peek() != nil
    else { return }
    throw twoSides(token)
  }

  mutating func bar() throws(StepProblem) {
    noteOperand()
    guard scripts == 0, brackets.isEmpty, depth == 1 else { return }
    bars += 1
    let next = try reader.peek()
    isLastBarScripted = next == "_" || next == "^"
  }

  mutating func noteOperand() {
    if scriptStack.last == .empty { scriptStack[scripts - 1] = .holdsOperand }
    if let last = brackets.indices.last { brackets[last].holdsOperand = true }
  }

  mutating func open(_ token: String) {
    noteOperand()
    brackets.append(Bracket(isAngle: token == "\\langle"))
  }

  mutating func closeBracket(_ token: String) throws(StepProblem) {
    guard let closed = brackets.popLast() else {
      // ]0, 1[ and f|_0 close what they do not open.
      guard token == "\\rangle" else { return }
      throw StepProblem(text: "‘\(token)’ closes what was not opened")
    }
    if !closed.isShown, let relation = closed.relation { try show(relation) }
    if let words = closed.words, closed.relation != nil {
      throw StepProblem(
        text:
          "beside the words ‘\(words)’ nobody checks the relation in these brackets: write it on a line of "
          + "its own, // $$ = …, or begin a condition with ‘for’, ‘if’ or ‘where’")
    }
    noteOperand()
  }
}
