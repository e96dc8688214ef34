// ProgramText: the Swift of a whole program, and the map from it to the essay.

import Diagnostics
import GalleyRecordFormat
import Markup

package struct ProgramText: Sendable {
  package let text: String
  package let map: SourceMap
  /// Whether the module for drawing is linked: some example draws, or asks for it by name.
  package let usesFigures: Bool

  /// Words that tell more of some programs, and that the compiler does not take in others.
  package enum Omission: Hashable, Sendable {
    /// What a method without a value was called on; it may be gone afterwards.
    case places
    /// What property wrappers stand for; asking may be forbidden.
    case wrappers
    /// What the comment says that is to tell this watch.
    case comment(watch: Int)
    /// Everything: the compiler gets what the author wrote.
    case watches
  }

  /// - Parameter omissions: what is left out, since the compiler did not take it.
  package init(
    of program: DraftProgram, in draft: Draft, imports: [String],
    without omissions: Set<Omission> = []
  ) {
    var writer = TextOfParts(draft: draft, of: program, omissions: omissions)
    let fences = program.parts.compactMap { part -> Fence? in
      if case .fence(let fence) = draft.parts[part] { fence } else { nil }
    }
    usesFigures = program.parts.contains(where: draft.draws)
    // What belongs to data and intervals stays away from programs that have no use for it.
    var spi: [String] = []
    if !draft.document.frontMatter.data.isEmpty { spi.append("@_spi(GalleyData) ") }
    if fences.contains(where: \.isEnclosing) { spi.append("@_spi(Enclosures) ") }
    writer.out.addLine(spi.joined() + "import GalleyRecorder")
    for module in imports { writer.out.addLine("import \(module)") }
    if draft.hasPlaceholders(program) {
      writer.out.addLine("nonisolated var ___: Never { fatalError(\"this code was left out\") }")
    }
    if fences.contains(where: { $0.picture != nil }) { writer.out.addLine("import Figures") }
    if !program.isOnlyCompiled { writer.out.addLine("__galley_begin(#dsohandle)") }
    for part in program.parts { writer.write(part) }
    if !program.isOnlyCompiled { writer.out.addLine("__galley_end()") }
    text = writer.out.text
    map = writer.out.map
  }
}

extension Fence {
  /// Whether a line of a derivation is decided by intervals.
  fileprivate var isEnclosing: Bool {
    chain?.lines?.steps.contains { $0.rule.enclosure != nil } ?? false
  }
}

/// Writes the parts of a program one after another.
private struct TextOfParts {
  let draft: Draft
  /// Whether statements tell their values; in a program that is only compiled nobody would hear.
  let isRun: Bool
  let omissions: Set<ProgramText.Omission>
  /// The statement among those that are to fail that the program is about.
  let failing: Int?
  var out: ProgramWriter
  private var source: SourceText { draft.document.source }

  init(draft: Draft, of program: DraftProgram, omissions: Set<ProgramText.Omission>) {
    self.draft = draft
    isRun = !program.isOnlyCompiled
    self.omissions = omissions
    failing = program.listedFailure
    out = ProgramWriter(path: program.path)
  }

  /// A value that nobody uses is not even read, and then cannot fail.
  private func evaluation(in part: Int) -> [Insertion] {
    guard let failing, draft.failures[failing].part == part, draft.failures[failing].isExpression
    else { return [] }
    return [.before(draft.failures[failing].statement, "_ = ")]
  }

  /// Statements that are to fail, but for the one that the program is about; and what no main file may say.
  private func leftOut(of part: Int) -> [Range<Int>] {
    guard case .fence(let fence) = draft.parts[part], fence.listing != nil else { return [] }
    return draft.failures.enumerated().filter { $0.element.part == part && $0.offset != failing }
      .map(\.element.statement) + (draft.code(ofPart: part)?.mainAttributes ?? [])
  }

  mutating func write(_ part: Int) {
    guard let code = draft.code(ofPart: part) else { return }
    switch draft.parts[part] {
    case .prose, .table:
      let watch = draft.watches.firstIndex { $0.part == part }
      begin(code, 0)
      if let watch { out.add("__galley_value(\(watch), ") }
      out.copy(code, code.whole)
      if watch != nil { out.add(")") }
    case .fence(let fence):
      if let chain = fence.chain, let derivation = chain.lines {
        write(derivation, chain, code, part)
      } else if fence.picture != nil {
        draw(fence, code, part)
      } else {
        begin(code, 0)
        out.copy(
          code, code.whole,
          with: isRun
            ? (draft.insertions(inPart: part, without: omissions) + evaluation(in: part))
              .sorted(by: Insertion.precedes) : [],
          without: leftOut(of: part))
      }
    }
    out.endLine()
    // What such a type stands for is told in its place.
    if isRun, omissions.isDisjoint(with: [.wrappers, .watches]) {
      for name in code.swift.wrappers {
        out.addLine("extension \(name): GalleyRecorder.__GalleyPropertyWrapper {}")
      }
    }
  }

  private mutating func begin(_ code: ExampleCode, _ offset: Int) {
    out.go(to: source.position(of: code.essayRange(offset..<offset).lowerBound).line)
  }

  // MARK: - Figures

  /// The last expression goes to the record, and a sweep's whole code stands in a loop. A value of another type is
  /// the compiler's own error, at the author's expression.
  private mutating func draw(_ fence: Fence, _ code: ExampleCode, _ part: Int) {
    guard let picture = PictureExpression.find(in: code.swift).range else { return }
    if let sweep = fence.sweep {
      out.go(to: source.position(of: sweep.axes[0].nameStart).line)
      out.add(sweep.axes.count > 1 ? "for (" : "for ")
      for (index, axis) in sweep.axes.enumerated() {
        if index > 0 { out.add(", ") }
        out.copy(axis.parameter, from: axis.nameStart)
      }
      out.add(sweep.axes.count > 1 ? ")" : "")
      out.add(" in __galley_sweep(\(part), \(sweep.swiftValues)) {")
    }
    begin(code, 0)
    let call = Insertion.around(
      picture,
      "__galley_figure(\(part), [\\.title, \\.description, \\.svg, \\.table], as: Figures.Figure.self, ",
      ")", layer: 2)
    out.copy(
      code, code.whole,
      with: (draft.insertions(inPart: part, without: omissions) + call).sorted(
        by: Insertion.precedes))
    out.endLine()
    if fence.sweep != nil { out.addLine("}") }
  }

  // MARK: - Derivations

  static let standardDraws = 100

  /// A closure that is run for each draw, and for lines that are enclosed their expressions once more, over
  /// intervals: outside the closure, so nothing but the one variable can be meant.
  private mutating func write(
    _ derivation: Derivation, _ chain: Fence.Chain, _ code: ExampleCode, _ part: Int
  ) {
    let rules = derivation.steps.map { rule($0.rule, derivation, code) }
    out.addLine(
      "__galley_derivation(\(part), "
        + "seed: \(SwiftString.quoted("\(draft.document.path)#\(derivation.number)")), "
        + "draws: \(chain.draws ?? Self.standardDraws), "
        + "only: \(chain.onlyDraw.map(String.init) ?? "nil"), "
        + "[\(rules.joined(separator: ", "))]) { draw, __galley_lines in")
    begin(code, 0)
    out.copy(code, code.whole, with: Self.steps(of: derivation))
    out.endLine()
    out.addLine("}")
    for (index, step) in derivation.steps.enumerated() {
      guard let enclosure = step.rule.enclosure else { continue }
      out.addLine(
        "__galley_enclosure(\(part), \(index), \(rules[index]), "
          + "over: \(enclosure.range.lowerBound)...\(enclosure.range.upperBound)) { `\(enclosure.variable)`, __galley_sides in"
      )
      for line in [index - 1, index] {
        let value = derivation.steps[line].value
        begin(code, value.lowerBound)
        out.add("__galley_sides.\(line < index ? "above" : "here")(")
        out.copy(code, value)
        out.add(")")
      }
      out.endLine()
      out.addLine("}")
    }
  }

  private static func steps(of derivation: Derivation) -> [Insertion] {
    derivation.steps.enumerated().flatMap { number, step in
      Insertion.around(step.value, "__galley_lines.step(\(number), ", ")")
    }.sorted(by: Insertion.precedes)
  }

  private func rule(
    _ rule: Derivation.Rule, _ derivation: Derivation, _ code: ExampleCode
  ) -> String {
    let allowance =
      switch rule.allowance {
      case .standard: ".standard"
      case .absolute(_, let size): ".absolute(\(size))"
      case .relative(_, let size): ".relative(\(size))"
      case .ulps(_, let size): ".ulps(\(size))"
      }
    let variable = derivation.variables.last { $0.name == rule.variable }
    return "__GalleyRule(.\(rule.relation), \(allowance)"
      + (variable.map { ", " + region(of: $0, derivation, code) } ?? "") + ")"
  }

  /// Where a variable is drawn, by lines and columns of the program.
  private func region(
    of variable: Derivation.Variable, _ derivation: Derivation, _ code: ExampleCode
  ) -> String {
    let insertions = Self.steps(of: derivation)
    func site(_ offset: Int) -> String {
      let lineStart = code.range(ofLine: code.line(of: offset)).lowerBound
      let words = insertions.filter { lineStart <= $0.offset && $0.offset <= offset }
      let column = offset - lineStart + words.reduce(1) { $0 + $1.text.utf8.count }
      let line = source.position(of: code.essayRange(offset..<offset).lowerBound).line
      return "\(line), \(column)"
    }
    return "(\(site(variable.code.lowerBound)), \(site(variable.code.upperBound)))"
  }
}

extension Sweep {
  /// The list of values, as Swift; of two parameters their pairs.
  fileprivate var swiftValues: String {
    guard axes.count > 1 else { return axes[0].swiftValues }
    return "(\(axes[0].swiftValues)).flatMap { one in (\(axes[1].swiftValues)).map { (one, $0) } }"
  }
}

extension Sweep.Axis {
  fileprivate var swiftValues: String {
    switch values {
    case .integers(let range): "Array(\(range.lowerBound)...\(range.upperBound)) as [Int]"
    case .numbers(let list): "[\(list.map(\.description).joined(separator: ", "))] as [Double]"
    }
  }
}
