// Verdict: the four things that can be said of a claim. There is no fifth, and no silence.

/// What became of a claim.
package enum Verdict: String, Hashable, Sendable {
  /// The computed value is what the claim says.
  case held
  /// The computed value is not what the claim says.
  case refuted
  /// The program never computed the value.
  case unreached
  /// The value, or the program, gives nothing to compare the claim with.
  case unjudged
}
