// PlacedClaim: a claim, read, together with the part of the program whose value it is about.

import Diagnostics

struct PlacedClaim: Sendable {
  enum Subject: Sendable {
    /// The value of a statement.
    case value(Expectation, StatementPlace)
    /// The value of the expression in a prose comment, by the comment's number in the program.
    case prose(Expectation, Int)
    /// A line that a statement prints; `group` joins the lines claimed of one statement.
    case output(String, StatementPlace, group: Int)
    /// A line of a derivation: the part of the page and the number of the line.
    case derivation(part: Int, step: Int)
    /// An example that its author skips.
    case skipped(reason: String)
  }

  var claim: Claim
  var subject: Subject
}

/// Where a statement stands: in the essay by lines, in its example by bytes.
struct StatementPlace: Sendable {
  /// Lines of the essay, from 1.
  var lines: ClosedRange<Int>
  /// Bytes of the example's code.
  var code: Range<Int>
  /// How many braces are open around it: values inside its own closures are not its value.
  var depth: Int
  /// Which part of the page's program the example is.
  var part: Int
}
