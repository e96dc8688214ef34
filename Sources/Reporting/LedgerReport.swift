// LedgerReport: the claims of one essay as JSON beside its page, for other programs. The form is a contract, and two builds
// of the same give the same bytes: no time and no path of a machine is in it.

import Foundation

package struct LedgerReport: Encodable, Hashable, Sendable {
  package var version = 1
  /// The essay's file, relative to the project, and its page, relative to the site.
  package var essay: String
  package var page: String
  package var title: String
  /// `YYYY-MM-DD`.
  package var date: String?
  /// Of the essay's file.
  package var sha256: String
  package var judges: Judges?
  package var held: Int
  package var total: Int
  package var claims: [Claim]

  package struct Judges: Encodable, Hashable, Sendable {
    package var galley: String
    package var compiler: String
    package var platform: String
    package var products: [String]
    /// SHA-256 of what the products were built from.
    package var sources: String?

    package init(
      galley: String, compiler: String, platform: String, products: [String], sources: String?
    ) {
      self.galley = galley
      self.compiler = compiler
      self.platform = platform
      self.products = products
      self.sources = sources
    }
  }

  package struct Claim: Encodable, Hashable, Sendable {
    package var name: String
    /// The id on the essay's page; nil for a claim that the page does not show.
    package var anchor: String?
    package var kind: String
    package var line: Int
    /// Where the line can be looked at.
    package var source: String?
    package var wrote: String
    package var expression: String
    package var computed: String?
    package var verdict: String
    package var rule: String
    package var margin: ReportedClaim.Margin?

    package init(
      name: String, anchor: String?, kind: String, line: Int, source: String?, wrote: String,
      expression: String, computed: String?, verdict: String, rule: String,
      margin: ReportedClaim.Margin?
    ) {
      self.name = name
      self.anchor = anchor
      self.kind = kind
      self.line = line
      self.source = source
      self.wrote = wrote
      self.expression = expression
      self.computed = computed
      self.verdict = verdict
      self.rule = rule
      self.margin = margin
    }
  }

  package init(
    essay: String, page: String, title: String, date: String?, sha256: String, judges: Judges?,
    claims: [Claim]
  ) {
    self.essay = essay
    self.page = page
    self.title = title
    self.date = date
    self.sha256 = sha256
    self.judges = judges
    self.claims = claims
    held = claims.count { $0.verdict == "held" }
    total = claims.count
  }

  /// Keys in order and one to a line, so that two ledgers can be compared.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
