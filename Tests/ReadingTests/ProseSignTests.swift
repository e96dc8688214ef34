// False claims that stand beside a tick only where a sign is lost: a sign has two sides, and what is between it and
// the number does not cut it off. In the list ✓ stands for a claim's comment, and ⏎ for the end of a line.

import Testing

struct ProseSignTests {
  @Test func noSignIsCutFromItsNumber() async throws {
    let lines = Self.sentences.split(separator: "\n").map(String.init)
    let sentences = lines.filter { !$0.hasPrefix("#") }
    let texts = sentences.map {
      $0.replacing("✓", with: "<!-- = x -->").replacing("⏎", with: "\n")
    }
    for (sentence, complaints) in zip(sentences, try await ProseReader.complaints(texts)) {
      #expect(complaints.contains { $0.contains("is not clear") }, "\(sentence)")
    }
  }

  private static let sentences = #"""
    # a relation behind the number and its unit
    8✓ m < 5 m
    8✓ m² > 10 m²
    8✓ m/s² > 10 m/s²
    8✓ °C < 5 °C
    8✓ kW h = 10 kW h
    8✓ (km) < 5
    8✓ "m" > 10
    8✓ $\mathrm{km}$ < 5
    8✓ $\mathrm{m} > 10$
    8✓ m<sup>2</sup> > 10
    8✓: < 5
    8✓. < 5
    8✓ people\⏎< 5
    # between two numbers with claims
    8✓ m² < 5✓ m²
    8✓ m > 5✓ km
    8✓ (bits) = 5✓
    5✓ ≈ 400✓
    5✓ ~ −5✓
    5✓ × 8✓ = 41✓
    x < 5✓ or 4✓
    # words before numbers are no name
    $\text{thus } 12 < 10$✓
    $\mathrm{EUR}\,12 < 10$✓
    $a: 7 = 8$✓
    $(a)\; 7 = 8$✓
    EUR12 < 10✓
    n:12 < 10✓
    7: = 8✓
    # numbers that do not come to it
    $\sqrt{3^2 + 4^2} = 6$✓
    $\sqrt{3^2 - 4} = 5$✓
    $\frac{2 + 4}{3} = 3$✓
    $5! = 121$✓
    $\binom{8}{5} = 55$✓
    $\sqrt{64} = 9$✓
    15/2 = 8✓
    3 + 4 = 8✓
    # what does not cut a sign from its number
    p < [1] 0.05✓
    p < I 0.05✓
    p < α (0.05✓)
    $p < \alpha$, 0.05✓
    p < 5%, or 0.05✓
    p < one of 3: 0.05✓
    p <; 0.05✓
    p <\⏎the 0.05✓
    − [3] 5✓
    10^[3] 5✓
    ≠ [3] 5✓
    p ‹ 0.05✓
    p « 0.05✓
    # scales and factors behind it
    5✓ (in %)
    5✓ in %
    5✓ (in 10³)
    5✓ (all × 10³)
    5✓ (all times −1)
    5 (in %)✓
    $x = 5 \quad (\text{in } \%)$✓
    $x = 5,\ \%$✓
    $x = 5 \quad (10^3)$✓
    $$x = 5 \tag{\%}$$✓
    $x = 8 \text{ and } > y$✓
    $x = 8,\ \times y$✓
    5✓ 10³
    5✓ 0000
    5✓ 50%
    5✓ 8ths
    5✓, 000
    5✓× pi
    5✓× n
    5✓-n
    5✓ – n
    5✓ €/1000
    8✓ m·10³
    5✓ or 6%
    5✓, 6 or 7%
    (5✓, 6)%
    # factors before it
    2 x 5✓
    2x 5✓
    π 5✓
    10 e 5✓
    2 • 5✓
    10³ × (6, 5✓)
    −(6, 5✓)
    # signs in the cells beside it
    | a | b |⏎|---|---|⏎| p < | 0.05✓ |
    | a | b | c |⏎|---|---|---|⏎| 8✓ | < | 5 |
    | a | b |⏎|---|---|⏎| − | 5✓ |
    | a | b |⏎|---|---|⏎| $p <$ | 0.05✓ |
    | a | b |⏎|---|---|⏎| 5✓ | ×10³ |
    | a | b |⏎|---|---|⏎| 5✓ | % of all |
    # powers, and what they do not raise
    $2^{10} = 1$✓
    $10^{12} = 100$✓
    $2^{10} - 1 = 0$✓
    $-3^2 = 9$✓
    −2² = 4✓
    $-2^2 + 12 = 16$✓
    # a side put together from claims, or from a claim and a number
    n > 2✓ × 5✓
    n > 2✓ times 5✓
    8✓ > 5✓ + 4✓
    3✓ = 3✓ + 4✓
    2✓ times 3✓ = 3✓
    n = 5✓ folds × 8 settings
    x = 5✓ m − 3 m
    x = 5✓ € / 2
    8✓ runs > 5✓ runs × 3 seeds
    # what is counted is no name
    We have 12 training examples < 10✓.
    12 km per hour ≤ 10✓
    # units that begin alike
    1✓ m < 8✓ min
    5✓ km = 5✓ km²
    8✓ > 5✓ km
    # chains
    $\sqrt{2} = y = 5$✓
    $\frac13 = y = 5$✓
    p = 0.031✓ > 0.05
    p = 0.031✓ < 0.05 / 8
    # what brackets hold is about what stands before them
    8✓ (3✓) < 4✓ (5✓)
    8✓ (SD = 3✓) < 5✓
    8✓ [3✓, 5✓] < 6✓
    Our 0.664✓ (n = 8✓) > 0.7✓
    0.664✓ (p = 0.0504✓) < 0.1
    5✓ ± 3✓ < 4✓
    # rows of a chain
    $$\begin{aligned} a &= 2 + 5 \\ &= 8 \end{aligned}$$✓
    $$\begin{aligned} a &= 3 + 4 \\ &= 2^3 \\ &= 8 \end{aligned}$$✓
    $$\begin{aligned} a &= 7 \\ b &= 8 \end{aligned}$$✓
    $$\begin{aligned} a &< 7 \\ &= 8 \end{aligned}$$✓
    # functions and factors behind it
    $5$✓ $\ln 2$
    $5$✓ $\det A$
    5✓ log 2 nats
    5✓ f(x)
    5✓ n²
    H = 2✓ log 2 = 2✓ nats
    # other signs of differences and ratios
    8✓ – 3✓ = 3✓
    8✓ : 4✓ = 4✓
    All 12 failed runs < 10✓
    # what is counted, and shares of it
    12 failed runs = 8✓
    The 12 failed runs ≈ 8✓
    60% of all = 8✓
    | p < | n |⏎|---|---|⏎| 0.05✓ | 3 |
    # bounds behind what is put together, or with something behind them
    The gap is 0.664✓ − 0.09✓ < 0.1.
    8✓ + 3✓ < 5
    (8✓ − 5✓) > 4
    40✓ ± 3✓ < 5
    8✓ plus 3✓ < 5
    40✓ : 5✓ < 6
    x = 8✓ > 5 million
    x = 8✓ > 5 k
    x = 8✓ > 5 k€
    p = 0.0312✓ < 1 percent
    p = 0.0312✓ < 1 in 100
    p = 0.0312✓ < 1 : 100
    x = 8✓ > 5 log 10
    x = 8✓ > 5!
    x = 8✓ > 5 σ
    x = 8✓ > 5 x 3
    x = 8✓ > 5 and < 7
    x = 8✓ > 5 solar masses
    p = 0.0312✓ < 0.05, 0.01 and 0.001
    p = 0.0312✓ < 0.05, even < 0.01
    p = 0.05✓ ≤ 0.05
    x = 0.7✓ > 0.68
    # several numbers before a relation
    (3✓, 5✓) = (8✓, 40✓)
    A = [3✓, 5✓] = [8✓, 40✓]
    {3✓, 5✓} = 5✓
    (8✓, 3✓) < 5
    8✓ of 40✓ = 40✓
    10% of the 40✓ people = 40✓ people
    8✓ batches of 5✓ = 5✓ examples
    8✓ mod 5✓ = 5✓
    the sum of 8✓ and 5✓ = 5✓
    Both 8✓ and 3✓ < 5✓
    8✓, 40✓, 3✓ < 5✓
    3✓ to 40✓ > 5✓
    3✓–40✓ > 5
    8✓ → 3✓ < 5
    # constants
    2π = 8✓
    π/2 = 8✓
    $\pi^2 = 8$✓
    ∞ < 8✓
    # a unit without a space, and another claim
    8✓h $-5$✓ = 3✓
    # one relation for a list
    x ≠ 3, 4 and 5✓
    x ≠ 3 and 5✓
    x < 3, 4, and 5✓
    8✓ > 4✓, 9✓
    # numbers behind it that come to another
    25✓ = 3² + 5²
    25✓ = 3² + 4²%
    25✓ = 3² + 4² thousand
    # one percent sign for two
    5✓ … 6%
    5✓ vs. 6%
    5✓ up to 6%
    """#
}
