// Verbatim: text that Markdown left alone, and where each of its bytes stands in the essay.

/// Text that Markdown left alone, tied to the essay byte by byte.
///
/// The lines of a fence in a list or a quotation lose their container's prefix; a tab that the
/// container took in part stands in `text` as spaces; in a table's cell `\|` has become `|`, a zero
/// byte has become U+FFFD, and every line break has become a line feed. So no arithmetic on lines and
/// columns leads from the text to the essay. The runs below do, for every byte.
package struct Verbatim: Hashable, Sendable {
  package let text: String
  /// For each line of `text`, the offset in the essay of that line's first byte; one more for the
  /// empty line after a final line break. Never empty.
  package let lineStarts: [Int]
  let runs: [Run]
  /// The offset in the essay directly behind the text.
  let end: Int

  /// Bytes of the text that stand together in the essay.
  struct Run: Hashable {
    /// Where the run begins in the text, and how many bytes of it there are.
    var offset: Int
    var count: Int
    /// The bytes of the essay that it was made from.
    var source: Range<Int>
    /// Whether the bytes are the essay's own. Others come one to a run.
    var isCopy: Bool
  }

  /// A text that stands in the essay as it is, from `start` on.
  package init(_ text: String, at start: Int) {
    let count = text.utf8.count
    self.init(
      text,
      count == 0
        ? [] : [Run(offset: 0, count: count, source: start..<start + count, isCopy: true)],
      end: start + count)
  }

  /// A text of which each byte has its place in the body.
  init(_ placed: PlacedText, in body: BodyText) {
    var runs: [Run] = []
    for (offset, byte) in placed.bytes.enumerated() {
      let place = placed.places[offset]
      let (source, isOwn) = body.origin(ofByteAt: place)
      let isCopy = isOwn && source.count == 1 && body.bytes[place] == byte
      if isCopy, let last = runs.last, last.isCopy, last.source.upperBound == source.lowerBound {
        runs[runs.count - 1].count += 1
        runs[runs.count - 1].source = last.source.lowerBound..<source.upperBound
      } else {
        runs.append(Run(offset: offset, count: 1, source: source, isCopy: isCopy))
      }
    }
    self.init(
      String(decoding: placed.bytes, as: UTF8.self), runs,
      end: runs.last?.source.upperBound ?? body.fileOffset(placed.end))
  }

  init(_ text: String, _ runs: [Run], end: Int) {
    self.text = text
    self.runs = runs
    self.end = end
    var starts = [Self.place(of: 0, in: runs, end: end)]
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(Self.place(of: offset + 1, in: runs, end: end))
    }
    lineStarts = starts
  }

  // MARK: Places

  /// The offset in the essay of the byte at `offset` in the UTF-8 view of `text`; where that byte is
  /// not the essay's own, of what it stands for. Offsets past the end count as the end.
  package func sourceOffset(of offset: Int) -> Int {
    Self.place(of: offset, in: runs, end: end)
  }

  /// The bytes of the essay that a part of the text was made from, line prefixes between included.
  package func sourceRange(of part: Range<Int>) -> Range<Int> {
    let start = sourceOffset(of: part.lowerBound)
    guard !part.isEmpty, let run = Self.run(of: part.upperBound - 1, in: runs) else {
      return start..<start
    }
    let last =
      run.isCopy
      ? run.source.lowerBound + part.upperBound - run.offset : run.source.upperBound
    return start..<max(start, min(last, run.source.upperBound))
  }

  /// Whether the byte at `offset` is a byte of the essay, and not one that Markdown put there.
  package func isCopy(_ offset: Int) -> Bool { Self.run(of: offset, in: runs)?.isCopy ?? false }

  private static func place(of offset: Int, in runs: [Run], end: Int) -> Int {
    guard let run = run(of: offset, in: runs), offset < run.offset + run.count else { return end }
    return run.isCopy ? run.source.lowerBound + offset - run.offset : run.source.lowerBound
  }

  /// The last run that begins at `offset` or before.
  private static func run(of offset: Int, in runs: [Run]) -> Run? {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? runs[low - 1] : runs.first
  }

  // MARK: Parts

  /// A part of the text, every byte still in its place.
  package func slice(_ part: Range<Int>) -> Verbatim {
    let bytes = Array(text.utf8)
    let part = part.clamped(to: 0..<bytes.count)
    var kept: [Run] = []
    for run in runs where run.offset < part.upperBound && run.offset + run.count > part.lowerBound {
      let inside = (run.offset..<run.offset + run.count).clamped(to: part)
      let source =
        run.isCopy
        ? sourceOffset(of: inside.lowerBound)..<sourceOffset(of: inside.lowerBound) + inside.count
        : run.source
      kept.append(
        Run(
          offset: inside.lowerBound - part.lowerBound, count: inside.count, source: source,
          isCopy: run.isCopy))
    }
    return Verbatim(
      String(decoding: bytes[part], as: UTF8.self), kept,
      end: kept.last?.source.upperBound ?? sourceOffset(of: part.lowerBound))
  }

  /// The same without white space at either end.
  func trimmed() -> Verbatim {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { !isMarkdownSpace($0) } ?? bytes.count
    return slice(start..<(bytes.lastIndex { !isMarkdownSpace($0) } ?? start - 1) + 1)
  }
}
