// Fences that draw, as a part of a program: the last expression goes to the record, and a sweep's
// whole code stands in a loop. Every line and column stays the essay's own.

import Diagnostics
import Markup

extension Program {
  /// The Swift of a figure's or a sweep's fence.
  func drawing(_ example: Example, _ part: Int, in source: SourceText) -> String {
    guard let picture = PictureExpression.find(in: example).range else {
      preconditionFailure("a fence without a picture is refused before programs are made")
    }
    let code = SourceText(example.code.text)
    let place = code.position(of: picture.lowerBound)
    let firstLine = source.position(of: example.code.lineStarts[0]).line
    let line = firstLine + place.line - 1
    var text = ""
    if let sweep = example.words.sweep {
      text += location(nameForCompiler, firstLine - 1)
      text += loop(sweep, part, at: sweep.nameColumn(in: example, source))
    }
    text += location(nameForCompiler, firstLine)
    text += code[0..<picture.lowerBound] + "\n"
    text += location(nameForCompiler, line - 1) + call(part) + "\n"
    text += String(repeating: " ", count: place.column - 1) + code[picture] + "\n)\n"
    return example.words.sweep == nil ? text : text + "}\n"
  }

  /// A value of another type is the compiler's own error, at the author's expression.
  private func call(_ part: Int) -> String {
    let texts = Record.DrawnFigure.texts.map { "\\." + $0 }.joined(separator: ", ")
    return "__galley_figure(\(part), [\(texts)], as: Figures.Figure.self,"
  }

  /// The loop's own line is the line of the fence, and the parameter stands in its own column there,
  /// for the compiler may have something to say of it.
  private func loop(_ sweep: Sweep, _ part: Int, at column: Int) -> String {
    let space = String(repeating: " ", count: max(1, column - 1 - "for".count))
    let values =
      switch sweep.values {
      case .integers(let range): "Array(\(range.lowerBound)...\(range.upperBound)) as [Int]"
      case .numbers(let list): "[\(list.map(\.description).joined(separator: ", "))] as [Double]"
      }
    return "for\(space)\(sweep.parameter) in __galley_sweep(\(part), \(values)) {\n"
  }
}

extension Sweep {
  /// The column of the parameter's name on the fence's line.
  fileprivate func nameColumn(in example: Example, _ source: SourceText) -> Int {
    source.position(of: example.infoStart + nameOffset).column
  }
}
