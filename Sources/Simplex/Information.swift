// Entropy, cross-entropy and the divergences between distributions, all in nats.
//
// Every term is made and added in high + low, about 100 bits for Double: the sums may cancel, as they do
// for nearly equal arguments, and still be right. It costs a few hundred nanoseconds a term.

import RealModule

/// −Σ pᵢ log pᵢ, in nats, with 0·log 0 = 0.
///
/// - Shape: n probabilities; empty gives 0. They are taken as given, not renormalised.
/// - Units: probabilities are shares of 1; the result in nats, from 0 to log n if they sum to 1.
/// - Edge cases: a negative entry or a NaN gives NaN. Entries above 1 are not refused, and count below 0;
///   +∞ gives −∞.
/// - Accuracy: within 0.51 ulp; see <doc:Accuracy>.
/// - Source: Shannon (1948), doi:10.1002/j.1538-7305.1948.tb01338.x.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func entropy<T: Real & BinaryFloatingPoint>(_ p: [T]) -> T {
  crossEntropy(p, p)
}

/// −Σ pᵢ log qᵢ, in nats: what coding p with a code made for q costs.
///
/// - Shape: n probabilities each; of unequal length gives NaN.
/// - Units: probabilities are shares of 1; the result in nats.
/// - Edge cases: pᵢ = 0 counts nothing; qᵢ = 0 < pᵢ gives +∞; a negative entry or NaN gives NaN; empty
///   gives 0. Entries above 1 are not refused; infinite ones, no probabilities, give ±∞ or NaN.
/// - Accuracy: within 0.51 ulp; see <doc:Accuracy>.
/// - Source: Cover & Thomas (2006), doi:10.1002/047174882X, theorem 5.4.3.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func crossEntropy<T: Real & BinaryFloatingPoint>(_ p: [T], _ q: [T]) -> T {
  guard areComparable(p, q) else { return .nan }
  var sum = Doubled<T>(high: 0)
  for (p, q) in zip(p, q) where p > 0 {
    guard q > 0 else { return .infinity }
    sum = sum - Doubled(high: q).logarithm * p
  }
  return sum.value
}

/// Σ pᵢ log(pᵢ/qᵢ), in nats: the Kullback–Leibler divergence of q from p.
///
/// Summing these terms as they stand cancels when p ≈ q: each is of the size of pᵢ − qᵢ, their sum
/// of its square. With log(pᵢ/qᵢ) from the exact difference, in twice the precision, enough is left.
///
/// - Shape: n probabilities each; of unequal length gives NaN.
/// - Units: probabilities are shares of 1; the result in nats.
/// - Edge cases: pᵢ = 0 counts nothing; qᵢ = 0 < pᵢ gives +∞; a negative entry or NaN gives NaN; empty
///   gives 0. The arguments are taken as given: if rounding made the sums of p and q differ, that difference
///   is part of the value, which may then be slightly negative. Infinite entries give ±∞ or NaN.
/// - Accuracy: within 0.51 ulp; of arguments as near as 2⁻⁵⁰, a few ulp. See <doc:Accuracy>.
/// - Source: Kullback & Leibler (1951), doi:10.1214/aoms/1177729694.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func klDivergence<T: Real & BinaryFloatingPoint>(_ p: [T], _ q: [T]) -> T {
  guard areComparable(p, q) else { return .nan }
  var sum = Doubled<T>(high: 0)
  for (p, q) in zip(p, q) where p > 0 {
    guard q > 0 else { return .infinity }
    sum = sum + logRatio(p, q) * p
  }
  return sum.value
}

/// ½ KL(p‖m) + ½ KL(q‖m) with m = (p + q)/2, in nats: symmetric, between 0 and ln 2.
///
/// - Shape: n probabilities each; of unequal length gives NaN.
/// - Units: probabilities are shares of 1; the result in nats.
/// - Edge cases: empty gives 0; finite for disjoint supports (ln 2); a negative entry or NaN gives NaN. Equal
///   entries count nothing; others whose sum overflows give +∞.
/// - Accuracy: within 0.51 ulp; of arguments as near as 2⁻⁵⁰, a few ulp. See <doc:Accuracy>.
/// - Source: Lin (1991), doi:10.1109/18.61115.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func jensenShannonDivergence<T: Real & BinaryFloatingPoint>(_ p: [T], _ q: [T]) -> T {
  guard areComparable(p, q) else { return .nan }
  var sum = Doubled<T>(high: 0)
  for (p, q) in zip(p, q) where p != q { sum = sum + jensenShannonTerm(p, q) }
  return (sum.times(powerOfTwo: 0.5)).value
}

/// Σₓ P(x) Σ_c P(c|x) log(P(c|x)/f(c|x)), in nats: how far a classifier is from the truth on average.
///
/// The KL divergence of the joint distribution P(x) f(c|x) from P(x, c): the marginal P(x) is common to
/// both, so only the conditionals count.
///
/// - Shape: `joint` has a row P(x, c) for each x, `model` the row f(c|x); of unequal shape gives NaN.
/// - Units: probabilities are shares of 1; the result in nats.
/// - Edge cases: empty gives 0; P(x, c) = 0 counts nothing; f(c|x) = 0 < P(x, c) gives +∞; a negative entry or NaN
///   gives NaN, and so does an infinite one. Nothing is renormalised but P(c|x) = P(x, c)/Σ_c P(x, c).
/// - Accuracy: within 0.51 ulp; of arguments as near as 2⁻⁵⁰, a few ulp. See <doc:Accuracy>.
/// - Source: Cover & Thomas (2006), doi:10.1002/047174882X, section 2.5.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func conditionalKLDivergence<T: Real & BinaryFloatingPoint>(
  joint: [[T]], model: [[T]]
) -> T {
  guard joint.count == model.count, zip(joint, model).allSatisfy({ areComparable($0, $1) })
  else { return .nan }
  var sum = Doubled<T>(high: 0)
  for (row, model) in zip(joint, model) {
    let marginal = row.reduce(Doubled(high: 0)) { $0 + Doubled(high: $1) }
    // p log(p/q) − (p − q) is never negative; what it leaves out sums to P(x)(1 − Σ f), and only
    // there could an error of the first order cancel to one of the second.
    var imbalance = Doubled<T>(high: 1)
    for (p, f) in zip(row, model) {
      guard p == 0 || f > 0 else { return .infinity }
      imbalance = imbalance - Doubled(high: f)
      let q = marginal * f
      let difference = Doubled(high: p) - q
      guard p > 0 else {
        sum = sum + q
        continue
      }
      let isNear = 2 * difference.high.magnitude < p
      let logarithm =
        isNear
        ? (difference / q).logarithmOfOnePlus
        : Doubled(high: p).logarithm - Doubled(high: f).logarithm - marginal.logarithm
      sum = sum + (logarithm * p - difference)
    }
    sum = sum + marginal * imbalance
  }
  return sum.value
}

/// p log(p/m) + q log(q/m) with m = (p + q)/2.
private func jensenShannonTerm<T: Real & BinaryFloatingPoint>(_ p: T, _ q: T) -> Doubled<T> {
  let total = Doubled(p, plus: q)
  let difference = Doubled(p, minus: q)
  guard total.high.isFinite else { return Doubled(high: total.high) }
  // p/m = 1 + (p − q)/(p + q).
  let ratio = difference / total
  let fromP = p == 0 ? Doubled(high: 0) : ratio.logarithmOfOnePlus * p
  let fromQ = q == 0 ? Doubled(high: 0) : (-ratio).logarithmOfOnePlus * q
  return fromP + fromQ
}

private func areComparable<T: Real & BinaryFloatingPoint>(_ p: [T], _ q: [T]) -> Bool {
  p.count == q.count && p.allSatisfy { $0 >= 0 } && q.allSatisfy { $0 >= 0 }
}
