// The pictures of the real essays are recorded, and a number changed in a figure's code changes its
// picture, which is then not the recorded one.

import Diagnostics
import Reading
import Testing

@testable import Verification

@Suite(.serialized)
struct EssayFigureTests {
  /// Numbers that a picture does not depend on, for a reason.
  private static let equivalent: [(path: String, line: String, reason: String)] = [
    (
      "content/edges/statistician.md", "let bands = [0.0..<20, 20..<35, 35..<50, 50..<80]",
      "nobody in the data has a value below 0.1"
    ),
    (
      "content/edges/kl.md", "x: .logarithmic(\"patients so far\", 16...131_072),",
      "one more of 131072 is less than a tenth of a point on a logarithmic axis"
    ),
    (
      "content/portfolio.md", "y: .logarithmic(\"value (coins)\", 0.01...1000)",
      "one more of 1000 is less than a tenth of a point on a logarithmic axis"
    ),
    (
      "content/physicist.md", "for n in 1...100_000 {",
      "the sum goes past the last point that is drawn by one term, and the test for that point stays"
    ),
    (
      "content/optimiser.md", "aspect: 1.4",
      "so small a heat map has the same size with 1.3"
    ),
  ]

  @Test func everyPictureIsRecorded() async throws {
    let proof = try await Proof.untouched.value
    #expect(proof.essays.flatMap(\.figures).count >= 7)
    let lock = FigureLock.read(try #require(proof.project.figureLock))
    #expect(lock.log.diagnostics.isEmpty)
    for essay in proof.essays {
      let differences = lock.value.compared(with: essay).log.diagnostics
      #expect(differences.isEmpty, "run galley check --update-figures")
    }
    let stale = lock.value.stale(beside: proof.essays, paths: proof.essays.map(\.document.path))
    #expect(stale.diagnostics.isEmpty)
  }

  @Test func aChangedNumberChangesThePicture() async throws {
    let originals = EssayMutants.tried(
      of: try await Proof.untouched.value.essays.filter { !$0.figures.isEmpty })
    try #require(!originals.isEmpty)
    var mutants: [EssayMutants] = []
    var copies: [[(figure: VerifiedFigure, change: Change?)]] = []
    for essay in originals {
      let source = essay.document.source
      var mutant = EssayMutants(essay)
      var all: [(VerifiedFigure, Change?)] = []
      for figure in essay.figures {
        all.append((figure, nil))
        let start = source.lineRange(source.position(of: figure.words.lowerBound).line).upperBound
        let numbers = SwiftConstants(source[start..<figure.range.upperBound]).numbers
        // A sweep is as many pictures, so one change is enough for it.
        for change in numbers.prefix(figure.parameter == nil ? 4 : 1).map({
          Change(range: start + $0.range.lowerBound..<start + $0.range.upperBound, text: $0.text)
        }) {
          try mutant.add(
            copyOf: figure.range, behind: (figure.caption ?? figure.range).upperBound,
            words: Self.words(for: figure, in: source), [change])
          all.append((figure, change))
        }
      }
      mutants.append(mutant)
      copies.append(all)
    }
    let proof = try await EssayMutants.check(mutants)
    for (essay, (original, copies)) in zip(proof.essays, zip(originals, copies)) {
      let (path, source) = (original.document.path, original.document.source)
      try #require(essay.document.path == path)
      try #require(essay.figures.count == copies.count)
      for (drawn, copy) in zip(essay.figures, copies) {
        let count = copy.figure.frames.count
        try #require(count > 0 && drawn.frames.count >= count, "\(path): nothing was drawn")
        // Of a single picture's copy, a sweep, one frame is enough.
        let isSame =
          VerifiedFigure.fingerprint(of: Array(drawn.frames.prefix(count)))
          == copy.figure.fingerprint
        guard let change = copy.change else {
          #expect(isSame, "\(path): \(copy.figure.label ?? "") is drawn differently beside copies")
          continue
        }
        let number = source.position(of: change.range.lowerBound).line
        let line = source[source.lineRange(number)].trimmingPrefix { $0 == " " }
        let exempt = Self.equivalent.contains { $0.path == path && $0.line == line }
        #expect(
          !isSame || exempt,
          "\(path):\(number): \(source[change.range]) → \(change.text) is not seen: \(line)")
      }
    }
  }

  /// A copy declares names again, so it is a sweep, whose names are its own.
  private static func words(for figure: VerifiedFigure, in source: SourceText) -> String {
    let words = source[figure.words]
      .replacing(/\ (fresh|nearest|label=\S+)/, with: "")
    return figure.parameter == nil ? words.replacing("figure", with: "sweep copy in 1...2") : words
  }
}
