// Corrections put into a text: all of them, each where its original still stands, or none.

import Testing

@testable import Diagnostics

@Suite struct EditTests {
  private func edit(_ lower: Int, _ original: String, _ replacement: String) -> Edit {
    let range = lower..<lower + original.utf8.count
    return Edit(SourceSpan("a.md", range), original: original, replacement: replacement)
  }

  @Test func allAreAppliedInAnyOrder() throws {
    let text = "é 0.5 and 0.25.\r\n"
    let edits = [
      edit(11, "0.25", "0.26"), edit(3, "0.5", "0.501"), edit(15, "", "!"), edit(0, "", "# "),
    ]
    #expect(try edits.applied(to: text, of: "a.md") == "# é 0.501 and 0.26!.\r\n")
    #expect(try edits.reversed().applied(to: text, of: "a.md") == "# é 0.501 and 0.26!.\r\n")
    #expect(try [Edit]().applied(to: text, of: "a.md") == text)
  }

  @Test func oneThatComesTwiceIsAppliedOnce() throws {
    let twice = [edit(0, "a", "b"), edit(0, "a", "b")]
    #expect(try twice.applied(to: "ac", of: "a.md") == "bc")
  }

  @Test func refusals() {
    let (one, other) = (edit(0, "ab", "x"), edit(1, "bc", "y"))
    #expect(throws: EditRefusal.overlap(one, other)) {
      try [other, one].applied(to: "abc", of: "a.md")
    }
    let (first, second) = (edit(1, "", "x"), edit(1, "", "y"))
    #expect(throws: EditRefusal.overlap(first, second)) {
      try [second, first].applied(to: "abc", of: "a.md")
    }
    #expect(throws: EditRefusal.overlap(first, first)) {
      try [first, first].applied(to: "abc", of: "a.md")
    }
    // An insertion inside of what another one replaces.
    #expect(throws: EditRefusal.overlap(one, first)) {
      try [one, first].applied(to: "abc", of: "a.md")
    }
    #expect(throws: EditRefusal.changed(one)) { try [one].applied(to: "axc", of: "a.md") }
    #expect(throws: EditRefusal.changed(one)) { try [one].applied(to: "a", of: "a.md") }
    #expect(throws: EditRefusal.otherFile(one)) { try [one].applied(to: "abc", of: "b.md") }
    // Texts that Unicode takes for equal are other bytes.
    let accent = edit(0, "\u{E9}", "e")
    #expect(throws: EditRefusal.changed(accent)) {
      try [accent].applied(to: "e\u{301}", of: "a.md")
    }
  }
}
