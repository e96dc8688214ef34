// Data without a fit: separated ones, collinear ones, inconsistent ones.

import Foundation
import Simplex
import Testing

@Suite struct FitFailureTests {
  /// The separation that a fit of (1, x) reports.
  private func separation(_ x: [Double], _ labels: [Int], base: Int = 0) throws -> Separation? {
    do {
      _ = try MultinomialLogit.fit(features: x.map { [1, $0] }, labels: labels, base: base)
    } catch FitFailure.separation(let found) {
      return found
    } catch { throw error }
    return nil
  }

  /// Whether no margin is negative, some are positive, and all are if it says so; by plain sums.
  private func proves(_ found: Separation, _ features: [[Double]], _ positions: [Int]) -> Bool {
    let rows = [features[0].map { _ in 0.0 }] + found.direction
    var margins: [Double] = []
    for (x, own) in zip(features, positions) {
      let scores = rows.map { zip($0, x).map(*).reduce(0, +) }
      for k in scores.indices where k != own { margins.append(scores[own] - scores[k]) }
    }
    return margins.allSatisfy { $0 >= (found.isComplete ? 1e-12 : -1e-12) }
      && margins.contains { $0 > 1e-12 }
  }

  @Test func completeSeparationOfTwoClasses() throws {
    let x = [0.1, 0.7, 1.9, 2.3, 3.1]
    let labels = [0, 0, 0, 1, 1]
    let found = try #require(try separation(x, labels))
    #expect(found.isComplete)
    #expect(found.observations == 5)
    #expect(found.slack == 0)
    #expect(proves(found, x.map { [1, $0] }, labels))
  }

  /// The classes meet at one value, 2.3: the only direction is ±(−2.3, 1), and it is exact.
  @Test func quasiCompleteSeparationOfTwoClasses() throws {
    let x = [0.1, 0.7, 2.3, 2.3, 3.1]
    let labels = [0, 0, 0, 1, 1]
    let found = try #require(try separation(x, labels))
    #expect(!found.isComplete)
    #expect(found.observations == 3)
    #expect(found.slack == 0)
    #expect(relativeDistance([[found.direction[0][0] / found.direction[0][1]]], [[-2.3]]) < 1e-15)
  }

  /// A feature that only ever occurs with class 2; the others overlap. Class 2 need not be the base.
  @Test(arguments: [0, 1, 2]) func oneClassOfThreeIsToldApart(base: Int) throws {
    var features: [[Double]] = []
    var labels: [Int] = []
    for i in 0..<60 {
      features.append([1, Double(i % 7), i % 3 == 2 && i % 4 == 0 ? 1 : 0])
      labels.append(i % 3)
    }
    var found: Separation?
    do {
      _ = try MultinomialLogit.fit(features: features, labels: labels, base: base)
    } catch FitFailure.separation(let separation) {
      found = separation
    } catch { throw error }
    let separation = try #require(found)
    #expect(!separation.isComplete)
    #expect(separation.category == 2)
    #expect(separation.observations == 5)
    let order = [base] + [0, 1, 2].filter { $0 != base }
    #expect(proves(separation, features, labels.map { order.firstIndex(of: $0) ?? 0 }))
    let text = "\(FitFailure.separation(separation))"
    #expect(text.hasPrefix("quasi-complete separation of category 2: the likelihood grows"))
  }

  /// Three classes, of which only the first is apart: iris, in small.
  @Test func aSeparatedPairHidesNothing() throws {
    let x = [1.0, 1.1, 1.3, 4.0, 4.5, 5.0, 4.7, 4.9, 5.5]
    let labels = [0, 0, 0, 1, 1, 1, 2, 2, 2]
    let found = try #require(try separation(x, labels))
    #expect(!found.isComplete)
    #expect(found.category == 0)
    do {
      _ = try MultinomialLogit.separateLogits(features: x.map { [1, $0] }, labels: labels, base: 2)
      Issue.record("class 0 against class 2 is separated")
    } catch FitFailure.separation(let pair) {
      #expect(pair.isComplete)
      #expect([0, 2].contains(pair.category))
    } catch { throw error }
  }

  /// One observation on the wrong side is enough for a maximum, even a steep one.
  @Test(arguments: [1e-1, 1e-3, 1e-5, 1e-7])
  func nearlySeparatedDataAreFitted(_ overlap: Double) throws {
    let x = [0, 1, 2 + overlap, 2, 3, 4]
    let labels = [0, 0, 0, 1, 1, 1]
    let fit = try MultinomialLogit.fit(features: x.map { [1, $0] }, labels: labels)
    #expect(fit.coefficients[0][1] > 0)
    // At the maximum expected counts equal the observed ones.
    let expected = try x.map { try fit.model.probabilities(for: [1, $0])[1] }.reduce(0, +)
    #expect((expected - 3).magnitude < 1e-9)
  }

  /// What linear programming says of sixty small data sets, by scripts/references-separation.
  @Test func agreesWithLinearProgramming() throws {
    struct Case: Decodable {
      let features: [[Double]]
      let labels: [Int]
      let verdict: String
    }
    let url = ReferenceFits.folder.appendingPathComponent("References/separation.json")
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
    #expect(cases.count == 60)
    for (index, data) in cases.enumerated() {
      var verdict = "none"
      do {
        _ = try MultinomialLogit.fit(features: data.features, labels: data.labels)
      } catch FitFailure.separation(let found) {
        verdict = found.isComplete ? "complete" : "quasi-complete"
        #expect(proves(found, data.features, data.labels))
        #expect(found.slack < 1e-14)
      } catch { throw error }
      #expect(verdict == data.verdict, "case \(index)")
    }
  }

  /// Below the stated tolerance an overlap or a gap cannot be told from a common value.
  @Test(arguments: [1e-13, -1e-13, 4e-15])
  func whatRoundingCouldDoCountsAsNothing(_ overlap: Double) throws {
    let found = try separation([0, 1, 2 + overlap, 2, 3, 4], [0, 0, 0, 1, 1, 1])
    let separation = try #require(found)
    #expect(!separation.isComplete)
    #expect(separation.slack < 0x1p-40)
  }

  /// Random labels: separated or not, every answer proves itself. Few observations make both common.
  @Test func everyAnswerProvesItself() throws {
    var draws = SeededGenerator(seed: 3)
    var separated = 0
    for round in 0..<120 {
      let count = 8 + round % 20
      let features = (0..<count).map { _ in
        [1, Double(draws.integer(in: 0..<4)), draws.normal()]
      }
      let labels = (0..<count).map { $0 < 3 ? $0 : draws.integer(in: 0..<3) }
      do {
        let fit = try MultinomialLogit.fit(features: features, labels: labels)
        for j in 0..<3 {
          for k in 0..<3 {
            let surplus = try zip(features, labels).map { x, y in
              x[j] * ((y == k ? 1 : 0) - (try fit.model.probabilities(for: x)[k]))
            }
            #expect(surplus.reduce(0, +).magnitude < 1e-9)
          }
        }
      } catch FitFailure.separation(let found) {
        separated += 1
        #expect(proves(found, features, labels))
      } catch { throw error }
    }
    #expect((20...100).contains(separated))
  }

  /// Neither separated nor within reach: values of one feature over sixteen orders of magnitude, of
  /// which only the smallest overlap. No answer is made up.
  @Test func whatCannotBeResolvedIsSaid() throws {
    let x = [3e-8, -3, -3000, 8e7, -8e-8, -5e7, -4e-5]
    let labels = [0, 1, 1, 0, 1, 1, 0]
    do {
      _ = try MultinomialLogit.fit(features: x.map { [1, $0] }, labels: labels)
      Issue.record("a maximum at a slope of about −10⁵ was found: say so in `notConverged`")
    } catch FitFailure.notConverged(let iterations) {
      #expect(iterations > 0)
    } catch { throw error }
  }

  @Test func collinearFeaturesAreNamed() throws {
    let x = [1.0, 2, 4, 7, 5]
    let labels = [0, 1, 0, 1, 0]
    func failure(_ row: (Double) -> [Double]) throws -> FitFailure? {
      do {
        _ = try MultinomialLogit.fit(features: x.map(row), labels: labels)
      } catch { return error }
      return nil
    }
    #expect(try failure { [1, $0, 3 * $0 - 0.1, $0 * $0] } == .collinearFeatures(column: 2))
    #expect(try failure { [1, 0, $0] } == .collinearFeatures(column: 1))
    #expect(try failure { [1, $0, $0 * $0] } == nil)
    #expect(
      "\(FitFailure.collinearFeatures(column: 2))"
        == "features: column 2 is a linear combination of the columns before it")
  }

  @Test func inconsistentDataAreRefused() throws {
    func refusal(_ features: [[Double]], _ labels: [Int], base: Int = 0) throws -> InvalidInput? {
      do {
        _ = try MultinomialLogit.fit(features: features, labels: labels, base: base)
      } catch FitFailure.invalidInput(let error) {
        return error
      } catch { throw error }
      return nil
    }
    #expect(try refusal([], []) == InvalidInput("features", "is empty"))
    #expect(try refusal([[]], [0]) == InvalidInput("features", at: 0, "is empty"))
    #expect(
      try refusal([[1], [1, 2]], [0, 1])
        == InvalidInput("features", at: 1, "has 2 entries, the first row 1"))
    #expect(
      try refusal([[1], [.nan]], [0, 1])
        == InvalidInput("features[1]", at: 0, "is not finite: nan"))
    #expect(try refusal([[1], [1]], [0]) == InvalidInput("labels", "has 1 entry for 2 rows"))
    #expect(try refusal([[1], [1]], [0, -1]) == InvalidInput("labels", at: 1, "is negative: -1"))
    #expect(try refusal([[1], [1]], [1, 1]) == InvalidInput("labels", "has one category only: 1"))
    #expect(try refusal([[1], [1]], [0, 2]) == InvalidInput("labels", "leave out category 1"))
    #expect(
      try refusal([[1], [1]], [0, 1], base: 2) == InvalidInput("base", "is not a label: 2"))
  }
}
