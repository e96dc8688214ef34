// FixRun: the way of a correction: propose, choose, write. Who calls it judges again.

import Diagnostics
import Foundation
import Repair
import Reporting
import Site

struct FixRun {
  /// The project's folder, absolute.
  var folder: String
  /// The essays wanted; empty for all.
  var paths: [String]
  var options: Site.Options
  var names: ShownPaths
  /// The findings whose corrections are wanted.
  var rules = Repair.ofValues
  var takesAll = false
  var isForced = false
  /// Nil where nobody is asked.
  var interview: Interview?

  /// What is known when everything that was to be written is.
  struct Result {
    var report: FixReport
    /// Of what was found only what the next check cannot find.
    var log: Log
    /// As it is now.
    var project: Project
  }

  /// Writes what was accepted, where it may.
  ///
  /// - Parameter earlier: what was found while the project was read.
  func write(
    _ project: Project, after earlier: Log, progress: @escaping ProgressReport
  ) async throws -> Result {
    let proposal = try await proposal(project, earlier, progress)
    var plan = try await plan(of: proposal)
    let changes = try plan.changes(of: proposal.judged)
    var log = Log(proposal.log.diagnostics.filter { $0.id == .claimUnstable })
    let isHeld = !changes.isEmpty && Self.isUnattended && !isForced
    if isHeld {
      log.add(
        Diagnostic(
          .misuse, at: nil,
          "nothing is written while the variable CI is set: look at the corrections where you write, or give --force"
        ))
    } else {
      let failures = RepairWriter(project: folder, files: options.files).write(changes)
      plan.leave(Set(failures.diagnostics.compactMap(\.span?.path)))
      log.add(contentsOf: failures)
    }
    let report = FixReport(plan, of: proposal, names, state: isHeld ? .held : .written)
    var now = Log()
    let read = now.taking(try Project.read(folder, only: paths, options.files))
    log.add(contentsOf: now)
    return Result(report: report, log: log, project: read)
  }

  /// What would be written, as a patch, and all that would still be wrong.
  func preview(
    _ project: Project, after earlier: Log, progress: @escaping ProgressReport
  ) async throws -> Outcome {
    let proposal = try await proposal(project, earlier, progress)
    let plan = try await plan(of: proposal)
    let changes = try plan.changes(of: proposal.judged)
    let edits = Dictionary(grouping: plan.accepted.map(\.edit), by: \.span.path)
    let (place, isHere) = names.commonFolder(of: changes.map(\.path))
    var report = FixReport(plan, of: proposal, names, state: .previewed)
    if !isHere { report.remarks.append("the paths of the patch begin in \(place.project)") }
    report.patch = changes.map { change in
      UnifiedDiff.of(change, edits: edits[change.path] ?? [], named: place.shown(change.path))
    }.joined()
    let accepted = Set(plan.accepted.map(\.edit))
    var outcome = Outcome(
      essays: proposal.essays, log: proposal.log, sources: project.sources(with: proposal.log),
      fix: report, paths: names)
    // What the patch mends stands in it and in the table.
    outcome.mended = Log(
      proposal.log.diagnostics.filter { $0.fix.map(accepted.contains) ?? false })
    return outcome
  }

  private func proposal(
    _ project: Project, _ earlier: Log, _ progress: @escaping ProgressReport
  ) async throws -> Proposal {
    var options = options
    // How values are rounded is for the check that follows.
    options.checksRounding = false
    return try await propose(rules, for: project, after: earlier, options, progress: progress)
  }

  private func plan(of proposal: Proposal) async throws -> RepairPlan {
    let plan = RepairPlan.inBulk(proposal.repairs, takesAll: takesAll)
    guard let interview else { return plan }
    return try await interview.ask(plan, proposal).withoutOverlaps()
  }

  /// Whether nobody sees what is written: so do the machines for continuous integration say it.
  private static var isUnattended: Bool {
    ProcessInfo.processInfo.environment["CI"].map { !$0.isEmpty } ?? false
  }
}

extension RepairPlan {
  /// Notes the files that are left as they were.
  fileprivate mutating func leave(_ paths: Set<String>) {
    for index in items.indices
    where items[index].obstacle == nil && paths.contains(items[index].repair.edit.span.path) {
      items[index].obstacle = .file
    }
  }
}
