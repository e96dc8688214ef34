// CellJudge: one cell of a claimed table against the value that was computed for it.

import Claims
import Diagnostics
import GalleyRecordFormat
import Markup
import Reading

struct CellJudge {
  let reading: ClaimedCell
  let claim: Claim
  let document: Document

  /// - Returns: nil where the cell is empty and there is no value.
  func verdict(on cell: ComputedTable.Cell) -> Diagnosed<TableJudge.Judged?> {
    var judged = claim
    judged.expression = Self.whole(claim.expression) + cell.path
    let value = cell.value
    func found(_ outcome: Referee.Outcome, _ log: Log = Log()) -> Diagnosed<TableJudge.Judged?> {
      Diagnosed(TableJudge.Judged(claim: judged, outcome: outcome), log)
    }
    if case .text(let computed) = value.unwrapped {
      // A text is compared with all that is seen, also where that is a number.
      (judged.range, judged.wrote) = (reading.range, document.source[reading.range])
      return found(text(computed, value))
    }
    if let number = reading.number {
      var outcome = Referee.Outcome(Judgement.of(value, by: number.expectation))
      outcome.correction = outcome.correction.flatMap { number.place.reads($0) ? $0 : nil }
      let doubt = number.place.word.map { ProseClaims.doubt($0, number, document) }
      return found(outcome, Log(doubt.map { [$0] } ?? []))
    }
    if reading.isEmpty {
      if value.isNothing { return Diagnosed(nil) }
      if judged.wrote.isEmpty { judged.wrote = "nothing" }
      return found(
        .init(
          verdict: .refuted, computed: .verbatim(value.summary),
          rule: "an empty cell says that there is no value"))
    }
    if let special = reading.special {
      var outcome = Referee.Outcome(Judgement.of(value, by: special))
      outcome.correction = nil
      return found(outcome)
    }
    if value.isNumber {
      let reason = reading.unclear.map { "the number in this cell is not clear: \($0)" }
      let place = SourceSpan(document.path, reading.range)
      guard let reason else {
        return found(
          .init(
            verdict: .refuted, computed: .verbatim(value.summary),
            rule: "there is no number in the cell"))
      }
      return found(
        .init(
          verdict: .unjudged, computed: .verbatim(value.summary), rule: .verbatim(reason),
          isExplained: true),
        Log([Diagnostic(.claimUnreadable, at: place, reason)]))
    }
    guard let words = reading.text else { return found(Self.unreadable(value)) }
    var outcome = Referee.Outcome(
      Judgement.of(
        value,
        by: .printed(
          words, otherwise: "the cell holds words: compute a text, or what prints as one")))
    outcome.correction = nil
    return found(outcome)
  }

  private func text(_ computed: String, _ value: RecordedValue) -> Referee.Outcome {
    guard let words = reading.text else { return Self.unreadable(value) }
    var outcome = Referee.Outcome(Judgement.of(value, by: .string(words)))
    // What has signs of Markdown's would be shown as something else.
    let isPlain = computed.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || " .,:;’–%()/".unicodeScalars.contains($0)
    }
    let isTrimmed = computed.split(separator: " ").joined(separator: " ") == computed
    outcome.correction =
      outcome.verdict == .refuted && isPlain && isTrimmed && !computed.isEmpty
        && document.source[reading.range] == words
      ? computed : nil
    return outcome
  }

  private static func unreadable(_ value: RecordedValue) -> Referee.Outcome {
    .init(
      verdict: .unjudged, computed: .verbatim(value.summary),
      rule: "what stands in this cell is no line of text: write it plainly")
  }

  /// Swift that something may be read from, by a point or a bracket behind it.
  private static func whole(_ swift: String) -> String {
    let isName = swift.unicodeScalars.allSatisfy { $0.properties.isXIDContinue || $0 == "." }
    return isName ? swift : "(\(swift))"
  }
}

extension RecordedValue {
  fileprivate var isNothing: Bool { unwrapped == .none || isVoid }

  fileprivate var isNumber: Bool {
    switch unwrapped {
    case .integer, .float, .decimal: true
    default: false
    }
  }
}
