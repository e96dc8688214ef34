// What the fences that draw have drawn: collected from the record, and looked at before a page
// shows it.

import Diagnostics
import Markup
import Reading
import Running

extension Referee {
  /// Every figure of the essay, in the order of the page; those that were not drawn have no frames.
  func figures() -> Diagnosed<[VerifiedFigure]> {
    var log = Log()
    var figures: [VerifiedFigure] = []
    for (part, content) in draft.parts.enumerated() {
      guard case .fence(let fence) = content, let picture = fence.picture else { continue }
      figures.append(log.taking(figure(fence, picture, part)))
    }
    figures.sort { $0.range.lowerBound < $1.range.lowerBound }
    return Diagnosed(figures, log)
  }

  private func figure(
    _ fence: Fence, _ picture: Fence.Picture, _ part: Int
  ) -> Diagnosed<VerifiedFigure> {
    var log = Log()
    let sweep = fence.sweep
    var figure = VerifiedFigure(
      range: fence.range, caption: picture.caption, label: picture.label,
      sweep: sweep, frames: [],
      words: fence.words)
    // A program that was not compiled has its errors already, and so has a library without which none is made.
    guard let execution = program(ofPart: part)?.run.execution,
      let code = draft.code(ofPart: part)
    else { return Diagnosed(figure) }
    let place = SourceSpan(
      draft.document.path,
      PictureExpression.find(in: code.swift).range.map(code.essayRange)
        ?? fence.openingLine(in: draft.document))
    let drawn = execution.record.pictures[part] ?? [:]
    var problems: Set<String> = []
    var box: String?
    for index in 0..<(sweep?.count ?? 1) {
      let which = sweep.map { " (\($0.name(index)))" } ?? ""
      guard let picture = drawn[index] else {
        let reason =
          execution.end == .finished
          ? "the code left before its last line" : "the program stopped before"
        if problems.insert("missing").inserted {
          log.add(
            Diagnostic(.figureMissing, at: place, "nothing was drawn here\(which): \(reason)"))
        }
        continue
      }
      // What is wrong with one frame is mostly wrong with all: it is said once.
      for (id, message) in PictureCheck.problems(of: picture, sized: &box)
      where problems.insert(message).inserted {
        log.add(Diagnostic(id, at: place, message + which))
      }
      figure.frames.append(
        VerifiedFigure.Frame(
          number: index, svg: picture.svg, table: picture.table,
          title: picture.title, description: picture.summary))
    }
    if figure.frames.count == sweep?.count ?? 1 {
      figure.fingerprint = VerifiedFigure.fingerprint(of: figure.frames)
    }
    return Diagnosed(figure, log)
  }
}
