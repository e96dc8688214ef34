// TableJudge: the claim of a whole table, cell by cell. Where rows or columns are not as many as computed, nobody knows
// which cell belongs to which value: that is told once, and no cell holds.

import Claims
import Diagnostics
import GalleyRecordFormat
import Reading
import Running

struct TableJudge {
  let draft: Draft
  let referee: Referee

  /// A cell with what became of it.
  struct Judged {
    var claim: Claim
    var outcome: Referee.Outcome
  }

  /// By the places of the claims in the draft. Cells that claim nothing have no entry: the words at a table's left that
  /// the rows leave out, and what is empty where there is no value.
  func verdicts() -> Diagnosed<[Int: Judged]> {
    var log = Log()
    var verdicts: [Int: Judged] = [:]
    for group in groups { verdicts.merge(log.taking(judge(group))) { $1 } }
    return Diagnosed(verdicts, log)
  }

  /// The cells of one table.
  private struct Group {
    var watch: Int
    var cells: [(index: Int, claim: Claim, reading: ClaimedCell)] = []

    var rowCount: Int { (cells.last?.reading.row ?? -1) + 1 }
    var columnCount: Int { (cells.last?.reading.column ?? -1) + 1 }
    var labelCount: Int { cells.prefix { $0.reading.row == 0 && $0.reading.isLabel }.count }
  }

  private var groups: [Group] {
    var groups: [Group] = []
    for (index, placed) in draft.claims.enumerated() {
      guard case .cell(let reading, let watch) = placed.subject else { continue }
      if groups.last?.watch != watch { groups.append(Group(watch: watch)) }
      groups[groups.count - 1].cells.append((index, placed.claim, reading))
    }
    return groups
  }

  private func judge(_ group: Group) -> Diagnosed<[Int: Judged]> {
    let execution: Execution
    switch referee.telling(ofPart: draft.watches[group.watch].part) {
    case .by(let found): execution = found
    case .nothing(let outcome): return all(of: group, outcome)
    }
    guard let value = execution.record.values[group.watch]?.last else {
      let outcome = referee.unreached(in: execution, draft.claims[group.cells[0].index])
      return all(of: group, outcome, .claimUnreached, "claim not reached: \(outcome.rule)")
    }
    let table: ComputedTable
    do {
      table = try ComputedTable(value)
    } catch {
      if error.verdict == .refuted { return refuted(group, error.reason, value) }
      let outcome = Referee.Outcome(verdict: error.verdict, rule: .verbatim(error.reason))
      return all(of: group, outcome, .claimUnjudged, "claim not judged: \(error.reason)")
    }
    if let mismatch = mismatch(of: group, table) {
      return refuted(group, mismatch, value)
    }
    var log = Log()
    var verdicts: [Int: Judged] = [:]
    let leftOut = group.columnCount - (table.rows.first?.count ?? 0)
    for (index, claim, reading) in group.cells where reading.column >= leftOut {
      let cell = table.rows[reading.row][reading.column - leftOut]
      verdicts[index] = log.taking(
        CellJudge(reading: reading, claim: claim, document: draft.document).verdict(on: cell))
    }
    return Diagnosed(verdicts, log)
  }

  /// What is wrong with the numbers of rows and columns; nil where they go together.
  private func mismatch(of group: Group, _ table: ComputedTable) -> String? {
    if table.rows.count != group.rowCount {
      return "the table has \(count(group.rowCount, "row")) below its head, and "
        + "\(count(table.rows.count, "row")) \(table.rows.count == 1 ? "was" : "were") computed"
    }
    guard let width = table.rows.first?.count else { return nil }
    if let odd = table.rows.firstIndex(where: { $0.count != width }) {
      return
        "row \(odd + 1) was computed with \(count(table.rows[odd].count, "cell")), and row 1 with \(width)"
    }
    let (columns, labels) = (group.columnCount, group.labelCount)
    if (columns - labels...columns).contains(width) { return nil }
    let words =
      labels == 0
      ? "; only columns of words at its left may be left out, and it has none"
      : ", of which \(labels == 1 ? "the first" : "the first \(labels)") may be left out"
    return "the table has \(count(columns, "column"))\(words); each row was computed with "
      + count(width, "cell")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  // MARK: - The table as a whole

  private func refuted(
    _ group: Group, _ reason: String, _ value: RecordedValue
  ) -> Diagnosed<[Int: Judged]> {
    all(
      of: group, .init(verdict: .refuted, rule: .verbatim(reason)), .claimRefuted,
      "claim refuted: \(reason)",
      [Note("computed \(value.summary)")])
  }

  /// One verdict for all cells that surely claim something; what it is because of is told once, at the comment.
  private func all(
    of group: Group, _ outcome: Referee.Outcome, _ id: Identifier? = nil, _ message: String = "",
    _ notes: [Note] = []
  ) -> Diagnosed<[Int: Judged]> {
    var outcome = outcome
    var log = Log()
    if let id, !outcome.isExplained, let comment = group.cells.first?.claim.comment {
      let place = SourceSpan(draft.document.path, draft.document.openingLine(of: comment))
      log.add(Diagnostic(id, at: place, message, notes: notes))
    }
    outcome.isExplained = true
    let cells = group.cells.filter { !$0.reading.isLabel && !$0.reading.isEmpty }
    return Diagnosed(
      Dictionary(
        uniqueKeysWithValues: cells.map { ($0.index, Judged(claim: $0.claim, outcome: outcome)) }),
      log)
  }
}
