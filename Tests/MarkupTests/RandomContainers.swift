// Fences inside lists, quotations and footnotes at random, their lines indented by any mixture of tabs
// and spaces and ended by any line break: where places go wrong first.

enum RandomContainers {
  private enum Container: CaseIterable { case quotation, bullet, number, wideNumber, footnote }

  /// A document with one fence in up to three containers.
  static func text(_ random: inout SplitMix) -> String {
    let containers = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      Container.allCases.randomElement(using: &random) ?? .bullet
    }
    var lines = ["x[^n]", "", containers.map { opening($0, &random) }.joined() + "i"]
    let count = Int.random(in: 0...5, using: &random)
    let code = (0..<count).map { _ in
      ["", "a", " b", "\tc", "  ", "é // → 1", "\t"].randomElement(using: &random) ?? ""
    }
    for line in ["", "```swift"] + code + ["```"] {
      lines.append(continuation(containers, &random) + line)
    }
    let ending = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    return lines.joined(separator: ending) + (Bool.random(using: &random) ? ending : "")
  }

  private static func opening(_ container: Container, _ random: inout SplitMix) -> String {
    let space = [" ", "  ", "\t"].randomElement(using: &random) ?? " "
    return switch container {
    case .quotation: ">" + space
    case .bullet: "-" + space
    case .number: "1." + space
    case .wideNumber: "123456789)" + space
    case .footnote: "[^n]:" + space
    }
  }

  private static func continuation(
    _ containers: [Container], _ random: inout SplitMix
  ) -> String {
    containers.map { container in
      let spaces = Int.random(in: 1...5, using: &random)
      let space =
        [
          String(repeating: " ", count: spaces), "\t", " \t", "\t ", "  \t",
        ].randomElement(using: &random) ?? ""
      switch container {
      case .quotation: return ">" + ["", " ", "\t"].randomElement(using: &random)!
      case .bullet, .number, .footnote: return space
      case .wideNumber: return Bool.random(using: &random) ? "\t\t\t" : space + "\t\t"
      }
    }.joined()
  }
}
