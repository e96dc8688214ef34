// The edges that references cannot hold: infinities, NaN, empty, wrong shapes; forms that must
// agree with each other; narrower types.

import Simplex
import Testing

@Suite struct EdgeTests {
  static let infinity = Double.infinity

  @Test func rowsAndInPlaceAreTheSameFunction() {
    var draws = Draws()
    var z = draws.vector(60, in: -400...400)
    z[7] = -.infinity
    z[20] = .infinity
    z[33] = .nan
    z[50] = 1e308
    for (columns, scale) in [(1, 1.0), (4, 1), (10, -2), (12, 1e-300), (60, 0)] {
      let rows = softmax(rows: z, columns: columns, scale: scale)
      var inPlace = z
      softmaxInPlace(rows: &inPlace, columns: columns, scale: scale)
      for start in stride(from: 0, to: 60, by: columns) {
        var row = Array(z[start..<start + columns])
        let expected = softmax(row, scale: scale).map(\.bitPattern)
        #expect(rows[start..<start + columns].map(\.bitPattern) == expected)
        #expect(inPlace[start..<start + columns].map(\.bitPattern) == expected)
        softmaxInPlace(&row, scale: scale)
        #expect(row.map(\.bitPattern) == expected)
      }
    }
  }

  @Test func whatIsNoMatrixGivesNaN() {
    #expect(softmax(rows: [1.0, 2, 3], columns: 2).allSatisfy { $0.isNaN })
    #expect(softmax(rows: [1.0, 2, 3], columns: 0).allSatisfy { $0.isNaN })
    #expect(softmax(rows: [Double](), columns: 3) == [])
    #expect(softmax(rows: [Float](), columns: 0) == [])
  }

  @Test func scaleZeroIsUniformAndInfiniteScaleIsTheVertex() {
    #expect(softmax([1e308, -1e308, 0, 7], scale: 0.0) == [0.25, 0.25, 0.25, 0.25])
    #expect(softmax([1, 3, 2], scale: Self.infinity) == [0, 1, 0])
    #expect(softmax([1, 3, 2], scale: -Self.infinity) == [1, 0, 0])
    #expect(softmax([3, 3, 2], scale: Self.infinity).allSatisfy { $0.isNaN })
    #expect(softmax(relativeToBase: [-1, -2], scale: Self.infinity) == [1, 0, 0])
  }

  @Test func logarithmsAtInfinity() {
    let (inf, nan) = (Self.infinity, Double.nan)
    let half = -0.6931471805599453
    #expect(logSoftmax([-inf, 0, 0], scale: 2) == [-inf, half, half])
    #expect(logSoftmax([inf, 0], scale: -1) == [-inf, 0])
    #expect(logSoftmax([0, nan]).allSatisfy { $0.isNaN })
    #expect(logSoftmax([Double]()) == [])
    #expect(logSoftmax([1e308, -1e308], scale: 1e-10) == [0, -2.0000000000000002e298])
    #expect(logSumExp([-inf, -inf, .leastNonzeroMagnitude]) == .leastNonzeroMagnitude)
    #expect(logSumExp([1e308, -1e308, -inf]) == 1e308)
    #expect(logSumExp([inf, -inf]) == inf)
    #expect(logSumExp([nan, inf]).isNaN)
    #expect(logSumExp([Float](repeating: 0, count: 4)) == 1.3862944)
  }

  @Test func jacobianAtItsEdges() {
    #expect(softmaxJacobian([Double]()) == [])
    #expect(softmaxJacobian([3.0]) == [[0]])
    #expect(softmaxJacobian([1.0, 2], scale: 0).flatMap { $0 }.allSatisfy { $0 == 0 })
    #expect(softmaxJacobian([Self.infinity, 0]) == [[0, 0], [0, 0]])
    #expect(softmaxJacobian([Self.infinity, .infinity]).flatMap { $0 }.allSatisfy { $0.isNaN })
    let steep = softmaxJacobian([1.0, 2], scale: -3)
    #expect(steep[0][0] < 0 && steep[0][1] > 0)
  }

  @Test func logisticFunctionsAtInfinity() {
    let (inf, nan) = (Self.infinity, Double.nan)
    #expect(logistic(inf) == 1 && logistic(-inf) == 0 && logistic(nan).isNaN)
    #expect(logit(0.0) == -inf && logit(1.0) == inf && logit(1.5).isNaN && logit(-0.5).isNaN)
    #expect(logit(.leastNonzeroMagnitude) == -744.4400719213812)
    #expect(softplus(inf) == inf && softplus(-inf) == 0 && softplus(nan).isNaN)
    #expect(logLogistic(-inf) == -inf && logLogistic(inf) == 0 && logLogistic(nan).isNaN)
    #expect(inverseSoftplus(0.0) == -inf && inverseSoftplus(inf) == inf)
    #expect(inverseSoftplus(-1.0).isNaN && inverseSoftplus(nan).isNaN)
    #expect(inverseSoftplus(.leastNonzeroMagnitude) == -744.4400719213812)
    #expect(inverseSoftplus(0.6931471805599453).magnitude < 1e-15)
  }

  @Test func lossesAtTheirEdges() {
    let inf = Self.infinity
    #expect(crossEntropy(logits: [0, -inf], label: 1) == inf)
    #expect(crossEntropy(logits: [0, -inf], label: 0) == 0)
    #expect(crossEntropy(logits: [5.0], label: 0) == 0)
    #expect(crossEntropy(logits: [1.0, 2], label: 2).isNaN)
    #expect(crossEntropy(logits: [Double](), label: 0).isNaN)
    #expect(crossEntropyGradient(logits: [0, -inf], label: 1) == [1, -1])
    #expect(crossEntropyGradient(logits: [inf, 0], label: 0) == [0, 0])
    #expect(crossEntropyGradient(logits: [1.0, 2], label: -1).allSatisfy { $0.isNaN })
    #expect(crossEntropyGradient(logits: [0.0, 40], label: 1)[1] == -4.248354255291589e-18)
    #expect(binaryCrossEntropy(logit: inf, label: 1) == 0)
    #expect(binaryCrossEntropy(logit: inf, label: 0) == inf)
    #expect(binaryCrossEntropy(logit: -inf, label: 0.5) == inf)
    #expect(binaryCrossEntropy(logit: 1.0, label: 1.5).isNaN)
    #expect(binaryCrossEntropyGradient(logit: 1e5, label: 0.25) == 0.75)
    #expect(binaryCrossEntropyGradient(logit: 40.0, label: 1) == -4.248354255291589e-18)
    #expect(binaryCrossEntropyGradient(logit: 1.0, label: -0.5).isNaN)
  }

  @Test func conditionalDivergenceAtItsEdges() {
    let joint = [[0.25, 0.25], [0.5, 0]]
    #expect(conditionalKLDivergence(joint: joint, model: [[0.5, 0.5], [1, 0]]) == 0)
    #expect(conditionalKLDivergence(joint: joint, model: [[0.5, 0.5], [0, 1]]) == .infinity)
    #expect(conditionalKLDivergence(joint: joint, model: [[0.5, 0.5]]).isNaN)
    #expect(conditionalKLDivergence(joint: [[0.5, -0.5]], model: [[0.5, 0.5]]).isNaN)
    #expect(conditionalKLDivergence(joint: [[Double]](), model: []) == 0)
    let half = conditionalKLDivergence(joint: joint, model: [[0.5, 0.5], [0.5, 0.5]])
    #expect(half == 0.34657359027997264)  // ½ log 2
  }

  /// Float computes in Double where more digits are needed, and rounds once.
  @Test func singlePrecisionRoundsOnce() {
    var draws = Draws()
    for _ in 0..<200 {
      let z = draws.vector(5, in: -40...40).map { Float($0) }
      let wide = z.map { Double($0) }
      #expect(softmax(z, scale: 0.7) == softmax(wide, scale: Double(Float(0.7))).map { Float($0) })
      #expect(logSoftmax(z) == logSoftmax(wide).map { Float($0) })
      #expect(logSumExp(z) == Float(logSumExp(wide)))
      #expect(softmaxJacobian(z) == softmaxJacobian(wide).map { $0.map { Float($0) } })
      let x = z[0]
      let exact = logistic(Double(x))
      #expect((Double(logistic(x)) - exact).magnitude <= 1.5 * Double(Float(exact).ulp))
    }
  }
}
