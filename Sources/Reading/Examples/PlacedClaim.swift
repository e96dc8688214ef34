// PlacedClaim: a claim, read, together with the part of the program whose value it is about.

import Claims

package struct PlacedClaim: Sendable {
  package enum Subject: Sendable {
    /// The values of a watched statement, or of the Swift in a prose comment.
    case value(Expectation, watch: Int)
    /// A cell, of the table that the Swift in a comment computes.
    case cell(ClaimedCell, watch: Int)
    /// Lines that a watched group of statements writes.
    case output(String, watch: Int)
    /// A line of a derivation: the part of the page and the number of the line.
    case derivation(part: Int, step: Int)
    /// What a watched statement throws: an error of this type, or this one; nil for any. The watch behind it tells what the
    /// statement returned where it threw nothing.
    case thrown(ThrownError?, watch: Int)
    /// That a fence fails, and on which lines of the essay; nil for anywhere in it.
    case failure(part: Int, ExpectedFailure, lines: ClosedRange<Int>?)
    /// What the compiler says of a line of a fence that it rejects, and at which column.
    case rejection(part: Int, line: Int, column: Int?, words: String)
    /// Whatever a comment in documentation may mean.
    case wild(part: Int, WildClaim)
    /// An example that its author skips.
    case skipped(reason: String)
  }

  /// An error that is claimed.
  package enum ThrownError: Sendable {
    case value(Expectation)
    case type(String)
  }

  package var claim: Claim
  package var subject: Subject
  /// The directive of conditional compilation that the claim stands under: `#if os(macOS)`.
  package var condition: String?
  /// The surroundings of a number in prose.
  package var place: ProsePlace?

  /// Whether its author says that the example is not run.
  package var isSkipped: Bool { if case .skipped = subject { true } else { false } }

  /// Whether it may say this instead: in prose a correction can be read otherwise in its place.
  package func takes(_ correction: String) -> Bool { place?.reads(correction) ?? true }

  package init(
    claim: Claim, subject: Subject, condition: String? = nil, place: ProsePlace? = nil
  ) {
    self.claim = claim
    self.subject = subject
    self.condition = condition
    self.place = place
  }
}
