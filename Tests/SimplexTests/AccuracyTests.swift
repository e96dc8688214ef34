// Every function against 1,000 random and at least 50 extreme references, in ulp.
//
// RECORD=1 writes what was reached, beside SciPy's errors on the same inputs, into the documentation.

import Foundation
import Simplex
import Testing

@Suite struct AccuracyTests {
  struct Measured: Sendable, CustomTestStringConvertible {
    var name: String
    var title: String
    var function: @Sendable ([Double]) throws -> [Double]
    var testDescription: String { name }
  }

  static let functions: [Measured] = [
    Measured(name: "softmax", title: "softmax(_:scale:)") {
      softmax(Array($0.dropFirst()), scale: $0[0])
    },
    Measured(name: "softmax-base", title: "softmax(relativeToBase:scale:)") {
      softmax(relativeToBase: Array($0.dropFirst()), scale: $0[0])
    },
    Measured(name: "log-softmax", title: "logSoftmax(_:scale:)") {
      logSoftmax(Array($0.dropFirst()), scale: $0[0])
    },
    Measured(name: "log-sum-exp", title: "logSumExp(_:)") { [logSumExp($0)] },
    Measured(name: "log-sum-exp-cancelled", title: "logSumExp(_:)` near 0: `Σ exp(xᵢ) ≈ 1") {
      [logSumExp($0)]
    },
    Measured(name: "log-sum-exp-signed", title: "logSumExp(_:weights:)") {
      let result = logSumExp(secondHalf($0), weights: firstHalf($0))
      return [result.logarithm, result.sign]
    },
    Measured(name: "inverse-softmax", title: "inverseSoftmax(_:scale:)") {
      inverseSoftmax(Array($0.dropFirst()), scale: $0[0])
    },
    Measured(name: "jacobian", title: "softmaxJacobian(_:scale:)") {
      softmaxJacobian(Array($0.dropFirst()), scale: $0[0]).flatMap { $0 }
    },
    Measured(name: "logistic", title: "logistic(_:)") { [logistic($0[0])] },
    Measured(name: "logit", title: "logit(_:)") { [logit($0[0])] },
    Measured(name: "softplus", title: "softplus(_:)") { [softplus($0[0])] },
    Measured(name: "log-logistic", title: "logLogistic(_:)") { [logLogistic($0[0])] },
    Measured(name: "inverse-softplus", title: "inverseSoftplus(_:)") { [inverseSoftplus($0[0])] },
    Measured(name: "entropy", title: "entropy(_:)") { [entropy($0)] },
    Measured(name: "cross-entropy", title: "crossEntropy(_:_:)") {
      [crossEntropy(firstHalf($0), secondHalf($0))]
    },
    Measured(name: "kl", title: "klDivergence(_:_:)") {
      [klDivergence(firstHalf($0), secondHalf($0))]
    },
    Measured(name: "jensen-shannon", title: "jensenShannonDivergence(_:_:)") {
      [jensenShannonDivergence(firstHalf($0), secondHalf($0))]
    },
    Measured(name: "conditional-kl", title: "conditionalKLDivergence(joint:model:)") {
      [
        conditionalKLDivergence(
          joint: [[$0[0], $0[1]], [$0[2], $0[3]]], model: [[$0[4], $0[5]], [$0[6], $0[7]]])
      ]
    },
    Measured(name: "logit-loss", title: "crossEntropy(logits:label:)") {
      [crossEntropy(logits: Array($0.dropFirst()), label: Int($0[0]))]
    },
    Measured(name: "logit-loss-gradient", title: "crossEntropyGradient(logits:label:)") {
      crossEntropyGradient(logits: Array($0.dropFirst()), label: Int($0[0]))
    },
    Measured(name: "binary-loss", title: "binaryCrossEntropy(logit:label:)") {
      [binaryCrossEntropy(logit: $0[0], label: $0[1])]
    },
    Measured(name: "binary-loss-gradient", title: "binaryCrossEntropyGradient(logit:label:)") {
      [binaryCrossEntropyGradient(logit: $0[0], label: $0[1])]
    },
    Measured(name: "ensemble", title: "CanonicalEnsemble") { inputs in
      let levels = Array(inputs.dropFirst(2))
      let ensemble = try CanonicalEnsemble(
        energies: firstHalf(levels), degeneracies: secondHalf(levels), temperature: inputs[1],
        boltzmannConstant: inputs[0])
      return ensemble.probabilities + [
        ensemble.logPartitionFunction, ensemble.meanEnergy, ensemble.heatCapacity,
        ensemble.entropy, ensemble.freeEnergy,
      ]
    },
  ]

  static func firstHalf(_ values: [Double]) -> [Double] { Array(values.prefix(values.count / 2)) }
  static func secondHalf(_ values: [Double]) -> [Double] { Array(values.suffix(values.count / 2)) }

  /// The bounds in ulp, and SciPy's largest errors, by function.
  static func table() throws -> [String: (bound: Double, scipy: [Double])] {
    let text = try String(
      contentsOf: ReferenceCase.folder.appendingPathComponent("scipy.txt"), encoding: .utf8)
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().map { Double($0) ?? .nan }
      return (String(words[0]), (numbers[0], Array(numbers.dropFirst())))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  @Test(arguments: functions) func staysWithinItsBound(_ measured: Measured) throws {
    let (bound, scipy) = try #require(try Self.table()[measured.name])
    let worst = try Worst(measured.name, measured.function)
    #expect(max(worst.random, worst.extreme) <= bound, "\(worst)")
    // No worse than SciPy, unless both do no more than round.
    #expect(worst.random <= max(scipy[0], 0.501) && worst.extreme <= max(scipy[1], 0.501))
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["RECORD"] != nil))
  func recordsWhatWasReached() throws {
    let table = try Self.table()
    var rows = [
      "| function | bound | random | extreme | SciPy, random | SciPy, extreme |",
      "|---|---|---|---|---|---|",
    ]
    for measured in Self.functions {
      let worst = try Worst(measured.name, measured.function)
      let (bound, scipy) = try #require(table[measured.name])
      let cells = [bound, worst.random, worst.extreme] + scipy
      rows.append("| `\(measured.title)` | " + cells.map(Self.text).joined(separator: " | ") + " |")
    }
    let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Simplex/Simplex.docc/Accuracy.md").standardized
    let text = try String(contentsOf: article, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("| function |") })
    let end = lines[start...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
    let new = lines[..<start].map(String.init) + rows + lines[end...].map(String.init)
    try new.joined(separator: "\n").write(to: article, atomically: true, encoding: .utf8)
  }

  static func text(_ error: Double) -> String {
    if error == .infinity { return "∞" }
    if error >= 1000 { return String(format: "%.0e", error).replacing("e+", with: "e") }
    return String(format: error >= 100 ? "%.0f" : "%.3f", error)
  }
}
