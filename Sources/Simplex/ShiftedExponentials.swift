// The one place where exponentials are taken: weights gᵢ·exp(λ(zᵢ − z_top)) and their sum.
// Softmax, log-sum-exp, ensembles and portfolios are all read off it.

import RealModule

/// Weights gᵢ·exp(λ(zᵢ − z_top)), where z_top is the item whose exponent is largest.
///
/// The shift is taken before the scale: dᵢ = zᵢ − z_top is exact as high + low (two-sum), and so is
/// λ·dᵢ (fma). Scaling first, as is usual, rounds λ·zᵢ to its own size and then subtracts;
/// for z = (1 + 2⁻⁵², 1) and λ = 10¹⁶ nothing correct is left, and for z near 10³⁰⁸ it overflows.
struct ShiftedExponentials<T: Real & BinaryFloatingPoint> {
  /// What the input allows to be computed.
  enum Shape: Equatable {
    case regular
    /// The whole weight is on one item.
    case vertex(Int)
    /// No limit exists (see `softmax`), or an input is NaN.
    case undefined
  }

  let shape: Shape
  /// The item with the largest exponent; the first of them if there are several.
  let top: Int
  /// Empty unless the shape is regular.
  private(set) var weights: [T] = []
  /// The weights' sum without the top item's, and with it.
  private(set) var rest = Doubled<T>(high: 0)
  private(set) var total = Doubled<T>(high: 0)

  private let z: [T]
  private let scale: Doubled<T>

  /// - Parameter multiplicities: finite and positive, one for each item; `nil` means 1 each.
  init(_ z: [T], scale: Doubled<T>, multiplicities: [T]? = nil) {
    self.z = z
    self.scale = scale
    (shape, top) = Self.classify(z, scale: scale.high)
    guard shape == .regular else { return }
    weights = z
    for i in z.indices {
      var weight = i == top ? 1 : exponent(i).exponential
      if let multiplicities { weight *= multiplicities[i] }
      weights[i] = weight
      if i != top { rest.add(weight) }
    }
    total = rest
    total.add(weights[top])
    total = total.renormalized
  }

  /// λ(zᵢ − z_top), at most 0, as high + low.
  func exponent(_ i: Int) -> Doubled<T> {
    guard z[i].isFinite else { return Doubled(high: -.infinity) }
    var difference = Doubled(z[i], minus: z[top])
    if scale.high == 1 && scale.low == 0 && difference.high.isFinite { return difference }
    var factor = scale
    if !difference.high.isFinite {
      difference = Doubled(z[i] / 2, minus: z[top] / 2)
      factor = Doubled(high: 2 * scale.high, low: 2 * scale.low)
    }
    var product = Doubled(factor.high, times: difference.high)
    guard product.high.isFinite else { return Doubled(high: product.high) }
    product.low += factor.high * difference.low + factor.low * difference.high
    return product
  }

  /// weightᵢ / total.
  func share(_ i: Int) -> T { total.dividing(weights[i]) }

  var shares: [T] {
    switch shape {
    case .regular: z.indices.map(share)
    case .vertex(let i): z.indices.map { $0 == i ? 1 : 0 }
    case .undefined: z.map { _ in .nan }
    }
  }

  /// ln(total), by log1p of what exceeds 1 so that a small rest is not lost.
  var logTotal: T {
    var excess = rest
    excess.add(weights[top] - 1)
    return T.log(onePlus: excess.value)
  }

  /// Which limit, if any, the extended real input has; and the item with the largest exponent.
  private static func classify(_ z: [T], scale: T) -> (Shape, top: Int) {
    guard !scale.isNaN, !z.isEmpty, !z.contains(where: \.isNaN) else { return (.undefined, 0) }
    if z.count == 1 { return (z[0].isFinite && scale.isFinite ? .regular : .vertex(0), 0) }
    if scale == 0 { return (z.allSatisfy(\.isFinite) ? .regular : .undefined, 0) }
    var top = 0
    var ties = 1
    for i in z.indices.dropFirst() {
      if z[i] == z[top] {
        ties += 1
      } else if (z[i] > z[top]) == (scale > 0) {
        top = i
        ties = 1
      }
    }
    if z[top].isFinite && scale.isFinite { return (.regular, top) }
    return (ties == 1 ? .vertex(top) : .undefined, top)
  }
}
