// Essays of one run know nothing of each other, however alike their names and programs are.

import Claims
import Testing

@testable import Verification

struct NeighbourTests {
  @Test func namesThatDifferInSignsOnlyAreDifferent() async throws {
    let names = [
      "in/tide.md", "in_tide.md", "in-tide.md", "in.tide.md", "in tide.md", "In/tide.md",
    ]
    let texts = names.enumerated().map { number, _ in
      """
      ```swift
      let height = \(number)
      if height > 100 {
        height // → \(number + 1)
      }
      height // → 3
      ```

      The tide is 3<!-- = height -->.
      """
    }
    let essays = try await Essays.verify(Dictionary(uniqueKeysWithValues: zip(names, texts))).value
    #expect(essays.count == names.count)
    for essay in essays {
      let isThird = essay.document.path == "in.tide.md"
      let verdict = isThird ? Verdict.held : .refuted
      #expect(essay.claims.map(\.verdict) == [.unreached, verdict, verdict])
    }
  }

  /// The text of a string may look like a claim; a program that was made of another text is another program.
  @Test func aProgramIsNotTakenForOneThatLooksLikeIt() async throws {
    func verdicts(_ word: String) async throws -> [Verdict] {
      let text = """
        ```swift
        let open = #\"""#
        let poem = ##\"""
          waves"# // Prints \(word)
          \"""##
        poem.count // → 22
        ```
        """
      return try await Essays.verify(text).value.claims.map(\.verdict)
    }
    #expect(try await verdicts("foam") == [.held])
    #expect(try await verdicts("foam and salt") == [.refuted])
  }
}
