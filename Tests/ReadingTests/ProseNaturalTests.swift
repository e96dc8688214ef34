// Sentences that people write, each with true claims: they are read without an error and without a word of doubt. In
// the list ✓ stands for a claim's comment, and ⏎ for the end of a line.

import Testing

struct ProseNaturalTests {
  @Test func naturalSentencesHoldSilently() async throws {
    let sentences = Self.sentences.split(separator: "\n").map(String.init)
    #expect(sentences.count >= 100)
    let texts = sentences.map {
      $0.replacing("✓", with: "<!-- = x -->").replacing("⏎", with: "\n")
    }
    for (sentence, complaints) in zip(sentences, try await ProseReader.complaints(texts)) {
      #expect(complaints.isEmpty, "\(sentence): \(complaints)")
    }
  }

  private static let sentences = #"""
    The tank holds 40✓ litres.
    A survey of 1,200✓ homes was made in spring.
    The slope is 0.25✓ and the intercept 3.5✓.
    Of the 60✓ patients, 12✓ left early.
    M = 5.00✓, SD = 4.00✓
    The groups differed (M = 5.00✓, SD = 4.00✓).
    RMSE = 0.21✓, MAE = 0.17✓, N = 64✓
    AIC = 112✓ and BIC = 120✓.
    precision = 91.3%✓, recall = 0.66✓
    A 32-bit float has 8✓ exponent bits.
    A 16-core machine ran 5✓ jobs.
    An 8✓-bit integer holds 256✓ values.
    They used a 2‑litre jug 7✓ times.
    There are 4✓ 32-bit words in a block.
    Use `--verbose` to see all 5✓ stages.
    The flag --verbose adds 5✓ lines.
    The option `--jobs 4` starts 4✓ processes.
    The `<` operator is used 3✓ times here.
    The `->` arrow occurs 3✓ times.
    `!items.isEmpty` is tested 6✓ times.
    The call `a - b` is made 6✓ times.
    $P(X > 2) = 0.66$✓
    $P(X \le 2 \mid Y = 1) = 0.66$✓
    $\Pr[X = 3] \approx 0.031$✓
    $F(1, 8) = 5.00$✓ was found.
    $\chi^2(3) = 5.00$✓ was found.
    There are $5! = 120$✓ orders.
    There are $\binom{8}{5} = 56$✓ subsets.
    We have $\sqrt{64} = 8$✓.
    $$\begin{aligned} a &= 3 + 5 \\ &= 8 \end{aligned}$$✓
    $$\begin{aligned} a &= 2^3 \\ &= 3 + 5 \\ &= 8 \end{aligned}$$✓
    4.0✓ (5✓) < 4.5✓
    8✓ – 3✓ = 5✓
    8✓ : 4✓ = 2✓
    1 − accuracy = 8.7%✓
    100 × accuracy = 91.3✓
    2 · r = 8✓
    1/x = 8✓
    3x = 8✓
    The loss (0.664✓) is higher than $\log 2 \approx 0.693$✓.
    A loss of 0.664✓ compared to $\pi/4 = 0.785$✓.
    €8✓ + €4✓ = €12✓
    €5✓ < €8✓
    1✓ run < 8✓ runs
    Of 5✓ item(s) all are here.
    We have $2 + 3 = 5$✓.
    $2^{10} = 1024$✓
    2¹⁰ = 1024✓
    $2^{-52} \approx 2.2\times10^{-16}$✓
    $1.05^{10} \approx 1.63$✓
    $3 \cdot 2^{10} = 3072$✓
    $-2^2 = -4$✓
    $2(3+1) = 8$✓
    $x = 3 + 5 = 8$✓
    $n = 2^3 = 8$✓
    8✓ = 5✓ + 3✓
    8✓ plus 5✓ = 13✓
    2✓ · 3✓ m = 6✓ m
    p = 0.031✓ < 0.05
    After 12 epochs the loss < 10✓.
    Table 3 shows an error < 10✓.
    We have $\frac{16}{2} = 8$✓.
    We have $\frac{2}{3} \approx 0.667$✓.
    It takes 5✓ × 8✓ = 40✓ runs.
    It takes 5✓ + 3✓ = 8✓ days.
    It takes 5✓ plus 3✓ days.
    The mean is 5.00✓ ± 0.40✓.
    The value—0.664✓—is close to two thirds.
    The value – 0.664✓ – is close to two thirds.
    The value -- 0.664✓ -- is close to two thirds.
    It is 0.664✓ - close to two thirds.
    It is 0.664✓ — close to two thirds.
    It is 5✓!
    It is 5✓! Nobody had thought so.
    Is it 5✓? It is.
    The share fell by 5✓ percentage points.
    Prices rose by 3.1%✓ over 8✓ years.
    The loss averaged over 8✓ seeds is 0.66✓.
    The value above is 5✓.
    The figure below shows 8✓ bars.
    The worst error over all draws is 0.031✓.
    Under the null hypothesis the mean is 5✓.
    There are no errors in 8✓ files.
    Nothing changed in the other 8✓ files.
    None of this changes the total of 8✓.
    It is not a coincidence that this gives 5✓.
    The hypothesis is not rejected (p = 0.31✓).
    Without regularisation the loss is 0.66✓.
    The answer is not 6 but 5✓.
    Instead of 6 we find 5✓.
    It converges within 8✓ steps.
    At the point 5.0✓ the curve turns.
    The inverse 0.2✓ is smaller.
    The minimum of 0.031✓ is attained twice.
    At most one of the 8✓ tests fails.
    The error of 0.031✓ is below the limit.
    It lies 5.0✓ m below the surface.
    The sun stands 5.0✓ degrees below the horizon.
    It does not matter much: the answer is 5✓.
    For $x > 0$, 5✓ roots remain.
    If p < 0.05, 8✓ of the tests count.
    When n = 3, 5✓ cases are left.
    With $a < b$ there are 5✓ such pairs.
    It returns 8✓ (k = 3) or 5✓ (k = 0).
    $\mathrm{AIC} = 5.0$✓, $\mathrm{BIC} = 8$✓
    $\text{loss} = 0.66$✓, $\text{accuracy} = 0.91$✓
    $a = b = 5$✓
    $p = (0.25, 0.5)$✓
    It is 4.0✓ °C warmer.
    We have $n \ge 3$ and 8✓ hits.
    We have $n \ge 3$, so 8✓ hits remain.
    At $p < 0.05$ there are 8✓ hits.
    The set $\{x : x > 0\}$ has 8✓ elements.
    The odds are 5✓ to 1.
    The loss was 0.9✓ at first. Later, < 0.5✓ was seen.
    It was −40✓ then. Numbers only, as in $5! = 120$✓, are computed.
    It took 8✓ days. There are 2 + 3 = 5✓ of them.
    The field is 40✓ m × 30 m.
    It holds 85✓ km/h on the flat.
    It weighs 2.5✓ kg, and costs €12✓.
    It costs $12.50✓ a month.
    It costs 12.50✓ € a month.
    Five of the 8✓ (a small share) failed.
    The growth of 5✓ (a 10% rise) was small.
    The mean of 4.0✓ (95% CI 3–5) was low.
    The population is 1,234,567✓, or 1.2 million.
    It is 5✓ times as large.
    It is 5× larger, or 5✓× larger.
    A range of 3✓–8✓ points is usual.
    It lies between 3✓ and 8✓.
    It lies in the interval [0.031✓, 0.664✓].
    The entries are 0.1✓, 0.2✓ and 0.7✓.
    *5✓ apples* are enough.
    “It is 5✓”, she said.
    « 5✓ »
    The COVID-19 wave had 5✓ peaks.
    The A/B test had 5✓ arms.
    In C++ there are 8✓ such types.
    The low- and the high-dose group had 5✓ members each.
    On page 12, 345✓ words are counted.
    In 2024 the town had 3,000✓ people.
    | run | loss |⏎|---|---|⏎| 3 | 0.66✓ |
    | value | bound |⏎|---|---|⏎| 0.66✓ | < 0.7 |
    | air | train |⏎|---|---|⏎| 0.94✓ | −0.31✓ |
    5✓ < 8✓
    8✓ m² > 5✓ m²
    0.66✓ ≈ 0.664✓
    $\sqrt{3^2 + 4^2} = 5$✓
    $\frac{2 + 4}{3} = 2$✓
    25✓ = 3² + 4²
    We see that 25✓ = 3² + 4².
    When x > 0, 5✓ are left.
    8✓ × 3✓ > 5
    p = 0.031✓ < 0.05 in all runs.
    p = 0.031✓ < 0.05, so it counts.
    Since $p = 0.0312$✓ < 0.05, we go on.
    $p = 0.0312$✓ $< 0.05$
    $2\pi \approx 6.28$✓
    2π ≈ 6.28✓
    π = 8✓
    For n = 40, 8✓ s < 9✓ s.
    The run took 8✓ h and 5✓ min.
    The roots are x = 3, 4 and 5✓.
    12 classes, loss = 8✓
    In 12 runs the loss = 8✓
    | n | value |⏎|---|---|⏎| 12 | = 8✓ |
    The run took 8✓ s;\⏎the next took 5✓ s.
    """#
}
