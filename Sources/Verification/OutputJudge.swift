// OutputJudge: whether a group of statements wrote what the `Prints` comments under it say.
//
// The program marked how much it had written before each statement of the group and behind the last one. What a
// reader takes the comments to be about is the last statement, or the last few: as few as wrote what is claimed. The
// last one wrote a part of it: under a silent statement nothing is claimed.

import Claims
import Diagnostics
import GalleyRecordFormat
import Reading
import Running

struct OutputJudge {
  let draft: Draft
  let referee: Referee

  /// The outcome of each output claim, by its place in the draft.
  func verdicts() -> [Int: Referee.Outcome] {
    var groups: [Int: [Int]] = [:]
    for (index, placed) in draft.claims.enumerated() {
      if case .output(_, let watch) = placed.subject { groups[watch, default: []].append(index) }
    }
    var outcomes: [Int: Referee.Outcome] = [:]
    for (watch, claims) in groups {
      for (index, outcome) in zip(claims, judge(claims, watch)) { outcomes[index] = outcome }
    }
    return outcomes
  }

  private func judge(_ claims: [Int], _ watch: Int) -> [Referee.Outcome] {
    var outcomes: [Referee.Outcome] = []
    let whole = referee.outcome(ofPart: draft.watches[watch].part) { execution in
      outcomes = judge(claims, watch, execution)
      return outcomes[0]
    }
    return outcomes.isEmpty ? claims.map { _ in whole } : outcomes
  }

  private func judge(
    _ claims: [Int], _ watch: Int, _ execution: Execution
  ) -> [Referee.Outcome] {
    func all(_ verdict: Verdict, _ rule: Sentence) -> [Referee.Outcome] {
      claims.map { _ in .init(verdict: verdict, rule: rule) }
    }
    let runs: [GroupRun]
    do throws(GroupRun.Unfollowed) {
      runs = try GroupRun.all(execution.record.marks[watch] ?? [], execution.output)
    } catch {
      // A program that stopped in the middle of a run says so itself.
      return error == .left && execution.end != .finished
        ? claims.map { _ in referee.unreached(in: execution, draft.claims[claims[0]]) }
        : all(.unjudged, .verbatim(error.reason))
    }
    if execution.record.overfull.contains(watch) {
      return all(.unjudged, "the statement ran more often than Galley follows")
    }
    guard !runs.isEmpty else {
      return claims.map { _ in referee.unreached(in: execution, draft.claims[claims[0]]) }
    }
    let wanted = claims.map { index -> [UInt8] in
      if case .output(let text, _) = draft.claims[index].subject { Array(text.utf8) } else { [] }
    }
    let claimed = Array(wanted.joined(separator: [UInt8(ascii: "\n")]))
    for count in 1...(runs.map(\.texts.count).min() ?? 1) {
      let texts = runs.map { $0.text(ofLast: count) }
      let isWritten = zip(runs, texts).allSatisfy { $0.texts.last?.isEmpty == false || $1.isEmpty }
      // What runs several times writes the same each time, or all of it is claimed, if nothing else was written between.
      if isWritten,
        texts.allSatisfy({ $0.withoutLastBreak == claimed })
          || GroupRun.joined(runs, ofLast: count)?.withoutLastBreak == claimed
      {
        return wanted.map {
          .init(verdict: .held, computed: .verbatim($0.quoted), rule: "the same text")
        }
      }
    }
    let (text, isSteady) = written(in: runs, insteadOf: claimed)
    guard !text.isEmpty else {
      return all(
        .unreached,
        runs.contains(where: \.wroteErrors)
          ? "the statement wrote to standard error and not to standard output, which is what ‘Prints’ claims"
          : runs.contains { $0.texts.last?.isEmpty == false }
            ? "the statement wrote something else at each of its runs, with other output between: claim the text where it is printed"
            : "the statement wrote nothing to standard output while it ran")
    }
    return compare(wanted, with: text.withoutLastBreak.lines).map { outcome in
      var outcome = outcome
      if !isSteady { outcome.correction = nil }
      return outcome
    }
  }

  /// What a group of statements wrote, by as few of them as wrote something: all runs together, and each alone.
  static func texts(of watch: Int, in execution: Execution) -> [String] {
    guard let runs = try? GroupRun.all(execution.record.marks[watch] ?? [], execution.output),
      !runs.isEmpty, !execution.record.overfull.contains(watch)
    else { return [] }
    var texts: [[UInt8]] = []
    for count in 1...(runs.map(\.texts.count).min() ?? 1) {
      if let joined = GroupRun.joined(runs, ofLast: count) { texts.append(joined) }
      let each = runs.map { $0.text(ofLast: count) }
      if each.allSatisfy({ $0 == each[0] }) { texts.append(each[0]) }
    }
    var seen: Set<[UInt8]> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// What was written where something else was claimed: by all runs together if nothing stands between them, else by
  /// the first that is to blame; by as few statements as wrote as many lines.
  ///
  /// - Returns: the text, and whether a claim of it would hold.
  private func written(
    in runs: [GroupRun], insteadOf claimed: [UInt8]
  ) -> (text: [UInt8], isSteady: Bool) {
    guard runs.contains(where: { $0.texts.last?.isEmpty == false }) else { return ([], false) }
    let counts = 1...(runs.map(\.texts.count).min() ?? 1)
    let count =
      counts.first { count in
        runs[0].text(ofLast: count).withoutLastBreak.lines.count >= claimed.lines.count
      } ?? counts.upperBound
    if let joined = GroupRun.joined(runs, ofLast: count) { return (joined, true) }
    let texts = runs.map { $0.text(ofLast: count) }
    let isSteady = texts.allSatisfy { $0 == texts[0] }
    return (texts.first { $0.withoutLastBreak != claimed } ?? [], isSteady)
  }

  /// Line by line, so that only the lines that differ are refuted.
  private func compare(_ wanted: [[UInt8]], with lines: [[UInt8]]) -> [Referee.Outcome] {
    var rest = lines[...]
    return wanted.indices.map { index in
      let taken =
        index == wanted.count - 1 ? rest : rest.prefix(wanted[index].lines.count)
      rest = rest.dropFirst(taken.count)
      let got = Array(taken.joined(separator: [UInt8(ascii: "\n")]))
      let holds = !taken.isEmpty && got == wanted[index]
      return Referee.Outcome(
        verdict: holds ? .held : .refuted, computed: taken.isEmpty ? nil : .verbatim(got.quoted),
        rule: taken.isEmpty ? "nothing more was printed" : "the same text",
        correction: holds || taken.isEmpty
          ? nil : String(validating: got, as: UTF8.self).map(SwiftString.quoted))
    }
  }
}

/// One run of a group: what each of its statements wrote.
struct GroupRun {
  private(set) var texts: [[UInt8]] = []
  private(set) var wroteErrors = false
  /// Whether it began in the middle of another run, whose text has its own in it.
  let isNested: Bool
  private let first: Mark
  private var last: Mark
  private var isOver = false

  enum Unfollowed: Error {
    case left, together, elsewhere

    var reason: String {
      switch self {
      case .left:
        "a run of the statement left before its end, by ‘return’, ‘throw’ or ‘break’: claim the text "
          + "under a statement that comes to its end"
      case .together:
        "the statement ran in several tasks or threads, and what they wrote cannot be told apart"
      case .elsewhere: "the program closed its standard output, or wrote elsewhere in it"
      }
    }
  }

  func text(ofLast count: Int) -> [UInt8] { Array(texts.suffix(count).joined()) }

  /// What the last statements of all runs wrote together; nil where something else stands between.
  static func joined(_ runs: [GroupRun], ofLast count: Int) -> [UInt8]? {
    let outer = runs.filter { !$0.isNested }
    let texts = outer.map { $0.text(ofLast: count) }
    for (run, (next, text)) in zip(outer, zip(outer, texts).dropFirst()) {
      guard let end = run.last.output, let nextEnd = next.last.output, end + text.count == nextEnd
      else { return nil }
    }
    return Array(texts.joined())
  }

  /// The runs in the order in which they began; one may stand inside another, of a function that calls itself.
  static func all(_ marks: [Mark], _ output: [UInt8]) throws(Unfollowed) -> [GroupRun] {
    var runs: [GroupRun] = []
    var places: [Int: Int] = [:]
    for mark in marks {
      if mark.moment == .begin {
        // Another task may be in the middle of the same statement.
        guard runs.allSatisfy({ $0.isOver || $0.first.context == mark.context }) else {
          throw .together
        }
        places[mark.run] = runs.count
        let isNested = runs.contains { !$0.isOver }
        runs.append(GroupRun(isNested: isNested, first: mark, last: mark))
      } else {
        guard let place = places[mark.run], !runs[place].isOver else { throw .together }
        try runs[place].take(mark, output)
      }
    }
    guard runs.allSatisfy(\.isOver) else { throw .left }
    return runs
  }

  private mutating func take(_ mark: Mark, _ output: [UInt8]) throws(Unfollowed) {
    guard let start = last.output, let end = mark.output, start <= end, end <= output.count else {
      throw .elsewhere
    }
    texts.append(Array(output[start..<end]))
    last = mark
    isOver = mark.moment == .end
    if isOver { wroteErrors = (mark.errors ?? 0) > (first.errors ?? 0) }
  }
}

extension [UInt8] {
  fileprivate var withoutLastBreak: [UInt8] {
    last == UInt8(ascii: "\n") ? Array(dropLast()) : self
  }

  fileprivate var lines: [[UInt8]] {
    split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
  }

  fileprivate var quoted: String { SwiftString.quoted(String(decoding: self, as: UTF8.self)) }
}
