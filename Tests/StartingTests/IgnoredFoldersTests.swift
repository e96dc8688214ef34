// `.gitignore`: what stands there stays, and nothing comes twice.

import Foundation
import Testing

@testable import Starting

struct IgnoredFoldersTests {
  private func added(to text: String) -> String? {
    IgnoredFolders.adding(to: Data(text.utf8)).map { String(decoding: $0.contents, as: UTF8.self) }
  }

  @Test func whatIsMissingIsAddedBehindWhatIsThere() {
    #expect(IgnoredFolders.adding(to: nil)?.contents == Data(".build/\nsite/\n".utf8))
    #expect(added(to: "") == ".build/\nsite/\n")
    #expect(added(to: "*.o\n") == "*.o\n.build/\nsite/\n")
    #expect(added(to: "*.o") == "*.o\n.build/\nsite/\n", "the last line was not ended")
    #expect(added(to: "a\r\n/.build\r\n") == "a\r\n/.build\r\nsite/\r\n")
    #expect(added(to: "site\n") == "site\n.build/\n")
  }

  @Test(arguments: [
    ".build/\nsite/\n", "/.build\n/site/", ".build\n  site  \n", "/.build/\n!site\n",
  ])
  func whatIsThereInAnyFormIsEnough(_ text: String) { #expect(added(to: text) == nil) }

  @Test(arguments: ["# site/\n/.build\n", "website/\n/.build\n", "docs/site/\n/.build\n"])
  func whatOnlyLooksLikeItIsNot(_ text: String) { #expect(added(to: text) == text + "site/\n") }

  @Test func bytesThatAreNoTextStay() {
    let odd = Data([0xFF, 0x00, 0x0A])
    #expect(IgnoredFolders.adding(to: odd)?.contents == odd + Data(".build/\nsite/\n".utf8))
  }
}
