// ProofHTML: what the mark of a claim opens: what was written and computed, by which rule and with how much room, where it
// stands, and who judged it.
//
// A proof is a popover, which the browser itself opens and closes. It may not stand in the middle of a paragraph, so all of
// them come at the end of the body. A browser that knows no popovers shows them there as a list, and so does paper.

/// What all proofs of a page have in common.
package struct ProofCommons: Hashable, Sendable {
  /// The way to the page's ledger; nil for a page without one.
  package var ledger: String?
  /// Compiler, platform and library in words; nil where they are not known.
  package var judges: String?

  package init(ledger: String? = nil, judges: String? = nil) {
    self.ledger = ledger
    self.judges = judges
  }
}

struct ProofHTML {
  var id: String
  /// The class that style sheets go by.
  var verdict: String
  /// The whole in a few words, plain.
  var label: String
  /// Names, plain, and what stands behind them as HTML. What is empty is left out.
  var rows: [(name: String, html: String)]
  /// The id of the claim's place on the page.
  var anchor: String?
  /// What the ledger calls it.
  var name: String

  func html(_ commons: ProofCommons, in language: Language) -> String {
    let own = rows + [(language[.judgedBy], escaped(commons.judges ?? ""))]
    let list = own.filter { !$0.html.isEmpty }
      .map { "<dt>\(escaped($0.name))</dt><dd>\($0.html)</dd>" }.joined()
    return "<div id=\"\(id)\" popover class=\"proof \(verdict)\" role=\"dialog\""
      + " aria-label=\"\(escaped(label))\"><dl>\(list)</dl>\(ways(commons, language))</div>\n"
  }

  private func ways(_ commons: ProofCommons, _ language: Language) -> String {
    let link = anchor.map {
      "<a class=\"permalink\" href=\"#\(escapedDestination($0))\">\(escaped(language[.linkToClaim]))</a>"
    }
    let all = commons.ledger.map {
      "<a href=\"\(escapedDestination($0))#\(escapedDestination(name))\">\(escaped(language[.allClaims]))</a>"
    }
    let ways = [link, all].compactMap { $0 }.joined(separator: " ")
    return ways.isEmpty ? "" : "<p class=\"ways\">\(ways)</p>"
  }

  /// The line in the essay, with the way to it, and which of several programs computed the value.
  static func line(of mark: Mark, in language: Language) -> String {
    let line =
      mark.source.map { "<a href=\"\(escapedDestination($0))\">\(mark.line)</a>" } ?? "\(mark.line)"
    return line + (mark.program.map { ", " + escaped(language[.programOfPage, $0]) } ?? "")
  }

  /// All proofs of a page, in the order of their marks: paper numbers both.
  static func all(_ proofs: [String], in language: Language) -> String {
    guard !proofs.isEmpty else { return "" }
    return "<div class=\"proofs\" data-title=\"\(escaped(language[.claims]))\""
      + " data-copy=\"\(escaped(language[.copyLink]))\" data-copied=\"\(escaped(language[.copied]))\">\n"
      + proofs.joined() + "</div>\n"
  }
}
