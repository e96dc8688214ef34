// `.gitignore`: what stands there stays, and nothing comes twice.

import Foundation
import Testing

@testable import Starting

struct IgnoredFoldersTests {
  private func added(to text: String) -> String? {
    IgnoredFolders.adding(to: Data(text.utf8)).map { String(decoding: $0.contents, as: UTF8.self) }
  }

  @Test func whatIsMissingIsAddedBehindWhatIsThere() {
    #expect(IgnoredFolders.adding(to: nil)?.contents == Data(".build/\nsite/\ndraft/\n".utf8))
    #expect(added(to: "") == ".build/\nsite/\ndraft/\n")
    #expect(added(to: "*.o\n") == "*.o\n.build/\nsite/\ndraft/\n")
    #expect(added(to: "*.o") == "*.o\n.build/\nsite/\ndraft/\n", "the last line was not ended")
    #expect(added(to: "a\r\n/.build\r\n") == "a\r\n/.build\r\nsite/\r\ndraft/\r\n")
    #expect(added(to: "site\n") == "site\n.build/\ndraft/\n")
  }

  @Test(arguments: [
    ".build/\nsite/\ndraft/\n", "/.build\n/site/\n/draft", ".build\n  site  \n draft\n",
    "/.build/\n!site\n!draft\n",
  ])
  func whatIsThereInAnyFormIsEnough(_ text: String) { #expect(added(to: text) == nil) }

  @Test(arguments: [
    "# site/\n/.build\ndraft\n", "website/\n/.build\ndraft\n", "docs/site/\n/.build\ndraft\n",
  ])
  func whatOnlyLooksLikeItIsNot(_ text: String) { #expect(added(to: text) == text + "site/\n") }

  @Test func bytesThatAreNoTextStay() {
    let odd = Data([0xFF, 0x00, 0x0A])
    #expect(IgnoredFolders.adding(to: odd)?.contents == odd + Data(".build/\nsite/\ndraft/\n".utf8))
  }
}
