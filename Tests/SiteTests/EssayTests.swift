// The real essays through the command line, with everything that can be asked of them: nothing is
// uncovered, unrecorded or at the mercy of rounding.

import Foundation
import Testing

@Suite struct EssayTests {
  /// It costs most of a minute of processor time, for every program runs in four rounding modes: nothing less shows that no
  /// claim hangs on them.
  @Test func everyEssayIsCleanUnderCoverageAndRounding() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    // The built library is the repository's own, so that this is a check and not a build.
    let run = try project.galley(
      "check", "--coverage", "--rounding", "--project", ScratchProject.root)
    #expect(run.status == 0)
    #expect(run.complaints.isEmpty, "\(run.errors.prefix(4000))")
    #expect(run.output.contains("no claim fails"))
  }
}
