// scripts/check-site finds each fault that is planted on a page, and nothing on a page that has none.

import Foundation
import TestSupport
import Testing

struct CheckSiteTests {
  /// It looks at dozens of pages in a browser, with what PyPI has for that: minutes of a machine with other work.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["GALLEY_TESTS"] == "all"
        && MutateScriptTests.python != nil && Chromium.path != nil,
      "GALLEY_TESTS=all, python3 and Chromium"))
  func everyPlantedFaultIsFound() throws {
    let said = try MutateScriptTests.output(
      of: #require(MutateScriptTests.python),
      [ScratchProject.root + "/scripts/check-site", "--planted"])
    #expect(said.contains(", 0 complaints"), "\(said)")
  }
}
