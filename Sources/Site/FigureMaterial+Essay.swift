// What a page shows of its essay’s figures, and of the tables that its programs made.

import Reading
import Rendering
import Verification

extension VerifiedEssay {
  /// Whether the essay's page needs the slider's JavaScript.
  var hasSweep: Bool { figures.contains { $0.parameter != nil } }

  /// What the essay's page shows of its figures, by the first bytes of their fences.
  ///
  /// - Parameter numbers: counted through the site, by the same bytes.
  func figureMaterial(_ numbers: [Int: Int]) -> [Int: FigureMaterial] {
    var material: [Int: FigureMaterial] = [:]
    for figure in figures {
      let place = figure.range.lowerBound
      let number = numbers[place]
      material[place] = FigureMaterial(
        number: number, anchor: figure.label ?? number.map { "figure-\($0)" },
        sweep: figure.drawnSweep,
        frames: figure.shownFrames.map { frame in
          FigureMaterial.Frame(
            svg: frame.svg, table: frame.table, title: frame.title,
            description: frame.description)
        })
    }
    return material
  }

  /// What the essay's page shows of the tables that were made, by the first bytes of their fences.
  var madeTables: [Int: MadeTable] {
    Dictionary(
      tables.map { table in
        let rows = table.rows.map { row in
          row.map { MadeTable.Cell(text: $0.text, isNumber: $0.isNumber) }
        }
        return (table.range.lowerBound, MadeTable(labels: table.labels, rows: rows))
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension VerifiedFigure {
  /// A sweep through what was drawn. Only a draft shows one that is not whole, and then of two parameters one picture.
  fileprivate var drawnSweep: Sweep? {
    guard var sweep, frames.count < sweep.count else { return sweep }
    guard sweep.axes.count == 1, frames.count > 1 else { return nil }
    let axis = sweep.axes[0]
    sweep.axes[0].values = .numbers(frames.map { axis.value($0.number) })
    return sweep
  }

  fileprivate var shownFrames: [Frame] {
    sweep != nil && drawnSweep == nil ? Array(frames.prefix(1)) : frames
  }
}
