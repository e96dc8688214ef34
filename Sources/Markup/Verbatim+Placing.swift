// Texts that were taken out of another file before Markdown read them, as documentation comments are.

extension Verbatim {
  /// Pieces of a file, each a line: between them stand line breaks.
  package init(lines: [Range<Int>], of bytes: [UInt8]) {
    var text: [UInt8] = []
    var runs: [Run] = []
    for (index, line) in lines.enumerated() {
      if index > 0 {
        let end = lines[index - 1].upperBound
        runs.append(
          Run(offset: text.count, count: 1, source: end..<end + 1, isCopy: bytes[end] == 0x0A))
        text.append(UInt8(ascii: "\n"))
      }
      guard !line.isEmpty else { continue }
      runs.append(Run(offset: text.count, count: line.count, source: line, isCopy: true))
      text += bytes[line]
    }
    self.init(
      String(decoding: text, as: UTF8.self), runs, end: lines.last?.upperBound ?? 0)
  }

  /// The same text, where the text that it stands in stands in another itself.
  package func placed(in outer: Verbatim) -> Verbatim {
    var placed: [Run] = []
    for run in runs {
      guard run.isCopy else {
        placed.append(
          Run(
            offset: run.offset, count: run.count, source: outer.sourceRange(of: run.source),
            isCopy: false))
        continue
      }
      for (index, place) in run.source.enumerated() {
        let source = outer.sourceRange(of: place..<place + 1)
        let isCopy = outer.isCopy(place) && source.count == 1
        if isCopy, let last = placed.last, last.isCopy, last.source.upperBound == source.lowerBound,
          last.offset + last.count == run.offset + index
        {
          placed[placed.count - 1].count += 1
          placed[placed.count - 1].source = last.source.lowerBound..<source.upperBound
        } else {
          placed.append(
            Run(offset: run.offset + index, count: 1, source: source, isCopy: isCopy))
        }
      }
    }
    return Verbatim(text, placed, end: outer.sourceOffset(of: end))
  }

  /// Another text of as many bytes at the same places.
  package func overwritten(with bytes: [UInt8]) -> Verbatim {
    precondition(bytes.count == text.utf8.count, "another text has other places")
    return Verbatim(String(decoding: bytes, as: UTF8.self), runs, end: end)
  }
}
