// Derivation: the lines of a derivation's fence, read: what each says in TeX and what evaluates it.

import Diagnostics
import GalleyRecordFormat

/// A derivation as it stands in an essay.
package struct Derivation: Sendable {
  /// Its place among the essay's derivations, from 1. With the essay's path it seeds the draws, so that
  /// what is written above or below changes none of them.
  package var number: Int
  /// Bytes of the essay, from the first line of code to the first step.
  package var setting: Range<Int>
  package var steps: [Step]
  package var variables: [Variable]

  /// One equation and the Swift under it.
  package struct Step: Sendable {
    /// The relation as it was written; empty for a condition without one, nil where a chain begins.
    package var relation: String?
    package var rule: Rule
    /// What stands behind the relation, without a label.
    package var tex: String
    package var texStart: Int
    package var label: String?
    /// What the author asked of the line, as it was written.
    package var condition: String?
    /// Bytes of the essay: the relation and its TeX.
    package var wrote: Range<Int>
    /// Bytes of the essay: the comment that is the step.
    package var comment: Range<Int>
    /// Bytes of the essay: all Swift of the step.
    package var code: Range<Int>
    /// Bytes of the code: the expression whose value is the step's.
    package var value: Range<Int>
  }

  /// A name that is bound to what `draw` returns.
  package struct Variable: Sendable {
    package var name: String
    /// Bytes of the code: what the name is bound to.
    package var code: Range<Int>
  }

  /// What must hold between a line and the one above.
  package struct Rule: Sendable, Hashable {
    package typealias Relation = LineRule.Relation

    package enum Allowance: Sendable, Hashable {
      case standard
      /// As it is written, and as a number that the program can read.
      case absolute(text: String, size: String)
      case relative(text: String, size: String)
      case ulps(text: String, size: String)
    }

    package var relation: Relation
    package var allowance = Allowance.standard
    /// The name of the variable that the rule speaks of.
    package var variable: String?
    /// For which values of a variable the line is to be decided, not only sampled.
    package var enclosure: Enclosure?

    package struct Enclosure: Sendable, Hashable {
      package var variable: String
      /// As it is written: `-5...5`.
      package var text: String
      package var range: ClosedRange<Double>
    }
  }
}

extension Derivation.Rule {
  /// How the line was decided, in words for a reader.
  package var words: Sentence {
    let name = variable ?? "the variable"
    switch relation {
    case .start: return ""
    case .equal: return within
    case .atMost: return "the line above is at most this one, \(within)"
    case .atLeast: return "the line above is at least this one, \(within)"
    case .less: return "the line above is less than this one"
    case .greater: return "the line above is greater than this one"
    case .proportional:
      guard let variable else { return "one factor for all, \(within)" }
      return "one factor for all while \(variable) changes, \(within)"
    case .constant: return "the difference does not depend on \(name), \(within)"
    case .minimiser: return "the same minimiser in \(name), \(withinRange)"
    case .maximiser: return "the same maximiser in \(name), \(withinRange)"
    case .tends:
      switch allowance {
      case .standard: return "three values in a row within 1e-6 of the limit"
      case .absolute(let text, _), .relative(let text, _):
        return "three values in a row within \(text) of the limit"
      case .ulps(let text, _): return "three values in a row within \(text) ulp of the limit"
      }
    }
  }

  /// Whether interval arithmetic can decide the relation.
  package var canBeEnclosed: Bool {
    switch relation {
    case .equal, .atMost, .atLeast, .less, .greater: true
    case .start, .proportional, .tends, .constant, .minimiser, .maximiser: false
    }
  }

  /// Whether the two lines' values in one draw decide, and nothing else.
  package var comparesValues: Bool {
    switch relation {
    case .start, .equal, .atMost, .atLeast, .less, .greater: true
    case .proportional, .tends, .constant, .minimiser, .maximiser: false
    }
  }

  private var within: Sentence {
    switch allowance {
    case .standard: "within 1e-12 of the larger side, or 1e-14 near zero"
    case .absolute(let text, _): "within \(text)"
    case .relative(let text, _): "within \(text) of the larger side"
    case .ulps(let text, _): "within \(text) ulp"
    }
  }

  private var withinRange: Sentence {
    allowance == .standard ? "within 1e-5 of its range" : within
  }
}
