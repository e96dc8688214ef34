// TypesetEssays: every formula and listing of every essay, set in one go.

import Diagnostics
import Markup
import Reading
import Rendering
import Typesetting
import Verification

/// The HTML of one essay's formulas and listings, by the first byte of their nodes.
struct TypesetEssay: Sendable {
  var math: [Int: String] = [:]
  var code: [Int: [String]] = [:]
  /// The lines of derivations, by the first byte of the fence.
  var derivations: [Int: [String]] = [:]

  /// TeX that KaTeX cannot read is a diagnostic at its own line and column.
  static func all(
    _ essays: [VerifiedEssay], _ labels: LabelIndex, by typesetter: Typesetter
  ) async throws -> Diagnosed<[TypesetEssay]> {
    let orders = essays.map { TypesettingOrders($0, labels) }
    let results = try await typesetter.typeset(
      orders.map { orders in
        TypesettingRequest(
          formulas: orders.formulas.map {
            TypesettingRequest.Formula($0.tex.text, isDisplay: $0.isDisplay)
          },
          listings: orders.listings.map {
            TypesettingRequest.Listing($0.text, language: $0.language)
          })
      })
    var log = Log()
    var typeset: [TypesetEssay] = []
    for (essay, (orders, result)) in zip(essays, zip(orders, results)) {
      var page = TypesetEssay()
      for (order, formula) in zip(orders.formulas, result.formulas) {
        var set = ""
        switch formula {
        case .html(let html): set = html
        case .rejected(let error):
          let place = order.essayOffset(order.tex.sourceOffset(of: error.offset))
          log.add(
            Diagnostic(
              .texUnparsable, at: SourceSpan(essay.document.path, place..<place), error.message))
        }
        if order.isDerivation {
          page.derivations[order.place, default: []].append(set)
        } else {
          page.math[order.place] = set
        }
      }
      for (order, listing) in zip(orders.listings, result.listings) {
        // A fence's text ends with a line break, behind which no line follows.
        let lines = listing.lines.last == "" ? Array(listing.lines.dropLast()) : listing.lines
        page.code[order.place] = lines
      }
      typeset.append(page)
    }
    return Diagnosed(typeset, log)
  }
}

/// What one essay wants set, in the order of its text, its derivations after all else.
private struct TypesettingOrders {
  struct Formula {
    var tex: EditedTeX
    var isDisplay: Bool
    /// The node, or a derivation's fence.
    var place: Int
    var isDerivation = false
    /// Where in the essay a byte of the author's TeX stands.
    var essayOffset: (Int) -> Int
  }

  private(set) var formulas: [Formula] = []
  private(set) var listings: [(place: Int, text: String, language: String)] = []

  init(_ essay: VerifiedEssay, _ labels: LabelIndex) {
    collect(essay.document.blocks, labels, essay.document.path)
    for derivation in essay.derivations {
      for line in derivation.lines {
        // In a line of text, so that the page can put pieces side by side, but as large as a display.
        // The empty group before a relation gives it the space that it has between two sides; a line
        // that is held by its condition alone stands where the others' right sides begin.
        let relation = line.relation.map { $0.isEmpty ? "\\phantom{{}={}}" : "{}\($0) " }
        let prefix = "\\displaystyle " + (relation ?? "")
        formulas.append(
          Formula(
            tex: EditedTeX(line.tex, number: nil, prefix: prefix, labels), isDisplay: false,
            place: derivation.range.lowerBound, isDerivation: true,
            essayOffset: { line.texStart + $0 }))
      }
    }
  }

  private mutating func collect(_ nodes: [Node], _ labels: LabelIndex, _ path: String) {
    for node in nodes {
      let place = node.range.lowerBound
      switch node.kind {
      case .math(let tex, let isDisplay): add(tex, isDisplay: isDisplay, place, labels, path)
      case .mathBlock(let tex): add(tex, isDisplay: true, place, labels, path)
      case .codeBlock(let info, let code):
        guard let language = info.split(whereSeparator: \.isWhitespace).first else { continue }
        listings.append((place, code.text, String(language)))
      default: collect(node.children, labels, path)
      }
    }
  }

  private mutating func add(
    _ tex: Verbatim, isDisplay: Bool, _ place: Int, _ labels: LabelIndex, _ path: String
  ) {
    let number = labels.number(ofFormulaAt: place, in: path)
    formulas.append(
      Formula(
        tex: EditedTeX(tex.text, number: number, labels), isDisplay: isDisplay, place: place,
        essayOffset: { tex.sourceOffset(of: $0) }))
  }
}
