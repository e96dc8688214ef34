// FixReport: what became of corrections, in words.

import Diagnostics
import Repair
import Reporting
import Site

struct FixReport {
  /// The largest change first.
  var repairs: [ReportedRepair]
  /// What is to be said below the table.
  var remarks: [String]
  /// What `git apply` takes, where that was asked for.
  var patch: String?

  enum State {
    case written
    /// Only shown.
    case previewed
    /// Not written, for nobody would see it.
    case held
  }

  init(_ plan: RepairPlan, of proposal: Proposal, _ names: ShownPaths, state: State) {
    repairs = plan.biggestFirst.map {
      ReportedRepair($0, sources: proposal.judged, paths: names)
    }
    let accepted = plan.accepted
    let files = Set(accepted.map(\.edit.span.path)).count
    let what = Self.count(accepted.count, "correction") + " in " + Self.count(files, "file")
    var lines: [String] = []
    switch state {
    case .written where !accepted.isEmpty: lines.append("wrote " + what)
    case .previewed where !accepted.isEmpty: lines.append("would write " + what)
    case .held: lines.append("would write " + what + ", and wrote nothing")
    default: lines.append(plan.items.isEmpty ? "there is nothing to correct" : "wrote nothing")
    }
    func left(_ isSo: (Obstacle) -> Bool) -> Int {
      plan.items.count { $0.obstacle.map(isSo) ?? false }
    }
    let held = left { if case .notInBulk = $0 { true } else { false } }
    if held > 0 {
      lines.append(
        Self.count(held, "correction") + (held == 1 ? " changes" : " change")
          + " the leading digit, the sign or the shape: the number or the code may be wrong. Look at "
          + (held == 1 ? "it" : "them") + " with --interactive, or write all with --all")
    }
    let unstable = left { $0 == .unstable }
    if unstable > 0 {
      lines.append(
        Self.count(unstable, "value")
          + " did not stay when the program ran again: give it a seed, or claim what does not change"
      )
    }
    if accepted.contains(where: { $0.rule == .figureChanged }) {
      lines.append("pictures count as looked at from now on: look at them")
    }
    lines += Self.others(proposal)
    remarks = lines
  }

  /// Corrections of findings that were not asked for.
  private static func others(_ proposal: Proposal) -> [String] {
    let wanted = Set(proposal.repairs.map(\.edit))
    let others = proposal.log.diagnostics.filter { $0.fix.map { !wanted.contains($0) } ?? false }
    guard !others.isEmpty else { return [] }
    let options = Set(others.map { "--accept \($0.id.rawValue)" }).sorted().joined(separator: " ")
    return [
      count(others.count, "other finding") + (others.count == 1 ? " offers" : " offer")
        + " a correction: \(options)"
    ]
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  var text: String { RepairTable.text(repairs) + remarks.map { $0 + "\n" }.joined() }
}
