// TypesetEssays: every formula and listing of every essay, set in one go.

import Diagnostics
import Markup
import Rendering
import Typesetting

/// The HTML of one essay's formulas and listings, by the first byte of their nodes.
struct TypesetEssay: Sendable {
  var math: [Int: String] = [:]
  var code: [Int: [String]] = [:]

  /// TeX that KaTeX cannot read is a diagnostic at its own line and column.
  static func all(
    _ documents: [Document], by typesetter: Typesetter
  ) async throws -> Diagnosed<[TypesetEssay]> {
    let nodes = documents.map { typesettable(in: $0.blocks) }
    let requests = nodes.map { nodes in
      TypesettingRequest(
        formulas: nodes.compactMap { node in
          node.formula.map { TypesettingRequest.Formula($0.tex.text, isDisplay: $0.isDisplay) }
        },
        listings: nodes.compactMap { node in
          node.listing.map { TypesettingRequest.Listing($0.text, language: $0.language) }
        })
    }
    let results = try await typesetter.typeset(requests)
    var log = Log()
    var essays: [TypesetEssay] = []
    for (document, (nodes, result)) in zip(documents, zip(nodes, results)) {
      var essay = TypesetEssay()
      for (node, formula) in zip(nodes.filter { $0.formula != nil }, result.formulas) {
        switch formula {
        case .html(let html): essay.math[node.range.lowerBound] = html
        case .rejected(let error):
          guard let tex = node.formula?.tex else { continue }
          let place = tex.sourceOffset(of: error.offset)
          log.add(
            Diagnostic(
              .texUnparsable, at: SourceSpan(document.path, place..<place), error.message))
        }
      }
      for (node, listing) in zip(nodes.filter { $0.listing != nil }, result.listings) {
        // A fence's text ends with a line break, behind which no line follows.
        let lines = listing.lines.last == "" ? Array(listing.lines.dropLast()) : listing.lines
        essay.code[node.range.lowerBound] = lines
      }
      essays.append(essay)
    }
    return Diagnosed(essays, log)
  }

  private static func typesettable(in nodes: [Node]) -> [Node] {
    nodes.flatMap { node in
      node.formula != nil || node.listing != nil ? [node] : typesettable(in: node.children)
    }
  }
}

extension Node {
  fileprivate var formula: (tex: Verbatim, isDisplay: Bool)? {
    switch kind {
    case .math(let tex, let isDisplay): (tex, isDisplay)
    case .mathBlock(let tex): (tex, true)
    default: nil
    }
  }

  fileprivate var listing: (text: String, language: String)? {
    guard case .codeBlock(let info, let code) = kind,
      let language = info.split(whereSeparator: \.isWhitespace).first
    else { return nil }
    return (code.text, String(language))
  }
}
