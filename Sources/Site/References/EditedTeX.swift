// EditedTeX: a formula with something else in place of some of its commands, and the way back, so
// that what KaTeX complains of is still found in the essay.

import Reading

/// TeX as KaTeX is given it.
struct EditedTeX: Hashable {
  private(set) var text: String
  /// What was replaced, in bytes of the author's TeX and of this one.
  private var edits: [(source: Range<Int>, result: Range<Int>)] = []
  private let sourceCount: Int

  /// - Parameter replacements: by bytes of `source`, in order, none within another.
  init(_ source: String, _ replacements: [(range: Range<Int>, text: String)] = []) {
    let bytes = Array(source.utf8)
    sourceCount = bytes.count
    var result: [UInt8] = []
    var index = 0
    for replacement in replacements {
      result += bytes[index..<replacement.range.lowerBound]
      let start = result.count
      result += replacement.text.utf8
      edits.append((replacement.range, start..<result.count))
      index = replacement.range.upperBound
    }
    result += bytes[index...]
    text = String(decoding: result, as: UTF8.self)
  }

  /// The place in the author's TeX of a byte of this one: the command's own for what replaced it.
  func sourceOffset(of offset: Int) -> Int {
    var shift = 0
    for edit in edits {
      if offset < edit.result.lowerBound { break }
      if offset < edit.result.upperBound { return edit.source.lowerBound }
      shift = edit.source.upperBound - edit.result.upperBound
    }
    return min(max(offset + shift, 0), sourceCount)
  }

  static func == (left: EditedTeX, right: EditedTeX) -> Bool { left.text == right.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension EditedTeX {
  /// A formula with the numbers that its site gives: `\label` becomes the equation's number, `\eqref` a link to the
  /// equation. Where rows have labels, each becomes a place that links lead to as well.
  ///
  /// - Parameters:
  ///   - own: the formula's own labels, one for each row that has one.
  ///   - prefix: TeX that goes before it.
  init(_ tex: String, own: [Label] = [], prefix: String = "", _ labels: LabelIndex) {
    var replacements: [(range: Range<Int>, text: String)] = []
    if !prefix.isEmpty { replacements.append((0..<0, prefix)) }
    for reference in TeXReference.all(in: tex) {
      switch reference.command {
      case .label:
        let label = own.first { $0.name == reference.name }
        let number = label.flatMap { labels.equationNumbers[$0.name] }.map { "\\tag{\($0)}" } ?? ""
        let place = own.count > 1 ? label.map { "\\href{#row:\($0.name)}{}" } ?? "" : ""
        replacements.append((reference.range, number + place))
      case .eqref, .ref:
        // What is unknown was complained of; a second complaint, by KaTeX, would help nobody.
        let label = reference.name.flatMap { labels[$0] }
        let isBare = reference.command == .ref
        let shown = (label?.number ?? "(?)").filter { !isBare || !"()".contains($0) }
        let text = "\\text{\(shown)}"
        replacements.append((reference.range, label.map { "\\href{#\($0.name)}{\(text)}" } ?? text))
      case .href, .tag, .notag, .nonumber: break
      }
    }
    self.init(tex, replacements)
  }
}
