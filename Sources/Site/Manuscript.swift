// Manuscript: what of an essay is to be set in type, and where it stands. Known as soon as the essay is read: whether its
// claims hold is no matter of type.

import Diagnostics
import Markup
import Reading
import Typesetting

struct Manuscript: Sendable {
  var document: Document
  var derivations: [Derivation]

  /// A derivation that a page shows.
  struct Derivation: Sendable {
    /// The first byte of its fence.
    var place: Int
    var lines: [Line]
  }

  struct Line: Sendable {
    /// Empty for a condition without one, nil where a chain begins.
    var relation: String?
    /// What stands behind the relation, and its first byte.
    var tex: String
    var texStart: Int

    /// What stands before the line's TeX, so that a page can put pieces side by side that are as large as a display.
    /// The empty group before a relation gives it the space that it has between two sides; a line that is held by
    /// its condition alone stands where the others' right sides begin.
    fileprivate var prefix: String {
      let relation = relation.map { $0.isEmpty ? "\\phantom{{}={}}" : "{}\($0) " }
      return "\\displaystyle " + (relation ?? "")
    }
  }

  /// A formula with what becomes of its labels and references.
  struct Formula {
    var tex: EditedTeX
    var isDisplay: Bool
    /// The node, or a derivation's fence.
    var place: Int
    var isDerivation = false
    /// Where in the essay a byte of the author's TeX stands.
    var essayOffset: (Int) -> Int
  }

  struct Listing {
    /// The node.
    var place: Int
    var text: String
    var language: String
  }
}

extension Manuscript {
  init(_ draft: Draft) {
    document = draft.document
    derivations = draft.parts.compactMap { part in
      guard case .fence(let fence) = part, !fence.isHidden, let lines = fence.chain?.lines else {
        return nil
      }
      return Derivation(
        place: fence.range.lowerBound,
        lines: lines.steps.map { Line(relation: $0.relation, tex: $0.tex, texStart: $0.texStart) })
    }
  }

  /// All formulas, in the order of the text, those of derivations behind all else.
  func formulas(_ labels: LabelIndex) -> [Formula] {
    let lines = derivations.flatMap { derivation in
      derivation.lines.map { line in
        Formula(
          tex: EditedTeX(line.tex, prefix: line.prefix, labels), isDisplay: false,
          place: derivation.place, isDerivation: true, essayOffset: { line.texStart + $0 })
      }
    }
    let words = document.frontMatter.titleWords + document.frontMatter.summaryWords
    return formulas(in: words + document.blocks, labels) + lines
  }

  private func formulas(in nodes: [Node], _ labels: LabelIndex) -> [Formula] {
    nodes.flatMap { node -> [Formula] in
      let place = node.range.lowerBound
      func formula(_ tex: Verbatim, isDisplay: Bool) -> Formula {
        let own = labels.labels(ofFormulaAt: place, in: document.path)
        return Formula(
          tex: EditedTeX(tex.text, own: own, labels), isDisplay: isDisplay, place: place,
          essayOffset: { tex.sourceOffset(of: $0) })
      }
      return switch node.kind {
      case .math(let tex, let isDisplay): [formula(tex, isDisplay: isDisplay)]
      case .mathBlock(let tex): [formula(tex, isDisplay: true)]
      case .codeBlock: []
      default: formulas(in: node.children, labels)
      }
    }
  }

  /// All code that a page shows, in the order of the text.
  var listings: [Listing] { Self.listings(in: document.blocks) }

  private static func listings(in nodes: [Node]) -> [Listing] {
    nodes.flatMap { node in
      guard case .codeBlock(let info, let code) = node.kind else {
        return listings(in: node.children)
      }
      return info.split(whereSeparator: \.isWhitespace).first.map {
        [Listing(place: node.range.lowerBound, text: code.text, language: String($0))]
      } ?? []
    }
  }
}
