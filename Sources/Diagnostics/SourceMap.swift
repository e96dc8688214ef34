// SourceMap: where in an essay a generated text comes from. There is one for each program; whoever speaks of a
// place in the program (the compiler, a trap, a draw) is brought back to the essay by it.

/// Stretches of generated lines that were copied, byte for byte, from an essay.
package struct SourceMap: Hashable, Sendable {
  /// A part of one line.
  private struct Piece: Hashable {
    /// From 1, in bytes.
    var column: Int
    var length: Int
    /// The essay's byte that the first one is.
    var source: Int
  }

  /// By the line's number, as the compiler counts it: `#sourceLocation` may give several lines one number.
  private var pieces: [Int: [Piece]] = [:]
  /// For each line that nobody wrote the end of the essay's text before it.
  private var prelude: [Int: Int] = [:]

  package init() {}

  /// Notes that a part of a line was copied.
  package mutating func add(line: Int, column: Int, length: Int, source: Int) {
    pieces[line, default: []].append(Piece(column: column, length: length, source: source))
  }

  /// Notes a line that nobody wrote, and the end of the essay's text before it; nil for none.
  package mutating func addPrelude(line: Int, after source: Int?) { prelude[line] = source }

  /// The end of the essay's text before a line that nobody wrote; nil where none stands before it.
  package func source(beforePreludeLine line: Int) -> Int? { prelude[line] }

  /// The end of the last stretch that stands on a line or above it.
  package func source(before line: Int) -> Int? {
    guard let nearest = pieces.keys.filter({ $0 <= line }).max() else { return nil }
    return pieces[nearest]?.map { $0.source + $0.length }.max()
  }

  /// The essay's byte at a place of the generated text. Where only generated words stand, the nearest byte that was
  /// copied to the same line; nil when there is none.
  package func source(line: Int, column: Int) -> Int? {
    guard let pieces = pieces[line] else { return nil }
    func distance(_ piece: Piece) -> Int {
      if column < piece.column { return piece.column - column }
      return max(0, column - (piece.column + piece.length))
    }
    guard let piece = pieces.min(by: { distance($0) < distance($1) }) else { return nil }
    return piece.source + min(max(column - piece.column, 0), piece.length)
  }

  /// Whether the byte at a place was copied.
  package func holds(line: Int, column: Int) -> Bool {
    pieces[line]?.contains { $0.column <= column && column < $0.column + $0.length } ?? false
  }
}
