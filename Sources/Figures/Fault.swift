// Fault: why a figure cannot be drawn, in words for its author.

/// What is wrong with a figure's input. Public initialisers stop the program with it: a picture that
/// is not right must not reach a page.
struct Fault: Error, Equatable {
  var message: String

  init(_ message: String) {
    self.message = message
  }
}

/// The figure that `draw` makes, or the end of the program with the fault's message.
///
/// `fatalError` and not `preconditionFailure`, because an optimised program says nothing in the latter.
func drawnOrStopped(
  _ file: StaticString, _ line: UInt, _ draw: () throws(Fault) -> Figure
) -> Figure {
  do {
    return try draw()
  } catch {
    fatalError("Figure: " + error.message, file: file, line: line)
  }
}
