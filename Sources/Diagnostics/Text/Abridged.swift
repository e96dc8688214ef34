// Abridged: what compilers and linkers say when they break down may fill a book. Its beginning says what was wrong, its
// end what came of it.

extension String {
  /// The text without its middle where it is longer than some four thousand bytes.
  package var abridged: String {
    let (longest, head, tail) = (4096, 2400, 1200)
    guard utf8.count > longest else { return self }
    let first = String(decoding: utf8.prefix(head), as: UTF8.self)
    let last = String(decoding: utf8.suffix(tail), as: UTF8.self)
    // Whole lines where there are any; a character that was cut apart is no text.
    let beginning =
      first.lastIndex(of: "\n").map { String(first[..<$0]) } ?? String(first.dropLast())
    let end =
      last.firstIndex(of: "\n").map { String(last[last.index(after: $0)...]) }
      ?? String(last.dropFirst())
    let left = utf8.count - beginning.utf8.count - end.utf8.count
    let joint = first.contains("\n") ? "\n" : " "
    return beginning + joint + "[… \(left) bytes are left out here …]" + joint + end
  }
}
