// How tests measure distance: in units in the last place of the reference.
// All references in this folder: Python's mpmath at 50 digits, fed the exact binary inputs
// (mp.dps = 50; mpf(0.1) is the double 0.1), printed to 20 digits.
// Where a result is near 0 by cancellation mp.dps = 150 was needed: ln(1 + 4e-44) among them.
// Subnormal references stand as bit patterns: the compiler warns of their decimal forms.

import Testing

/// Whether each value lies within so many ulp of its reference; equal infinities and NaNs agree.
func isNear(_ values: [Double], _ references: [Double], ulps: Double) -> Bool {
  values.count == references.count
    && zip(values, references).allSatisfy { value, reference in
      value == reference || (value.isNaN && reference.isNaN)
        || (value - reference).magnitude <= ulps * reference.ulp
    }
}

func isNear(_ value: Double, _ reference: Double, ulps: Double) -> Bool {
  isNear([value], [reference], ulps: ulps)
}

/// Numbers that look random and are the same everywhere (a linear congruential generator).
struct Draws: Sequence, IteratorProtocol {
  var state: UInt64 = 20_261_121

  mutating func next() -> Double? {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 0x1p53
  }

  mutating func vector(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
    (0..<count).map { _ in
      range.lowerBound + (range.upperBound - range.lowerBound) * (next() ?? 0)
    }
  }
}
