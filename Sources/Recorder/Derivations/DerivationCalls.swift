// DerivationCalls: the functions that a program calls for a derivation. Galley writes the calls.

/// Runs a derivation once for each draw, and sends what became of each of its lines.
///
/// - Parameters:
///   - part: the derivation's place among the parts of the page.
///   - seed: a text that tells this derivation from all others.
///   - only: the one draw to run, when its author wants to see it again.
///   - lines: what each line says of the line above, as `LineRule` reads it.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __galley_derivation(
  _ part: Int, seed: String, draws: Int, only: Int?, _ lines: [String],
  _ body: (Draw) throws -> Void
) {
  withoutActuallyEscaping(body) { body in
    let rules = lines.compactMap { LineRule($0) }
    precondition(rules.count == lines.count, "Galley wrote a rule that it cannot read")
    var sampling = Sampling(part: part, seed: seed, rules: rules, body: body)
    sampling.runAll(only.map { $0...$0 } ?? 1...draws)
  }
}

/// The value of a line of a derivation, by the line's number.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __galley_step<Value>(_ line: Int, _ value: Value) {
  RunningDraw.values[line] = SampledValue.of(value)
}

/// The draw that is being run: what the lines report to, and what is told when it stops the program.
enum RunningDraw {
  nonisolated(unsafe) static var values: [SampledValue?] = []
  nonisolated(unsafe) static var part = -1
  nonisolated(unsafe) static var number = 0
  nonisolated(unsafe) static var draw: Draw?

  /// For a program that stops in the middle of a draw.
  static var event: String? {
    draw.map {
      "{\"event\":\"draw\",\"part\":\(part),\"draw\":\(number),"
        + "\"inputs\":\(LineTally.inputs($0.choices))}"
    }
  }
}
