// BodyMaterial: everything that a page's body is made of besides the document.

import Markup
import Reading

/// What other stages prepared for one essay. Places are the lower bounds of nodes' ranges.
package struct BodyMaterial: Sendable {
  package var style: Style
  /// What the page says itself, it says in this language.
  package var language = Language.english
  package var marks: [Mark]
  /// Typeset formulas as HTML. A missing one is shown as TeX.
  package var math: [Int: String]
  /// The lines of code blocks as HTML, each line balanced. Missing ones are shown without colours.
  package var code: [Int: [String]]
  /// HTML that stands in place of a block: a figure, a derivation, or nothing at all.
  package var replaced: [Int: Fragment]
  /// What the fences of figures and sweeps drew.
  package var figures: [Int: FigureMaterial]
  /// Where pictures go that are loaded when somebody wants them; nil where they stand on the page.
  package var framesFolder: FramesFolder?
  /// What the fences of tables made.
  package var tables: [Int: MadeTable] = [:]
  /// Formulas with numbers.
  package var numbered: [Int: NumberedFormula] = [:]
  /// The way to something by its label, `eq:bayes` for instance; nil for what has no label.
  package var labelled: @Sendable (String) -> LabelLink? = { _ in nil }
  /// What other pages have and this page's links show.
  package var previews: [Preview] = []
  /// The citations in texts, by the upper bounds of the texts' ranges, and what they cite.
  package var citations: [Int: [TextCitation]] = [:]
  package var publications: [String: Publication] = [:]
  /// What the proofs of all claims say alike.
  package var commons = ProofCommons()
  /// What the page of a draft says of what is wrong; nil for a page of a site.
  package var notes: DraftNotes?
  /// The address that a link's destination leads to on the site; nil leaves it as it is.
  package var resolve: @Sendable (String) -> String?

  package enum Style: Hashable, Sendable {
    /// A page: comments are gone, claims are controls, headings have permalinks.
    case essay
    /// The HTML of the CommonMark specification and nothing else.
    case plain
  }

  package init(
    style: Style = .essay, marks: [Mark] = [], math: [Int: String] = [:],
    code: [Int: [String]] = [:], replaced: [Int: Fragment] = [:],
    figures: [Int: FigureMaterial] = [:],
    resolve: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.style = style
    self.marks = marks
    self.math = math
    self.code = code
    self.replaced = replaced
    self.figures = figures
    self.resolve = resolve
  }
}
