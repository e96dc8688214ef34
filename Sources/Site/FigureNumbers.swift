// FigureNumbers: the figures of all essays, counted through the site in the order of reading.

import Rendering
import Verification

/// A figure's number and the id that links to it lead to.
struct FigureNumber: Hashable, Sendable {
  /// The essay, `content/kl.md` for instance.
  var path: String
  /// The first byte of the fence.
  var place: Int
  /// `fig:boltzmann`, when the author gave the figure a name.
  var label: String?
  var number: Int
  /// The label; without one `figure-3`.
  var anchor: String

  /// - Parameter essays: in the order of reading.
  static func all(in essays: [VerifiedEssay]) -> [FigureNumber] {
    let figures = essays.flatMap { essay in
      essay.figures.map { (path: essay.document.path, figure: $0) }
    }
    return figures.enumerated().map { index, entry in
      FigureNumber(
        path: entry.path, place: entry.figure.range.lowerBound, label: entry.figure.label,
        number: index + 1, anchor: entry.figure.label ?? "figure-\(index + 1)")
    }
  }
}

extension VerifiedEssay {
  /// Whether the essay's page needs the slider's JavaScript.
  var hasSweep: Bool { figures.contains { $0.parameter != nil } }

  /// What the essay's page shows of its figures, by the first bytes of their fences.
  func figureMaterial(_ numbers: [FigureNumber]) -> [Int: FigureMaterial] {
    var material: [Int: FigureMaterial] = [:]
    for figure in figures {
      let place = figure.range.lowerBound
      let number = numbers.first { $0.path == document.path && $0.place == place }
      material[place] = FigureMaterial(
        number: number?.number, anchor: number?.anchor, parameter: figure.parameter,
        frames: figure.frames.map { frame in
          FigureMaterial.Frame(
            value: frame.value, svg: frame.svg, table: frame.table, title: frame.title,
            description: frame.description)
        })
    }
    return material
  }
}
