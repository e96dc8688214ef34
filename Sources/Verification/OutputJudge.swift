// OutputJudge: whether a statement printed what the `Prints` comments under it say.
//
// A print counts for every statement that was running when it happened: for the `print` itself, for
// the call that led to it, and for the loop around it.

import Diagnostics

struct OutputJudge {
  let draft: EssayDraft
  let referee: Referee

  /// The outcome of each output claim, by its index in the draft.
  func verdicts() -> [Int: Referee.Outcome] {
    var outcomes: [Int: Referee.Outcome] = [:]
    var groups: [[Int]] = []
    for (index, placed) in draft.claims.enumerated() {
      guard case .output(_, let place, let group) = placed.subject else { continue }
      if let last = groups.last?.last,
        case .output(_, let other, group) = draft.claims[last].subject,
        other.part == place.part
      {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    for group in groups {
      for (index, outcome) in zip(group, judge(group)) { outcomes[index] = outcome }
    }
    return outcomes
  }

  private func judge(_ group: [Int]) -> [Referee.Outcome] {
    var wanted: [String] = []
    var place: StatementPlace?
    for index in group {
      guard case .output(let text, let statement, _) = draft.claims[index].subject else { continue }
      wanted.append(text)
      place = statement
    }
    guard let place, let result = referee.result(ofPart: place.part) else { return [] }
    guard let execution = result.execution else {
      return group.map { _ in Referee.notCompiled(result) }
    }
    if execution.record.areOutputsCut {
      let rule = "the program prints more, more often, or from deeper calls, than Galley follows"
      return group.map { _ in Referee.Outcome(verdict: .unjudged, rule: rule) }
    }
    let printed = texts(printedAt: place, result, execution)
    guard !printed.isEmpty else {
      return group.map { _ in
        execution.end == .finished
          ? Referee.Outcome(
            verdict: .unreached,
            rule: "the statement printed nothing, was never run, or printed from another task")
          : referee.unreached(in: execution)
      }
    }
    let rule = "the same text"
    let claimed = wanted.joined(separator: "\n")
    let whole = Self.withoutLastBreak(printed.joined())
    // A `print` that runs several times must print the same each time.
    let isPrint = draft.claims[group[0]].claim.expression.isPrintCall
    if whole == claimed
      || isPrint && printed.allSatisfy({ Self.withoutLastBreak($0) == claimed })
    {
      return wanted.map {
        Referee.Outcome(verdict: .held, computed: SwiftString.quoted($0), rule: rule)
      }
    }
    return compare(wanted, with: whole.split(separator: "\n", omittingEmptySubsequences: false))
  }

  /// Line by line, so that only the lines that differ are refuted.
  private func compare(_ wanted: [String], with lines: [Substring]) -> [Referee.Outcome] {
    var rest = lines[...]
    return wanted.indices.map { index in
      let count = wanted[index].split(separator: "\n", omittingEmptySubsequences: false).count
      let taken = index == wanted.count - 1 ? rest : rest.prefix(count)
      rest = rest.dropFirst(taken.count)
      let got = taken.joined(separator: "\n")
      let holds = !taken.isEmpty && got == wanted[index]
      return Referee.Outcome(
        verdict: holds ? .held : .refuted,
        computed: taken.isEmpty ? nil : SwiftString.quoted(got),
        rule: taken.isEmpty ? "nothing more was printed" : "the same text",
        correction: holds || taken.isEmpty ? nil : SwiftString.quoted(got))
    }
  }

  /// What was printed while the statement ran, one text for each print.
  private func texts(
    printedAt place: StatementPlace, _ result: ProgramResult, _ execution: Execution
  ) -> [String] {
    execution.record.outputs.filter { output in
      let places = result.symbolizer?.essayPlaces(of: output.calls) ?? []
      return places.contains { place.lines.contains($0.line) }
    }.map(\.text)
  }

  private static func withoutLastBreak(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

extension String {
  /// Whether this statement is a `print` itself, and nothing that leads to one.
  fileprivate var isPrintCall: Bool { hasPrefix("print(") || hasPrefix("debugPrint(") }
}
