// The classifier with the best loss there is: for classes whose distributions are known.

import RealModule

/// What the class-averaged loss makes of P(A|x): the f with logit f = logit P − logit π_A.
///
/// f = (P/π_A) / (P/π_A + (1 − P)/π_B), with π_B = 1 − π_A.
///
/// - Parameters:
///   - probability: P(A|x), from 0 to 1.
///   - prior: π_A, the share of class A among all; strictly between 0 and 1.
/// - Shape: two numbers in, one out.
/// - Units: shares of 1, the result too.
/// - Edge cases: 0 → 0 and 1 → 1; NaN outside the ranges above, and of NaN.
/// - Source: Elkan (2001), theorem 2, "The Foundations of Cost-Sensitive Learning", IJCAI 17: the change
///   of a probability with the base rate, here to ½.
public func classAveragedOptimum(probability: Double, prior: Double) -> Double {
  guard 0...1 ~= probability, prior > 0, prior < 1 else { return .nan }
  return probability / (probability + (1 - probability) * prior / (1 - prior))
}

/// The discriminator of the least loss between generated and real items, as many of the one as of
/// the other: Dᵢ = gᵢ/(gᵢ + qᵢ), the probability that item i was generated.
///
/// - Shape: n probabilities each, n out; if the counts differ, NaN for each of `generated`. Empty gives empty.
/// - Units: shares of 1, the result too.
/// - Edge cases: an item that occurs in neither has no best D: NaN. A negative probability or NaN: NaN. Entries
///   above 1 are not refused; a sum that overflows gives 0, an infinite gᵢ NaN.
/// - Source: Goodfellow et al. (2014), arXiv:1406.2661, proposition 1, where D is the probability that
///   the item is real: ours is 1 less that.
public func optimalDiscriminator(generated: [Double], real: [Double]) -> [Double] {
  guard generated.count == real.count else { return generated.map { _ in .nan } }
  return zip(generated, real).map { g, q in g >= 0 && q >= 0 ? g / (g + q) : .nan }
}

/// The class-averaged loss −Σ gᵢ log Dᵢ − Σ qᵢ log(1 − Dᵢ) of the optimal discriminator, in nats:
/// ln 4 − 2·JS(g, q).
///
/// Between 0, for distributions that never overlap, and ln 4, for equal ones. Computed as
/// Σ gᵢ log(1 + qᵢ/gᵢ) + qᵢ log(1 + gᵢ/qᵢ): no term is negative, where the difference above would
/// lose what little distributions overlap that almost never do.
///
/// - Shape: n probabilities each; NaN if the counts differ.
/// - Units: probabilities are shares of 1; the result in nats.
/// - Edge cases: empty gives 0; an item that occurs in neither counts nothing; a negative, infinite or NaN
///   probability gives NaN.
/// - Accuracy: at most 2 ulp on the references of the tests.
/// - Source: Goodfellow et al. (2014), arXiv:1406.2661, theorem 1.
public func optimalDiscriminatorLoss(generated: [Double], real: [Double]) -> Double {
  guard generated.count == real.count else { return .nan }
  var sum = Doubled<Double>(high: 0)
  for (g, q) in zip(generated, real) {
    guard g >= 0, q >= 0 else { return .nan }
    sum.add(surprise(g, beside: q))
    sum.add(surprise(q, beside: g))
  }
  return sum.value
}

/// a log((a + b)/a), 0 for a = 0.
private func surprise(_ a: Double, beside b: Double) -> Double {
  if a == 0 { return 0 }
  let ratio = b / a
  return a * (ratio.isFinite ? .log(onePlus: ratio) : .log(b) - .log(a))
}
