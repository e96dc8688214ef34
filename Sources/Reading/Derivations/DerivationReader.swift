// DerivationReader: finds the steps of a derivation in the comments of its fence, and the expression
// under each. Whatever looks like a step and cannot be one is told at its place.

import Claims
import Diagnostics
import Markup
import SwiftText

package struct DerivationReader {
  let document: Document
  let fence: Fence
  private let number: Int
  let code: ExampleCode
  private let macros: LineMacros
  var log = Log()

  /// Reads a derivation; nil when something is wrong with it, and the log says what.
  package static func read(
    _ fence: Fence, _ code: ExampleCode, number: Int, in document: Document, _ macros: LineMacros
  ) -> Diagnosed<Derivation?> {
    var reader = DerivationReader(
      document: document, fence: fence, number: number, code: code, macros: macros)
    let derivation = reader.derivation()
    return Diagnosed(reader.log.hasErrors ? nil : derivation, reader.log)
  }

  /// A step's comment with the comments below it that say conditions.
  struct Head {
    var comment: SwiftReading.Comment
    var conditions: [SwiftReading.Comment] = []
    var end: Int { (conditions.last ?? comment).range.upperBound }
  }

  private mutating func derivation() -> Derivation? {
    let heads = heads()
    guard !heads.isEmpty else {
      fail(
        0..<0,
        "a derivation has lines: comments that begin with ‘// $$’, each over the Swift that evaluates it"
      )
      return nil
    }
    let bounds = heads.map(\.comment.range.lowerBound) + [code.swift.text.count]
    let variables = DrawnVariables.find(in: code.swift)
    var steps: [Derivation.Step] = []
    var labels: Set<String> = []
    for (head, next) in zip(heads, bounds.dropFirst()) {
      guard let step = step(head, until: next, isFirst: steps.isEmpty, variables) else { continue }
      steps.append(step)
      if let label = step.label, !labels.insert(label).inserted {
        fail(
          head.comment.range, "the label ‘\(label)’ names another line of this derivation already")
      }
    }
    if !log.hasErrors { refuseLonelyLines(steps, heads) }
    if let place = DrawnVariables.misuse(in: code.swift) {
      fail(
        place,
        "in a derivation ‘draw’ is what its inputs are drawn from, as in draw.real(0...1): "
          + "give nothing else this name")
    }
    let start = code.essayRange(0..<0).lowerBound
    let derivation = Derivation(
      number: number,
      setting: start..<max(start, code.essayRange(bounds[0]..<bounds[0]).lowerBound), steps: steps,
      variables: variables)
    if !log.hasErrors { checkEnclosures(of: derivation, heads) }
    return derivation
  }

  /// A chain has two sides: without a relation below, its line is no claim, and the sign of one may be missing.
  private mutating func refuseLonelyLines(_ steps: [Derivation.Step], _ heads: [Head]) {
    if !steps.contains(where: { $0.rule.relation != .start }) {
      return fail(
        heads[0].comment.range,
        "no line of this derivation has a relation to the one above it: begin one with =, \\le, …")
    }
    for index in steps.indices where steps[index].rule.relation == .start {
      guard index + 1 == steps.count || steps[index + 1].rule.relation == .start else { continue }
      fail(
        heads[index].comment.range,
        (index == 0
          ? ""
          : "this line has no relation to the line above: begin it with =, \\approx, \\le, …; ")
          + "a line that begins a chain has a line with a relation below it, and this one has none")
    }
  }

  private mutating func checkEnclosures(of derivation: Derivation, _ heads: [Head]) {
    for index in derivation.steps.indices {
      let problem = derivation.problemOfEnclosure(at: index) { range in
        code.swift.words(in: range)
      } hasStatements: { line in
        code.swift.topLevel(in: heads[line].end..<derivation.steps[line].value.lowerBound).isEmpty
          == false
      }
      if let problem { fail(heads[index].comment.range, problem) }
    }
  }

  // MARK: - Steps

  private mutating func step(
    _ head: Head, until next: Int, isFirst: Bool, _ variables: [Derivation.Variable]
  ) -> Derivation.Step? {
    let place = head.comment.range
    let line = StepLine(slice(place))
    var texts: [(text: String, range: Range<Int>)] = []
    if let rest = line.conditions {
      texts.append(
        (slice(place.lowerBound + rest.lowerBound..<place.lowerBound + rest.upperBound), place))
    }
    for comment in head.conditions { texts.append((slice(comment.range), comment.range)) }
    var conditions = StepConditions()
    for (text, range) in texts {
      if let problem = conditions.read(text, names: variables.map(\.name)) { fail(range, problem) }
    }
    guard !line.tex.isEmpty else {
      fail(place, "there is no TeX behind ‘$$’")
      return nil
    }
    if let problem = line.problem { fail(place, problem) }
    let rule: Derivation.Rule
    do throws(StepProblem) {
      rule = try conditions.rule(relation: line.relation)
    } catch {
      fail(place, error.text)
      return nil
    }
    if isFirst, rule.relation != .start {
      fail(place, "there is no line above this one that it could have a relation to")
    }
    if let problem = problem(ofTeX: line, rule, isFirst: isFirst) { fail(place, problem.text) }
    if let word = line.comparingWord {
      log.add(
        Diagnostic(
          .claimWords, .warning, at: SourceSpan(document.path, code.essayRange(place)),
          "‘\(word)’ may state a relation in this line, and words are not checked: write the relation on a line of "
            + "its own, // $$ = …, or use other words"))
    }
    guard let value = value(from: head.end, until: next, place) else { return nil }
    let statements = code.swift.topLevel(in: head.end..<next)
    let lower = statements.first.map { code.swift.statements[$0].range.lowerBound }
    let whole = code.essayRange((lower ?? value.lowerBound)..<value.upperBound)
    let offset = place.lowerBound
    return Derivation.Step(
      relation: rule.relation == .start ? nil : line.relation ?? "", rule: rule, tex: line.tex,
      texStart: code.essayRange(offset + line.texStart..<offset + line.texStart).lowerBound,
      label: line.label, condition: conditions.text,
      wrote: code.essayRange(offset + line.wrote.lowerBound..<offset + line.wrote.upperBound),
      comment: code.essayRange(place), code: whole, value: value)
  }

  private func problem(
    ofTeX line: StepLine, _ rule: Derivation.Rule, isFirst: Bool
  ) -> StepProblem? {
    if let sign = line.relation {
      return macros.problem(ofSign: sign) ?? LineShape.problem(of: line.tex, .relation, macros)
    }
    let beginning: LineShape.Beginning = isFirst || rule.relation != .start ? .first : .chain
    return LineShape.problem(of: line.tex, beginning, macros)
  }

  /// The last statement of a step, which must be an expression.
  private mutating func value(from start: Int, until next: Int, _ place: Range<Int>) -> Range<Int>?
  {
    guard let last = code.swift.topLevel(in: start..<next).last else {
      fail(
        place,
        code.swift.holdsCode(start..<next)
          ? "the Swift under this line does not end before the next one"
          : "no Swift stands under this line: write the expression that evaluates it")
      return nil
    }
    let statement = code.swift.statements[last]
    guard case .expression(let expression) = statement.form, !expression.isPrintCall else {
      fail(
        statement.range,
        "the last statement under a line is its value, an expression, not ‘\(statement.form.word)’")
      return nil
    }
    return expression.range
  }

  // MARK: - Places

  mutating func fail(_ range: Range<Int>, _ message: String) {
    fail(.derivationUnreadable, range, message)
  }

  mutating func fail(_ id: Identifier, _ range: Range<Int>, _ message: String) {
    let place = range.isEmpty ? fence.openingLine(in: document) : code.essayRange(range)
    log.add(Diagnostic(id, at: SourceSpan(document.path, place), message))
  }

  func slice(_ range: Range<Int>) -> String { code.swift.source(range) }
}
