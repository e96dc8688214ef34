// The edges of every function, row by row: infinities, NaN, empty, ties, subnormals, 10³⁰⁸, λ = 0 and
// huge and tiny λ. What the references and EdgeTests hold is not repeated.

import Foundation
import Simplex
import Testing

@Suite struct EdgeMatrixTests {
  static let (inf, nan, huge) = (Double.infinity, Double.nan, Double.greatestFiniteMagnitude)
  static let least = Double.leastNonzeroMagnitude
  static let logTwo = 0.6931471805599453

  private func isAll(_ values: [Double], _ expected: Double) -> Bool {
    !values.isEmpty && values.allSatisfy { $0 == expected || ($0.isNaN && expected.isNaN) }
  }

  // MARK: Functions of a vector and a scale

  static let forms: [@Sendable ([Double], Double) -> [Double]] = [
    { softmax($0, scale: $1) },
    { z, scale in
      var z = z
      softmaxInPlace(&z, scale: scale)
      return z
    },
    { softmax(rows: $0 + $0, columns: max($0.count, 1), scale: $1).suffix($0.count) },
    { z, scale in
      var rows = z + z
      softmaxInPlace(rows: &rows, columns: max(z.count, 1), scale: scale)
      return Array(rows.prefix(z.count))
    },
    { logSoftmax($0, scale: $1).map { exp($0) } },
  ]

  @Test(arguments: forms.indices) func softmaxAtEveryEdge(_ form: Int) {
    let f = Self.forms[form]
    let (inf, nan, huge, least) = (Self.inf, Self.nan, Self.huge, Self.least)
    let half = [0.5, 0.5]
    func near(_ got: [Double], _ expected: [Double]) -> Bool {
      got.count == expected.count
        && zip(got, expected).allSatisfy { ($0 - $1).magnitude <= 3e-16 * $1 }
    }
    #expect(f([], 1) == [] && f([], 0) == [])
    for scale in [least, 1e-300, -1, 1e300, huge] {
      #expect(near(f([3, 3], scale), half), "ties, \(scale)")
      #expect(near(f([least, least], scale), half) && near(f([1e308, 1e308], scale), half))
      #expect(isAll(f([0, nan], scale), nan) && isAll(f([inf, inf], scale), nan))
      #expect(isAll(f([-inf, -inf], scale), nan))
      let positive = scale > 0
      #expect(f([inf, 0, -inf], scale) == (positive ? [1, 0, 0] : [0, 0, 1]))
    }
    #expect(near(f([1e308, -1e308, 0, least], 0), [0.25, 0.25, 0.25, 0.25]))
    #expect(isAll(f([inf, 0], 0), nan) && isAll(f([nan, 0], 0), nan))
    #expect(isAll(f([1, 2], nan), nan))
    #expect(
      near(f([least, 0], 1), half) && near(f([1e-308, 0, -1e-308], 1), [1, 1, 1].map { $0 / 3 }))
    #expect(near(f([least, 0], huge), [0.5 + 0x1p-52, 0.5 - 0x1p-52]))
    #expect(f([1e308, -1e308], 1) == [1, 0] && f([1e308, -1e308], -1) == [0, 1])
    #expect(f([huge, -huge], huge) == [1, 0] && f([1, 0], huge) == [1, 0])
    #expect(near(f([1e308, -1e308], least), [0.5 + 0x1p-52, 0.5 - 0x1p-52]))
    #expect(near(f([1, 0], least), half))
    #expect(f([1, 0], inf) == [1, 0] && isAll(f([1, 1], inf), nan))
  }

  @Test func jacobianAtEveryEdge() {
    let (inf, nan, huge, least) = (Self.inf, Self.nan, Self.huge, Self.least)
    #expect(isAll(Array(softmaxJacobian([nan, 0]).joined()), nan))
    #expect(isAll(Array(softmaxJacobian([-inf, -inf]).joined()), nan))
    #expect(softmaxJacobian([1e308, 1e308], scale: -2) == [[-0.5, 0.5], [0.5, -0.5]])
    #expect(softmaxJacobian([least, least], scale: 4) == [[1, -1], [-1, 1]])
    #expect(isAll(Array(softmaxJacobian([1e308, -1e308]).joined()), 0))
    #expect(isAll(Array(softmaxJacobian([1e308, -1e308, 0], scale: 0).joined()), 0))
    #expect(softmaxJacobian([3, 3], scale: huge)[0] == [huge / 4, -huge / 4])
    #expect(softmaxJacobian([3, 3], scale: 8 * least)[0] == [2 * least, -2 * least])
  }

  @Test func inverseSoftmaxAtEveryEdge() {
    let (inf, nan, huge, least) = (Self.inf, Self.nan, Self.huge, Self.least)
    #expect(inverseSoftmax([0.5, 0.5], scale: least) == [0, 0])
    #expect(inverseSoftmax([0.25, 0.5], scale: huge)[1] == Self.logTwo / huge)
    #expect(inverseSoftmax([0.25, 0.5], scale: 1e-300) == [0, 6.931471805599452e299])
    #expect(inverseSoftmax([0.25, 0.5], scale: least) == [0, inf])
    #expect(inverseSoftmax([0.25, 0.5, 0.125], scale: 0) == [0, inf, -inf])
    #expect(inverseSoftmax([0.25, 0.25], scale: 0)[1].isNaN)
    #expect(inverseSoftmax([0.25, 0.5, 0], scale: -1) == [0, -Self.logTwo, inf])
    #expect(inverseSoftmax([0.0, 0])[1].isNaN && inverseSoftmax([0.5, nan])[1].isNaN)
    #expect(isAll(inverseSoftmax([nan, 0.5]), nan))
    #expect(inverseSoftmax([least, 2 * least])[1] == Self.logTwo)
    #expect(inverseSoftmax([1e308, 1e308, inf]) == [0, 0, inf])
  }

  @Test func logSumExpAtEveryEdge() {
    let (huge, least) = (Self.huge, Self.least)
    #expect(logSumExp([Double]()) == -Self.inf && logSumExp([huge, huge]) == huge)
    #expect(logSumExp([-huge, -huge]) == -huge && logSumExp([-huge, 0]) == 0)
    #expect(logSumExp([least, least]) == Self.logTwo && logSumExp([least]) == least)
    #expect(logSumExp([-1e308, 1e308]) == 1e308 && logSumExp([-Self.inf, Self.nan]).isNaN)
  }

  // MARK: Functions of one number

  @Test func functionsOfOneNumber() {
    let (huge, least) = (Self.huge, Self.least)
    #expect(logistic(huge) == 1 && logistic(-huge) == 0)
    #expect(logistic(least) == 0.5 && logistic(-least) == 0.5 && logistic(0.0) == 0.5)
    #expect(softplus(huge) == huge && softplus(-huge) == 0 && softplus(least) == Self.logTwo)
    #expect(logLogistic(-huge) == -huge && logLogistic(huge) == 0)
    #expect(logLogistic(huge).sign == .minus && logLogistic(-least) == -Self.logTwo)
    #expect(inverseSoftplus(huge) == huge && inverseSoftplus(-least).isNaN)
    #expect(logit(-least).isNaN && logit(1.0.nextUp).isNaN && logit(Self.inf).isNaN)
    #expect(logit(0.5) == 0 && logit(1.0.nextDown) == 36.7368005696771)
    #expect(logistic([Self.nan, Self.inf, -Self.inf]).dropFirst() == [1, 0])
    #expect(logistic([Self.nan])[0].isNaN)
    // Float: as Double, rounded, down to its own subnormals.
    for x: Float in [-103, -100, -88, -0x1p-149, 0, 0x1p-149, 17, 90, .infinity, -.infinity] {
      #expect(logistic(x) == Float(logistic(Double(x))))
      #expect(softplus(x) == Float(softplus(Double(x))))
      #expect(logLogistic(x) == Float(logLogistic(Double(x))))
      #expect(inverseSoftplus(x).isNaN == (x < 0))
    }
    #expect(logit(Float(0x1p-149)) == Float(logit(0x1p-149)) && logit(Float(2)).isNaN)
    #expect(logistic(Float.nan).isNaN && softplus(Float.nan).isNaN && logit(Float.nan).isNaN)
  }

  // MARK: Information and losses

  @Test func informationAtEveryEdge() {
    let (inf, nan, least) = (Self.inf, Self.nan, Self.least)
    #expect(entropy([least, 1]) > 0 && entropy([1, 0, 0]) == 0)
    #expect(entropy([0.5, 0.5]) == Self.logTwo && entropy([0.25, nan]).isNaN)
    #expect(crossEntropy([Double](), []) == 0 && crossEntropy([nan], [1.0]).isNaN)
    #expect(crossEntropy([1.0], [nan]).isNaN && crossEntropy([0.5, 0.5], [1, -0.5]).isNaN)
    #expect(crossEntropy([1, 0], [1, least]) == 0 && crossEntropy([least, 1], [0.0, 1]) == inf)
    for divergence in [klDivergence, jensenShannonDivergence] as [([Double], [Double]) -> Double] {
      #expect(divergence([], []) == 0 && divergence([0.5, 0.5], [0.5, 0.5]) == 0)
      #expect(divergence([nan], [1]).isNaN && divergence([1], [nan]).isNaN)
      #expect(
        divergence([-0.5, 1.5], [0.5, 0.5]).isNaN && divergence([0.5, 0.5], [1.5, -0.5]).isNaN)
      #expect(divergence([1], [0.5, 0.5]).isNaN && divergence([0, 1], [0, 1]) == 0)
      #expect(divergence([least, 1], [least, 1]) == 0)
    }
    #expect(klDivergence([least, 1], [0, 1]) == inf)
    #expect(jensenShannonDivergence([least, 1], [0, 1]).isFinite)
    #expect(conditionalKLDivergence(joint: [[nan, 0.5]], model: [[0.5, 0.5]]).isNaN)
    #expect(conditionalKLDivergence(joint: [[0.5, 0.5]], model: [[nan, 0.5]]).isNaN)
    #expect(conditionalKLDivergence(joint: [[least, least]], model: [[0.5, 0.5]]) == 0)
    #expect(
      conditionalKLDivergence(joint: [[0, 0], [0.5, 0.5]], model: [[1, 0], [0.5, 0.5]]) == 0)
  }

  @Test func lossesAtEveryEdge() {
    let (inf, nan, huge, least) = (Self.inf, Self.nan, Self.huge, Self.least)
    #expect(crossEntropy(logits: [nan, 0], label: 1).isNaN)
    #expect(crossEntropy(logits: [inf, inf], label: 0).isNaN)
    #expect(crossEntropy(logits: [inf, 0], label: 0) == 0)
    #expect(crossEntropy(logits: [inf, 0], label: 1) == inf)
    #expect(crossEntropy(logits: [1e308, 0], label: 1) == 1e308)
    #expect(crossEntropy(logits: [huge, -huge], label: 1) == inf)
    #expect(crossEntropy(logits: [least, least], label: 0) == Self.logTwo)
    #expect(isAll(crossEntropyGradient(logits: [nan, 0], label: 0), nan))
    #expect(crossEntropyGradient(logits: [Double](), label: 0) == [])
    #expect(crossEntropyGradient(logits: [1e308, -1e308], label: 1) == [1, -1])
    #expect(crossEntropyGradient(logits: [least, least], label: 1) == [0.5, -0.5])
    for label in [0, 0.25, 1] {
      #expect(binaryCrossEntropy(logit: nan, label: label).isNaN)
      #expect(binaryCrossEntropyGradient(logit: nan, label: label).isNaN)
      #expect(binaryCrossEntropyGradient(logit: inf, label: label) == 1 - label)
      #expect(binaryCrossEntropyGradient(logit: -inf, label: label) == -label)
      #expect(binaryCrossEntropy(logit: huge, label: label) == huge * (1 - label))
      #expect(binaryCrossEntropy(logit: -huge, label: label) == huge * label)
      #expect(binaryCrossEntropy(logit: least, label: label) == Self.logTwo)
      #expect(binaryCrossEntropyGradient(logit: least, label: label) == 0.5 - label)
    }
    #expect(binaryCrossEntropy(logit: 0, label: nan).isNaN)
    #expect(binaryCrossEntropyGradient(logit: 0, label: nan).isNaN)
  }
}
