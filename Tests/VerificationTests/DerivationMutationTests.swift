// Mutations of derivations: each line of the fixture that holds is sharp. A sign error in its Swift, or
// another relation in its TeX, and it does not hold.

import Foundation
import Testing

@testable import Verification

struct DerivationMutationTests {
  private func text() throws -> String {
    try Fixture(name: "derivations").text()
  }

  private func verified(_ texts: [String]) async throws -> [VerifiedEssay] {
    let names = texts.indices.map { "mutant-\($0 + 100).md" }
    return try await Essays.verify(Dictionary(uniqueKeysWithValues: zip(names, texts))).value
  }

  /// Replaces the first of the signs that stands in some bytes of a text; nil where there is none.
  private func mutated(
    _ text: String, in range: Range<Int>, _ swaps: [(from: String, to: String)]
  ) -> String? {
    let bytes = Array(text.utf8)
    let part = String(decoding: bytes[range], as: UTF8.self)
    for (from, to) in swaps {
      guard let place = part.range(of: from) else { continue }
      let changed = part.replacingCharacters(in: place, with: to)
      return String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + changed
        + String(decoding: bytes[range.upperBound...], as: UTF8.self)
    }
    return nil
  }

  @Test func aSignErrorIsFoundInItsLine() async throws {
    let text = try text()
    let original = try #require(try await verified([text]).first)
    var mutants: [(text: String, claim: Int)] = []
    for line in original.derivations.flatMap(\.lines) {
      guard let claim = line.claim, line.condition?.hasPrefix("same") != true else { continue }
      let swaps = [(" + ", " - "), (" - ", " + "), (" / ", " * "), (" * ", " / ")]
      if let mutant = mutated(text, in: line.code, swaps) { mutants.append((mutant, claim)) }
    }
    #expect(mutants.count >= 6)
    let essays = try await verified(mutants.map(\.text))
    for (essay, mutant) in zip(essays, mutants) {
      #expect(
        essay.claims[mutant.claim].verdict == .refuted,
        "\(original.claims[mutant.claim].claim.wrote)")
      // Only the line and the one below it compare with what was changed.
      let others = essay.claims.indices.filter { $0 != mutant.claim && $0 != mutant.claim + 1 }
      #expect(others.allSatisfy { essay.claims[$0].verdict == .held })
    }
  }

  @Test func anotherRelationIsFoundInItsLine() async throws {
    let text = try text()
    let original = try #require(try await verified([text]).first)
    let others = [
      "=": "<", "<": ">", "\\ge": "<", "\\propto": "=", "\\to": "=",
    ]
    var mutants: [(text: String, claim: Int)] = []
    for line in original.derivations.flatMap(\.lines) {
      guard let claim = line.claim, let relation = line.relation, let other = others[relation],
        relation != "=" || line.condition == nil, line.condition?.hasPrefix("in") != true
      else { continue }
      let range = original.claims[claim].claim.range
      if let mutant = mutated(text, in: range, [(relation, other)]) {
        mutants.append((mutant, claim))
      }
    }
    #expect(mutants.count >= 10)
    let essays = try await verified(mutants.map(\.text))
    for (essay, mutant) in zip(essays, mutants) {
      // Booleans have no order: such a line is not judged.
      let verdict = essay.claims[mutant.claim].verdict
      #expect(
        verdict == .refuted || verdict == .unjudged, "\(original.claims[mutant.claim].claim.wrote)")
    }
  }
}
