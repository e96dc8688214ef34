// EnclosedLine: what a program recorded of a line that was to be decided for a whole range.

struct EnclosedLine: Sendable {
  enum State: String, Sendable {
    case held, refuted
    /// A box is left that nothing decides.
    case open
    /// A box is left in which a side may be undefined.
    case undefined
  }

  var state: State
  /// What holds in the whole range, in words; for a refuted line the least error in its box.
  var bound: String
  /// Where the line fails or stays undecided: `0.5…0.75`.
  var box: String
  var boxes: Int

  init?(_ event: [String: Any]) {
    guard let state = (event["state"] as? String).flatMap({ State(rawValue: $0) }) else {
      return nil
    }
    self.state = state
    bound = event["bound"] as? String ?? ""
    box = event["box"] as? String ?? ""
    boxes = event["boxes"] as? Int ?? 0
  }
}
