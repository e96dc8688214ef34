// Which lines of derivations show one side, and which would show a relation that nobody checks.

import Testing

@testable import Reading

@Suite struct DerivationLineTests {
  private let macros = LineMacros(
    [
      "\\KL": "D_{\\mathrm{KL}}", "\\E": "\\mathbb{E}", "\\pair": "\\frac{#1}{#2}", "\\is": "=",
      "\\loop": "\\loop", "\\ge": "\\le",
    ],
    formulas: ["\\gdef\\approx{\\ne}", "\\newcommand{\\mine}{x}", "\\let\\alpha=\\beta"])

  /// What is wrong with a line as a reader of its fence would be told.
  private func problem(
    _ tex: String, _ chain: LineShape.Beginning = .chain, _ macros: LineMacros = LineMacros()
  ) -> String? {
    let line = StepLine("// $$ " + tex)
    guard let sign = line.relation else {
      return LineShape.problem(of: line.tex, chain, macros)?.text
    }
    do throws(StepProblem) {
      var conditions = StepConditions()
      _ = conditions.read(sign == "\\approx" || sign == "≈" ? "± 1" : "", names: [])
      _ = try conditions.rule(relation: sign)
    } catch { return error.text }
    return macros.problem(ofSign: sign)?.text
      ?? LineShape.problem(of: line.tex, .relation, macros)?.text
  }

  @Test(arguments: [
    "x", "-x", "+x", "S(z, -\\lambda)", "\\frac{\\partial s_i}{\\partial z_j}", "[0, 1)", "]0, 1[",
    "\\left.\\frac{p_1}{p_0}\\right|_{kT \\,=\\, \\Delta}", "\\bigl\\lvert x - y \\bigr\\rvert",
    "\\text{least with } x", "\\Pr[i \\mid i \\text{ or } 1]",
    "z_{\\max} - \\frac{\\ln 4}{\\lambda}",
    "\\sum_{\\substack{k \\ne j \\\\ k > 0}} a_k", "S\\!\\left(\\tfrac12\\right)_{k}", ".5", "0.5",
    "\\operatorname*{arg\\,min}_\\theta f", "\\frac{C}{k} \\Big/ x^2", "\\hat s", "20{,}000",
    "\\begin{pmatrix} -1 & 0 \\\\ 0 & 1 \\end{pmatrix}", "|x|", "θ²", "\\sqrt[3]{x}", "\\boxed{2}",
    "\\begin{cases} x & x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}", "f'(x)",
    "\\underbrace{x}_{n}", "|x|_2", "\\sum_{k=1}^{n} k",
    "\\frac{f}{g}\\biggr\\rvert_{x = 0}",
  ])
  func aSideMayBegin(_ tex: String) {
    #expect(problem(tex, .first) == nil)
    #expect(problem("= " + tex) == nil)
    if !tex.hasPrefix("-"), !tex.hasPrefix("+") { #expect(problem(tex) == nil) }
  }

  @Test(arguments: [
    "= 0 \\qquad (j \\neq i)", "\\to 1 \\quad (T \\to 0^+)", "= \\frac{2}{N} L \\qquad (N_A = N_B)",
    "\\le m + \\log n", "< 1", "\\approx x", "= [x > 0]", "=\\, x", "= {x}", "= x.",
    "\\propto L(\\theta)",
    "= \\left\\{ x \\mid x > 0 \\right\\}", "= \\overset{a = b}{x}", "= - x", "= \\pm x",
  ])
  func conditionsStandInBracketsAndScripts(_ tex: String) { #expect(problem(tex) == nil) }

  /// Each shows a reader that the line stands in some relation to the one above.
  @Test(arguments: [
    "\\displaystyle = b", "\\left. = b \\right.", "\\textstyle = b", "\\text{thus } = b",
    "\\mathrel{=} b", "\\boldsymbol{=} b", "\\textcolor{red}{=} b", "\\boxed{=} b",
    "\\underset{a}{=} b", "\\xlongequal{a} b", "\\approxeq b", "\\eqsim b", "≃ b", "⩽ b", "≔ b",
    "＝ b", "≪ b", "\\\\ = b", ", = b", "\\begin{aligned} &= b \\end{aligned}", "\\tag{1} = b",
    "\\def\\q{=}\\q b", "\\is b", "+ b", "- b", "\\cdot b", "b = c", "b \\ne c", "{= b}", "{} = b",
    "\\quad = b", "\\hspace{1em} = b", "\\phantom{x} = b", "\\color{red} = b", "\\large = b",
    "(= b)", "\\frac{= b}{}", "\\begin{matrix} = b \\end{matrix}", "\\mathrm{=} b",
    "\\text{ = } b", "\\text{is } a \\to b", "|a = b|", "\\left. a = b \\right)", "( a = b",
    "[a = b", "\\langle b", "a \\rangle b", "=\u{338} b", "\u{1438} b", "\\char\"3D b",
    "\\bigl< b", "\\sqrt{a = b}", "\\begin{cases} a = b & x \\end{cases}", "\\unknown", "% = b",
    "^{*} b", "' b", ": b", "/ b", "{}", "\\overline{a = b}", "\\left( a = b \\right.",
    "\\hat{=} b", "\\triangleleft b",
  ])
  func aRelationNeverBeginsAChain(_ tex: String) {
    #expect(problem(tex, .chain, macros) != nil)
    if !tex.hasPrefix("- "), !tex.hasPrefix("+ ") {
      #expect(problem(tex, .first, macros) != nil)
    }
  }

  @Test(arguments: [
    "<< b", "<\\!\\!< b", "\\le\\ge b", "= \\phantom{x} \\ne b", "=\\llap{/} b", "= b \\ne c",
    "= 2 = 3", "= \\def\\le{\\ge} b", "= / b", "=\\!/ b", "=^* b", "=' b", "=_D b", "= {} b",
    "=\\text{/} b", "= \\cdot b", "= b (\\ne c)", "= b \\!\\!\\!\\! c", "= \\mathrm{/} b",
    "= b & c", "= b \\\\ = c", "= \\frac{b = c}{d}", "= \\Big/ b", "= b \\text{ ≠ } c", "= \\not b",
    "= \\href{#a}{b}", "= \\mathrel{b}", "= \\rlap{b} c", "= \\textcolor{white}{2} b",
    "=\\negthinspace b",
    "\\ge b", "\\approx b", "= \\is b", "= \\mine", "= \\alpha", "= \\loop", "= b \\is c",
    "= x \\label{eq:a} \\label{eq:b}", "= \\pair{b = c}{d}", "\\stackrel{!}{=} b",
    "= \\text{\\is} b", "= x \\underbrace{(1 + 2)}_{= 4}", "= x \\underbrace{(1 + 2)}_{a = 4}",
    "= \\overset{\\le 0.1}{x}", "= \\overbrace{x}^{> 5}", "= x^{\\ge 3}", "= x_{> 5}", "= x_{=7}",
    "= 3x \\quad (\\text{and } > 9)", "= x (\\text{so } x = 7)", "= x [x = 7 \\text{ always}]",
    "= x, \\; 2x", "= x \\mid 2x", "= x \\colon 7", "= x \\Vert 7",
  ])
  func nothingBehindARelationChangesIt(_ tex: String) {
    #expect(problem(tex, .chain, macros) != nil)
  }

  @Test func macrosStandForWhatTheyShow() {
    #expect(problem("\\E_x\\, \\KL(P \\,\\|\\, f)", .chain, macros) == nil)
    #expect(problem("= \\pair{a}{b}", .chain, macros) == nil)
    #expect(problem("\\KL(P)") != nil)
    // A macro that defines its argument may give any sign another meaning.
    let any = LineMacros([:], formulas: ["\\gdef\\make#1{\\gdef#1{\\ge}} \\make\\le"])
    #expect(problem("\\le b", .chain, any) != nil)
    #expect(problem("= b", .chain, LineMacros(["\\x": "\\gdef\\le{\\ge}"])) == nil)
    #expect(problem("\\le b", .chain, LineMacros(["\\x": "\\gdef\\le{\\ge}"])) != nil)
  }

  @Test func problemsSayWhatToDo() {
    #expect(problem("b = c")?.contains("write it on a line of its own, // $$ = …") == true)
    #expect(problem("\\approxeq b")?.contains("begin it with =, \\approx, \\le") == true)
    #expect(problem("- b")?.contains("goes on with the line above") == true)
    #expect(problem("\\foo b")?.contains("the macros in galley.yml") == true)
  }

  @Test(arguments: [
    "± 9e99999", "± 1e999", "± inf", "± nan", "± 100%", "± 1e17 ulp", "± 1e999%", "± -1",
    "± -50%", "±-1", "+- -1", "± +-1",
  ])
  func noToleranceLetsAnythingPass(_ text: String) {
    var conditions = StepConditions()
    #expect(conditions.read(text, names: []) != nil)
  }

  @Test(arguments: ["± 1e-9", "± 8 ulp", "± 1%", "± 50", "± 0.15", "±1", "+- 1e-9"])
  func tolerancesAreNumbers(_ text: String) {
    var conditions = StepConditions()
    #expect(conditions.read(text, names: []) == nil)
  }

  @Test func aMinimiserIsNoEquation() {
    var conditions = StepConditions()
    #expect(conditions.read("same minimiser in x", names: ["x"]) == nil)
    #expect(throws: StepProblem.self) { try conditions.rule(relation: "=") }
    #expect(throws: Never.self) { try conditions.rule(relation: nil) }
  }
}
