// FigureFence: what can be said of a fence that draws before it was run: that it ends with a picture,
// has a caption, and claims no value that it does not have.

import Diagnostics
import Markup

package struct FigureFence {
  private let document: Document
  private let fence: Fence
  private let code: ExampleCode
  private let picture: PictureExpression
  private(set) var log = Log()
  /// Whether a program can be made of it; what is wrong is in the log.
  private(set) var isDrawable = true

  package init(_ fence: Fence, _ code: ExampleCode, in document: Document) {
    self.document = document
    self.fence = fence
    self.code = code
    picture = PictureExpression.find(in: code.swift)
    if case .missing(let place, let message) = picture {
      refuse(place.map(code.essayRange) ?? fenceLine, .figureMissing, message)
    }
    if fence.picture?.caption == nil {
      log.add(
        Diagnostic(
          .figureCaption, at: SourceSpan(document.path, fenceLine),
          "this figure has no caption: a paragraph directly below it begins with ‘Figure: ’ and says "
            + "what one sees"))
    }
  }

  private mutating func refuse(_ place: Range<Int>, _ id: Identifier, _ message: String) {
    log.add(Diagnostic(id, at: SourceSpan(document.path, place), message))
    isDrawable = false
  }

  /// The claims that can be judged; the others are refused, each with advice.
  package mutating func keep(_ claims: [PlacedClaim]) -> [PlacedClaim] {
    claims.filter { placed in
      guard let reason = reasonAgainst(placed) else { return true }
      let place = SourceSpan(document.path, placed.claim.range)
      log.add(Diagnostic(.claimUnattached, at: place, reason))
      return false
    }
  }

  private func reasonAgainst(_ placed: PlacedClaim) -> String? {
    if let sweep = fence.sweep {
      return
        "this line runs once for each of \(sweep.count) values, so it has no one value to claim: "
        + "claim it in an example of its own, with ‘\(sweep.axes[0].parameter)’ given"
    }
    guard let picture = picture.range,
      placed.claim.expression == code.swift.source(picture),
      code.essayRange(picture).upperBound
        <= placed.claim.comment.lowerBound
    else { return nil }
    return
      "this is the picture itself: claim a value of the statements above it, or in an example of "
      + "its own"
  }

  /// The fence's first line, which stands for the figure where no other place does.
  private var fenceLine: Range<Int> { fence.openingLine(in: document) }
}
