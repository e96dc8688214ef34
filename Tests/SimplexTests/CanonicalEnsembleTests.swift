// The canonical ensemble: references in both unit systems, limits, refused input.

import Simplex
import Testing

@Suite struct CanonicalEnsembleTests {
  struct Case: Sendable {
    var energies: [Double]
    var degeneracies: [Double]
    var temperature: Double
    var boltzmannConstant: Double = 1
    var probabilities: [Double]
    var logPartitionFunction: Double
    var meanEnergy: Double
    var heatCapacity: Double
    var entropy: Double
    var freeEnergy: Double
  }

  static let cases = [
    Case(
      energies: [0, 1], degeneracies: [1, 1], temperature: 1,
      probabilities: [0.73105857863000487925, 0.26894142136999512075],
      logPartitionFunction: 0.31326168751822283405, meanEnergy: 0.26894142136999512075,
      heatCapacity: 0.19661193324148185254, entropy: 0.5822031088882179548,
      freeEnergy: -0.31326168751822283405),
    Case(
      energies: [0, 1, 3], degeneracies: [1, 3, 2], temperature: -0.5,
      probabilities: [1.2047833436726055331e-3, 0.026706635140362382568, 0.9720885815159650119],
      logPartitionFunction: 6.7214555259871477665, meanEnergy: 2.9429723796882574183,
      heatCapacity: 0.45766976470433081997, entropy: 0.83551076661063292997,
      freeEnergy: 3.3607277629935738833),
    Case(  // energies far from 0: ⟨ε²⟩ − ⟨ε⟩² would have no digit left
      energies: [1e6, 1e6 + 1], degeneracies: [1, 1], temperature: 0.25,
      probabilities: [0.98201379003790844197, 0.017986209962091558027],
      logPartitionFunction: -3.9999999818500720822e+6, meanEnergy: 1.0000000179862099621e+6,
      heatCapacity: 0.28260329941265786274, entropy: 0.090094767766175972462,
      freeEnergy: 999999.99546251802055),
    Case(  // hydrogen's first two levels in SI units
      energies: [-13.6 * electronvolt, -3.4 * electronvolt], degeneracies: [2, 8],
      temperature: 85418, boltzmannConstant: boltzmann,
      probabilities: [0.49985832348851387077, 0.50014167651148612923],
      logPartitionFunction: 3.2342146277066214865, meanEnergy: -1.3616186082877842743e-18,
      heatCapacity: 6.6279469713707831011e-24, entropy: 2.8712499965019627621e-23,
      freeEnergy: -3.8141829302998308264e-18),
    Case(
      energies: [0, 1], degeneracies: [1, 1], temperature: 0.01,
      probabilities: [1, 3.7200759760208437069e-44],
      logPartitionFunction: 3.7200759760208437069e-44,
      meanEnergy: 3.7200759760208437069e-44, heatCapacity: 3.720075976020843552e-40,
      entropy: 3.7572767357810520666e-42, freeEnergy: -3.7200759760208437069e-46),
  ]

  @Test(arguments: cases)
  func matchesReference(_ expected: Case) throws {
    let ensemble = try CanonicalEnsemble(
      energies: expected.energies, degeneracies: expected.degeneracies,
      temperature: expected.temperature, boltzmannConstant: expected.boltzmannConstant)
    #expect(isNear(ensemble.probabilities, expected.probabilities, ulps: 4))
    #expect(isNear(ensemble.logPartitionFunction, expected.logPartitionFunction, ulps: 4))
    #expect(isNear(ensemble.meanEnergy, expected.meanEnergy, ulps: 4))
    #expect(isNear(ensemble.heatCapacity, expected.heatCapacity, ulps: 4))
    #expect(isNear(ensemble.entropy, expected.entropy, ulps: 4))
    #expect(isNear(ensemble.freeEnergy, expected.freeEnergy, ulps: 4))
  }

  @Test func isSoftmaxOfMinusEnergyOverTemperature() throws {
    let ensemble = try CanonicalEnsemble(energies: [0.5, -1, 2], temperature: 0.5)
    #expect(isNear(ensemble.probabilities, softmax([-0.5, 1, -2], scale: 2), ulps: 2))
    #expect(isNear(ensemble.partitionFunction, 7.7752511789908267291, ulps: 4))
  }

  @Test func infiniteTemperatureCountsStates() throws {
    let ensemble = try CanonicalEnsemble(
      energies: [-1, 5], degeneracies: [1, 3], temperature: .infinity)
    #expect(ensemble.probabilities == [0.25, 0.75])
    #expect(ensemble.meanEnergy == 3.5)
    #expect(isNear(ensemble.entropy, 1.3862943611198906, ulps: 1))
    #expect(ensemble.heatCapacity == 0)
    let inverted = try CanonicalEnsemble(
      energies: [-1, 5], degeneracies: [1, 3], temperature: -.infinity)
    #expect(inverted.probabilities == [0.25, 0.75])
    #expect(inverted.meanEnergy == 3.5)
  }

  /// Weights that sum to 1 leave no ln Q to multiply by T; what is left is the mean energy, in any order.
  @Test func theFreeEnergyOfWeightsThatSumToOneHasALimit() throws {
    for energies in [[2.0, 3], [3, 2]] {
      let ensemble = try CanonicalEnsemble(
        energies: energies, degeneracies: [0.5, 0.5], temperature: .infinity)
      #expect(ensemble.freeEnergy == 2.5)
    }
  }

  /// 1/kT is subnormal there. p = (1, 1/e)/(1 + 1/e), and −ε/kT is 1 and −1.
  @Test(arguments: [1e300, 1e302, 1e308])
  func hugeTemperaturesAreTemperatures(_ huge: Double) throws {
    let ensemble = try CanonicalEnsemble(energies: [0, huge], temperature: huge)
    #expect(
      isNear(ensemble.probabilities, [0.73105857863000487925, 0.26894142136999512074], ulps: 2))
    let even = try CanonicalEnsemble(energies: [-huge, huge], temperature: huge)
    #expect(isNear(even.logPartitionFunction, 1.1269280110429725, ulps: 2))
    #expect(isNear(even.meanEnergy / huge, -0.76159415595576488812, ulps: 4))
  }

  @Test func zeroTemperatureIsTheLimitFromItsSide() throws {
    let energies = [2.0, -1, 2, -1, 0]
    let degeneracies = [3.0, 1, 1, 3, 7]
    let cold = try CanonicalEnsemble(
      energies: energies, degeneracies: degeneracies, temperature: 0, boltzmannConstant: 2)
    #expect(cold.probabilities == [0, 0.25, 0, 0.75, 0])
    #expect([cold.meanEnergy, cold.freeEnergy, cold.heatCapacity] == [-1, -1, 0])
    #expect(isNear(cold.entropy, 2.7725887222397811449, ulps: 1))
    #expect(cold.logPartitionFunction == .infinity && cold.partitionFunction == .infinity)
    let inverted = try CanonicalEnsemble(
      energies: energies, degeneracies: degeneracies, temperature: -0.0)
    #expect(inverted.probabilities == [0.75, 0, 0.25, 0, 0])
    #expect([inverted.meanEnergy, inverted.freeEnergy, inverted.heatCapacity] == [2, 2, 0])
    #expect(isNear(inverted.entropy, 1.3862943611198905725, ulps: 1))
    #expect(inverted.logPartitionFunction == .infinity)
    let above = try CanonicalEnsemble(energies: [1, 3], temperature: 0)
    #expect(above.logPartitionFunction == -.infinity && above.partitionFunction == 0)
    #expect(above.probabilities == [1, 0] && above.entropy == 0)
    let grounded = try CanonicalEnsemble(
      energies: [0, 1], degeneracies: [4, 1], temperature: 0)
    #expect(isNear(grounded.logPartitionFunction, 1.3862943611198905725, ulps: 1))
    #expect(isNear(grounded.partitionFunction, 4, ulps: 1))
  }

  @Test func refusesWhatHasNoDistribution() {
    #expect(throws: InvalidInput("energies", "is empty")) {
      try CanonicalEnsemble(energies: [], temperature: 1)
    }
    #expect(throws: InvalidInput("energies", at: 1, "is not finite: nan")) {
      try CanonicalEnsemble(energies: [0, .nan], temperature: 1)
    }
    #expect(throws: InvalidInput("degeneracies", at: 0, "is not finite and positive: 0.0")) {
      try CanonicalEnsemble(energies: [0], degeneracies: [0], temperature: 1)
    }
    #expect(throws: InvalidInput("degeneracies", "has 1 entry for 2 energies")) {
      try CanonicalEnsemble(energies: [0, 1], degeneracies: [1], temperature: 1)
    }
    // As a product: a literal that small draws a warning.
    let subnormal = 1e-300 * 1e-10
    #expect(throws: InvalidInput("temperature", "gives no usable k·T: \(subnormal)")) {
      try CanonicalEnsemble(energies: [0, 1], temperature: subnormal)
    }
    #expect(throws: InvalidInput("temperature", "gives no usable k·T: nan")) {
      try CanonicalEnsemble(energies: [0, 1], temperature: .nan)
    }
  }
}
