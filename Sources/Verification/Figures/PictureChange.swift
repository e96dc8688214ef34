// PictureChange: whether the picture that was drawn is the one that its author has looked at, `shows=9f86d081`.
//
// A picture is too large to write beside its code, as a number is. So its fingerprint stands there: a
// constant that somebody changes, in the fence or in the library, changes the picture, and is told.

import Diagnostics
import Markup
import Reading
import Running

extension RecordedPicture {
  /// The fingerprint of all that was drawn, words and data included.
  static func fingerprint(of frames: [VerifiedFigure.Frame]) -> String {
    var hash = Fingerprint.FNV()
    for frame in frames {
      for text in [frame.title, frame.description, frame.svg, frame.table] {
        hash.add(Array(text.utf8))
      }
    }
    return hash.shortText
  }

  /// An error where the picture is not the one that was recorded.
  static func change(of figure: VerifiedFigure, in document: Document) -> Diagnostic? {
    guard let recorded = figure.recorded, let drawn = figure.fingerprint,
      recorded.fingerprint != drawn
    else { return nil }
    let (subject, them) =
      figure.parameter == nil
      ? ("the picture is", "it") : ("the pictures of this sweep are", "them")
    let place = SourceSpan(document.path, recorded.range)
    let replacement = "shows=\(drawn)"
    return Diagnostic(
      .figureChanged, at: place,
      "\(subject) not what was recorded: look at \(them), and write \(replacement) if all is right",
      fix: Edit(place, original: document.source[recorded.range], replacement: replacement))
  }
}

extension VerifiedFigure {
  /// An error for a figure whose picture nobody has recorded, with the word that is missing.
  func unrecorded(in document: Document) -> Diagnostic? {
    guard recorded == nil, let fingerprint else { return nil }
    let original = document.source[words]
    return Diagnostic(
      .figureUnrecorded, at: SourceSpan(document.path, words),
      "nobody answers for this \(parameter == nil ? "picture" : "sweep"): look at it, and write "
        + "shows=\(fingerprint) behind ‘swift’",
      fix: Edit(
        SourceSpan(document.path, words), original: original,
        replacement: original + " shows=\(fingerprint)"))
  }
}
