// Derivations as a page shows them: aligned lines, marks of their own, numbers, and TeX errors that point
// into the fence.

import Claims
import Diagnostics
import Foundation
import Markup
import Rendering
import Running
import Testing

@testable import Reading
@testable import Site
@testable import Typesetting
@testable import Verification

@Suite struct DerivationPageTests {
  static let essay = """
    # One

    By [Line](#eq:split), and $\\eqref{eq:bound}$.

    ```swift derivation draws=1000
    let P = draw.simplex(3), f = draw.simplex(3)
    // $$ D_{\\mathrm{KL}}(P\\,\\|\\,f)
    klDivergence(P, f)
    // $$ = \\sum_c P(c)\\,\\log\\frac{P(c)}{f(c)}
    zip(P, f).map { $0 * log($0 / $1) }.reduce(0, +)
    // $$ = H(P, f) - H(P) \\label{eq:split} $$ ± 8 ulp
    crossEntropy(P, f) - entropy(P)
    // $$ \\ge 0 \\label{eq:bound}
    0.0
    ```

    $$
    x \\label{eq:last}
    $$
    """

  static let other = """
    # Two

    See [Line](#eq:split) and [Equation](#eq:last).
    """

  /// What the engine makes of the fence: the last line is given as refuted.
  static func verified(_ text: String) throws -> VerifiedEssay {
    let document = parse(text, path: "content/one.md").value
    func bytes(_ words: String, from start: Int = 0) throws -> Range<Int> {
      let rest = Array(text.utf8)[start...]
      let found = try #require(rest.firstRange(of: Array(words.utf8)), "\(words)")
      return found
    }
    let fence = try #require(
      document.blocks.first { if case .codeBlock = $0.kind { true } else { false } })
    let start = fence.range.lowerBound
    let steps:
      [(relation: String?, tex: String, label: String?, condition: String?, code: String)] = [
        (nil, "D_{\\mathrm{KL}}(P\\,\\|\\,f)", nil, nil, "klDivergence(P, f)"),
        (
          "=", "\\sum_c P(c)\\,\\log\\frac{P(c)}{f(c)}", nil, "up to a constant in θ",
          "zip(P, f).map { $0 * log($0 / $1) }.reduce(0, +)"
        ),
        ("=", "H(P, f) - H(P)", "eq:split", "± 8 ulp", "crossEntropy(P, f) - entropy(P)"),
        ("\\ge", "0", "eq:bound", nil, "0.0"),
      ]
    var claims: [JudgedClaim] = []
    var lines: [VerifiedDerivation.Line] = []
    for step in steps {
      let code = try bytes(step.code, from: start)
      var line = VerifiedDerivation.Line(
        relation: step.relation, tex: step.tex,
        texStart: try bytes((step.relation.map { "\($0) " } ?? "") + step.tex, from: start)
          .lowerBound + (step.relation.map { $0.utf8.count + 1 } ?? 0),
        label: step.label, condition: step.condition, code: code, claim: nil, sample: nil)
      if step.relation != nil {
        line.claim = claims.count
        line.sample = .init(
          draws: 1000, discarded: 3, rule: "equal in all draws",
          worst: "at most 7.1e-16 of the value apart",
          rate: nil)
        claims.append(
          JudgedClaim(
            claim: Claim(
              kind: .derivation, range: code, comment: code, wrote: step.tex, expression: step.code),
            verdict: step.relation == "\\ge" ? .refuted : .held, computed: "-0.1",
            rule: "sampled: 1000 draws; equal in all draws"))
      }
      lines.append(line)
    }
    let setting = try bytes("let P = draw.simplex(3), f = draw.simplex(3)", from: start)
    return VerifiedEssay(
      document: document, claims: claims,
      derivations: [VerifiedDerivation(range: fence.range, setting: setting, lines: lines)])
  }

  private func pages(_ text: String = essay) async throws -> (pages: [String: String], log: Log) {
    try await pages(of: Self.verified(text))
  }

  private func pages(
    of one: VerifiedEssay
  ) async throws -> (pages: [String: String], log: Log) {
    let two = VerifiedEssay(
      document: parse(Self.other, path: "content/two.md").value, claims: [])
    let essays = [one, two]
    let labels = LabelIndex.of(essays.map(\.document))
    #expect(labels.log.diagnostics.isEmpty)
    let typesetter = Typesetter(
      worker: WorkerCommand(executable: try ScratchProject.executable()))
    let typeset = try await TypesetEssay.all(
      essays.map(Manuscript.init), labels.value, by: typesetter)
    let project = Project(
      folder: "/nowhere", configuration: Configuration(), essays: [], attachments: [], sources: [:])
    let references = SiteReferences(labels.value, essays, typeset.value)
    let templates = try Templates(directory: ScratchProject.root + "/templates")
    let contents = zip(essays, typeset.value).map { essay, typeset in
      PageContent(essay, typeset, references, Bibliography())
    }
    let map = SiteFiles.map(of: essays, contents.map(\.shown), project)
    let pages = contents.map { ($0.path, templates.render($0, in: map)) }
    return (Dictionary(uniqueKeysWithValues: pages), typeset.log)
  }

  @Test func everyLineHasItsPlaceItsMarkAndItsNumber() async throws {
    let (pages, log) = try await pages()
    #expect(log.diagnostics.isEmpty)
    let page = try #require(pages["one.html"])
    let rows = page.components(separatedBy: "<div class=\"derivation-line\"").dropFirst()
    #expect(rows.count == 3, "the chain's beginning shares a row with its first line")
    #expect(page.contains("<div class=\"derivation-line\" id=\"eq:split\">"))
    for (id, number) in [("eq:split", "(1)"), ("eq:bound", "(2)")] {
      let link = "<a class=\"number\" href=\"#\(id)\" aria-label=\"Link to “Equation \(number)”\">"
      #expect(page.contains(link + number + "</a>"))
    }
    #expect(page.contains("<div class=\"equation\"><div id=\"eq:last\" class=\"math display\""))
    // Marks and numbers stand behind all lines, outside of the box in which these scroll.
    let boxes = page.components(separatedBy: "<div class=\"derivation-ends\">")
    #expect(
      boxes.count == 2 && boxes[0].contains("derivation-lines")
        && !boxes[0].contains("<button class=\"claim"))
    #expect(page.contains("<div class=\"derivation-rows\" style=\"--rows: 3\">"))
    #expect(boxes[1].components(separatedBy: "<span class=\"ends\">").count == 4)
    #expect(page.components(separatedBy: "<button class=\"claim sampled\"").count == 3)
    #expect(page.components(separatedBy: "<button class=\"claim refuted\"").count == 2)
    #expect(page.contains("<small class=\"condition\">up to a constant in θ</small>"))
    #expect(page.contains("</span> 1 of 3 lines refuted; sampled, 1000 draws each</p>"))
    #expect(page.contains("role=\"region\" tabindex=\"0\" aria-label=\"Derivation 1\""))
    // What is spoken is MathML, one for every piece.
    let first = try #require(rows.first)
    #expect(first.components(separatedBy: "<math ").count == 3)
    #expect(first.contains("D"))
    #expect(!page.contains("proved"))
  }

  @Test func aMarkOpensWhatWasSampledAndTheCode() async throws {
    let page = try #require(try await pages().pages["one.html"])
    let proof = try #require(
      page.components(separatedBy: "<div id=\"derivation.1.2\" popover").dropFirst().first)
    let inside = try #require(proof.components(separatedBy: "</div>").first)
    for words in [
      "<dd>1000 draws, 3 discarded</dd>",
      "<dd>at most <span class=\"joined\">7.1e-16</span> of the value apart</dd>",
      "<dt>Condition</dt><dd>± 8 ulp</dd>", "<dt>Rule</dt><dd>equal in all draws</dd>",
      "crossEntropy", "<dt>Line</dt><dd>12</dd>",
    ] {
      #expect(inside.contains(words), "\(words)")
    }
    #expect(!inside.contains("Computed"))
    #expect(page.contains("<dt>Computed</dt><dd>-0.1</dd>"), "a refuted line says what it found")
    #expect(
      page.contains(
        "popovertarget=\"derivation.1.2\" aria-label=\"Line 2 of derivation 1: sampled\""))
    #expect(page.contains("<dt>Left side</dt><dd><code>klDivergence"))
    #expect(page.contains("draw.simplex"), "the whole fence is there as well")
  }

  @Test func anEnclosedLineHasAWordAndAMarkOfItsOwn() async throws {
    var one = try Self.verified(Self.essay)
    one.derivations[0].lines[2].sample?.enclosure = .init(
      range: "every x in -5…5", bound: "at most 3e-15 apart", boxes: 184)
    // What is refuted is not enclosed, whatever else is known of it.
    one.derivations[0].lines[3].sample?.enclosure = .init(
      range: "every x in -5…5", bound: "at least 1 apart", boxes: 64)
    let page = try #require(try await pages(of: one).pages["one.html"])
    #expect(page.components(separatedBy: "<button class=\"claim enclosed\"").count == 2)
    #expect(page.components(separatedBy: "<button class=\"claim sampled\"").count == 2)
    #expect(page.components(separatedBy: "<button class=\"claim refuted\"").count == 2)
    #expect(page.contains("aria-label=\"Line 2 of derivation 1: enclosed\""))
    #expect(page.contains("sampled, 1000 draws each; 1 of 3 lines enclosed</p>"))
    #expect(
      page.contains(
        "<dt>Enclosed</dt><dd>for every x in -5…5: at most <span class=\"joined\">3e-15</span> apart; 184 boxes</dd>"
      ))
    #expect(!page.contains("proved"))
  }

  @Test func linesAreReferredToLikeEquations() async throws {
    let (pages, _) = try await pages()
    let one = try #require(pages["one.html"])
    #expect(one.contains("<a class=\"ref\" href=\"#eq:split\">Line\u{A0}(1)</a>"))
    #expect(one.contains("<a class=\"ref\" href=\"#eq:bound\">(2)</a>"))
    let two = try #require(pages["two.html"])
    #expect(
      two.contains(
        "<a class=\"ref\" href=\"one.html#eq:split\" data-preview=\"preview:eq:split\">Line\u{A0}(1)</a>"
      ))
    let preview = try #require(
      two.components(separatedBy: "<template id=\"preview:eq:split\">").dropFirst().first)
    let inside = try #require(preview.components(separatedBy: "</template>").first)
    #expect(inside.components(separatedBy: "<math ").count == 3, "with what the chain begins with")
    for page in pages.values {
      let ids = page.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test func badTeXIsFoundInItsLine() async throws {
    let text = Self.essay.replacingOccurrences(of: "H(P, f) - H(P)", with: "H(P, f) - \\fraq(P)")
    var essay = try Self.verified(Self.essay)
    essay.derivations[0].lines[2].tex = "H(P, f) - \\fraq(P)"
    essay.document = parse(text, path: "content/one.md").value
    let typesetter = Typesetter(
      worker: WorkerCommand(executable: try ScratchProject.executable()))
    let log = try await TypesetEssay.all(
      [Manuscript(essay)], LabelIndex.of([essay.document]).value, by: typesetter
    )
    .log
    let span = try #require(log.diagnostics.first?.span)
    let place = essay.document.source.position(of: span.range.lowerBound)
    #expect(log.diagnostics.count == 1)
    #expect(place == Position(line: 11, column: 19))
  }

  @Test func aLineWithoutASignStandsUnderTheOthersRightSides() async throws {
    var essay = try Self.verified(Self.essay)
    essay.derivations[0].lines[2].relation = ""
    let labels = LabelIndex.of([essay.document]).value
    let typesetter = Typesetter(
      worker: WorkerCommand(executable: try ScratchProject.executable()))
    let typeset = try await TypesetEssay.all([Manuscript(essay)], labels, by: typesetter)
    #expect(typeset.log.diagnostics.isEmpty)
    let view = DerivationView(
      essay.derivations[0], number: 1, in: essay, try #require(typeset.value.first), labels)
    #expect(view.rows.count == 3)
    #expect(view.rows[1].verdict == .held)
    #expect(view.rows[1].right?.contains("<mphantom>") == true)
  }

  @Test func twoBuildsAreEqual() async throws {
    #expect(try await pages().pages == pages().pages)
  }
}

extension Manuscript {
  /// An essay that was made up without a draft.
  fileprivate init(_ essay: VerifiedEssay) {
    self.init(
      document: essay.document,
      derivations: essay.derivations.map { derivation in
        Derivation(
          place: derivation.range.lowerBound,
          lines: derivation.lines.map {
            Line(relation: $0.relation, tex: $0.tex, texStart: $0.texStart)
          })
      })
  }
}
