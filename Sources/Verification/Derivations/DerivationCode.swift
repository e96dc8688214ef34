// DerivationCode: a derivation as a part of its program: a closure that is run for each draw, in which
// every line of the essay keeps its number and its columns.

import Diagnostics
import Markup

struct DerivationCode {
  let derivation: Derivation
  let example: Example
  /// The derivation's place among the parts of the page.
  let part: Int
  let path: String
  /// The essay's line that the code begins on.
  let firstLine: Int
  /// Writes a `#sourceLocation` for a line of the essay; nil for a line that nobody wrote.
  let location: (Int?) -> String

  static let standardDraws = 100

  var text: String {
    let words = example.words
    let only = words.onlyDraw.map(String.init) ?? "nil"
    let rules = derivation.steps.map { SwiftString.quoted(rule(of: $0.rule)) }
    var text =
      location(nil) + "__galley_derivation(\(part), seed: "
      + SwiftString.quoted("\(path)#\(derivation.number)")
      + ", draws: \(words.draws ?? Self.standardDraws), only: \(only), "
      + "[\(rules.joined(separator: ", "))]) { draw in\n"
    let code = SourceText(example.code.text)
    func line(_ offset: Int) -> Int { firstLine + code.position(of: offset).line - 1 }
    func padding(_ offset: Int) -> String {
      String(repeating: " ", count: code.position(of: offset).column - 1)
    }
    text += location(firstLine)
    var start = 0
    for (number, step) in derivation.steps.enumerated() {
      text += code[start..<step.value.lowerBound]
      // The call stands on the line before, so that the expression keeps its own.
      text +=
        "\n" + location(max(1, line(step.value.lowerBound) - 1)) + "__galley_step(\(number),\n"
      text += padding(step.value.lowerBound) + code[step.value] + "\n)\n"
      text += location(line(step.value.upperBound)) + padding(step.value.upperBound)
      start = step.value.upperBound
      // A semicolon behind the expression would stand alone.
      let rest = code[start..<code.count].utf8.prefix { " \t;".utf8.contains($0) }
      if rest.contains(UInt8(ascii: ";")) { start += rest.count }
    }
    text += code[start..<code.count]
    if !text.hasSuffix("\n") { text += "\n" }
    return text + location(nil) + "}\n" + derivation.steps.indices.map(enclosure).joined()
  }

  /// A line's expression and that of the line above once more, over intervals; empty for a line that is
  /// only sampled. Outside the closure, so nothing but the one variable can be meant.
  private func enclosure(ofStep index: Int) -> String {
    let step = derivation.steps[index]
    guard let enclosure = step.rule.enclosure else { return "" }
    let range = "\(enclosure.range.lowerBound)...\(enclosure.range.upperBound)"
    let code = SourceText(example.code.text)
    let sides = [index - 1, index].enumerated().map { side, line in
      let value = derivation.steps[line].value
      let place = code.position(of: value.lowerBound)
      return location(max(1, firstLine + place.line - 2)) + "__galley_side(\(side),\n"
        + String(repeating: " ", count: place.column - 1) + code[value] + "\n)\n"
    }
    return location(nil)
      + "__galley_enclosure(\(part), \(index), \(SwiftString.quoted(rule(of: step.rule))), "
      + "over: \(range)) { (`\(enclosure.variable)`: Recorder.Interval) in\n"
      + sides.joined() + location(nil) + "}\n"
  }

  private func rule(of rule: Derivation.Rule) -> String {
    let allowance =
      switch rule.allowance {
      case .standard: "standard"
      case .absolute(_, let size): "absolute:\(size)"
      case .relative(_, let size): "relative:\(size)"
      case .ulps(_, let size): "ulps:\(size)"
      }
    let variable = derivation.variables.last { $0.name == rule.variable }
    return "\(rule.relation.rawValue) \(allowance) \(variable.map(region) ?? "any")"
  }

  /// Where a variable is drawn, by lines and columns of the program.
  private func region(of variable: Derivation.Variable) -> String {
    let code = SourceText(example.code.text)
    func place(_ offset: Int) -> String {
      let position = code.position(of: offset)
      return "\(firstLine + position.line - 1):\(position.column)"
    }
    return "\(place(variable.code.lowerBound))-\(place(variable.code.upperBound))"
  }

  /// The name that is bound to what was drawn at a place of the program; nil for a draw without a name.
  func name(at position: Position) -> String? {
    let code = SourceText(example.code.text)
    let offset = code.offset(line: position.line - firstLine + 1, column: position.column)
    return derivation.variables.first { $0.code.contains(offset) }?.name
  }
}
