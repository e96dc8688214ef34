// TypesetEssays: the formulas of essays, and the listings where pages are made, set in one go.

import Diagnostics
import Reading
import Typesetting

/// The HTML of one essay's formulas and listings, by the first byte of their nodes.
package struct TypesetEssay: Sendable {
  var math: [Int: String] = [:]
  var code: [Int: [String]] = [:]
  /// The lines of derivations, by the first byte of the fence.
  var derivations: [Int: [String]] = [:]
}

/// What of essays is set.
package enum Extent: Sendable {
  /// What can be wrong.
  case formulas
  /// What a page shows.
  case all
}

extension Session {
  /// Sets essays, of which no more must be known than what they say and the labels of the site.
  package func typeset(
    _ essays: [PreparedEssay], _ labels: LabelIndex, _ extent: Extent
  ) async throws -> Diagnosed<[TypesetEssay]> {
    try await TypesetEssay.all(
      essays.map { Manuscript($0.draft) }, labels, extent, by: typesetter)
  }

  /// The same, with what was found of each on its own.
  package func typesetEach(
    _ essays: [PreparedEssay], _ labels: LabelIndex
  ) async throws -> [Diagnosed<TypesetEssay>] {
    try await TypesetEssay.each(essays.map { Manuscript($0.draft) }, labels, by: typesetter)
  }
}

extension TypesetEssay {
  /// TeX that KaTeX cannot read is a diagnostic at its own line and column.
  static func all(
    _ essays: [Manuscript], _ labels: LabelIndex, _ extent: Extent = .all, by typesetter: Typesetter
  ) async throws -> Diagnosed<[TypesetEssay]> {
    var log = Log()
    let each = try await each(essays, labels, extent, by: typesetter)
    return Diagnosed(each.map { log.taking($0) }, log)
  }

  static func each(
    _ essays: [Manuscript], _ labels: LabelIndex, _ extent: Extent = .all, by typesetter: Typesetter
  ) async throws -> [Diagnosed<TypesetEssay>] {
    let orders = essays.map { essay in
      (formulas: essay.formulas(labels), listings: extent == .all ? essay.listings : [])
    }
    let results = try await typesetter.typeset(
      orders.map { order in
        TypesettingRequest(
          formulas: order.formulas.map { .init($0.tex.text, isDisplay: $0.isDisplay) },
          listings: order.listings.map { .init($0.text, language: $0.language) })
      })
    return zip(essays, zip(orders, results)).map { essay, answer in
      var log = Log()
      let (order, result) = answer
      var page = TypesetEssay()
      for (asked, formula) in zip(order.formulas, result.formulas) {
        page.add(formula, for: asked, essay.document.path, &log)
      }
      for (asked, listing) in zip(order.listings, result.listings) {
        // A fence's text ends with a line break, behind which no line follows.
        let lines = listing.lines.last == "" ? Array(listing.lines.dropLast()) : listing.lines
        page.code[asked.place] = lines
      }
      return Diagnosed(page, log)
    }
  }

  private mutating func add(
    _ result: TypesettingResult.Formula, for asked: Manuscript.Formula, _ path: String,
    _ log: inout Log
  ) {
    var set: String?
    switch result {
    case .html(let html): set = KaTeXHTML.mended(html)
    case .rejected(let error):
      let place = asked.essayOffset(asked.tex.sourceOffset(of: error.offset))
      log.add(Diagnostic(.texUnparsable, at: SourceSpan(path, place..<place), error.message))
    }
    if asked.isDerivation {
      derivations[asked.place, default: []].append(set ?? "")
    } else {
      // What cannot be set is shown as TeX.
      math[asked.place] = set
    }
  }
}
