// FigureFence: what can be said of a fence that draws before it was run: that it ends with a picture,
// has a caption, and claims no value that it does not have.

import Diagnostics
import Markup

struct FigureFence {
  private let document: Document
  private let example: Example
  private let picture: PictureExpression
  private(set) var log = Log()
  /// Whether a program can be made of it; what is wrong is in the log.
  private(set) var isDrawable = true

  init(_ example: Example, in document: Document) {
    self.document = document
    self.example = example
    picture = PictureExpression.find(in: example)
    // Words that were not understood were told already.
    guard !example.words.isUndrawable else {
      isDrawable = false
      return
    }
    if example.isHidden {
      refuse(
        fenceLine, .fenceWord,
        "a figure stands in a fence of its own, where its readers can see the Swift")
    }
    if case .missing(let place, let message) = picture {
      refuse(place.map(essayRange) ?? fenceLine, .figureMissing, message)
    }
    if example.caption == nil, !example.isHidden {
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
  mutating func keep(_ claims: [PlacedClaim]) -> [PlacedClaim] {
    claims.filter { placed in
      guard let reason = reasonAgainst(placed) else { return true }
      let place = SourceSpan(document.path, placed.claim.range)
      log.add(Diagnostic(.claimUnattached, at: place, reason))
      return false
    }
  }

  private func reasonAgainst(_ placed: PlacedClaim) -> String? {
    if let sweep = example.words.sweep {
      return
        "this line runs once for each of \(sweep.count) values, so it has no one value to claim: "
        + "claim it in an example of its own, with ‘\(sweep.parameter)’ given"
    }
    guard case .value(_, let place) = placed.subject, place.code == picture.range else {
      return nil
    }
    return
      "this is the picture itself: claim a value of the statements above it, or in an example of "
      + "its own"
  }

  /// The fence's first line, which stands for the figure where no other place does.
  private var fenceLine: Range<Int> { example.openingLine(in: document) }

  private func essayRange(_ code: Range<Int>) -> Range<Int> { example.essayRange(code) }
}

extension Example {
  /// The line that opens the fence, without its container's marks.
  func openingLine(in document: Document) -> Range<Int> {
    let line = document.source.lineRange(document.source.position(of: range.lowerBound).line)
    return range.lowerBound..<max(range.lowerBound, min(range.upperBound, line.upperBound))
  }

  /// The bytes of the essay that some bytes of the code are.
  func essayRange(_ part: Range<Int>) -> Range<Int> {
    let start = code.sourceOffset(of: part.lowerBound)
    return start..<max(start, code.sourceOffset(of: max(part.lowerBound, part.upperBound - 1)) + 1)
  }
}
