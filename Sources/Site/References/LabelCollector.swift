// LabelCollector: the labels that one essay gives and those that it refers to.

import Diagnostics
import Markup
import Rendering

struct LabelCollector {
  /// Something with a number or a name, in the order of the text.
  struct Found {
    var kind: Label.Kind
    /// Nil for a figure without a label, which is counted all the same.
    var name: String?
    var range: Range<Int>
    var place: Int
    /// Whether it is a formula of its own and not a derivation's line.
    var isFormula = false
    /// A section's title and the id of its heading.
    var title = ""
    var anchor = ""
  }

  struct Reference {
    var name: String
    var range: Range<Int>
    /// The link's text, when it is one plain word.
    var word: String?
  }

  let document: Document
  private(set) var found: [Found] = []
  private(set) var references: [Reference] = []
  private(set) var log = Log()

  init(_ document: Document) { self.document = document }

  mutating func collect() { collect(document.blocks) }

  private mutating func collect(_ nodes: [Node]) {
    for node in nodes {
      switch node.kind {
      case .heading(_, let anchor): collect(heading: node, anchor)
      case .mathBlock(let tex): collect(formula: node, tex, isDisplay: true)
      case .math(let tex, let isDisplay): collect(formula: node, tex, isDisplay: isDisplay)
      case .codeBlock(let info, let text): collect(fence: node, FigureOrDerivation(info), text)
      case .html(let text), .htmlBlock(let text): refuse(comment: text, node.range)
      case .link(let destination, _):
        if destination.hasPrefix("#"), Label.Kind(of: String(destination.dropFirst())) != nil {
          let name = String(destination.dropFirst())
          references.append(Reference(name: name, range: node.range, word: word(node.children)))
        }
        collect(node.children)
      default: collect(node.children)
      }
    }
  }

  private func word(_ nodes: [Node]) -> String? {
    guard nodes.count == 1, case .text(let word) = nodes[0].kind else { return nil }
    return word
  }

  // MARK: Sections

  private mutating func collect(heading: Node, _ anchor: String) {
    guard let last = heading.children.last, case .html(let comment) = last.kind,
      let name = Self.label(inComment: comment.text), Label.Kind(of: name) == .section
    else {
      collect(heading.children)
      return
    }
    collect(Array(heading.children.dropLast()))
    guard check(name, last.range) else { return }
    found.append(
      Found(
        kind: .section, name: name, range: last.range, place: heading.range.lowerBound,
        title: plainTitle(heading.children), anchor: anchor))
  }

  /// `sec:kl` of `<!-- #sec:kl -->`; nil for a comment that is no label.
  private static func label(inComment text: String) -> String? {
    guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.utf8.count >= 7 else { return nil }
    let inside = text.dropFirst(4).dropLast(3).split(whereSeparator: \.isWhitespace)
    guard inside.count == 1, inside[0].hasPrefix("#") else { return nil }
    let name = String(inside[0].dropFirst())
    return Label.Kind(of: name) == nil ? nil : name
  }

  private mutating func refuse(comment: Verbatim, _ range: Range<Int>) {
    let text = comment.text.split(whereSeparator: \.isNewline).joined()
    guard let name = Self.label(inComment: text) else { return }
    log.add(
      Diagnostic(
        .labelMisplaced, at: SourceSpan(document.path, range),
        "the label ‘\(name)’ belongs to nothing here: a section's label is a comment at the end of "
          + "its heading, ‘## Title <!-- #sec:name -->’"))
  }

  // MARK: Equations

  private mutating func collect(formula: Node, _ tex: Verbatim, isDisplay: Bool) {
    let place = formula.range.lowerBound
    collect(tex: tex.text, isNumbered: isDisplay, place, isFormula: true) { range in
      tex.sourceOffset(of: range.lowerBound)..<tex.sourceOffset(of: range.upperBound)
    }
  }

  /// - Parameter bytes: where in the essay some bytes of the TeX stand.
  private mutating func collect(
    tex: String, isNumbered: Bool, _ place: Int, isFormula: Bool,
    at bytes: (Range<Int>) -> Range<Int>
  ) {
    let commands = TeXReference.all(in: tex)
    // An environment may number some of its lines by hand and others by a label.
    let hasOwnTag = commands.contains { $0.command == .tag } && !tex.contains("\\begin{")
    var isLabelled = false
    for reference in commands where reference.command != .tag {
      let range = bytes(reference.range)
      guard let name = reference.name else {
        complain(
          .labelUnreadable, range,
          "\\\(reference.command.rawValue) needs a name in braces: "
            + "‘\\\(reference.command.rawValue){eq:name}’")
        continue
      }
      switch reference.command {
      case .label where !isNumbered:
        complain(
          .labelMisplaced, range,
          "a formula in a line has no number: set it between ‘$$’ and ‘$$’, or take the label away")
      case .label where isLabelled:
        complain(.labelDoubled, range, "this equation has a label already: keep one of the two")
      case .label where hasOwnTag:
        complain(
          .labelMisplaced, range,
          "a label gives this equation its number: take the \\tag away, or the label")
      case .label:
        isLabelled = true
        guard check(name, range) else { continue }
        guard Label.Kind(of: name) == .equation else {
          complain(
            .labelMisplaced, range, "an equation's label begins with ‘eq:’: ‘\\label{eq:name}’")
          continue
        }
        found.append(
          Found(kind: .equation, name: name, range: range, place: place, isFormula: isFormula))
      case .eqref where Label.Kind(of: name) == .figure || Label.Kind(of: name) == .section:
        complain(
          .labelMisplaced, range, "\\eqref leads to equations: write ‘[Figure](#\(name))’ in prose")
      case .eqref, .href, .tag: references.append(Reference(name: name, range: range))
      }
    }
  }

  // MARK: Fences

  private mutating func collect(fence: Node, _ words: FigureOrDerivation?, _ text: Verbatim) {
    switch words {
    case .derivation:
      for line in DerivationTeX.lines(of: text.text) {
        collect(tex: line.tex, isNumbered: true, fence.range.lowerBound, isFormula: false) {
          text.sourceOffset(
            of: line.start + $0.lowerBound)..<text.sourceOffset(of: line.start + $0.upperBound)
        }
      }
    case .figure(let label):
      let place = fence.range.lowerBound
      // A label that cannot be read is complained of where all words of the fence are read.
      let name = label.flatMap { Label.isReadable($0) && $0.hasPrefix("fig:") ? $0 : nil }
      let line = document.source.lineRange(document.source.position(of: place).line)
      found.append(Found(kind: .figure, name: name, range: place..<line.upperBound, place: place))
    case nil: break
    }
  }

  private mutating func check(_ name: String, _ range: Range<Int>) -> Bool {
    if Label.isReadable(name) { return true }
    complain(
      .labelUnreadable, range,
      "‘\(name)’ cannot be a label: it is ‘eq:’, ‘fig:’ or ‘sec:’ and then letters, digits, ‘-’ or ‘_’"
    )
    return false
  }

  private mutating func complain(_ id: Identifier, _ range: Range<Int>, _ message: String) {
    log.add(Diagnostic(id, at: SourceSpan(document.path, range), message))
  }
}

/// What a fence asks for besides an example, as far as numbers go. What is wrong with its words is said
/// by those who run it.
enum FigureOrDerivation: Hashable {
  case derivation
  case figure(label: String?)

  init?(_ info: String) {
    let words = info.split(whereSeparator: \.isWhitespace)
    guard words.first == "swift", !words.contains("norun"),
      !words.contains(where: { $0.hasPrefix("skip=") })
    else { return nil }
    if words.contains("derivation") {
      self = .derivation
    } else if words.contains("figure") || words.dropFirst().first == "sweep" {
      let label = words.first { $0.hasPrefix("label=") }.map { String($0.dropFirst(6)) }
      self = .figure(label: label)
    } else {
      return nil
    }
  }
}

/// The TeX of a derivation's steps: what follows `// $$` up to the next `$$` or the line's end.
enum DerivationTeX {
  static func lines(of code: String) -> [(tex: String, start: Int)] {
    let bytes = Array(code.utf8)
    var result: [(tex: String, start: Int)] = []
    for line in bytes.indices.split(whereSeparator: { bytes[$0] == UInt8(ascii: "\n") }) {
      let first = line.first { bytes[$0] != UInt8(ascii: " ") && bytes[$0] != UInt8(ascii: "\t") }
      guard let first, bytes[first..<line.endIndex].starts(with: "//".utf8) else { continue }
      let opening = bytes[(first + 2)..<line.endIndex].prefix { $0 == UInt8(ascii: " ") }.endIndex
      guard bytes[opening..<line.endIndex].starts(with: "$$".utf8) else { continue }
      let start = opening + 2
      let end =
        (start..<max(start, line.endIndex - 1)).first {
          bytes[$0] == UInt8(ascii: "$") && bytes[$0 + 1] == UInt8(ascii: "$")
            && bytes[$0 - 1] != UInt8(ascii: "\\")
        } ?? line.endIndex
      result.append((String(decoding: bytes[start..<end], as: UTF8.self), start))
    }
    return result
  }
}
