import Testing

@testable import Typesetting

@Suite struct TeXErrorTests {
  /// Messages as KaTeX 0.16.4 words them.
  @Test func dropsTheSentenceAboutThePosition() {
    let error = TeXError(
      reported: "KaTeX parse error: Undefined control sequence: \\foo at position 3: x \\̲f̲o̲o̲",
      position: 2, in: "x \\foo")
    #expect(error == TeXError("Undefined control sequence: \\foo", offset: 2))
  }

  @Test func countsBytesAfterCharactersOutsideTheBasicPlane() {
    let tex = "\\text{é😀} \\foo"
    let error = TeXError(
      reported:
        "KaTeX parse error: Undefined control sequence: \\foo at position 12: \\text{é😀} \\̲f̲o̲o̲",
      position: 11, in: tex)
    #expect(error.offset == Array("\\text{é😀} ".utf8).count)
  }

  @Test func theEndIsAPlaceToo() {
    let error = TeXError(
      reported: "KaTeX parse error: Expected '}', got 'EOF' at end of input: \\sqrt{x",
      position: 7, in: "\\sqrt{x")
    #expect(error == TeXError("Expected '}', got 'EOF'", offset: 7))
  }

  @Test func aPlaceInsideAMacroIsNoPlaceInTheFormula() {
    let error = TeXError(
      reported: "KaTeX parse error: Undefined control sequence: \\foo at position 4: a +\\̲f̲o̲o̲",
      position: 3, in: "x + y + \\mine")
    #expect(error == TeXError("Undefined control sequence: \\foo", offset: 0))
  }

  @Test func messagesWithoutAPlaceStandAtTheBeginning() {
    let error = TeXError(reported: "KaTeX parse error: Multiple \\tag", position: nil, in: "x")
    #expect(error == TeXError("Multiple \\tag", offset: 0))
  }

  @Test func insideASurrogatePairIsTheCharacterItBelongsTo() {
    #expect(TeXError.utf8Offset(of: 2, in: "a😀b") == 1)
    #expect(TeXError.utf8Offset(of: 3, in: "a😀b") == 5)
    #expect(TeXError.utf8Offset(of: 99, in: "a😀b") == 6)
  }
}
