// EssayState: what is known of one essay as it is at the moment, and what it was made of: who asks again for the same does not make it
// again.

import Diagnostics
import Markup
import Reading
import Running
import Site
import Verification

struct EssayState {
  let parts: Diagnosed<PageParts>
  var prepared: Diagnosed<PreparedEssay>?
  /// The labels that the formulas were set with.
  var labels: [String: String] = [:]
  var typeset: Diagnosed<TypesetEssay>?
  /// What the programs are planned with.
  var context = ""
  var plans: [PlannedProgram] = []
  /// The programs that are known, by their places among the essay's.
  var known: Set<Int> = []
  var verified: Diagnosed<VerifiedEssay>?

  var text: String { parts.value.document.source.text }
  var pending: Set<Int> { Set(plans.indices).subtracting(known) }
}

extension EssayState {
  /// Judges the essay by what is known of its programs. What waits for a program is neither right nor wrong.
  mutating func judge(by memory: RunMemory, _ session: Session) async throws {
    guard let prepared else { return }
    var programs: [FinishedProgram] = []
    known = []
    for (index, plan) in plans.enumerated() {
      if let finished = memory.entry(plan) {
        known.insert(index)
        programs.append(finished)
      } else {
        programs.append(plan.pending)
      }
    }
    var judged = session.judge(prepared.value, programs)
    judged.log = Log(judged.log.diagnostics.filter { !isAboutPending($0) })
    if pending.isEmpty { judged.log.add(contentsOf: try await session.weigh(judged.value)) }
    verified = judged
  }

  /// Judges it where nothing can be run.
  mutating func judgeWithout(_ session: Session) {
    guard let prepared else { return }
    known = Set(plans.indices)
    verified = session.judge(prepared.value, [])
  }

  private func isAboutPending(_ diagnostic: Diagnostic) -> Bool {
    guard let range = diagnostic.span?.range else { return false }
    return pending.contains { index in
      plans[index].program.parts.contains { part in
        let own = plans[index].draft.parts[part].range
        return own.lowerBound <= range.lowerBound && range.lowerBound < own.upperBound
      }
    }
  }

  /// How many claims wait for their program.
  var pendingClaims: Int {
    guard let verified, !pending.isEmpty else { return 0 }
    return verified.value.claims.count { $0.program.map(pending.contains) ?? false }
  }
}
