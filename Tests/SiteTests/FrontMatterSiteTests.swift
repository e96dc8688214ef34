// What front matter says of a page among others: drafts, authors, tags, old addresses, languages, and `extra`.

import Foundation
import Testing

@testable import Rendering
@testable import Site

@Suite struct FrontMatterSiteTests {
  private static let text = """
    ---
    title: Eins
    date: 2026-02-03
    author: [A. Autor, B. Autorin]
    tags: [Bits, Nats]
    aliases: [alt.html]
    language: LANGUAGE
    extra:
      cover: bild.png
      links: [{to: a.html, name: "<A>"}]
    ---

    > [!NOTE]
    > Text.[^1]

    [^1]: Text.

    ## Vorweg

    ## Zahlen

    ```swift
    let x = 1.7081
    x // → 1.71
    ```

    Es sind 1,71<!-- = x --> und 1,71<!-- given -->.

    ```swift norun
    print(1)
    ```

    ```swift traps
    [0][1]
    ```

    ```swift derivation
    let p = draw.real(0...1)
    // $$ p + 1 \\label{eq:a}
    p + 1
    // $$ = 1 + p
    1 + p
    ```

    | a |
    |---|
    | 1 |

    ```text
    plain
    ```

    $$x \\label{eq:b}$$

    [WORD](#eq:b) und [Equation](#eq:b), $\\frac12$.
    """

  @Test(arguments: [
    (
      "de", "Gleichung",
      [
        "<html lang=\"de\">", "3. Februar 2026", "Auf dieser Seite", "Zum Text springen",
        ">Hinweis<",
        "<dt>Behauptet</dt><dd>1.71</dd><dt>Berechnet</dt><dd>1.7081</dd>",
        "<dt>Behauptet</dt><dd>1,71</dd><dt>Berechnet</dt><dd>1,7081</dd>",
        "gleich nach Rundung auf 2 Nachkommastellen", ">Alle Behauptungen dieser Seite</a>",
        "Übersetzt, nicht ausgeführt.", "Beendet das Programm.",
        "in Stichproben geprüft, je 100 Ziehungen",
        ">Gleichung\u{A0}(2)</a>", "aria-label=\"Fußnote 1\"", "4 von 4 Behauptungen stimmen",
        "nachgerechnet",
      ]
    ),
    (
      "fr", "Équation",
      [
        "<html lang=\"fr\">", "3 février 2026", "Sur cette page", "Aller au texte", ">Note<",
        "égal après arrondi à 2 décimales", "<dd>1,7081</dd>",
        "échantillonné, 100 tirages par ligne",
        ">Équation\u{A0}(2)</a>", "4 affirmations sur 4 vérifiées", "Compilé, non exécuté.",
      ]
    ),
  ])
  func pagesSpeakTheirLanguage(_ tag: String, _ word: String, _ expected: [String]) throws {
    let text = Self.text.replacing("LANGUAGE", with: tag).replacing("WORD", with: word)
    let project = try ScratchProject([
      "content/one.md": text, "content/index.md": "# Home\n",
    ])
    defer { project.remove() }
    let run = try project.galley("build")
    try #require(run.status == 0, "\(run.errors)")
    let page = try #require(project.text(of: "site/one.html"))
    for words in expected { #expect(page.contains(words), "\(words)") }
    // What English says, no page of another language does.
    for word in Word.allCases {
      let english = Language.english[word]
      guard english.count > 4, !english.contains("{"), english != Languages.own[tag][word] else {
        continue
      }
      for form in [">\(english)<", "aria-label=\"\(english)\""] {
        #expect(!page.contains(form), "\(form)")
      }
    }
    // The home page is in the language of the site, and says which of the others is not.
    let home = try #require(project.text(of: "site/index.html"))
    #expect(home.contains("<html lang=\"en\">") && home.contains("<li lang=\"\(tag)\">"))
    let old = try #require(project.text(of: "site/alt.html"))
    #expect(old.contains("content=\"0; url=one.html\"") && old.contains("<html lang=\"\(tag)\">"))
    #expect(old.contains("<link rel=\"canonical\" href=\"one.html\">"))
  }

  @Test func aSiteHasALanguage() throws {
    let project = try ScratchProject([
      "galley.yml": "title: A\nlanguage: de\nbaseURL: https://example.org/a/\n",
      "content/index.md": "# Start\n\nEs sind 2,5<!-- = 2.5 -->.\n",
      "content/one.md":
        "---\nlanguage: en\naliases: [old/one.html]\n---\n\n## Sums\n\n2.5<!-- = 2.5 -->\n",
    ])
    defer { project.remove() }
    let run = try project.galley("build")
    #expect(run.status == 0, "\(run.errors)")
    #expect(project.text(of: "site/index.html")?.contains("<html lang=\"de\">") == true)
    #expect(project.text(of: "site/one.html")?.contains("<html lang=\"en\">") == true)
    let old = try #require(project.text(of: "site/old/one.html"))
    #expect(old.contains("content=\"0; url=../one.html\""))
    #expect(old.contains("<link rel=\"canonical\" href=\"https://example.org/a/one.html\">"))
    #expect(project.text(of: "site/sitemap.xml")?.contains("old/one") == false)
  }

  @Test func languagesThatNobodyWroteDownAreTold() throws {
    let project = try ScratchProject(["content/one.md": "---\nlanguage: fn\n---\n\n## Sums\n"])
    defer { project.remove() }
    try project.write("title: A\nlanguage: xx\n", to: "galley.yml")
    let run = try project.galley("check")
    #expect(run.status == 0)
    #expect(run.errors.contains("galley.yml:2:11: warning: Galley has no words in ‘xx’"))
    #expect(run.errors.contains("content/one.md:2:11: warning: Galley has no words in ‘fn’"))
    #expect(run.errors.contains("did you mean ‘fr’?"))
    try project.write("title: A\nlanguage: no/xx\n", to: "galley.yml")
    #expect(try project.galley("check").status == 1)
  }

  @Test func templatesKnowWhatPeopleBring() throws {
    let project = try ScratchProject([
      "content/one.md": Self.text.components(separatedBy: "> [!NOTE]")[0].replacing(
        "LANGUAGE", with: "de")
        + "\n## Sums\n",
      "templates/page.mustache":
        "{{author}}|{{#authors}}[{{.}}]{{/authors}}|{{#tags}}({{.}}){{/tags}}|{{extra.cover}}|"
        + "{{#extra.links}}{{to}} {{name}} {{title}}{{/extra.links}}|{{#extra}}{{cover}}{{/extra}}|{{words.next}}",
    ])
    defer { project.remove() }
    let run = try project.galley("build")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      project.text(of: "site/one.html")
        == "A. Autor, B. Autorin|[A. Autor][B. Autorin]|(Bits)(Nats)|bild.png|a.html &lt;A&gt; Eins|bild.png|Weiter"
    )
    try project.write("{{extras.cover}} {{words.nxt}}", to: "templates/page.mustache")
    let refused = try project.galley("build")
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains(
        "‘extras’ is no name that is known at this place; the nearest is ‘extra’"))
    #expect(refused.errors.contains("‘nxt’ is no name within ‘words.nxt’; the nearest is ‘next’"))
  }

  @Test func draftsAreCheckedAndNotBuilt() throws {
    let project = try ScratchProject([
      "content/two.md": "---\ndraft: true\n---\n\nSee [one](one.md): 3<!-- = 2 -->.\n"
    ])
    defer { project.remove() }
    #expect(try project.galley("check").status == 1)
    #expect(try project.galley("build").status == 0)
    #expect(project.text(of: "site/two.html") == nil && project.text(of: "site/one.html") != nil)
    // Who shows drafts asks for them.
    let shown = try Project.read(project.folder, drafts: .shown).value
    #expect(shown.essays.map(\.path).contains("content/two.md"))
    #expect(shown.drafts == ["content/two.md"])
    let left = try Project.read(project.folder, drafts: .leftOut).value
    #expect(
      !left.essays.map(\.path).contains("content/two.md") && left.drafts == ["content/two.md"])
  }

  @Test func theHomePageIsNoDraft() throws {
    let project = try ScratchProject(["content/index.md": "---\ndraft: true\n---\n\nHome.\n"])
    defer { project.remove() }
    let check = try project.galley("check")
    #expect(
      check.status == 1
        && check.errors.contains("index.md:2:8: error: the home page cannot be a draft"))
    let build = try project.galley("build")
    #expect(build.status == 1 && build.errors.contains("content/index.md is a draft"))
  }
}
