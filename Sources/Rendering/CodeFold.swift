// CodeFold: which lines of a long example wait behind a disclosure. Lines with claims never do: what was verified is seen.

/// The lines of a listing that are folded, as runs of their indices.
struct CodeFold: Hashable {
  /// Code of so many lines stands open.
  static let limit = 12
  /// How many lines stand above the first fold.
  static let first = 8
  /// A fold that saves less than this is none.
  static let least = 4
  /// How far above a claim its statement may begin to be shown whole.
  private static let reach = 6

  var runs: [Range<Int>] = []

  /// - Parameters:
  ///   - lines: the code as its author wrote it.
  ///   - claimed: the lines that a claim ends in.
  init(_ lines: [Substring], claimed: Set<Int>) {
    guard lines.count > Self.limit else { return }
    let words = lines.map { $0.drop { $0 == " " || $0 == "\t" } }
    var shown = Set(0..<Self.first)
    for line in claimed { shown.formUnion(Self.statement(endingIn: line, words, lines)) }
    var start = 0
    while start < lines.count {
      guard !shown.contains(start) else {
        start += 1
        continue
      }
      var end = start
      while end < lines.count, !shown.contains(end) { end += 1 }
      // Empty lines go with what they would stand alone above.
      var run = start..<end
      while run.lowerBound > 0, words[run.lowerBound - 1].isEmpty {
        run = run.lowerBound - 1..<end
      }
      if run.count >= Self.least { runs.append(run) }
      start = end
    }
  }

  /// The lines of a claim, of the statement that it is about, and of what stands between.
  private static func statement(
    endingIn line: Int, _ words: [Substring], _ lines: [Substring]
  ) -> ClosedRange<Int> {
    var first = line
    while first > 0, words[first].hasPrefix("//") { first -= 1 }
    // The end of a statement that goes over several lines says little without its beginning.
    guard let sign = words[first].first, "})].".contains(sign) else { return first...line }
    // What goes on with a point stands deeper than what it is called on; a bracket closes where its line began.
    let indent = lines[first].count - words[first].count - (sign == "." ? 1 : 0)
    for above in (max(0, first - reach)..<first).reversed() where !words[above].isEmpty {
      let own = lines[above].count - words[above].count
      if own <= indent, let sign = words[above].first, !"})].".contains(sign) {
        return above...line
      }
    }
    return first...line
  }
}
