// The listings of documentation, each byte of theirs at its place in the file.

import Testing

@testable import Reading

@Suite struct DocumentationPageTests {
  /// The code of each listing, and whether each byte of it stands in the file where it says.
  private func codes(_ pages: [DocumentationPage], _ text: String) -> [[String]] {
    let bytes = Array(text.utf8)
    return pages.map { page in
      page.parts.parts.compactMap { part in
        guard case .fence(let fence) = part else { return nil }
        for (offset, byte) in fence.code.text.utf8.enumerated() where fence.code.isCopy(offset) {
          #expect(bytes[fence.code.sourceOffset(of: offset)] == byte)
        }
        return fence.code.text
      }
    }
  }

  @Test func ofMarkdownOnlySwiftIsTaken() throws {
    let text =
      "```swift\n1\n```\n\n```\n2\n```\n\n```sh\n3\n```\n\n    4\n\n- ```swift,no\n  5\n  ```\n"
    let page = try #require(DocumentationPage.of(markdown: text, path: "README.md"))
    #expect(codes([page], text) == [["1\n", "5\n"]])
  }

  @Test func ofACommentAlsoWhatNamesNoLanguage() {
    let text = """
      struct S {
        /// One:
        ///
        ///     let a = 1
        ///
        ///     let b = 2
        ///
        /// - Note: and
        ///
        ///       let c = 3
        ///
        /// ```
        /// let d = "é"
        /// ```
        /// ```json
        /// {}
        /// ```
        var x = 1
        /// No code.
        var y = 1
        /**
         Two:

             let e = 5
         */
        var z = 1
      }

      """
    let pages = DocumentationPage.all(inSwift: text, path: "S.swift")
    #expect(
      codes(pages, text)
        == [["let a = 1\n\nlet b = 2\n", "let c = 3\n", "let d = \"é\"\n"], ["let e = 5\n"]])
  }

  @Test func theBookSaysWhatGoesOnWithWhat() throws {
    let text = """
      ```swift
      let a = 1
      ```

      <!--
        - test: `one`
      -->

      ```swift
      let a = 2
      ```

      <!--
        - test: `two`
      -->

      """
    let page = try #require(DocumentationPage.of(markdown: text, path: "A.md"))
    let names = page.parts.parts.map { part -> String? in
      if case .fence(let fence) = part { fence.placement.program } else { nil }
    }
    #expect(names == ["one", "two"])
  }
}
