// The functions that an enclosed line may call: each by the recurrence of its Taylor coefficients.
// An essay's own calls find them by the argument's type.

extension Interval {
  /// - Parameters:
  ///   - value: bounds of the function's value.
  ///   - isDefined: whether the function is smooth on the whole argument.
  ///   - next: the k-th coefficient, from those before.
  private func applying(
    _ value: Bounds, isDefined: Bool = true, _ next: (_ k: Int, _ before: [Bounds]) -> Bounds
  ) -> Interval {
    var found = [value]
    for k in 1...Self.order { found.append(next(k, found)) }
    return Interval(terms: found, isDefined: self.isDefined && isDefined)
  }

  /// The k-th coefficient of f where f′ = g · a′, a being this value.
  private func integrated(_ k: Int, _ g: (Int) -> Bounds) -> Bounds {
    Self.sum(1, k) { Bounds(Double($0)) * terms[$0] * g(k - $0) } / Bounds(Double(k))
  }

  var exponential: Interval {
    applying(terms[0].exponential) { k, e in integrated(k) { e[$0] } }
  }

  var exponentialLessOne: Interval {
    var found = exponential
    found.terms[0] = terms[0].exponentialLessOne
    return found
  }

  var logarithm: Interval { logarithm(terms[0].logarithm, of: terms[0]) }

  var logarithmOfOneMore: Interval {
    logarithm(terms[0].logarithmOfOneMore, of: terms[0] + .one)
  }

  /// - Parameter argument: bounds of what the logarithm is taken of; its derivatives are this value's.
  private func logarithm(_ value: Bounds, of argument: Bounds) -> Interval {
    applying(value, isDefined: argument.lower > 0) { k, l in
      let known = Self.sum(1, k - 1) { Bounds(Double($0)) * l[$0] * terms[k - $0] }
      return (terms[k] - known / Bounds(Double(k))) / argument
    }
  }

  var squareRoot: Interval {
    applying(terms[0].squareRoot, isDefined: terms[0].lower > 0) { k, s in
      (terms[k] - Self.sum(1, k - 1) { s[$0] * s[k - $0] }) / (Bounds(2) * s[0])
    }
  }

  /// Sine and cosine are each other's derivative.
  private func hyperbolic(_ value: Bounds, derivative: Bounds) -> Interval {
    var found = [value]
    var other = [derivative]
    for k in 1...Self.order {
      let next = integrated(k) { other[$0] }
      other.append(integrated(k) { found[$0] })
      found.append(next)
    }
    return Interval(terms: found, isDefined: isDefined)
  }

  var hyperbolicSine: Interval {
    hyperbolic(terms[0].hyperbolicSine, derivative: terms[0].hyperbolicCosine)
  }

  var hyperbolicCosine: Interval {
    hyperbolic(terms[0].hyperbolicCosine, derivative: terms[0].hyperbolicSine)
  }

  /// t′ = (1 − t²) a′.
  var hyperbolicTangent: Interval {
    applying(terms[0].hyperbolicTangent) { k, t in
      integrated(k) { i in
        (i == 0 ? .one - t[0].squared : -Self.sum(0, i) { t[$0] * t[i - $0] })
      }
    }
  }

  func power(_ exponent: Int) -> Interval {
    var found = Interval(constant: .one)
    for _ in 0..<exponent.magnitude { found = found * self }
    found.terms[0] = terms[0].power(Int(exponent.magnitude))
    return exponent < 0 ? Interval(constant: .one) / found : found
  }
}

@_spi(Enclosures) public func exp(_ x: __GalleyInterval) -> __GalleyInterval { x.exponential }
@_spi(Enclosures) public func expm1(_ x: __GalleyInterval) -> __GalleyInterval {
  x.exponentialLessOne
}
/// The natural logarithm, of numbers above 0.
@_spi(Enclosures) public func log(_ x: __GalleyInterval) -> __GalleyInterval { x.logarithm }
/// log(1 + x), of numbers above −1.
@_spi(Enclosures) public func log1p(_ x: __GalleyInterval) -> __GalleyInterval {
  x.logarithmOfOneMore
}
/// The square root, of numbers above 0: at 0 it has no derivative.
@_spi(Enclosures) public func sqrt(_ x: __GalleyInterval) -> __GalleyInterval { x.squareRoot }
@_spi(Enclosures) public func sinh(_ x: __GalleyInterval) -> __GalleyInterval { x.hyperbolicSine }
@_spi(Enclosures) public func cosh(_ x: __GalleyInterval) -> __GalleyInterval { x.hyperbolicCosine }
@_spi(Enclosures) public func tanh(_ x: __GalleyInterval) -> __GalleyInterval {
  x.hyperbolicTangent
}
/// A power with a whole exponent.
@_spi(Enclosures) public func pow(_ x: __GalleyInterval, _ exponent: Int) -> __GalleyInterval {
  x.power(exponent)
}
