// Report: what a run found as JSON, for other programs. The form is a contract.

import Diagnostics
import Foundation

package struct Report: Encodable, Hashable, Sendable {
  package var version = 2
  /// The project's folder, relative to the one that Galley ran in; nil where no project was read.
  package var project: String?
  package var claims: [ReportedClaim]
  package var figures: [ReportedFigure]
  package var diagnostics: [Finding]
  /// Only when coverage was asked for.
  package var coverage: [Cover]?
  /// Only where corrections were to be written: the largest change first.
  package var repairs: [ReportedRepair]?

  /// How many numbers of an essay are checked, given, or nobody's, and how many equations have no name.
  package struct Cover: Encodable, Hashable, Sendable {
    package var path: String
    package var checked: Int
    package var given: Int
    package var uncovered: Int
    package var equations: Int
    /// Figures that are not recorded.
    package var pictures: Int

    package init(
      path: String, checked: Int, given: Int, uncovered: Int, equations: Int, pictures: Int
    ) {
      self.path = path
      self.checked = checked
      self.given = given
      self.uncovered = uncovered
      self.equations = equations
      self.pictures = pictures
    }
  }

  /// - Parameters:
  ///   - sources: the texts that spans count their bytes in, by the paths of the spans.
  ///   - paths: nil where no project was read.
  package init(
    _ log: Log, claims: [ReportedClaim] = [], figures: [ReportedFigure] = [],
    coverage: [Cover]? = nil, repairs: [ReportedRepair]? = nil, sources: [String: SourceText] = [:],
    paths: ShownPaths? = nil
  ) {
    project = paths?.shownProject
    self.claims = claims
    self.figures = figures
    self.coverage = coverage
    self.repairs = repairs
    diagnostics = log.diagnostics.map {
      Finding($0, sources: sources, paths: paths ?? .unchanged)
    }
  }

  /// Keys in order and one to a line, so that two reports can be compared.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
