// Ledgers: beside each essay's page a page with all of its claims, the same for other programs, and a badge.

import Diagnostics
import Files
import Foundation
import Markup
import Rendering
import Reporting
import Running
import Verification

extension SiteFiles {
  /// The files beside a page, by the names that stand in its folder of that kind.
  static let besideNames = [LedgerPage.name, LedgerPage.dataName, LedgerPage.badgeName]

  /// Where they stand: `kl/ledger.html` for `kl.html`.
  static func paths(besidePage page: String) -> [String] {
    besideNames.map { LedgerPage.folder(of: page) + "/" + $0 }
  }
}

/// What stands beside the page of one essay.
struct Ledger {
  let essay: VerifiedEssay
  /// As they are for the page; of what that does not show, a hidden example's for instance, nobody knows a place.
  let marks: [Mark]
  let shown: ShownTitle
  let language: Language
  let judges: Judges?

  init(
    of essay: VerifiedEssay, _ marks: [Mark], on page: PageContent, _ language: Language,
    judges: Judges?
  ) {
    self.essay = essay
    self.language = language
    self.judges = judges
    shown = page.shown
    self.marks = marks.map { mark in
      var mark = mark
      if mark.kind != .derivation, let anchor = mark.anchor, !page.shownClaims.contains(anchor) {
        mark.anchor = nil
      }
      return mark
    }
  }

  private var document: Document { essay.document }
  private var page: String { SiteFiles.pagePath(document.path) }
  private var folder: String { LedgerPage.folder(of: page) }

  /// What stands beside the page and is none itself.
  var files: [SiteFile] {
    get throws {
      [
        SiteFile(path: folder + "/" + LedgerPage.dataName, contents: try data()),
        SiteFile(path: folder + "/" + LedgerPage.badgeName, contents: badge),
      ]
    }
  }

  /// The page, for templates.
  var content: PageContent {
    let path = folder + "/" + LedgerPage.name
    let ledger = LedgerPage(
      essay: SiteFiles.relative(page, from: path), title: shown.title.html, marks: marks,
      source: [document.path, document.frontMatter.date].compactMap { $0 }.joined(separator: ", "),
      digest: digest, judges: judges.map { $0.rows(in: language) } ?? [], language: language)
    let title = language[.ledgerOf, document.title]
    var content = PageContent(
      path: path, title: title, date: document.frontMatter.date, bodyHTML: ledger.html,
      claims: ClaimTally(essay),
      shown: ShownTitle(title: LedgerPage.title(shown.title, in: language), summary: nil))
    content.language = language
    return content
  }

  /// What other programs read of the same.
  func data() throws -> Data {
    let report = LedgerReport(
      essay: document.path, page: page, title: document.title, date: document.frontMatter.date,
      sha256: digest,
      judges: judges.map {
        LedgerReport.Judges(
          galley: $0.galley, compiler: $0.compiler, platform: $0.platform, products: $0.products,
          sources: $0.sources)
      },
      claims: zip(essay.claims, marks).map { judged, mark in
        LedgerReport.Claim(
          name: mark.name, anchor: mark.anchor, kind: judged.claim.kind.rawValue, line: mark.line,
          source: mark.source, wrote: judged.claim.wrote, expression: judged.claim.expression,
          computed: judged.computed?.text, verdict: judged.verdict.rawValue,
          rule: judged.rule.text,
          margin: judged.margin.map { .init(down: $0.down, up: $0.up) })
      })
    return Data(try report.json().utf8)
  }

  var badge: Data { Badge.data(ClaimTally(essay), language) }

  private var digest: String { Digest.of(Data(document.source.text.utf8)) }
}

extension Badge {
  static func data(_ tally: ClaimTally, _ language: Language) -> Data {
    Data(svg(tally.words(in: language), tally: tally, language: language.tag).utf8)
  }
}

extension Judges {
  /// `Swift 6.3.1` of `Swift version 6.3.1 (swift-6.3.1-RELEASE)`.
  private var shortCompiler: String {
    let words = compiler.split(separator: " ").filter { $0 != "version" && $0 != "Apple" }
    return words.prefix { !$0.hasPrefix("(") }.joined(separator: " ")
  }

  private var library: String? {
    guard !products.isEmpty else { return nil }
    return
      ([products.joined(separator: ", ")]
      + [sources.map { String($0.prefix(8)) }]
      .compactMap { $0 }).joined(separator: " ")
  }

  /// In a line: the compiler, what it compiled for, the library.
  var words: String {
    [shortCompiler, platform, library].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  /// One by one and whole.
  func rows(in language: Language) -> [LedgerPage.Judge] {
    let whole = products.joined(separator: ", ") + (sources.map { ", SHA-256 \($0)" } ?? "")
    let rows = [
      (language[.compiler], compiler), (language[.platform], platform),
      (language[.library], products.isEmpty ? "" : whole), ("Galley", galley),
    ]
    return rows.filter { !$0.1.isEmpty }.map { LedgerPage.Judge(name: $0.0, words: $0.1) }
  }
}
