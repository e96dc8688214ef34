// Explain: what a message means, for those who have its identifier and not the guide.

import ArgumentParser
import Diagnostics
import Foundation

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a message means, by the identifier behind it; without one, list all.")

  @Argument(
    help: ArgumentHelp(
      "What stands in brackets, claim.refuted for instance.", valueName: "identifier"),
    completion: .list(Identifier.allCases.map(\.rawValue)))
  var name: String?

  func run() throws {
    guard let name else {
      let longest = Identifier.allCases.map(\.rawValue.count).max() ?? 0
      let lines = Identifier.allCases.map { identifier in
        identifier.rawValue
          + String(repeating: " ", count: longest - identifier.rawValue.count + 2)
          + identifier.title + "\n"
      }
      return try Streams.write(lines.joined())
    }
    // As it was copied from a message, brackets and all.
    let plain = name.drop { $0 == "[" }.prefix { $0 != "]" }
    guard let identifier = Identifier(rawValue: String(plain)) else {
      let meant = suggestion(for: String(plain), among: Identifier.allCases.map(\.rawValue))
      throw ValidationError(
        "no message has the identifier ‘\(name)’"
          + (meant.isEmpty ? "; ‘galley explain’ lists all" : meant))
    }
    let help = identifier.help
    let examples = help.messages.map { "  \($0)\n" }.joined()
    let text = Self.withoutLinks(help.text)
    try Streams.write("\(identifier.rawValue): \(help.title)\n\n\(examples)\n\(text)\n")
  }

  /// The guide's own links lead nowhere in a terminal: their words stay.
  static func withoutLinks(_ text: String) -> String {
    text.replacing(/\[([^\[\]]*)\]\((?:(?:writing|reference|verification)\.md)?#[^)]*\)/) {
      String($0.1)
    }
  }
}
