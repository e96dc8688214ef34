// Callouts: five kinds, each with its title, and quotations that are none.

import Markup
import Testing

@testable import Rendering

@Suite struct CalloutTests {
  private func html(_ source: String) -> String {
    renderBody(parse(source, path: "e.md").value).html
  }

  @Test(arguments: Callout.allCases)
  func eachKindHasItsTitle(_ kind: Callout) {
    #expect(
      html("> [!\(kind.rawValue.uppercased())]\n> a *b*\n>\n> - c\n") == """
        <div class="callout \(kind.rawValue)" role="note">
        <p class="callout-title">\(kind.title)</p>
        <p>a <em>b</em></p>
        <ul>
        <li>c</li>
        </ul>
        </div>

        """)
  }

  @Test(arguments: [
    "> [!note]\r\n> a", "- > [!Note]\n  >\n  > a", "> > [!NOTE]\n> > a", "> [!NOTE]  \n> a",
    "> [!NOTE]",
  ])
  func areFoundWhereverQuotationsAre(_ source: String) {
    #expect(html(source).contains("<div class=\"callout note\""))
    #expect(!html(source).contains("[!"))
  }

  /// A quotation in italics is somebody's words; a box with a title is not.
  @Test(arguments: [
    ("> **In short**\n>\n> - a\n", true), ("> **In short**\n>\n> a\n", true),
    ("> **In short**\n", false), ("> **He** said\n>\n> a\n", false), ("> a\n", false),
    ("> *In short*\n>\n> a\n", false), ("> # In short\n>\n> a\n", false),
  ])
  func aTitleInBoldMakesABox(_ source: String, _ isBox: Bool) {
    #expect(html(source).contains("<blockquote class=\"box\">") == isBox)
    #expect(html(source).contains("<blockquote>") != isBox)
  }

  @Test(arguments: [
    "> [!INFO]\n> a", "> [!NOTE] a", "> a\n> [!NOTE]", "> \\[!NOTE]\n> a", "> `[!NOTE]`\n> a",
    "[!NOTE]\na", "> *[!NOTE]*\n> a", "> [!NOTE]\n\n[!note]: /u",
  ])
  func otherQuotationsAreNone(_ source: String) {
    #expect(!html(source).contains("callout"))
  }

  /// The brackets must not stand before the number as a sign would.
  @Test func theirTextsBeginBehindTheKind() {
    let document = parse("> [!TIP]\n> 5", path: "e.md").value
    #expect(document.blocks.first?.kind == .callout(.tip))
    #expect(document.blocks.first?.children.first?.range == 11..<12)
  }
}
