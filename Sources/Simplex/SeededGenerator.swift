// A stream of random bits that is the same on every machine, today and in ten years.

/// The generator xoshiro256**, its state filled from a seed by SplitMix64.
///
/// Unlike the system's generator it is made to be repeated: one seed gives one stream, bit for bit
/// on every platform, and that includes all the draws of this type (uniform, normal, categorical
/// and so on). They use the four operations and the square root, which IEEE 754 rounds correctly,
/// and a logarithm of our own; never the platform's mathematical library, whose last bits differ.
/// Not for secrets: who sees some outputs can compute the rest.
///
/// - Shape: 256 bits of state, period 2²⁵⁶ − 1.
/// - Units: none; draws have those of their range, mean or deviation.
/// - Edge cases: every seed is good, 0 too. A copy goes on with the same stream; two are equal while they are in
///   the same state.
/// - Source: Blackman & Vigna (2021), ACM Trans. Math. Softw. 47(4), 36, doi:10.1145/3460772
///   (xoshiro256**); Steele, Lea & Flood (2014), doi:10.1145/2660193.2660195 (SplitMix).
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  /// The stream of a seed; seeds that differ in one bit give unrelated streams.
  ///
  /// - Shape and units: 64 bits, without unit.
  /// - Edge cases: none; no seed gives the state of nothing but zeros.
  /// - Source: Steele, Lea & Flood (2014), doi:10.1145/2660193.2660195.
  public init(seed: UInt64) {
    var seeds = SplitMix64(state: seed)
    self.init(state: (seeds.next(), seeds.next(), seeds.next(), seeds.next()))
  }

  /// The stream that starts at a state, for comparison with other implementations.
  ///
  /// - Precondition: the four words are not all 0, which would stay 0 for ever.
  init(state: (UInt64, UInt64, UInt64, UInt64)) {
    (s0, s1, s2, s3) = state
    precondition(s0 | s1 | s2 | s3 != 0, "xoshiro256** cannot start at 0")
  }

  /// The next 64 bits.
  ///
  /// - Shape and units: 64 bits, without unit.
  /// - Edge cases: none; it never ends.
  /// - Source: Blackman & Vigna (2021), doi:10.1145/3460772.
  public mutating func next() -> UInt64 {
    let result = Self.rotated(s1 &* 5, by: 7) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = Self.rotated(s3, by: 45)
    return result
  }

  private static func rotated(_ x: UInt64, by count: UInt64) -> UInt64 {
    x << count | x >> (64 - count)
  }
}

/// A counter whose values are scrambled: good enough to fill another generator's state.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
