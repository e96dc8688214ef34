// VerifiedDerivation: the lines of a derivation with what was sampled, for whoever shows them.

import Diagnostics

/// One derivation of an essay, line by line.
package struct VerifiedDerivation: Hashable, Sendable {
  /// The bytes of the whole fence, as its node has them.
  package var range: Range<Int>
  /// The Swift before the first line: the draws, mostly. Bytes of the essay.
  package var setting: Range<Int>
  package var lines: [Line]

  /// One equation, or the expression that a chain of equations begins with.
  package struct Line: Hashable, Sendable {
    /// The relation to the line above, in TeX; nil where a chain begins.
    package var relation: String?
    /// What stands behind the relation, in TeX, without a label.
    package var tex: String
    /// Where `tex` begins in the essay.
    package var texStart: Int
    /// `eq:bayes`, when the author gave the line a name.
    package var label: String?
    /// What else the author asked of the line: "up to a constant in θ", "± 8 ulp".
    package var condition: String?
    /// The Swift that evaluates the line, in bytes of the essay.
    package var code: Range<Int>
    /// The line's claim, by its place among the essay's claims; nil where a chain begins.
    package var claim: Int?
    package var sample: Sample?
  }

  /// What was seen in all draws of one line.
  package struct Sample: Hashable, Sendable {
    package var draws: Int
    package var discarded: Int
    /// How each draw was judged; nil where the line was not judged by its draws.
    package var rule: Sentence? = nil
    /// How far the two sides were apart at worst, in words: "7.1e-16 of the value".
    package var worst: Sentence
    /// How a limit is approached, in words: "the error falls like h²"; nil without a limit.
    package var rate: Sentence?
    /// Where the parameter of a limit goes: "t → ∞"; nil without a limit, or where only the program knows.
    package var limit: String? = nil
    /// What holds for a whole range and not only in the draws; nil for a line that was only sampled.
    package var enclosure: Enclosure?

    /// How often it was tried, in words: "1000 draws, 3 discarded".
    package var extent: Sentence { .extent(draws: draws, discarded: discarded) }
  }

  /// What interval arithmetic found of a line.
  package struct Enclosure: Hashable, Sendable {
    /// "every x in -5…5"
    package var range: Sentence
    /// What holds there, in words: "at most 3e-15 of the value apart".
    package var bound: Sentence
    /// Into how many boxes the range was divided.
    package var boxes: Int
  }
}

extension Sentence {
  static func extent(draws count: Int, discarded: Int) -> Sentence {
    let draws: Sentence = count == 1 ? "1 draw" : "\(count) draws"
    return discarded > 0 ? "\(draws), \(discarded) discarded" : draws
  }
}
