// PageTypesetting: a document's formulas and listings on their way to the typesetter, and back to the
// places they came from.

import Diagnostics
import Markup
import Typesetting

/// What one essay needs set in type.
public struct PageTypesetting: Sendable {
  /// In the order of the text.
  public private(set) var request = TypesettingRequest()
  private let path: String
  private var formulas: [(node: Node, text: Verbatim)] = []
  private var listings: [Node] = []

  public init(_ document: Document) {
    path = document.path
    for block in document.blocks { collect(block) }
  }

  /// Whether the page needs KaTeX's style sheet.
  public var hasMath: Bool { !formulas.isEmpty }

  private mutating func collect(_ node: Node) {
    switch node.kind {
    case .math(let text, let isDisplay): add(node, text, isDisplay: isDisplay)
    case .mathBlock(let text): add(node, text, isDisplay: true)
    case .codeBlock(let info, let text):
      listings.append(node)
      request.listings.append(.init(text.text, language: FenceInfo(info).language))
    default:
      for child in node.children { collect(child) }
    }
  }

  private mutating func add(_ node: Node, _ text: Verbatim, isDisplay: Bool) {
    formulas.append((node, text))
    request.formulas.append(.init(text.text, isDisplay: isDisplay))
  }

  /// Formulas and lines of code by the first byte of the node they belong to, as `BodyMaterial` takes
  /// them; and where TeX cannot be read. A rejected formula is missing from the result.
  public func placed(_ result: TypesettingResult) -> Diagnosed<Placed> {
    var placed = Placed()
    var log = Log()
    var displays = 0
    for (index, (formula, answer)) in zip(formulas, result.formulas).enumerated() {
      switch answer {
      case .html(let html):
        let isDisplay = request.formulas[index].isDisplay
        if isDisplay { displays += 1 }
        placed.math[formula.node.range.lowerBound] =
          isDisplay ? scrolling(html, number: displays) : html
      case .rejected(let error): log.add(diagnostic(error, formula.node, formula.text))
      }
    }
    for (node, listing) in zip(listings, result.listings) {
      // A fence's text ends with a line feed, which is no line of its own on a page.
      let lines = listing.lines.last == "" ? listing.lines.dropLast() : listing.lines[...]
      placed.code[node.range.lowerBound] = Array(lines)
    }
    return Diagnosed(placed, log)
  }

  public struct Placed: Hashable, Sendable {
    public var math: [Int: String] = [:]
    public var code: [Int: [String]] = [:]
  }

  /// A box of its own that a keyboard can reach, so that what is too wide for a phone can be scrolled.
  private func scrolling(_ html: String, number: Int) -> String {
    "<span class=\"formula\" tabindex=\"0\" role=\"group\" aria-label=\"Formula \(number)\">"
      + "\(html)</span>"
  }

  /// At the place KaTeX names; over the whole formula when it names none, and at its last byte when
  /// the TeX ends too soon.
  private func diagnostic(_ error: TeXError, _ node: Node, _ text: Verbatim) -> Diagnostic {
    let count = text.text.utf8.count
    guard error.offset > 0, count > 0 else {
      return Diagnostic(.texUnparsable, at: SourceSpan(path, node.range), error.message)
    }
    let start = text.sourceOffset(of: min(error.offset, count - 1))
    return Diagnostic(.texUnparsable, at: SourceSpan(path, start..<start + 1), error.message)
  }
}
