// The physicist's reading: states in contact with a heat bath at one temperature.

import RealModule

/// The canonical distribution over n levels at one temperature: pᵢ = gᵢ exp(−εᵢ/kT) / Q.
///
/// - Shape: `energies` has n ≥ 1 entries, `degeneracies` as many; per-level results have n.
/// - Units: energies in units of k·T: joules and kelvins with `boltzmannConstant: boltzmann`; with
///   the default k = 1, temperatures are energies and entropies are in nats.
/// - Edge cases: a negative temperature is meant (the highest level wins); an infinite one
///   of either sign gives weights gᵢ. T = 0 is the limit from above: the lowest levels share by
///   degeneracy, U and F are the lowest energy, C = 0, S = k ln g₀; −0.0, from below, is the same of
///   the highest. ln Q diverges there: `logPartitionFunction` and `partitionFunction` say how.
/// - Accuracy: within 2 ulp, also where a mean energy, ln Q or a free energy is what is left of terms
///   of opposite signs; see <doc:Accuracy>.
/// - Source: Jaynes (1957), doi:10.1103/PhysRev.106.620.
public struct CanonicalEnsemble: Hashable, Sendable {
  /// The energy of each level.
  ///
  /// - Shape and units: n ≥ 1 of them, in units of k·T.
  /// - Edge cases: each is finite, of either sign; equal ones are levels of their own.
  /// - Source: as given to the initialiser.
  public let energies: [Double]
  /// How many states share each level's energy: positive, and not always integers.
  ///
  /// - Shape and units: n of them; counts, without unit.
  /// - Edge cases: each is finite and positive; 1 each if none were given.
  /// - Source: as given to the initialiser.
  public let degeneracies: [Double]
  /// T, of either sign; −0.0 is the limit from below.
  ///
  /// - Shape and units: a number; kelvins with `boltzmannConstant: boltzmann`, the unit of energy with k = 1.
  /// - Edge cases: ±0 and ±∞ are limits, see the type; never NaN.
  /// - Source: Ramsey (1956), doi:10.1103/PhysRev.103.20, for negative ones.
  public let temperature: Double
  /// k, in units of energy over temperature.
  ///
  /// - Shape and units: a number; J/K in SI units, none where temperatures are energies.
  /// - Edge cases: finite and positive; 1 if not given.
  /// - Source: as given to the initialiser; `boltzmann` is the SI's.
  public let boltzmannConstant: Double

  /// The distribution of given levels at a temperature.
  ///
  /// - Shape: n ≥ 1 energies and n degeneracies, 1 each if not given.
  /// - Units: energies in units of k·T; degeneracies are counts.
  /// - Edge cases: temperatures of ±0 and ±∞ are limits, and allowed.
  /// - Source: Jaynes (1957), doi:10.1103/PhysRev.106.620.
  /// - Throws: `InvalidInput` if there is no level, the counts differ, an energy is not finite, a
  ///   degeneracy or the constant is not finite and positive, the temperature is NaN, or
  ///   |k·T| is below 2⁻¹⁰²², the least normal number, although T is not 0.
  public init(
    energies: [Double], degeneracies: [Double]? = nil, temperature: Double,
    boltzmannConstant: Double = 1
  ) throws(InvalidInput) {
    let degeneracies = degeneracies ?? energies.map { _ in 1 }
    guard !energies.isEmpty else { throw InvalidInput("energies", "is empty") }
    guard degeneracies.count == energies.count else {
      throw InvalidInput.mismatch("degeneracies", degeneracies.count, for: energies.count, "energy")
    }
    try InvalidInput.check("energies", energies, "is not finite") { $0.isFinite }
    try InvalidInput.check("degeneracies", degeneracies, "is not finite and positive") {
      $0.isFinite && $0 > 0
    }
    guard boltzmannConstant.isFinite, boltzmannConstant > 0 else {
      throw InvalidInput("boltzmannConstant", "is not finite and positive: \(boltzmannConstant)")
    }
    guard
      temperature == 0
        || (temperature * boltzmannConstant).magnitude >= .leastNormalMagnitude
    else {
      throw InvalidInput("temperature", "gives no usable k·T: \(temperature)")
    }
    self.energies = energies
    self.degeneracies = degeneracies
    self.temperature = temperature
    self.boltzmannConstant = boltzmannConstant
  }

  /// The probability of each level, its states taken together.
  ///
  /// - Shape and units: n shares of 1; they sum to 1 within rounding.
  /// - Edge cases: those of the type; 0 where a share underflows.
  /// - Source: Jaynes (1957), doi:10.1103/PhysRev.106.620.
  public var probabilities: [Double] { terms.shares }

  /// ln Q; every thermal quantity below is a derivative of it.
  ///
  /// - Shape and units: a number, in nats whatever k is.
  /// - Edge cases: at T = ±0 its limit: +∞ or −∞ by the sign of −ε₀/T, and ln g₀ for ε₀ = 0. At T = ±∞ ln Σ gᵢ.
  /// - Source: Jaynes (1957), doi:10.1103/PhysRev.106.620.
  public var logPartitionFunction: Double { doubledLogPartitionFunction.value }

  /// Q = Σ gᵢ exp(−εᵢ/kT).
  ///
  /// - Shape and units: a number of states, without unit.
  /// - Edge cases: ∞ where it overflows and 0 where it underflows, both of which its logarithm survives. At T = ±0 its
  ///   limit: +∞ or 0, and g₀ for ε₀ = 0. At T = ±∞ Σ gᵢ.
  /// - Source: Jaynes (1957), doi:10.1103/PhysRev.106.620.
  public var partitionFunction: Double { doubledLogPartitionFunction.exponential }

  /// U = Σ pᵢ εᵢ = −∂ ln Q/∂β.
  ///
  /// - Shape and units: a number, in the energies' unit.
  /// - Edge cases: at T = 0 the lowest energy, at T = −0.0 the highest, at T = ±∞ the mean weighted by gᵢ.
  /// - Source: Jaynes (1957), doi:10.1103/PhysRev.106.620.
  public var meanEnergy: Double {
    if let occupied = frozenEnergy { return occupied }
    let terms = terms
    return sum { terms.doubledShare($0) * energies[$0] }.value
  }

  /// C = Var(ε)/(kT²) = k·Var(βε), summed about the mean: ⟨ε²⟩ − ⟨ε⟩² would cancel.
  ///
  /// Energies are taken relative to the likeliest level's, so that the mean itself is accurate where
  /// nearly all the weight is on one level; times β first, for joules squared would underflow.
  ///
  /// - Shape and units: a number, in units of k: J/K in SI units.
  /// - Edge cases: at least 0; 0 at T = ±0 and ±∞, and for a single level.
  /// - Source: Jaynes (1957), doi:10.1103/PhysRev.106.620.
  public var heatCapacity: Double {
    let terms = terms
    let shares = energies.indices.map(terms.doubledShare)
    let offsets = energies.indices.map { terms.exponent($0, relativeTo: terms.heaviest) }
    let occupied = { (level: Int) in shares[level].high > 0 }
    let mean = sum(where: occupied) { shares[$0] * offsets[$0] }
    let variance = sum(where: occupied) { level in
      let deviation = offsets[level] - mean
      return shares[level] * deviation * deviation
    }
    return (variance * boltzmannConstant).value
  }

  /// S = k(ln Q + βU) ≥ 0 for degeneracies of at least 1.
  ///
  /// - Shape and units: a number, in units of k: J/K in SI units, nats if k = 1.
  /// - Edge cases: at T = ±0 k ln g₀, at T = ±∞ k ln Σ gᵢ; negative where the weights of fewer than one state count.
  /// - Source: Jaynes (1957), doi:10.1103/PhysRev.106.620.
  public var entropy: Double {
    let terms = terms
    let shares = energies.indices.map(terms.doubledShare)
    let occupied = { (level: Int) in shares[level].high > 0 }
    let mean = sum(where: occupied) { shares[$0] * terms.exponent($0) }
    return ((terms.logTotal - mean) * boltzmannConstant).value
  }

  /// F = U − TS = −kT ln Q.
  ///
  /// - Shape and units: a number, in the energies' unit.
  /// - Edge cases: at T = ±0 the energy that is occupied. At T = +∞ −∞ for Σ gᵢ > 1 and +∞ for Σ gᵢ < 1, at T = −∞ the
  ///   other way; for Σ gᵢ = 1 the limit is U. ±∞ where it overflows.
  /// - Source: Jaynes (1957), doi:10.1103/PhysRev.106.620.
  public var freeEnergy: Double {
    let terms = terms
    let logTotal = terms.logTotal
    let ground = Doubled(high: energies[terms.top])
    // As T grows, ln Q with weights that sum to 1 vanishes as −U/kT.
    if temperature.isInfinite && logTotal.high == 0 { return meanEnergy }
    guard logTotal.high != 0, temperature != 0 else { return ground.high }
    return (ground - logTotal * boltzmannConstant * temperature).value
  }

  private func sum(
    where counts: (Int) -> Bool = { _ in true }, _ term: (Int) -> Doubled<Double>
  ) -> Doubled<Double> {
    energies.indices.filter(counts).reduce(Doubled(high: 0)) { $0 + term($1) }
  }

  private var doubledLogPartitionFunction: Doubled<Double> {
    let terms = terms
    if let occupied = frozenEnergy {
      let exponent = temperature.sign == .minus ? occupied : -occupied
      return occupied == 0 ? terms.logTotal : Doubled(high: exponent * .infinity)
    }
    // −ε/kT of the level that the weights are relative to.
    let ground = -(inverseTemperature * (energies[terms.top] * energyFactor))
    return ground + terms.logTotal
  }

  /// 1/(kT) as high + low, so that large exponents do not magnify its rounding; in units of
  /// `energyFactor`, so that for a huge kT the low part does not underflow.
  private var inverseTemperature: Doubled<Double> {
    let product = Doubled(boltzmannConstant.significand, times: temperature.significand)
    guard temperature.isFinite else { return Doubled(high: 0) }
    // One factor for both powers of 2: the first alone may be subnormal.
    let power =
      -Int(boltzmannConstant.exponent) - Int(temperature.exponent) - Int(energyFactor.exponent)
    let sign = temperature < 0 ? -1.0 : 1
    let factor = Double(sign: .plus, exponent: max(power, -1000), significand: sign)
    return product.reciprocal.times(powerOfTwo: factor)
  }

  /// 1, or a tiny power of 2 where kT is huge.
  private var energyFactor: Double {
    (boltzmannConstant * temperature).magnitude > 0x1p400 ? 0x1p-600 : 1
  }

  /// At T = ±0, the energy of the only levels that are occupied.
  private var frozenEnergy: Double? {
    guard temperature == 0 else { return nil }
    return temperature.sign == .minus ? energies.max() : energies.min()
  }

  private var terms: ShiftedExponentials<Double> {
    if let occupied = frozenEnergy {
      // As at infinite λ, but ties share: every other level is infinitely far from the occupied.
      return ShiftedExponentials(
        energies.map { $0 == occupied ? occupied : -.infinity }, scale: Doubled(high: 1),
        multiplicities: degeneracies)
    }
    let factor = energyFactor
    return ShiftedExponentials(
      factor == 1 ? energies : energies.map { $0 * factor }, scale: -inverseTemperature,
      multiplicities: degeneracies)
  }
}
