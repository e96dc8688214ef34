// TypesettingRequest: what a page wants set in type, and what came of it. Plain values that
// travel to the worker process and back; knows nothing of Markdown or of engines.

/// The formulas and listings of one page, in the order of the page.
///
/// The order matters: a `\gdef` in one formula holds for those after it, and for no other page.
package struct TypesettingRequest: Codable, Hashable, Sendable {
  package var formulas: [Formula]
  package var listings: [Listing]
  /// Whether only MathML is wanted: what is shown, for whoever reads it and shows no page.
  package var isMathMLOnly = false

  package init(formulas: [Formula] = [], listings: [Listing] = []) {
    self.formulas = formulas
    self.listings = listings
  }

  package struct Formula: Codable, Hashable, Sendable {
    /// TeX as the author wrote it, without the dollar signs around it.
    package var tex: String
    /// Whether it stands on lines of its own.
    package var isDisplay: Bool

    package init(_ tex: String, isDisplay: Bool) {
      self.tex = tex
      self.isDisplay = isDisplay
    }
  }

  package struct Listing: Codable, Hashable, Sendable {
    package var text: String
    /// The first word of a fence's info string; empty, or one the highlighter has never heard of,
    /// gives plain text.
    package var language: String

    package init(_ text: String, language: String) {
      self.text = text
      self.language = language
    }
  }
}

/// One page's request, answered: as many formulas and listings as were asked for, in their order.
package struct TypesettingResult: Codable, Hashable, Sendable {
  package var formulas: [Formula]
  package var listings: [Listing]

  package init(formulas: [Formula] = [], listings: [Listing] = []) {
    self.formulas = formulas
    self.listings = listings
  }

  package enum Formula: Codable, Hashable, Sendable {
    /// A `<span>` with KaTeX's visible HTML and, for assistive technology, its MathML; with nothing
    /// but the MathML where only that was asked for.
    case html(String)
    case rejected(TeXError)
  }

  /// One fragment of HTML for each line of a listing, every `<span>` closed where its line ends.
  ///
  /// The text of the lines, joined by line feeds, is the listing's text to the byte; a listing that
  /// ends with a line feed therefore has an empty last line.
  package struct Listing: Codable, Hashable, Sendable {
    package var lines: [String]

    package init(lines: [String]) { self.lines = lines }
  }
}

/// Why KaTeX does not set a formula.
package struct TeXError: Error, Codable, Hashable, Sendable {
  /// KaTeX's own words, without its sentence about the position.
  package var message: String
  /// The byte in the UTF-8 of the TeX where KaTeX stopped: at most its length, which means that the
  /// end came too soon. 0 when KaTeX names no place in this text, as for an error inside a macro.
  package var offset: Int

  package init(_ message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }
}
