// What the fences that draw have drawn: collected from the record, and looked at before a page
// shows it.

import Diagnostics
import Markup

extension Referee {
  /// Every figure of the essay, in the order of the page; those that were not drawn have no frames.
  func figures() -> Diagnosed<[VerifiedFigure]> {
    var log = Log()
    var figures: [VerifiedFigure] = []
    for result in results where !result.program.isOnlyCompiled {
      for case (let part, .example(let example)) in result.program.pieces
      where example.words.form == .figure {
        figures.append(log.taking(figure(example, part, result)))
      }
    }
    figures.sort { $0.range.lowerBound < $1.range.lowerBound }
    return Diagnosed(figures, log)
  }

  private func figure(
    _ example: Example, _ part: Int, _ result: ProgramResult
  ) -> Diagnosed<VerifiedFigure> {
    var log = Log()
    let sweep = example.words.sweep
    var figure = VerifiedFigure(
      range: example.range, caption: example.caption, label: example.words.label,
      parameter: sweep?.parameter, frames: [],
      recorded: example.words.shows.map {
        let start = example.infoStart + $0.range.lowerBound
        return .init(fingerprint: $0.fingerprint, range: start..<start + $0.range.count)
      },
      words: example.infoStart..<example.infoStart + example.words.length)
    // A program that was not compiled has its errors already.
    guard let execution = result.execution else { return Diagnosed(figure) }
    let place = SourceSpan(
      draft.document.path,
      PictureExpression.find(in: example).range.map(example.essayRange)
        ?? example.openingLine(in: draft.document))
    let drawn = execution.record.figures[part] ?? [:]
    var problems: Set<String> = []
    var box: String?
    for index in 0..<(sweep?.count ?? 1) {
      let which = sweep.map { " (\($0.parameter) = \($0.text(index)))" } ?? ""
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
          value: sweep?.value(index), svg: picture.svg, table: picture.table,
          title: picture.title, description: picture.description))
    }
    if figure.frames.count == sweep?.count ?? 1 {
      figure.fingerprint = RecordedPicture.fingerprint(of: figure.frames)
    }
    if let changed = RecordedPicture.change(of: figure, in: draft.document) { log.add(changed) }
    return Diagnosed(figure, log)
  }
}
