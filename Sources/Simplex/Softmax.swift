// Softmax in its plain, based, in-place and row-batched forms.
//
// Other modules cannot specialise these generic functions, and unspecialised they are many times
// slower: hence `@_specialize`, here and in the other files.
// (`@specialized`, its official spelling, needs Swift 6.3; the package asks for 6.1.)

import RealModule

/// The softmax of `scale`·z: pᵢ = exp(λzᵢ) / Σₖ exp(λzₖ).
///
/// - Shape: n in, n out; empty gives empty. The result is not renormalised: it sums to 1 within
///   rounding.
/// - Units: z in units of 1/`scale`; the result is a share of 1.
/// - Edge cases: where a limit exists it is the value. −∞ has weight 0; one +∞ gives that vertex
///   exactly. Two +∞, nothing but −∞, or `scale` = 0 with an infinite entry have no limit:
///   every component is NaN. A negative `scale` exchanges the roles of +∞ and −∞. An infinite
///   `scale` gives the vertex of the largest entry (of the smallest for −∞), and NaN if that is shared.
///   A single entry has share 1, infinite or not. NaN in, as entry or `scale`, gives NaN throughout.
/// - Accuracy: within 0.51 ulp for any `scale` and any n, for λz is never rounded and exponentials
///   and their sum carry more digits than the result; see <doc:Accuracy>.
/// - Source: Blanchard, Higham & Higham (2021), doi:10.1093/imanum/draa038, for the shifted form;
///   Dekker (1971), doi:10.1007/BF01397083, for the arithmetic.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func softmax<T: Real & BinaryFloatingPoint>(_ z: [T], scale: T = 1) -> [T] {
  if T.significandBitCount < Double.significandBitCount {
    return softmax(z.map { Double($0) }, scale: Double(scale)).map { T($0) }
  }
  return [T](unsafeUninitializedCapacity: z.count) { result, count in
    z.withUnsafeBufferPointer { writeSoftmax($0, scale: scale, to: result) }
    count = z.count
  }
}

/// S(z, λ) = (1, exp(λz₁), …) / (1 + Σₖ exp(λzₖ)): softmax with a base item whose own z is 0.
///
/// - Shape: n − 1 in, n out, the base first; empty gives [1].
/// - Units: z in units of 1/`scale`; the result is a share of 1.
/// - Edge cases, accuracy and source: as `softmax(_:scale:)` of (0, z). For a positive `scale` all −∞ gives
///   (1, 0, …, 0); for a negative one two of them leave no limit.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func softmax<T: Real & BinaryFloatingPoint>(relativeToBase z: [T], scale: T = 1) -> [T] {
  var result = [T](unsafeUninitializedCapacity: z.count + 1) { entries, count in
    entries.initializeElement(at: 0, to: 0)
    for i in z.indices { entries.initializeElement(at: i + 1, to: z[i]) }
    count = z.count + 1
  }
  softmaxInPlace(&result, scale: scale)
  return result
}

/// Replaces z by `softmax(z, scale: scale)`.
///
/// - Shape, units, edge cases, accuracy and source: those of `softmax(_:scale:)`. Nothing is allocated for Double
///   (short of the extremes: |λ| below 2⁻⁹⁰⁰ and entries beyond 2¹⁰²², which go a slower way).
@_specialize(where T == Double)
@_specialize(where T == Float)
public func softmaxInPlace<T: Real & BinaryFloatingPoint>(_ z: inout [T], scale: T = 1) {
  softmaxInPlace(rows: &z, columns: z.count, scale: scale)
}

/// The softmax of each row of a matrix.
///
/// - Shape: row-major, `columns` entries to a row; as many out. If `columns` is not positive or does not
///   divide the count, there are no rows, and every component is NaN. Empty gives empty, whatever `columns` is.
/// - Units: z in units of 1/`scale`; the result is a share of 1.
/// - Edge cases, accuracy and source: for each row those of `softmax(_:scale:)`; one row's NaN stays in it.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func softmax<T: Real & BinaryFloatingPoint>(
  rows z: [T], columns: Int, scale: T = 1
) -> [T] {
  guard T.significandBitCount >= Double.significandBitCount, areRows(z.count, columns) else {
    var result = z
    softmaxInPlace(rows: &result, columns: columns, scale: scale)
    return result
  }
  return [T](unsafeUninitializedCapacity: z.count) { result, count in
    z.withUnsafeBufferPointer { z in
      for start in stride(from: 0, to: z.count, by: max(columns, 1)) {
        writeSoftmax(
          UnsafeBufferPointer(rebasing: z[start..<start + columns]), scale: scale,
          to: UnsafeMutableBufferPointer(rebasing: result[start..<start + columns]))
      }
    }
    count = z.count
  }
}

/// Replaces each row of a row-major matrix by its softmax.
///
/// Nothing is allocated for Double (short of the extremes), one array for narrower types.
///
/// - Shape, units, edge cases, accuracy and source: those of `softmax(rows:columns:scale:)`.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func softmaxInPlace<T: Real & BinaryFloatingPoint>(
  rows z: inout [T], columns: Int, scale: T = 1
) {
  guard areRows(z.count, columns) else {
    for i in z.indices { z[i] = .nan }
    return
  }
  if T.significandBitCount < Double.significandBitCount {
    var wide = z.map { Double($0) }
    softmaxInPlace(rows: &wide, columns: columns, scale: Double(scale))
    for i in z.indices { z[i] = T(wide[i]) }
    return
  }
  z.withUnsafeMutableBufferPointer { z in
    for start in stride(from: 0, to: z.count, by: max(columns, 1)) {
      let row = UnsafeMutableBufferPointer(rebasing: z[start..<start + columns])
      writeSoftmax(UnsafeBufferPointer(row), scale: scale, to: row)
    }
  }
}

private func areRows(_ count: Int, _ columns: Int) -> Bool {
  count == 0 || (columns > 0 && count % columns == 0)
}

/// Writes softmax(λz), by the fast way for Double and by the definition otherwise; the memory may
/// be the same.
@inline(__always)
private func writeSoftmax<T: Real & BinaryFloatingPoint>(
  _ z: UnsafeBufferPointer<T>, scale: T, to result: UnsafeMutableBufferPointer<T>
) {
  if let double = scale as? Double {
    let source = UnsafeBufferPointer(
      start: UnsafeRawPointer(z.baseAddress)?.assumingMemoryBound(to: Double.self), count: z.count)
    let target = UnsafeMutableBufferPointer(
      start: UnsafeMutableRawPointer(result.baseAddress)?.assumingMemoryBound(to: Double.self),
      count: z.count)
    if let kernel = SoftmaxKernel(source, scale: double) {
      kernel.writeShares(source, to: target)
      return
    }
  }
  let shape = limitShape(z, scale: scale).0
  if shape == .regular {
    let shares = ShiftedExponentials(Array(z), scale: Doubled(high: scale)).shares
    for i in z.indices { result.initializeElement(at: i, to: shares[i]) }
  } else {
    for i in z.indices {
      let vertex: T = shape == .vertex(i) ? 1 : 0
      result.initializeElement(at: i, to: shape == .undefined ? .nan : vertex)
    }
  }
}
