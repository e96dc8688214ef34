// The checked point of the simplex: what it accepts, and why it refuses.

import Foundation
import Simplex
import Testing

@Suite struct ProbabilityVectorTests {
  @Test func keepsEntriesAsGiven() throws {
    let p = try ProbabilityVector([0.1, 0.2, 0.7])
    #expect(p.values == [0.1, 0.2, 0.7])
    #expect(p.count == 3 && p[1] == 0.2 && p.indices == 0..<3)
    #expect(p.max() == 0.7)
    #expect("\(p)" == "[0.1, 0.2, 0.7]")
    #expect(try ProbabilityVector([0, -0.0, 1]).values == [0, 0, 1])
    #expect(try ProbabilityVector([1]).entropy == 0)
  }

  @Test func saysWhichEntryAndWhy() {
    func refusal(_ values: [Double], tolerance: Double = 1e-12) -> InvalidInput? {
      do throws(InvalidInput) {
        _ = try ProbabilityVector(values, tolerance: tolerance)
        return nil
      } catch { return error }
    }
    #expect(refusal([]) == InvalidInput("probabilities", "is empty"))
    #expect(refusal([0.5, .nan]) == InvalidInput("probabilities", at: 1, "is not a number: nan"))
    #expect(refusal([1.5, -0.5]) == InvalidInput("probabilities", at: 1, "is negative: -0.5"))
    #expect(refusal([.infinity]) == InvalidInput("probabilities", at: 0, "is infinite: inf"))
    #expect(refusal([-.infinity, 1])?.reason == "is negative: -inf")
    #expect(
      refusal([0.5, 0.75])
        == InvalidInput("probabilities", "sum to 1.25, off by 0.25; the tolerance is 1e-12"))
    #expect(refusal([0.5, 0.5], tolerance: .nan)?.argument == "tolerance")
    #expect(refusal([0.5, 0.5], tolerance: -1)?.argument == "tolerance")
  }

  @Test func toleranceIsABound() throws {
    #expect(throws: InvalidInput.self) { try ProbabilityVector([0.333, 0.333, 0.333]) }
    #expect(try ProbabilityVector([0.333, 0.333, 0.333], tolerance: 0.0011).count == 3)
    #expect(try ProbabilityVector([0.25, 0.75], tolerance: 0).count == 2)
    #expect(try ProbabilityVector([0.5, 0.5 + 0x1p-40]).count == 2)
    #expect(throws: InvalidInput.self) { try ProbabilityVector([0.5, 0.5 + 0x1p-39]) }
  }

  /// A million outputs of softmax pass: the check itself adds without error.
  @Test func acceptsALongSoftmax() throws {
    var draws = SeededGenerator(seed: 8)
    let logits = (0..<100_000).map { _ in draws.normal(deviation: 3) }
    #expect(try ProbabilityVector(softmax(logits), tolerance: 1e-14).count == 100_000)
  }

  @Test func fromCountsWeightsAndLogits() throws {
    #expect(try ProbabilityVector(counts: [1, 0, 3]).values == [0.25, 0, 0.75])
    #expect(try ProbabilityVector(normalizing: [1e308, 1e308]).values == [0.5, 0.5])
    #expect(try ProbabilityVector(normalizing: [.leastNonzeroMagnitude, 0]).values == [1, 0])
    #expect(try ProbabilityVector.uniform(4).values == [0.25, 0.25, 0.25, 0.25])
    #expect(try ProbabilityVector.uniform(3).values == [1.0 / 3, 1.0 / 3, 1.0 / 3])
    #expect(try ProbabilityVector(logits: [1, 2], scale: 3).values == softmax([1, 2], scale: 3))
    #expect(try ProbabilityVector(logits: [0, .infinity]).values == [0, 1])
    #expect(throws: InvalidInput("counts", at: 1, "is negative: -1")) {
      try ProbabilityVector(counts: [2, -1])
    }
    #expect(throws: InvalidInput("counts", "are all 0")) { try ProbabilityVector(counts: [0]) }
    #expect(throws: InvalidInput("counts", "is empty")) { try ProbabilityVector(counts: []) }
    #expect(throws: InvalidInput("weights", "are all 0")) {
      try ProbabilityVector(normalizing: [0, 0])
    }
    #expect(throws: InvalidInput("count", "is not at least 1: 0")) {
      try ProbabilityVector.uniform(0)
    }
    #expect(throws: InvalidInput("logits", at: 1, "is not a number: nan")) {
      try ProbabilityVector(logits: [0, .nan])
    }
    #expect(throws: InvalidInput("logits", "have infinite entries or scale, and no limit")) {
      try ProbabilityVector(logits: [.infinity, .infinity])
    }
  }

  @Test func entropyAndMean() throws {
    #expect(isNear(try ProbabilityVector.uniform(8).entropy, log(8), ulps: 1))
    let p = try ProbabilityVector([0.5, 0, 0.5])
    #expect(p.mean { [1, .nan, 4][$0] } == 2.5)
  }
}
