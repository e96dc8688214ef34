// Mathematics as people bring it along: in LaTeX's spellings, over lines that Markdown takes for something else, and at
// places where no formula is read. What an author wants to be seen of it is its TeX.

extension RandomDocuments {
  /// A formula in a line that is none to Markdown.
  mutating func spelling(_ inTable: Bool) -> Inline {
    let word = word()
    return one(of: [
      ("\\(a_b\\)", "a_b"), ("\\( a \\)\(word)", "a" + word), ("\\\\(x^2\\\\)", "x^2"),
      ("\\[x^2\\]", "x^2"), ("\\\\[a_b\\\\] \(word)", "a_b" + word),
      ("\\begin{pmatrix}a_b\\end{pmatrix}", "\\begin{pmatrix}a_b\\end{pmatrix}"),
      ("\(word) \\eqref{eq:hidden}", word + "(1)"), ("\\ref{fig:hidden} \(word)", "1" + word),
      ("$\\alpha \(word)", "\\alpha" + word), ("$x^2, \(word)", "x^2," + word),
      // Money, and signs alone, are what they are.
      ("$5 \(word)", "$5" + word), ("US$5–US$6 \(word)", "US$5–US$6" + word),
      ("\\$\(word)\\$", "$\(word)$"), ("\(word) $ a", word + "$a"), ("`$x^2`", "$x^2"),
      inTable ? ("$\\|a\\|$", "\\|a\\|") : ("$\\|a\\|$", "\\|a\\|"),
      inTable ? ("$D(a \\| b)$", "D(a\\|b)") : ("$\\|a\\|$", "\\|a\\|"),
    ])
  }

  mutating func strangeFormula() -> Passage {
    let (first, second) = (word(), word())
    let environment = one(of: ["align", "gather*", "equation", "cases", "alignat*"])
    return one(of: [
      Passage(lines: ["\\[", "a_b", "\\]"], shown: "a_b"),
      Passage(lines: [first, "\\[ x^2 = y \\]"], shown: first + "x^2=y"),
      Passage(lines: ["\\[", "a = b", "", "+ x^2", "\\]"], shown: "a=b+x^2"),
      Passage(lines: ["\\[ a", "= b \\]"], shown: "a=b"),
      Passage(lines: ["\\(a", "- x_1\\)"], shown: "a-x_1"),
      Passage(
        lines: ["\\begin{\(environment)}", "a &= b_1 \\\\", "c", "\\end{\(environment)}"],
        shown: "\\begin{\(environment)}a&=b_1\\\\c\\end{\(environment)}"),
      Passage(lines: ["\(first) $a", "- b$ \(second)"], shown: "\(first)a-b\(second)"),
      Passage(lines: ["\(first) $x_1", "> 0$ \(second)"], shown: "\(first)x_1>0\(second)"),
      Passage(lines: ["$f(x)", "=", "g(x)$ \(second)"], shown: "f(x)=g(x)\(second)"),
      Passage(lines: ["\(first) $a_1", "1. b$"], shown: first + "a_11.b"),
      Passage(lines: ["\(first) $\\alpha", "# b$"], shown: first + "\\alpha#b"),
      Passage(lines: ["\(first) $$", "a_b", "$$"], shown: first + "a_b"),
      Passage(
        lines: ["\(first) $$", "a_b", "", "c", "$$", second], shown: "\(first)a_bc\(second)"),
      Passage(lines: ["\(first) $$ x^2", "", "- y $$ \(second)"], shown: "\(first)x^2-y\(second)"),
      Passage(lines: ["$$", "a", "", "b", "$$"], shown: "ab"),
      Passage(lines: ["$$", "a", "- b", "$$ \(second)"], shown: "a-b" + second),
      Passage(lines: ["$$ a_b $$ \(second)"], shown: "a_b" + second),
      Passage(
        lines: ["\(first) costs $5", "- \(second) for $6"], shown: "\(first)costs$5\(second)for$6"),
      Passage(
        lines: [
          "$$", "\\begin{align}", "a &= b \\label{eq:a} \\\\", "c &= d \\nonumber", "\\end{align}",
          "$$",
        ],
        shown: "\\begin{align}a&=b\\label{eq:a}\\\\c&=d\\nonumber\\end{align}"),
    ])
  }

  /// Formulas in tables, HTML, captions, notes, links and headings.
  mutating func strangePlace() -> Passage {
    let (first, second) = (word(), word())
    return one(of: [
      Passage(
        lines: ["<details>", "<summary>\(first) $a_b$</summary>", "", second, "", "</details>"],
        shown: first + "a_b" + second),
      Passage(
        lines: ["<table><tr><td>$x^2$</td><td>\(first)</td></tr></table>"], shown: "x^2" + first),
      Passage(lines: ["<p>\\(a_b\\) \(first)</p>"], shown: "a_b" + first),
      Passage(lines: ["<div title=\"$hidden$\">\(first)</div>"], shown: first),
      Passage(
        lines: ["| $P(a|b)$ | a |", "|---|---|", "| \(first) | \(second) |"],
        shown: "P(a|b)a" + first + second),
      Passage(lines: ["| a | b |", "|---|---|", "| $|a|$ | \(second) |"], shown: "ab|a|" + second),
      Passage(lines: ["| $P(a \\| b)$ |", "|---|", "| \(first) |"], shown: "P(a|b)" + first),
      Passage(lines: ["Figure: \(first) $a_b$."], shown: "Figure:\(first)a_b."),
      Passage(lines: ["## \(first) \\(a_b\\)"], shown: first + "a_b"),
      Passage(lines: ["# $x^2$ [\(first) $a_b$](/hidden) $5"], shown: "x^2\(first)a_b$5"),
      Passage(lines: ["\(first)", "$a_b$", "==="], shown: first + "a_b"),
      Passage(
        lines: ["- \(first)", "", "  ```text", "\t\(second) $x", "  a", "  ```"],
        shown: "\(first)\(second)$xa"),
      Passage(
        lines: ["1. \(first)", "", "\t~~~", "\ta_b", "\t\t\(second)", "\t~~~"],
        shown: "\(first)a_b\(second)"),
    ])
  }

  /// References of which nothing is defined: an author wants the brackets gone.
  mutating func lostReference() -> Inline {
    let word = word()
    return one(of: [
      ("[\(word) a][nowhere]", word + "a"), ("![\(word) a][gone]", ""),
      ("[\(word) a][]", word + "a"),
      ("\(word)[^gone]", word), ("[\(word)](a file.md)", word),
      ("[\(word) a] (page.md)", word + "a"),
      ("[\(word)](page\\_(1.md)", word),
      // Brackets that are meant.
      ("\(word) [a]", word + "[a]"), ("a[0][1] \(word)", "a[0][1]" + word),
      ("\\[\(word)\\]", "[\(word)]"),
    ])
  }
}
