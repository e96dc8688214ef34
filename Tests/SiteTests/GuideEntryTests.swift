// What the reference says of each message is what Galley itself knows of it: the data beside Identifier is the source, and
// `RECORD=1 swift test --filter GuideEntryTests` writes it into the page.

import Diagnostics
import Foundation
import Testing

@Suite struct GuideEntryTests {
  @Test func entriesAreWhatGalleyKnows() throws {
    let path = ScratchProject.root + "/content/guide/reference.md"
    var guide = try String(contentsOfFile: path, encoding: .utf8)
    var stale: [String] = []
    for identifier in Identifier.allCases {
      let heading = "\n#### `\(identifier.rawValue)`\n\n"
      let start = try #require(guide.firstRange(of: heading), "no heading for \(identifier)")
      let rest = guide[start.upperBound...]
      let end = rest.firstRange(of: "\n#")?.lowerBound ?? guide.endIndex
      if rest[..<end] == identifier.help.markdown { continue }
      stale.append(identifier.rawValue)
      guide.replaceSubrange(start.upperBound..<end, with: identifier.help.markdown)
    }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try guide.write(toFile: path, atomically: true, encoding: .utf8)
    } else {
      #expect(stale.isEmpty, "not in the guide as in Sources/Diagnostics/Help: \(stale)")
    }
  }

  @Test(arguments: Identifier.allCases)
  func helpSaysEnough(_ identifier: Identifier) {
    let help = identifier.help
    #expect(!help.title.isEmpty && !help.title.hasSuffix(".") && !help.title.contains("\n"))
    #expect(!help.messages.isEmpty && help.messages.allSatisfy { !$0.contains("\n") })
    #expect(help.text.hasSuffix("."), "a whole sentence")
  }

  @Test func eachHasHelpOfItsOwn() {
    let all = Identifier.allCases.map(\.help)
    #expect(Set(all.map(\.title)).count == all.count)
    #expect(Set(all.map(\.text)).count == all.count)
  }
}
