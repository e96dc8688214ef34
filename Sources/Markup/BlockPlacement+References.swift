// References that lead nowhere: what is said of each.

import Diagnostics

extension BlockPlacement {
  mutating func report(_ lost: LostReferences.Lost, in text: PlacedText) {
    let inside = String(decoding: text.bytes[lost.inside], as: UTF8.self)
    let span = SourceSpan(path, file(text.range(lost.range)))
    let severity: Diagnostic.Severity = lost.isSure ? .error : .warning
    switch lost.form {
    case .footnote:
      let nearest = nearest(to: inside, among: footnotes)
      add(
        Diagnostic(
          .markdownDropped, severity, at: span,
          "there is no footnote ‘\(inside)’, so the brackets are shown as they are: write its text "
            + "on a line of its own behind ‘[^\(inside)]:’, or ‘\\[’ for a bracket",
          notes: nearest.map { [Note("the nearest footnote is ‘\($0)’")] } ?? []))
    case .link, .image:
      let label = words(inside)
      let what = lost.form == .image ? "image" : "link"
      add(
        Diagnostic(
          .linkBroken, severity, at: span,
          "nothing is defined as ‘\(label)’, so this is no \(what), and the brackets are shown as "
            + "they are: write ‘[\(label)]: address’ on a line of its own, or ‘\\[’ for a bracket",
          notes: note(on: label)))
    case .address:
      let address = FileAddress.withoutTitle(inside)
      let start = lost.inside.lowerBound + inside.utf8.prefix { $0 == UInt8(ascii: " ") }.count
      let range = file(text.range(start..<start + address.utf8.count))
      add(
        Diagnostic(
          .linkBroken, severity, at: span,
          "this is no link, and is shown as it is: an address with spaces or parentheses stands "
            + "between ‘<’ and ‘>’",
          fix: address.contains { "<>".contains($0) }
            ? nil
            : Edit(SourceSpan(path, range), original: address, replacement: "<\(address)>")))
    case .innerLink:
      add(
        Diagnostic(
          .linkBroken, severity, at: span,
          "this is no link, and its brackets are shown as they are: a link cannot hold another one")
      )
    case .apart:
      let range = file(text.range(lost.inside))
      add(
        Diagnostic(
          .linkBroken, severity, at: span,
          "this is no link, and is shown as it is: no space may stand between ‘]’ and ‘(’",
          fix: Edit(SourceSpan(path, range), original: inside, replacement: "](")))
    }
  }

  /// A label as Markdown compares it, but for capitals.
  private func words(_ label: String) -> String {
    label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A line that looks like the definition and is none, or the label that was probably meant.
  private mutating func note(on label: String) -> [Note] {
    let lines = definitions ?? definitionLines()
    definitions = lines
    if let line = lines.first(where: { $0.label.lowercased() == label.lowercased() }) {
      return [
        Note(
          "this looks like the definition, and is none: an empty line must stand before it, and an "
            + "address behind it", at: SourceSpan(path, line.range))
      ]
    }
    let nearest = nearest(to: label, among: lines.map(\.label))
    return nearest.map { [Note("the nearest that is defined is ‘\($0)’")] } ?? []
  }

  /// All lines that begin as definitions of links do.
  private func definitionLines() -> [DefinitionLine] {
    (1...body.lines.count).compactMap { number in
      let start = body.contentStart(ofLine: number, quotes: Int.max)
      let rest = body.bytes[start..<body.line(number).upperBound]
      guard rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")),
        end > start + 1, end + 1 < rest.endIndex, rest[end + 1] == UInt8(ascii: ":"),
        rest[start + 1] != UInt8(ascii: "^")
      else { return nil }
      let label = String(decoding: rest[start + 1..<end], as: UTF8.self)
      return DefinitionLine(label: words(label), range: file(start..<end + 2))
    }
  }
}

/// A line that begins as the definition of a link does.
struct DefinitionLine {
  var label: String
  var range: Range<Int>
}
