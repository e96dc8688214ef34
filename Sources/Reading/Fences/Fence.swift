// Fence: one Swift fence, shown or hidden, with what its words ask for. Words that contradict each other
// have no value here; `FenceReader` says so where they stand.

import Diagnostics
import Markup

/// A Swift fence of an essay, or a hidden example in a comment.
package struct Fence: Sendable {
  package var code: Verbatim
  /// The bytes of the whole fence, or of the comment.
  package var range: Range<Int>
  /// The bytes of the words, `swift` included, without white space behind the last one.
  package var words: Range<Int>
  /// The bytes of those that say how it fails; nil where it is not to.
  package var failureWords: Range<Int>?
  /// Whether it stands in a comment, where a reader does not see it.
  package var isHidden: Bool
  package var placement = Placement()
  package var kind: Kind
  /// What is known of one that stands in documentation; nil for one of an essay.
  package var listing: Listing?

  /// Code that documents something, and was not written for Galley.
  package struct Listing: Hashable, Sendable {
    /// Whether it says that it is Swift.
    package var isNamed: Bool
    /// Whether three points stand in it for what is left out.
    package var hasPlaceholders: Bool
  }

  /// Which of the page's programs the code is a part of.
  package struct Placement: Hashable, Sendable {
    /// The program of that name; nil for the page's own.
    package var program: String?
    /// Whether a new program begins here.
    package var isFresh = false
  }

  /// What the code is for.
  package enum Kind: Sendable {
    case example(Use)
    /// A chain of equations, each over the Swift that evaluates it.
    case derivation(Chain, Use)
    /// The last value is a picture.
    case figure(Picture, Terms)
    /// The last value is a picture for each value of a parameter.
    case sweep(Sweep, Picture, Terms)
    /// The last value is the rows of a table.
    case table(Rows, Terms)
    /// Its words do not say what the code is for, so nothing can be made of it; the log says why.
    case unreadable
  }

  /// What becomes of the code.
  package enum Use: Hashable, Sendable {
    case run(Terms)
    /// The code is to fail, and runs in a program of its own: what follows on the page goes on without it.
    case failing(ExpectedFailure, Terms)
    /// The code is compiled and never run.
    case compiledOnly
    /// The code is shown, and neither compiled nor run.
    case skipped(reason: String)
  }

  /// How code is run.
  package struct Terms: Hashable, Sendable {
    /// How long its program may run; nil for the usual limit.
    package var timeout: Duration?
    /// Whether its claims are about rounding itself, and need not hold in other rounding modes.
    package var isAboutRounding = false
  }

  /// How a derivation is sampled, and its lines once somebody read them.
  package struct Chain: Sendable {
    /// How often it is tried with new inputs; nil for the usual number.
    package var draws: Int?
    /// The one draw that its author wants to see again.
    package var onlyDraw: Int?
    /// Nil until they are read, and where they cannot be.
    package var lines: Derivation?
  }

  /// What is said about a table besides its rows.
  package struct Rows: Hashable, Sendable {
    /// The table directly below that is nothing but a head.
    package var head: Range<Int>?
  }

  /// What is said about a picture.
  package struct Picture: Hashable, Sendable {
    /// The name by which links refer to the figure.
    package var label: String?
    /// The paragraph directly below that begins with `Figure:`.
    package var caption: Range<Int>?
  }
}

extension Fence {
  /// What is said about the picture of a figure or a sweep; nil for a fence that draws none.
  package var picture: Picture? {
    switch kind {
    case .figure(let picture, _), .sweep(_, let picture, _): picture
    case .example, .derivation, .table, .unreadable: nil
    }
  }

  package var rows: Rows? { if case .table(let rows, _) = kind { rows } else { nil } }

  package var sweep: Sweep? { if case .sweep(let sweep, _, _) = kind { sweep } else { nil } }

  package var chain: Chain? { if case .derivation(let chain, _) = kind { chain } else { nil } }

  /// What becomes of the code; nil where nobody knows.
  package var use: Use? {
    switch kind {
    case .example(let use), .derivation(_, let use): use
    case .figure(_, let terms), .sweep(_, _, let terms), .table(_, let terms): .run(terms)
    case .unreadable: nil
    }
  }

  /// How the code is run; nil where it is not.
  package var terms: Terms? {
    switch use {
    case .run(let terms), .failing(_, let terms): terms
    default: nil
    }
  }

  /// The line that opens the fence, without its container's marks.
  package func openingLine(in document: Document) -> Range<Int> {
    document.openingLine(of: range)
  }
}

extension Document {
  /// The part of a range on its first line.
  package func openingLine(of range: Range<Int>) -> Range<Int> {
    let line = source.lineRange(source.position(of: range.lowerBound).line)
    return range.lowerBound..<max(range.lowerBound, min(range.upperBound, line.upperBound))
  }
}
