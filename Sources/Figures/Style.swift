// Style: how a mark is inked. The page's style sheet knows what that looks like.

/// How a mark is inked.
///
/// Six series differ in colour and besides in the dashes of their lines, the shapes of their points
/// and the filling of their bars, so that nothing depends on colour.
public enum Style: Hashable, Sendable {
  /// The next of the six series, in the order in which the marks are written.
  case automatic
  /// One of the six series, 1 to 6: to give a line and its points one look.
  case series(Int)
  /// The colour of text.
  case ink
  /// Receding: what the eye may pass over.
  case faded

  /// The styles' class names, in order.
  static func classes(_ styles: [Style]) throws(Fault) -> [String] {
    var next = 0
    var classes: [String] = []
    for style in styles {
      switch style {
      case .automatic:
        next += 1
        guard next <= 6 else {
          throw Fault(
            "more than six series cannot be told apart; draw some as .faded, or use multiples")
        }
        classes.append("series-\(next)")
      case .series(let number):
        guard (1...6).contains(number) else {
          throw Fault("there is no series \(number): they are numbered from 1 to 6")
        }
        classes.append("series-\(number)")
      case .ink: classes.append("ink")
      case .faded: classes.append("faded")
      }
    }
    return classes
  }
}
