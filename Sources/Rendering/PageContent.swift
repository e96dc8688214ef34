// PageContent: what a page of the site shows, before any template says where.

import Markup

/// One page: an essay, or the home page with whatever stands above its list of essays.
package struct PageContent: Hashable, Sendable {
  /// Relative to the site's root, with `/` between the parts: `softmax.html`.
  package var path: String
  package var title: String
  /// Given to search engines.
  package var summary: String?
  /// What a page shows of both, with formulas set.
  package var shown: ShownTitle
  /// `YYYY-MM-DD`.
  package var date: String?
  /// The page's text as HTML, which goes onto the page as it is.
  package var bodyHTML: String
  /// In the order of the text. A heading of level 1 stands for the page's title; the template then
  /// adds none of its own.
  package var headings: [Heading]
  package var claims: ClaimTally
  /// The way from here to the page with all of its claims, which its badge leads to.
  package var ledger: String?
  /// Whether KaTeX's style sheet and fonts are needed.
  package var hasMath: Bool
  /// Whether a sweep stands here, which JavaScript gives a slider.
  package var hasSweep: Bool
  /// The page's own language; nil for the site's.
  package var language: Language?
  package var isDraft = false
  /// Who wrote it, where that is somebody else than the site's author.
  package var authors: [String] = []
  package var tags: [String] = []
  /// What its author has for templates, by names of their own.
  package var extra: [String: ExtraValue] = [:]
  /// Pictures that are loaded when somebody touches a slider.
  package var files: [FramesFile] = []
  /// Whether links on the page show previews of what they lead to.
  package var hasPreviews = false
  /// The fonts that are loaded before a style sheet asks for them; nil where nobody knows.
  package var preloads: [String]?
  /// The picture that stands for the page where somebody shares it, relative to the site's root.
  package var card: String?
  /// Whether claims on the page open proofs.
  package var hasProofs = false
  /// The anchors of the claims that it shows, but for lines of derivations.
  package var shownClaims: Set<String> = []

  package init(
    path: String, title: String, summary: String? = nil, date: String? = nil, bodyHTML: String,
    headings: [Heading] = [], claims: ClaimTally = ClaimTally(), ledger: String? = nil,
    hasMath: Bool = false, hasSweep: Bool = false, shown: ShownTitle? = nil
  ) {
    self.path = path
    self.title = title
    self.summary = summary
    self.shown = shown ?? ShownTitle(title: title, summary: summary)
    self.date = date
    self.bodyHTML = bodyHTML
    self.headings = headings
    self.claims = claims
    self.ledger = ledger
    self.hasMath = hasMath
    self.hasSweep = hasSweep
  }

  /// What the page gains by JavaScript.
  package var scripts: [Templates.Script] {
    (hasSweep ? [.sweep] : []) + (hasPreviews ? [.previews] : []) + (hasProofs ? [.proofs] : [])
  }

  package typealias ExtraValue = FrontMatter.ExtraValue

  package struct Heading: Hashable, Sendable {
    package var level: Int
    package var anchor: String
    /// Its text as HTML that may stand inside a link: no links, buttons or ids.
    package var html: String

    package init(level: Int, anchor: String, html: String) {
      self.level = level
      self.anchor = anchor
      self.html = html
    }
  }
}

/// A title and a summary as HTML that may stand inside a link.
package struct ShownTitle: Hashable, Sendable {
  package var title: Fragment
  package var summary: Fragment?

  package init(title: Fragment, summary: Fragment?) {
    self.title = title
    self.summary = summary
  }

  /// Words without formulas.
  package init(title: String, summary: String?) {
    self.title = Fragment(html: escaped(title))
    self.summary = summary.map { Fragment(html: escaped($0)) }
  }

  var hasMath: Bool { title.hasMath || summary?.hasMath == true }
}
