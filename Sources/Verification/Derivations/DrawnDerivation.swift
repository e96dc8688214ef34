// DrawnDerivation: what was drawn in a derivation, by the names that its author gave.

import Diagnostics
import GalleyRecordFormat
import Reading

struct DrawnDerivation {
  let steps: [Derivation.Step]
  /// Whether its author looks at one draw alone.
  let isOneDraw: Bool
  /// Names, and the bytes of the essay that say what each is bound to.
  let variables: [(name: String, range: Range<Int>)]
  /// The essay's byte at a place of the program.
  let offset: (Site) -> Int?

  /// The name that is bound to what was drawn at a place of the program; nil for a draw without a name.
  private func name(at site: Site) -> String? {
    guard let offset = offset(site) else { return nil }
    return variables.first { $0.range.contains(offset) }?.name
  }

  /// `P = [0.5, 0.5], n = 3`; what one name drew several times stands in brackets.
  func list(_ inputs: [DrawnInput]) -> String {
    var names: [String] = []
    var texts: [String: [String]] = [:]
    for input in inputs {
      let name = name(at: input.site) ?? "the draw in line \(input.site.line)"
      if texts[name] == nil { names.append(name) }
      texts[name, default: []].append(input.text)
    }
    guard !names.isEmpty else { return "nothing was drawn" }
    return names.map { name in
      let all = texts[name] ?? []
      return "\(name) = " + (all.count == 1 ? all[0] : "[" + all.joined(separator: ", ") + "]")
    }.joined(separator: ", ")
  }

  /// `t → ∞`; nil without a limit, and where it goes to a number that stands in the Swift alone.
  func limitWords(of line: SampledLine) -> String? {
    guard let input = line.sequences.first, let name = name(at: input.site) else { return nil }
    switch input.course {
    case .growing: return "\(name) → ∞"
    case .vanishing: return "\(name) → 0"
    case .approaching, .fixed: return nil
    }
  }

  /// `the error falls like h²`; nil without a limit, or where the error was zero before a rate was seen.
  func rateWords(of line: SampledLine) -> Sentence? {
    guard let rate = line.rate, let input = line.sequences.first else { return nil }
    let name: Sentence = name(at: input.site).map { .verbatim($0) } ?? "the parameter"
    let base: Sentence =
      input.course == .approaching ? "the distance of \(name) from its limit" : name
    if rate.isInfinite { return "the error falls faster than any power of \(base)" }
    guard rate >= 0.1 else {
      return "the error falls more slowly than any power of \(base) that is seen"
    }
    let rounded = rate.rounded()
    let power: Sentence
    if abs(rate - rounded) < 0.1 {
      power = rounded == 1 ? base : "\(base)\(Superscript.write(String(Int(rounded))))"
    } else {
      power = "\(base)^\(String((rate * 10).rounded() / 10))"
    }
    return input.course == .growing
      ? "the error falls like 1/\(power)" : "the error falls like \(power)"
  }
}
