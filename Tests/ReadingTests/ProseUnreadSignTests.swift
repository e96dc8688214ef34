// The closing rule: a sign beside a claim is judged, is a part of a name, or is told. ✓ stands for a claim's comment, and
// ⏎ for the end of a line.

import Testing

struct ProseUnreadSignTests {
  private static func texts(_ list: String) -> [(sentence: String, text: String)] {
    list.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }.map {
      ($0, $0.replacing("✓", with: "<!-- = x -->").replacing("⏎", with: "\n"))
    }
  }

  @Test func whatNobodyChecksIsTold() async throws {
    let all = Self.texts(Self.told)
    for (line, found) in zip(all, try await ProseReader.identifiers(all.map(\.text))) {
      #expect(found.contains(.claimSign) && !found.contains(.claimUnreadable), "\(line.sentence)")
    }
  }

  @Test func whatIsNotSoIsRefused() async throws {
    let all = Self.texts(Self.refused)
    for (line, found) in zip(all, try await ProseReader.identifiers(all.map(\.text))) {
      #expect(found.contains(.claimUnreadable), "\(line.sentence)")
    }
  }

  @Test func whatIsNamedOrSoIsSilent() async throws {
    let all = Self.texts(Self.silent)
    for (line, found) in zip(all, try await ProseReader.complaints(all.map(\.text))) {
      #expect(found.isEmpty, "\(line.sentence): \(found)")
    }
  }

  private static let told = #"""
    # another number between the claimed one and the relation
    8✓ of 40 = 50%
    8✓ of 40 users > 50%
    8✓ wins in 40 games = 50%
    8✓ of 40 (= 50%)
    8✓ wins, 40 losses = 50%
    40✓ mod 7 = 3
    8✓ XOR 3 = 1
    8✓ folds × 5 repeats = 30 runs
    8✓ men + 5 women = 30 people
    8✓ s – 5 s = 1 s
    5✓ groups of 8 people = 45 people
    8✓ boxes at €3 = €30
    8✓ in 2023 < 5 in 2022
    8✓ at epoch 3 < 5
    8✓ at t = 3 < 5
    8✓ after 3 epochs < 5
    8✓ for Adam < 5 for SGD
    # words that say something of each
    8✓ of them are < 5
    # units that are not converted
    8✓ s (≈ 8 mm)
    # a margin
    8✓ Ω ± 5%
    # operators and factors past a unit
    8✓ m × 10³
    8✓ m x 10³
    8✓ runs × 1000
    8✓ m / 2
    8✓ s − 5 s
    8✓ € + 19%
    8✓ € (+ 19%)
    8✓ users (thousands)
    8✓ EUR (000s)
    # on the other side of the number's own relation
    (3 + 3) m = 8✓ m
    12 items (a dozen) = 8✓ items
    8✓ folds × 5 repeats = 30✓ runs
    $e^2 = 8$✓
    $i^2 = 8$✓
    $\pi = 8$✓
    $\sum_{i=1}^{3} i = 8$✓
    $\prod_{k=1}^{4} k = 24$✓
    $\int_0^1 1\,dx = 8$✓
    # the claimed name once more
    x = 8✓, so x < 3
    x = 8✓; x < 3
    $x = 8$✓ implies $x < 3$
    p < 0.01 (p = 0.0312✓)
    # nothing on its left
    ≤ 5 s (8✓ s)
    # the head of a column
    | a | loss < 5 |⏎|---|---|⏎| b | 8✓ |
    # a function of numbers that comes to something else; the claim is judged all the same
    $\max(3, 5) = 8$✓
    max(3, 5) = 8✓
    $\log_2 512 = 8$✓
    log₂(1024) = 8✓
    log2(1024) = 8✓
    sqrt(9) = 8✓
    $\gcd(9, 6) = 8$✓
    $\cos\pi = 8$✓
    $\Gamma(5) = 8$✓
    $\lfloor\pi\rfloor = 8$✓
    ⌊8.7⌋ = 7✓
    mean(3, 5) = 8✓
    """#

  private static let refused = #"""
    # brackets behind a unit or a word
    8✓ seconds (< 5 s)
    8✓ s [< 5 s]
    8✓ m (> 10 m)
    8✓ m (> 0.01 km)
    8✓ people (< 5)
    66.4%✓ on the test set (< 50%)
    66.4%✓ (i.e. < 50%)
    p = 0.0312✓ (which is < 0.01)
    0.664✓ (= 0.5)
    $8\,\mathrm{s}$✓ (< 5 s)
    8✓ km (= 800 m)
    8✓ days (= 5 weeks)
    8✓ (= 3²)
    # brackets around the claim
    Adam (8✓) < 5
    The p-value (p = 0.0312✓) is < 0.01
    (x = 8✓) = 5
    (8✓ s) < 5 s
    # currencies behind it
    8✓ € < 5 €
    8✓€ < 5€
    8✓ € ≠ 8 €
    8✓ € < 5✓ ct
    8✓ € < 700 $
    # units put together
    5 m/s = 8✓ m/s
    5 people/day = 8✓ people/day
    60 km/h · 2 h = 8✓ km
    F = 2 kg · 9.81 m/s² = 8✓ N
    # functions that everybody knows
    log 2 = 0.5✓
    # bounds before it
    12 ≤ 8✓
    in 2023 > 8✓
    | a | b |⏎|---|---|⏎| 5✓ | ·10³ |
    """#

  private static let silent = #"""
    # names, their arguments and their conditions
    H(0.5) = 0.69✓
    P(X < 3) = 0.2✓
    x₃ = 8✓
    $x_3 = 8$✓
    f(3) = 8✓
    $f'(2) = 5$✓
    softmax(1, 2, 3) is 8✓
    3x + 2 = 8✓
    n(n+1)/2 = 820✓
    1.96 × SE = 0.18✓
    1 − accuracy = 8.7%✓
    8✓ for x = 3
    8✓ roots for 0 < x < 5
    8✓ runs with p < 0.05
    χ² = 8.0✓ (df = 3, p = 0.0312✓)
    t(38) = 8.0✓, p < 0.001
    Since 2 < 3, there are 8✓ cases
    After 3 epochs the loss = 0.09✓
    40 = 2³ × 5, so it has 8✓ divisors
    # what is so
    8✓ seconds (< 10 s)
    66.4%✓ on the test set (> 50%)
    8✓ km (= 8000 m)
    The p-value (0.0312✓) is < 0.05
    8✓ of 40 = 20%
    8✓ folds × 5 repeats = 40 runs
    40✓ mod 7 = 5
    x = 8✓, so x > 3
    0.664✓ (< 0.7)
    8✓ (= 2³)
    2^3 = 8✓
    ⅛ = 0.125✓
    0 ≤ 0.664✓ ≤ 1
    (1 + r)² = 1.1881✓
    (1 + r)^2 = 1.1881✓
    |3 − 8| = 5✓
    $|3 - 8| = 5$✓
    $\log 2 = 0.69$✓
    $2 \ln 2 \approx 1.386$✓
    $\max(3, 8) = 8$✓
    $\sin 30^\circ = 0.5$✓
    # what is no sign of the number
    9%✓ p.a.
    a 3 × 3 kernel has 9✓ entries
    8✓ images of 32 × 32 pixels
    from 8✓ to 5✓ (−40%)
    8✓ kB/s per core
    The field is 40✓ m × 30 m
    8✓ runs in 2020–21
    """#
}
