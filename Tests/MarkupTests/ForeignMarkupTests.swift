// Marks of other dialects: told at their places, and never told of honest prose.

import Diagnostics
import Testing

@testable import Markup

@Suite struct ForeignMarkupTests {
  private func told(_ source: String) -> [String] {
    let parsed = parse(source, path: "e.md")
    return parsed.log.diagnostics.filter { $0.id == .markdownLiteral }.compactMap { diagnostic in
      diagnostic.span.map { parsed.value.source[$0.range] }
    }
  }

  @Test(arguments: [
    // Emphasis that Markdown sees no end of
    ("**“重要”**は", "**“重要”**"), ("これは**「重要」**です", "**「重要」**"),
    ("중요한 **말(word)**는", "**말(word)**"), ("a *«b»*は", "*«b»*"), ("**Note:**this", "**Note:**"),
    ("a **bold ** word", "**bold **"), ("a ** bold** word", "** bold**"),
    ("> - **“重要”**は", "**“重要”**"), ("| a |\n|---|\n| **“重要”**は |", "**“重要”**"),
    // One tilde
    ("H~2~O", "~2~"), ("5~10 and 20~30", "~10 and 20~"), ("x~i~ and", "~i~"),
    // ==, ^, [[, :
    ("some ==marked words== here", "==marked words=="), ("==a==", "==a=="),
    ("(==a b==)", "==a b=="),
    ("x^2^ and", "^2^"), ("the 2^nd^.", "^nd^"), ("m^-1^", "^-1^"),
    ("word^[a note of mine] more", "^[a note of mine]"),
    ("see [[Other page]]", "[[Other page]]"),
    ("[[softmax|the function]]", "[[softmax|the function]]"),
    ("[[softmax]]", "[[softmax]]"), (":smile: well", ":smile:"), ("yes :+1:", ":+1:"),
    ("well :heart_eyes:.", ":heart_eyes:"),
    // Braces
    ("# A heading {#id}", "{#id}"), ("# A heading {.class #id}", "{.class #id}"),
    ("[a](b){.button}", "{.button}"), ("text\n{: .note}", "{: .note}"),
    ("a {{< figure src=\"b\" >}}", "{{< figure src=\"b\" >}}"),
    ("{% include a.html %}", "{% include a.html %}"),
    ("by {{ page.author }}", "{{ page.author }}"), ("{{site.url}}", "{{site.url}}"),
    // Heads of lines
    ("::: warning", "::: warning"), (":::{.note}\n\na\n\n:::", ":::{.note}"),
    ("!!! note", "!!! note"),
    ("Term\n: what it is", ": what it is"), ("- Term\n  : what it is", ": what it is"),
    ("> Two words\n> : what they are", ": what they are"),
    ("[TOC]", "[TOC]"), ("[toc]", "[toc]"), ("[[_TOC_]]", "[[_TOC_]]"),
    ("@import \"a.md\"", "@import \"a.md\""),
    ("--8<-- \"a.md\"", "--8<-- \"a.md\""), ("!include a.md", "!include a.md"),
    ("[a ==b== c](/u)", "==b=="), ("[{% a %}](/u)", "{% a %}"), ("[**“é”**は](/u)", "**“é”**"),
    // Markdown in HTML
    ("<div>\n**a** b\n</div>", "**a** b"), ("<!-- a --> and `b`", "and `b`"),
    ("> <div>\n> # A\n> </div>", "# A"),
    ("<td>[a](b)", "[a](b)"),
    // Callouts, tasks, breaks
    ("> [!INFO]\n> a", "[!INFO]"), ("> [!NOTE] a\n> b", "[!NOTE]"),
    ("- > [!Danger]\n  > a", "[!Danger]"),
    ("> - [ ] a", "[ ]"), ("1. - [x] a", "[x]"), ("- - [X] a", "[X]"),
    ("a\\\n$$\nx\n$$", "\\"), ("a\\\n\nb", "\\"), ("# a\\", "\\"),
  ])
  func isTold(_ source: String, _ expected: String) {
    #expect(told(source).first == expected, "\(source)")
    #expect(told(source.replacing("\n", with: "\r\n")).first == expected, "\(source)")
    #expect(told("Before it, é and 漢.\n\n" + source).first == expected, "\(source)")
  }

  @Test(arguments: [
    "**重要**は", "2 ** 3 and 4 ** 5", "a * b * c", "int **p, **q", "2*(a+b)*c", "\\*\\*“重要”\\*\\*は",
    "a***b",
    "`**“重要”**は`", "5 * “a” * b", "f*(x)*g", "*“a”* b", "**“a”**, b",
    "~~gone~~", "~gone~ and", "about ~5 and ~6", "~/a and ~/b", "5 ~ 10",
    "a == b and c == d", "if a==b and c==d", "x === y", "2^3^4", "a ^ b ^ c", "^_^ and ^_^",
    "2^(n+1)^2", "x^2 + y^2",
    "[[1, 2], [3, 4]]", "a [[Int]] and [[Double]]", "[[x]]", "[a]: /u\n\n[[a]]", "\\[[softmax]]",
    "[[no][yes]]",
    "at 10:30:45", "a:b:c", "ratio 1:2:3", "std::vector::size", "this: that: more", "Note: a",
    "see :: there",
    "{1, 2}", "{{1, 2}, {3}}", "{{a}}", "{x : x > 0}", "{.5}", "{#5}", "100 {%}", "{a}", "f{x}",
    "$\\{:a\\}$",
    "a\n:b", "He said:\n: no", ": alone", "# Why: because", "A long sentence ends here.\n: and",
    "[TOC] is no more",
    "<div>\n\n**a**\n\n</div>", "<p>5 * 6, a_b_c, $5 and $6</p>", "<pre>**a**</pre>",
    "<script>\na = `b`\n</script>", "<div title='**a**'>b</div>", "<!-- **a** -->",
    "<div>\n<svg><text>**a**</text></svg>\n</div>", "<p>http://a.b/c_d_e</p>",
    "www.a.bc/==x==", "<http://a.bc/==x==>", "![==x==](y)",
    "@import", "someone@import \"a\"", "a --- b -- c ...", "Wait!!! note", "What??? ever",
    "> [!NOTE]\n> a", "> [!warning]\n> a", "> [a] b", "> [!NOTE]", "> [1] a", "- [ ] a", "[ ] a",
    "- [a] b",
    "a\\\nb", "a\\\\", "C:\\\\", "`a\\`", "    ==a== **“重要”**は", "```\n==a== {{< x >}}\n```",
    "<b>==a==</b>x==",
  ])
  func honestProsePasses(_ source: String) {
    #expect(told(source) == (source.hasPrefix("<b>") ? ["==a=="] : []), "\(source)")
  }
}
