// DrawGenerator: the random numbers behind `draw`. The same seed gives the same bits on every platform,
// so that a build can be repeated and a failing draw can be run again.

/// The generator xoshiro256** (Blackman & Vigna, 2018), its state filled by SplitMix64.
struct DrawGenerator {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  init(seed: UInt64) {
    var mixer = seed
    func mixed() -> UInt64 {
      mixer &+= 0x9e37_79b9_7f4a_7c15
      return Self.mix(mixer)
    }
    (a, b, c, d) = (mixed(), mixed(), mixed(), mixed())
  }

  /// A seed from a text and numbers: the essay and derivation, the draw, what it is repeated for.
  static func seed(_ text: String, _ numbers: Int...) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01b3 }
    for number in numbers {
      hash = mix(hash &+ 0x9e37_79b9_7f4a_7c15 &* (UInt64(truncatingIfNeeded: number) &+ 1))
    }
    return hash
  }

  private static func mix(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func next() -> UInt64 {
    func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 { word << count | word >> (64 - count) }
    let result = rotated(b &* 5, 7) &* 9
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotated(d, 45)
    return result
  }

  /// Uniform in 0..<1, a multiple of 2⁻⁵³.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Uniform in 0..<count. The bias of the product is below count/2⁶⁴.
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, count))).high)
  }

  /// True in one of `count` cases, on average.
  mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }
}
