// Functions of bounds, by the C library's functions widened by more than their error.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Bounds {
  /// By how many units in the last place a value of the C library may be wrong.
  ///
  /// glibc's manual lists at most 2 for these functions where results are rounded to nearest, at most 3 in the
  /// other modes, as the largest errors known. Nobody has proved them.
  static let libraryError = 4.0

  /// The image under a function that grows, of which `function` is the C library's version.
  private func image(_ function: (Double) -> Double, atLeast least: Double = -.infinity) -> Bounds {
    func widened(_ y: Double, _ sign: Double) -> Double {
      y.isFinite ? y + sign * Self.libraryError * y.ulp : y
    }
    let low = function(lower)
    let high = function(upper)
    guard !low.isNaN, !high.isNaN else { return .all }
    // An overflow says only that the number is large.
    let floor = low == .infinity ? Double.greatestFiniteMagnitude : widened(low, -1)
    return Bounds(max(least, floor), widened(high, 1))
  }

  var exponential: Bounds { image(exp, atLeast: 0) }
  var exponentialLessOne: Bounds { image(expm1, atLeast: -1) }
  /// Of bounds above 0.
  var logarithm: Bounds { lower > 0 ? image(log) : .all }
  /// Of bounds above −1.
  var logarithmOfOneMore: Bounds { lower > -1 ? image(log1p) : .all }
  /// Of bounds above 0.
  var squareRoot: Bounds {
    lower > 0
      ? Bounds(max(0, Self.below(lower.squareRoot())), Self.above(upper.squareRoot())) : .all
  }
  var hyperbolicSine: Bounds { image(sinh) }
  var hyperbolicCosine: Bounds {
    Bounds(leastMagnitude, magnitude).image(cosh, atLeast: 1)
  }
  var hyperbolicTangent: Bounds {
    let found = image(tanh)
    return Bounds(max(-1, found.lower), min(1, found.upper))
  }
}
