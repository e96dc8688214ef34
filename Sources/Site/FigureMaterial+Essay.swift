// What a page shows of its essay’s figures, and of the tables that its programs made.

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
        parameter: figure.parameter,
        frames: figure.frames.map { frame in
          FigureMaterial.Frame(
            value: frame.value, svg: frame.svg, table: frame.table, title: frame.title,
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
