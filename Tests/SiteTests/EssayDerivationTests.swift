// The derivations of the real essays are sharp: a sign error in any step, or another relation in any
// line, and the line does not hold, or the one below it that compares with what was changed.

import Diagnostics
import Testing
import Verification

@Suite(.serialized)
struct EssayDerivationTests {
  /// Changes that nobody could notice, for a reason.
  private static let equivalent: [(path: String, line: String, reason: String)] = [
    (
      "content/softmax.md", #"\softmax(z + c)_i"#,
      "z − c is a shift too, and that shifts cancel is what is said"
    ),
    (
      "content/softmax.md", #"\frac{1}{\lambda} \ln \frac{e^{\lambda z_k} / Q}{1 / Q}"#,
      "Q stands above and below and cancels, whatever it is"
    ),
    (
      "content/edges/optimiser.md", #"\sum_j \frac{\partial s_i}{\partial z_j}"#,
      "the sum is zero, which has no sign"
    ),
    (
      "content/edges/optimiser.md", #"\sum_i \frac{\partial s_i}{\partial z_j}"#,
      "the sum is zero, which has no sign"
    ),
    (
      "content/optimiser.md", #"(n - 1)\,e^{-\lambda \Delta}"#,
      "a weaker bound, which holds too"
    ),
    (
      "content/edges/portfolio.md", "w_k(z + c)",
      "z − c is a shift too, and that shifts cancel is what is said"
    ),
    (
      "content/edges/portfolio.md",
      #"\frac{e^{\lambda (z_k - z_b)}}{\sum_j e^{\lambda (z_j - z_b)}}"#,
      "z_k + z_b is a shift too, and that shifts cancel is what is said"
    ),
    (
      "content/portfolio.md", #"\sum_k w_k\,(z_k - \bar z)^2"#,
      "the mean of (z + z̄)(z − z̄) is the same spread"
    ),
    (
      "content/edges/physicist.md", #"-\operatorname{Var}(\varepsilon) \quad (h \to 0)"#,
      "the mean of (ε + ū)(ε − ū) is the same spread"
    ),
    (
      "content/edges/optimiser.md", #"2\,s_r\,s_c\,(1 + s_r - s_c)"#,
      "with − s_r it is a weaker bound, which holds too"
    ),
    ("content/kl.md", "t - 1", "t + 1 is a weaker bound, which holds too"),
    (
      "content/edges/machine.md", #"-\sum_k p_k \bigl(\log(1 + r_k) - r_k\bigr)"#,
      "the mean of r is zero, which has no sign"
    ),
    (
      "content/guide/writing.md", #"\softmax(z + c)"#,
      "z − c is a shift too, and that shifts cancel is what is said"
    ),
  ]

  /// Another sign for each Swift type of a step that has no sign of its own.
  private static let setting = """
    func signChanged(_ x: Double) -> Double { -x }; \
    func signChanged(_ x: Int) -> Int { -x }; \
    func signChanged(_ x: Bool) -> Bool { !x }; \
    func signChanged(_ x: [Double]) -> [Double] { x.map { -$0 } }; \
    func signChanged(_ x: [[Double]]) -> [[Double]] { x.map { $0.map { -$0 } } }
    """

  @Test func thereAreAtLeastFortySteps() async throws {
    let essays = try await Proof.untouched.value.essays
    let steps = essays.flatMap(\.derivations).flatMap(\.lines).count { $0.claim != nil }
    #expect(steps >= 40)
    for essay in essays {
      for line in essay.derivations.flatMap(\.lines) {
        #expect(line.claim == nil || line.sample != nil, "\(essay.document.path): \(line.tex)")
      }
    }
  }

  /// A copy of a derivation: its lines that were changed, by number.
  private struct Copy {
    var original: VerifiedDerivation
    var changed: [Int: String]
  }

  /// With the next test some 15 s of processor time: each changed derivation is compiled and drawn anew.
  @Test func aSignErrorInAnyStepIsRefuted() async throws {
    try await expectRefuted(orBelow: true) { derivation, essay in
      let signs = derivation.lines.map { line in
        let code = essay.document.source[line.code]
        let found = SwiftConstants(code).signs.map { sign in
          let lower = line.code.lowerBound + sign.range.lowerBound
          return [Change(range: lower..<lower + sign.range.count, text: sign.text)]
        }
        guard found.isEmpty else { return found }
        // Zero has no sign.
        if Double(code) == 0 { return [] }
        let (start, end) = (line.code.lowerBound, line.code.upperBound)
        return [
          [Change(range: start..<start, text: "signChanged("), Change(range: end..<end, text: ")")]
        ]
      }
      // A step is compared with its neighbours: every third may be changed at once.
      return (0..<3).flatMap { phase in
        (0..<(signs.map(\.count).max() ?? 0)).map { round in
          Dictionary(
            uniqueKeysWithValues: signs.enumerated().compactMap { step, changes in
              step % 3 == phase && round < changes.count ? (step, changes[round]) : nil
            })
        }
      }
    }
  }

  @Test func aWrongRelationIsRefuted() async throws {
    let others = [
      "=": "<", "\\approx": "<", "<": "\\ge", ">": "\\le", "\\le": "\\ge", "\\ge": "\\le",
      "\\propto": "=", "\\to": "=",
    ]
    try await expectRefuted(orBelow: false) { derivation, essay in
      var changes: [Int: [Change]] = [:]
      for (step, line) in derivation.lines.enumerated() {
        guard let claim = line.claim else { continue }
        let condition = line.condition ?? ""
        let wrong: String
        if let relation = line.relation, !relation.isEmpty {
          // Without “up to a constant”, = itself is a wrong relation.
          let other = condition.hasPrefix("up to") ? "=" : others[relation]
          wrong = "\(try #require(other, "‘\(relation)’ is not in this test's table")) \(line.tex)"
        } else {
          // What has the same minimiser is not equal.
          wrong = "= \(line.tex)"
        }
        // From the relation to the Swift: label, conditions and remarks go.
        let start = essay.claims[claim].claim.range.lowerBound
        changes[step] = [Change(range: start..<line.code.lowerBound, text: wrong + "\n")]
      }
      return [changes]
    }
  }

  /// Checks changed copies of all derivations, and expects each changed step to be refuted.
  private func expectRefuted(
    orBelow: Bool, _ changes: (VerifiedDerivation, VerifiedEssay) throws -> [[Int: [Change]]]
  ) async throws {
    let originals = EssayMutants.tried(
      of: try await Proof.untouched.value.essays.filter { !$0.derivations.isEmpty })
    try #require(!originals.isEmpty)
    var mutants: [EssayMutants] = []
    var copies: [[Copy?]] = []
    for essay in originals {
      let source = essay.document.source
      var mutant = EssayMutants(essay)
      var all: [Copy?] = []
      for derivation in essay.derivations {
        // The original comes first.
        all.append(nil)
        let line = source.lineRange(source.position(of: derivation.range.lowerBound).line)
        let words = String(source[line].drop { "`~".contains($0) })
          .replacing(/\bfresh\b/, with: "")
        for changed in try changes(derivation, essay) where !changed.isEmpty {
          try mutant.add(
            copyOf: derivation.range, behind: derivation.range.upperBound, words: words,
            setting: orBelow ? Self.setting : "", changed.values.flatMap { $0 })
          all.append(
            Copy(
              original: derivation,
              changed: changed.mapValues { $0.map(\.text).joined(separator: "…") }))
        }
      }
      mutants.append(mutant)
      copies.append(all)
    }
    let proof = try await EssayMutants.check(mutants)
    for (essay, (original, copies)) in zip(proof.essays, zip(originals, copies)) {
      try #require(essay.document.path == original.document.path)
      try #require(essay.derivations.count == copies.count)
      for (derivation, copy) in zip(essay.derivations, copies) {
        guard let copy else { continue }
        try #require(derivation.lines.count == copy.original.lines.count)
        for (step, text) in copy.changed {
          let claims = ([step] + (orBelow ? [step + 1] : [])).filter(
            derivation.lines.indices.contains
          )
          .compactMap { derivation.lines[$0].claim }
          let verdicts = claims.map { essay.claims[$0].verdict }
          // Truth values have no order, so a line that asks for one is not judged.
          let isFound = verdicts.contains(.refuted) || (!orBelow && verdicts == [.unjudged])
          let line = copy.original.lines[step]
          let path = original.document.path
          let number = original.document.source.position(of: line.code.lowerBound).line
          let exempt = Self.equivalent.contains { $0.path == path && $0.line == line.tex }
          #expect(
            isFound || exempt, "\(path):\(number): ‘\(text)’ was not noticed in ‘\(line.tex)’")
        }
      }
    }
  }
}
