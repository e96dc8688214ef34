// LabelCollector: the labels that one essay gives and those that it refers to.

import Diagnostics
import Markup

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
  /// The fences of the essay, by their first bytes.
  private let fences: [Int: Fence]
  private(set) var found: [Found] = []
  private(set) var references: [Reference] = []
  private(set) var log = Log()

  init(_ page: PageParts) {
    document = page.document
    let all = page.parts.compactMap { part -> (Int, Fence)? in
      if case .fence(let fence) = part { (fence.range.lowerBound, fence) } else { nil }
    }
    fences = Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  mutating func collect() { collect(document.blocks) }

  private mutating func collect(_ nodes: [Node]) {
    for node in nodes {
      switch node.kind {
      case .heading(_, let anchor): collect(heading: node, anchor)
      case .mathBlock(let tex): collect(formula: node, tex, isDisplay: true)
      case .math(let tex, let isDisplay): collect(formula: node, tex, isDisplay: isDisplay)
      case .codeBlock: if let fence = fences[node.range.lowerBound] { collect(fence) }
      case .html(let text), .htmlBlock(let text):
        refuse(comment: text, node.range)
        collect(addressesIn: text)
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

  private mutating func collect(addressesIn html: Verbatim) {
    for address in HTMLAddress.all(in: html.text) where address.destination.hasPrefix("#") {
      let name = String(address.destination.dropFirst())
      guard address.isLink, Label.Kind(of: name) != nil else { continue }
      references.append(Reference(name: name, range: html.sourceRange(of: address.range)))
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

  private mutating func collect(_ fence: Fence) {
    guard fence.terms != nil else { return }
    let place = fence.range.lowerBound
    if fence.chain != nil {
      for line in StepLine.all(in: fence.code.text) {
        collect(tex: line.text, isNumbered: true, place, isFormula: false) {
          fence.code.sourceRange(
            of: line.start + $0.lowerBound..<line.start + $0.upperBound)
        }
      }
    } else if let picture = fence.picture {
      // A label that cannot be read is complained of where all words of the fence are read.
      let name = picture.label.flatMap { Label.isReadable($0) ? $0 : nil }
      found.append(
        Found(kind: .figure, name: name, range: fence.openingLine(in: document), place: place))
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
