// The physicist's reading: states in contact with a heat bath at one temperature.

import RealModule

/// The canonical distribution over n levels at one temperature: pᵢ = gᵢ exp(−εᵢ/kT) / Q.
///
/// - Shape: `energies` has n ≥ 1 entries, `degeneracies` as many; per-level results have n.
/// - Units: energies in units of k·T: joules and kelvins with `boltzmannConstant: boltzmann`; with
///   the default k = 1, temperatures are energies and entropies are in nats.
/// - Edge cases: a negative temperature is meant (the highest level wins); an infinite one
///   of either sign gives weights gᵢ. T = 0 is refused: its limits are in the essay.
/// - Accuracy: at most 4.5 ulp measured where every weight is a normal number; a mean energy, ln Q or
///   free energy whose terms have opposite signs loses what they cancel.
/// - Source: Jaynes (1957), doi:10.1103/PhysRev.106.620.
public struct CanonicalEnsemble: Hashable, Sendable {
  public let energies: [Double]
  public let degeneracies: [Double]
  public let temperature: Double
  public let boltzmannConstant: Double

  /// - Throws: `InvalidInput` if there is no level, the counts differ, an energy is not finite, a
  ///   degeneracy or the constant is not finite and positive, the temperature is NaN or 0, or
  ///   k·T underflows.
  public init(
    energies: [Double], degeneracies: [Double]? = nil, temperature: Double,
    boltzmannConstant: Double = 1
  ) throws(InvalidInput) {
    let degeneracies = degeneracies ?? energies.map { _ in 1 }
    guard !energies.isEmpty else { throw InvalidInput("energies", "is empty") }
    guard degeneracies.count == energies.count else {
      throw InvalidInput(
        "degeneracies", "has \(degeneracies.count) entries for \(energies.count) energies")
    }
    try InvalidInput.check("energies", energies, "is not finite") { $0.isFinite }
    try InvalidInput.check("degeneracies", degeneracies, "is not finite and positive") {
      $0.isFinite && $0 > 0
    }
    guard boltzmannConstant.isFinite, boltzmannConstant > 0 else {
      throw InvalidInput("boltzmannConstant", "is not finite and positive: \(boltzmannConstant)")
    }
    guard (temperature * boltzmannConstant).magnitude >= .leastNormalMagnitude else {
      throw InvalidInput("temperature", "gives no usable k·T: \(temperature)")
    }
    self.energies = energies
    self.degeneracies = degeneracies
    self.temperature = temperature
    self.boltzmannConstant = boltzmannConstant
  }

  /// The probability of each level, its states taken together.
  public var probabilities: [Double] { terms.shares }

  /// ln Q; every thermal quantity below is a derivative of it.
  public var logPartitionFunction: Double {
    let terms = terms
    let ground = groundExponent(terms)
    return ground.high + (ground.low + terms.logTotal)
  }

  /// Q = Σ gᵢ exp(−εᵢ/kT); ∞ where it overflows, which its logarithm survives.
  public var partitionFunction: Double {
    let terms = terms
    return groundExponent(terms).exponential * terms.total.value
  }

  /// U = Σ pᵢ εᵢ = −∂ ln Q/∂β.
  public var meanEnergy: Double {
    let terms = terms
    var sum = Doubled<Double>(high: 0)
    for (weight, energy) in zip(terms.weights, energies) { sum.add(weight, times: energy) }
    return terms.total.dividing(sum.value)
  }

  /// C = Var(ε)/(kT²) = k·Var(βε), summed about the mean: ⟨ε²⟩ − ⟨ε⟩² would cancel.
  ///
  /// Energies are taken relative to the likeliest level's, so that the mean itself is accurate where
  /// nearly all the weight is on one level; times β first, for joules squared would underflow.
  public var heatCapacity: Double {
    let terms = terms
    let levels = energies.indices.filter { terms.weights[$0] > 0 }
    let shares = levels.map(terms.share)
    let likeliest = levels.max { terms.weights[$0] < terms.weights[$1] } ?? terms.top
    let zero = terms.exponent(likeliest)
    let offsets = levels.map { level in
      let exponent = terms.exponent(level)
      var offset = Doubled(exponent.high, minus: zero.high)
      offset.low += exponent.low - zero.low
      return offset.value
    }
    let mean = zip(shares, offsets).map(*).compensatedSum
    let variance = zip(shares, offsets).map { $0 * ($1 - mean) * ($1 - mean) }
    return boltzmannConstant * variance.compensatedSum
  }

  /// S = k(ln Q + βU) ≥ 0 for degeneracies of at least 1; in nats if k = 1.
  public var entropy: Double {
    let terms = terms
    var sum = Doubled<Double>(high: 0)
    for i in energies.indices where terms.weights[i] > 0 && i != terms.top {
      sum.add(terms.weights[i], times: -terms.exponent(i).value)
    }
    return boltzmannConstant * (terms.logTotal + terms.total.dividing(sum.value))
  }

  /// F = U − TS = −kT ln Q.
  public var freeEnergy: Double {
    let terms = terms
    let logTotal = terms.logTotal
    return logTotal == 0
      ? energies[terms.top] : energies[terms.top] - boltzmannConstant * temperature * logTotal
  }

  /// β = 1/(kT), kept unevaluated so that large exponents do not magnify its rounding.
  private var inverseTemperature: Doubled<Double> {
    let thermalEnergy = Doubled(boltzmannConstant, times: temperature)
    return thermalEnergy.high.isFinite ? thermalEnergy.reciprocal : Doubled(high: 0)
  }

  private var terms: ShiftedExponentials<Double> {
    let beta = inverseTemperature
    return ShiftedExponentials(
      energies, scale: Doubled(high: -beta.high, low: -beta.low), multiplicities: degeneracies)
  }

  /// −ε/kT of the level that the weights are relative to.
  private func groundExponent(_ terms: ShiftedExponentials<Double>) -> Doubled<Double> {
    let beta = inverseTemperature
    let energy = energies[terms.top]
    var product = Doubled(-beta.high, times: energy)
    if product.high.isFinite { product.low -= beta.low * energy }
    return product
  }
}
