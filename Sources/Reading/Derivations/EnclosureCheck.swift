// EnclosureCheck: whether the two sides of a line can be evaluated over an interval, as far as the
// essay's text shows it. The rest is the compiler's to say.

extension Derivation {
  /// Why the line at `index` cannot be enclosed; nil when it can, or need not.
  ///
  /// - Parameter words: the words of the Swift in a range of the code.
  package func problemOfEnclosure(
    at index: Int, words: (Range<Int>) -> [String], hasStatements: (Int) -> Bool
  ) -> String? {
    guard let enclosure = steps[index].rule.enclosure, index > 0 else { return nil }
    for (line, place) in [(index - 1, "the line above"), (index, "this line")] {
      if hasStatements(line) {
        return
          "\(place) has statements above its expression, which are not evaluated over a range: "
          + "write the expression alone"
      }
      let found = words(steps[line].value)
      let others = variables.flatMap { $0.name.split { "(), ".contains($0) }.map(String.init) }
        .filter { $0 != enclosure.variable }
      if let other = others.first(where: found.contains) {
        return "\(place) depends on ‘\(other)’, and a line is exact over one variable only"
      }
    }
    return nil
  }
}
