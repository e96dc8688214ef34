// Weights gᵢ·exp(λ(zᵢ − z_top)) and their sum, each to about 100 bits for Double. This is the
// definition that softmax, ensembles and portfolios are read off; long vectors of Double have a
// fast way of their own (SoftmaxKernel.swift), which tests compare with it.

import RealModule

/// Weights gᵢ·exp(λ(zᵢ − z_top)), where z_top is the item whose exponent is largest.
///
/// The shift is taken before the scale: dᵢ = zᵢ − z_top is exact as high + low (two-sum), and so is
/// λ·dᵢ (fma). Scaling first, as is usual, rounds λ·zᵢ to its own size and then subtracts;
/// for z = (1 + 2⁻⁵², 1) and λ = 10¹⁶ nothing correct is left, and for z near 10³⁰⁸ it overflows.
///
/// A weight is mantissa·2^power, so that neither tiny nor huge ones lose digits.
struct ShiftedExponentials<T: Real & BinaryFloatingPoint> {
  let shape: LimitShape
  /// The item with the largest exponent; the first of them if there are several.
  let top: Int
  /// The item with the largest weight: `top` unless multiplicities say otherwise.
  private(set) var heaviest = 0
  /// The heaviest weight is its mantissa times 2^power; `rest` and `total` are in units of 2^power.
  private(set) var power = 0
  /// The weights' sum without the heaviest item's, and with it.
  private(set) var rest = Doubled<T>(high: 0)
  private(set) var total = Doubled<T>(high: 0)
  /// The same rest as mantissa and power, for where it is subnormal or would vanish.
  private var scaledRest = Doubled<T>.Exponential(mantissa: Doubled(high: 0), power: 0)

  /// Empty unless the shape is regular.
  private var weights: [Doubled<T>.Exponential] = []
  private let z: [T]
  private let scale: Doubled<T>

  /// - Parameter multiplicities: finite and positive, one for each item; `nil` means 1 each.
  init(_ z: [T], scale: Doubled<T>, multiplicities: [T]? = nil) {
    self.z = z
    self.scale = scale
    (shape, top) = z.withUnsafeBufferPointer { limitShape($0, scale: scale.high) }
    guard shape == .regular else { return }
    weights.reserveCapacity(z.count)
    for i in z.indices {
      var weight = exponent(i).scaledExponential
      if let multiplicity = multiplicities?[i] {
        weight.mantissa = weight.mantissa * multiplicity.significand
        weight.power += Int(multiplicity.exponent)
      }
      weights.append(weight)
    }
    let heavier = { (a: Doubled<T>.Exponential, b: Doubled<T>.Exponential) in
      // Mantissas with a factor of up to 2 differ by less than 2², so powers alone may mislead.
      let shift = a.power - b.power
      if shift > 3 || shift < -3 { return shift > 0 && a.mantissa.high > 0 }
      return a.mantissa.high * T(sign: .plus, exponent: T.Exponent(shift), significand: 1)
        > b.mantissa.high
    }
    heaviest = weights.indices.dropFirst().reduce(0) {
      heavier(weights[$1], weights[$0]) || weights[$0].mantissa.high == 0 ? $1 : $0
    }
    power = weights[heaviest].power
    let others = weights.indices.filter { $0 != heaviest && weights[$0].mantissa.high > 0 }
    if let restPower = others.map({ weights[$0].power }).max() {
      var sum = Doubled<T>(high: 0)
      for i in others {
        let weight = weight(i, inUnitsOf: restPower)
        sum.add(weight.high)
        sum.low += weight.low
      }
      scaledRest = Doubled<T>.Exponential(mantissa: sum.renormalized, power: restPower - power)
      rest = scaledRest.doubledValue
    }
    total = weights[heaviest].mantissa + rest
  }

  /// λ(zᵢ − z_top), at most 0, as high + low.
  func exponent(_ i: Int) -> Doubled<T> { exponent(i, relativeTo: top) }

  /// λ(zᵢ − zⱼ) as high + low.
  func exponent(_ i: Int, relativeTo j: Int) -> Doubled<T> {
    i == j ? Doubled(high: 0) : shiftedExponent(z[i], relativeTo: z[j], scale: scale)
  }

  /// weightᵢ / total as mantissa and power of 2: no share is too small for it.
  func scaledShare(_ i: Int) -> Doubled<T>.Exponential {
    Doubled<T>.Exponential(
      mantissa: weights[i].mantissa / total, power: weights[i].power - power)
  }

  /// The sum of all shares but the one of item i, without cancellation.
  func scaledShareOfOthers(_ i: Int) -> Doubled<T>.Exponential {
    if i == heaviest {
      return Doubled<T>.Exponential(
        mantissa: scaledRest.mantissa / total, power: scaledRest.power)
    }
    let others = total - weight(i, inUnitsOf: power)
    return Doubled<T>.Exponential(mantissa: others / total, power: 0)
  }

  /// weightᵢ / total, as high + low where it is not too small for a low part.
  func doubledShare(_ i: Int) -> Doubled<T> { scaledShare(i).doubledValue }

  /// weightᵢ·2^(−unit).
  private func weight(_ i: Int, inUnitsOf unit: Int) -> Doubled<T> {
    Doubled<T>.Exponential(mantissa: weights[i].mantissa, power: weights[i].power - unit)
      .doubledValue
  }

  /// weightᵢ / total, rounded once, subnormal or not.
  func share(_ i: Int) -> T { scaledShare(i).value }

  var shares: [T] {
    switch shape {
    case .regular: z.indices.map(share)
    case .vertex(let i): z.indices.map { $0 == i ? 1 : 0 }
    case .undefined: z.map { _ in .nan }
    }
  }

  /// log of the weights' sum, by log1p of what exceeds 1 so that a small rest is not lost.
  var logTotal: Doubled<T> {
    let excess = rest + (weights[heaviest].mantissa - Doubled(high: 1))
    let logarithm = excess.logarithmOfOnePlus
    return power == 0 ? logarithm : logarithm + .log2(timesInteger: T(power))
  }
}

/// λ(z − z_top) as high + low, also where the difference overflows and the product does not.
func shiftedExponent<T: Real & BinaryFloatingPoint>(
  _ z: T, relativeTo top: T, scale: Doubled<T>
) -> Doubled<T> {
  guard z.isFinite else { return Doubled(high: -.infinity) }
  let difference = Doubled(z, minus: top)
  guard difference.high.isFinite else {
    let half = Doubled(z / 2, minus: top / 2)
    return half * Doubled(high: 2 * scale.high, low: 2 * scale.low)
  }
  return difference * scale
}
