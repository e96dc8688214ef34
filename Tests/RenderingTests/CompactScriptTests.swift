// What is left of a script when what is for people has gone.

import Rendering
import Testing

@Suite struct CompactScriptTests {
  @Test func commentsAndLayoutGo() {
    let script = """
      // What it does.
      const a = "// no comment";

        // Why.
        if (a) { run(`x`); }  // stays

      """
    #expect(
      compactScript(script)
        == "const a = \"// no comment\";\nif (a) { run(`x`); }  // stays\n")
  }

  /// In a text that goes on over lines a line that looks like a comment is none.
  @Test(arguments: ["a = `\n  // text\n`;\n", "/*\n  a\n*/\n", "a = 'b \\\n  // c';\n"])
  func whatMayBeTextStays(_ script: String) {
    #expect(compactScript(script) == script)
  }
}
