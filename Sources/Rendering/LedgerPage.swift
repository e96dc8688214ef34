// LedgerPage: all claims of an essay on a page of their own, those of hidden examples too.

import Diagnostics

/// What a ledger shows. Rendering knows nothing of how it was judged.
package struct LedgerPage: Hashable, Sendable {
  /// The way from the ledger to the essay's page.
  package var essay: String
  /// The essay's title, as HTML that may stand inside a link.
  package var title: String
  package var marks: [Mark]
  /// The essay's file and its day.
  package var source: String
  /// SHA-256 of the essay, in hexadecimal.
  package var digest: String
  /// By what was judged: names, plain, and words.
  package var judges: [Judge]
  package var language: Language

  package struct Judge: Hashable, Sendable {
    package var name: String
    package var words: String

    package init(name: String, words: String) {
      self.name = name
      self.words = words
    }
  }

  package init(
    essay: String, title: String, marks: [Mark], source: String, digest: String, judges: [Judge],
    language: Language
  ) {
    self.essay = essay
    self.title = title
    self.marks = marks
    self.source = source
    self.digest = digest
    self.judges = judges
    self.language = language
  }

  /// “Claims of ‘Softmax’”.
  package static func title(_ title: Fragment, in language: Language) -> Fragment {
    Fragment(
      html: filled(escaped(language[.ledgerOf])) { _ in title.html }, hasMath: title.hasMath)
  }

  /// Files beside an essay's page: `kl.html` has `kl/ledger.html`.
  package static func folder(of page: String) -> String {
    page.hasSuffix(".html") ? String(page.dropLast(5)) : page
  }

  package static let name = "ledger.html"
  package static let dataName = "ledger.json"
  package static let badgeName = "badge.svg"

  /// The text of the page.
  package var html: String {
    let way = escapedDestination(essay)
    let files = [Self.dataName, Self.badgeName].map { "<a href=\"\($0)\">\($0)</a>" }
    let own =
      [(language[.essay], "<a href=\"\(way)\">\(title)</a>"), (language[.file], escaped(source))]
      + [("SHA-256", "<code>\(digest)</code>")]
      + judges.map { ($0.name, escaped($0.words)) }
      + [(language[.files], files.joined(separator: ", "))]
    let list = own.map { "<dt>\(escaped($0.0))</dt><dd>\($0.1)</dd>\n" }.joined()
    let head = [Word.line, .claimed, .computed, .rule, .margin].map {
      "<th scope=\"col\">\(escaped(language[$0]))</th>"
    }
    return "<dl class=\"judges\">\n\(list)</dl>\n<p>\(escaped(language[.marginExplained]))</p>\n"
      + "<div class=\"table-scroll ledger\" role=\"region\" tabindex=\"0\" "
      + "aria-label=\"\(escaped(language[.claims]))\">\n<table>\n<thead><tr>\(head.joined())</tr></thead>\n"
      + "<tbody>\n" + marks.map(row).joined() + "</tbody>\n</table>\n</div>\n"
  }

  private func row(_ mark: Mark) -> String {
    let line =
      mark.source.map { "<a href=\"\(escapedDestination($0))\">\(mark.line)</a>" } ?? "\(mark.line)"
    let wrote = escaped(mark.wrote)
    let claimed =
      mark.anchor.map {
        "<a href=\"\(escapedDestination(essay))#\(escapedDestination($0))\">\(wrote)</a>"
      } ?? wrote
    let verdict =
      "<span class=\"tick\" aria-hidden=\"true\">\(mark.verdict.sign)</span>"
      + "<span class=\"visually-hidden\">\(escaped(language[mark.verdict.word])): </span>"
    let cells = [
      line, claimed, escapedUnbroken(mark.computed(in: language)),
      verdict + escapedUnbroken(language.said(mark.rule)),
      escaped(mark.room?.words(in: language) ?? ""),
    ]
    return "<tr id=\"\(escaped(mark.name))\" class=\"\(mark.verdict.name)\">"
      + cells.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
  }
}
