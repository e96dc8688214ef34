// BodyMaterial: everything that a page's body is made of besides the document.

import Markup

/// What other stages prepared for one essay. Places are the lower bounds of nodes' ranges.
public struct BodyMaterial: Sendable {
  public var style: Style
  public var marks: [Mark]
  /// Typeset formulas as HTML. A missing one is shown as TeX.
  public var math: [Int: String]
  /// The lines of code blocks as HTML, each line balanced. Missing ones are shown without colours.
  public var code: [Int: [String]]
  /// HTML that stands in place of a block: a figure, a derivation, or nothing at all.
  public var replaced: [Int: String]
  /// What the fences of figures and sweeps drew.
  public var figures: [Int: FigureMaterial]
  /// Formulas with numbers.
  public var numbered: [Int: NumberedFormula] = [:]
  /// The way to something by its label, `eq:bayes` for instance; nil for what has no label.
  public var labelled: @Sendable (String) -> LabelLink? = { _ in nil }
  /// What other pages have and this page's links show.
  public var previews: [Preview] = []
  /// The citations in texts, by the upper bounds of the texts' ranges, and what they cite.
  public var citations: [Int: [TextCitation]] = [:]
  public var publications: [String: Publication] = [:]
  /// Whether a table of all claims stands at the end.
  public var hasLedger = false
  /// The id of that table inside its disclosure, so that browsers open it for whoever comes by a link. The
  /// full stop keeps it apart from every heading's anchor.
  public static let ledgerAnchor = "claims.all"
  /// The address that a link's destination leads to on the site; nil leaves it as it is.
  public var resolve: @Sendable (String) -> String?

  public enum Style: Hashable, Sendable {
    /// A page: comments are gone, claims are controls, headings have permalinks.
    case essay
    /// The HTML of the CommonMark specification and nothing else.
    case plain
  }

  public init(
    style: Style = .essay, marks: [Mark] = [], math: [Int: String] = [:],
    code: [Int: [String]] = [:], replaced: [Int: String] = [:],
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
