// The real essays through the command line, with everything that can be asked of them: nothing is
// uncovered, unrecorded or at the mercy of rounding.

import Foundation
import Testing

@Suite struct EssayTests {
  @Test func everyEssayIsCleanUnderCoverage() async throws {
    // What that compiled need not be compiled at the same time here.
    _ = try await Proof.untouched.value
    try expectClean(under: ["--coverage"])
  }

  /// It costs most of a minute of processor time, for every program runs in four rounding modes: nothing less shows that no
  /// claim hangs on them. So it is done at night.
  @Test(.enabled(if: EssayMutants.areAllTried)) func noClaimHangsOnRounding() throws {
    #expect(try expectClean(under: ["--rounding"]).contains("no claim fails"))
  }

  @discardableResult
  private func expectClean(under options: [String]) throws -> String {
    let project = try ScratchProject()
    defer { project.remove() }
    // The built library is the repository's own, so that this is a check and not a build.
    let run = try project.start(["check", "--project", ScratchProject.root] + options).finish()
    #expect(run.status == 0)
    #expect(run.complaints.isEmpty, "\(run.errors.prefix(4000))")
    return run.output
  }
}
