// Which limit softmax has at a point of the extended reals, if any.

import RealModule

/// What the input of softmax allows to be computed.
enum LimitShape: Equatable {
  case regular
  /// The whole weight is on one item.
  case vertex(Int)
  /// No limit exists (see `softmax(_:scale:)`), or an input is NaN.
  case undefined
}

/// The shape, and the item with the largest exponent: the first of them if there are several.
func limitShape<T: Real & BinaryFloatingPoint>(
  _ z: UnsafeBufferPointer<T>, scale: T
) -> (LimitShape, top: Int) {
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
