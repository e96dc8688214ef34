// Where the sources of a site can be looked at.

import Testing

@testable import Site

struct RepositoryTests {
  @Test(arguments: [
    ("https://github.com/o/n", "https://github.com/o/n/blob/HEAD/content/a%20b.md?plain=1#L7"),
    ("https://GitHub.com/o/n.git/", "https://GitHub.com/o/n/blob/HEAD/content/a%20b.md?plain=1#L7"),
    (
      "https://gitlab.com/o/p/n", "https://gitlab.com/o/p/n/-/blob/HEAD/content/a%20b.md?plain=1#L7"
    ),
    (
      "https://git.example.org/n/tree/{path}#n{line}",
      "https://git.example.org/n/tree/content/a%20b.md#n7"
    ),
    (
      "https://github.com/o/n/blob/main/site/{path}",
      "https://github.com/o/n/blob/main/site/content/a%20b.md"
    ),
  ])
  func aLineHasItsAddress(_ setting: String, _ address: String) throws {
    #expect(try Repository(setting).address(of: "content/a b.md", line: 7) == address)
  }

  @Test(arguments: [
    ("github.com/o/n", "‘repository’ is a whole address"),
    ("git@github.com:o/n.git", "whole address"),
    (
      "https://git.example.org/n",
      "how git.example.org shows a line of a file is not known: write such an address"
    ),
    ("", "whole address"),
  ])
  func whatIsNoneSaysWhatToWrite(_ setting: String, _ words: String) {
    do {
      _ = try Repository(setting)
      Issue.record("\(setting) is none")
    } catch {
      #expect(error.reason.contains(words))
    }
  }
}
