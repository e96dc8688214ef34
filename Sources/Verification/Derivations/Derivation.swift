// Derivation: the lines of a derivation's fence, read: what each says in TeX and what evaluates it.

/// A derivation as it stands in an essay.
struct Derivation: Sendable {
  /// Its place among the essay's derivations, from 1. With the essay's path it seeds the draws, so that
  /// what is written above or below changes none of them.
  var number: Int
  /// Bytes of the essay, from the first line of code to the first step.
  var setting: Range<Int>
  var steps: [Step]
  var variables: [Variable]

  /// One equation and the Swift under it.
  struct Step: Sendable {
    /// The relation as it was written; empty for a condition without one, nil where a chain begins.
    var relation: String?
    var rule: Rule
    /// What stands behind the relation, without a label.
    var tex: String
    var texStart: Int
    var label: String?
    /// What the author asked of the line, as it was written.
    var condition: String?
    /// Bytes of the essay: the relation and its TeX.
    var wrote: Range<Int>
    /// Bytes of the essay: the comment that is the step.
    var comment: Range<Int>
    /// Bytes of the essay: all Swift of the step.
    var code: Range<Int>
    /// Bytes of the code: the expression whose value is the step's.
    var value: Range<Int>
  }

  /// A name that is bound to what `draw` returns.
  struct Variable: Sendable {
    var name: String
    /// Bytes of the code: what the name is bound to.
    var code: Range<Int>
  }

  /// What must hold between a line and the one above.
  struct Rule: Sendable, Hashable {
    enum Relation: String, Sendable {
      case start
      case equal, atMost, atLeast, less, greater, proportional, tends, constant, minimiser,
        maximiser
    }

    enum Allowance: Sendable, Hashable {
      case standard
      /// As it is written, and as a number that the program can read.
      case absolute(text: String, size: String)
      case relative(text: String, size: String)
      case ulps(text: String, size: String)
    }

    var relation: Relation
    var allowance = Allowance.standard
    /// The name of the variable that the rule speaks of.
    var variable: String?
    /// For which values of a variable the line is to be decided, not only sampled.
    var enclosure: Enclosure?

    struct Enclosure: Sendable, Hashable {
      var variable: String
      /// As it is written: `-5...5`.
      var text: String
      var range: ClosedRange<Double>
    }
  }
}

extension Derivation.Rule {
  /// How the line was decided, in words for a reader.
  var words: String {
    let name = variable ?? "the variable"
    switch relation {
    case .start: return ""
    case .equal: return within
    case .atMost: return "the line above is at most this one, \(within)"
    case .atLeast: return "the line above is at least this one, \(within)"
    case .less: return "the line above is less than this one"
    case .greater: return "the line above is greater than this one"
    case .proportional:
      let change = variable.map { " while \($0) changes" } ?? ""
      return "one factor for all\(change), \(within)"
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
  var canBeEnclosed: Bool {
    switch relation {
    case .equal, .atMost, .atLeast, .less, .greater: true
    case .start, .proportional, .tends, .constant, .minimiser, .maximiser: false
    }
  }

  /// Whether the two lines' values in one draw decide, and nothing else.
  var comparesValues: Bool {
    switch relation {
    case .start, .equal, .atMost, .atLeast, .less, .greater: true
    case .proportional, .tends, .constant, .minimiser, .maximiser: false
    }
  }

  private var within: String {
    switch allowance {
    case .standard: "within 1e-12 of the larger side, or 1e-14 near zero"
    case .absolute(let text, _): "within \(text)"
    case .relative(let text, _): "within \(text) of the larger side"
    case .ulps(let text, _): "within \(text) ulp"
    }
  }

  private var withinRange: String {
    allowance == .standard ? "within 1e-5 of its range" : within
  }
}
