// Tables whose rows a program made, as a page shows them.

import Markup
import Testing

@testable import Rendering

@Suite struct MadeTableTests {
  private func body(_ markdown: String, _ table: MadeTable) -> String {
    let document = parse(markdown, path: "e.md").value
    var material = BodyMaterial()
    for case let block in document.blocks {
      if case .codeBlock = block.kind { material.tables[block.range.lowerBound] = table }
    }
    return renderBody(document, with: material).html
  }

  private let table = MadeTable(
    labels: ["name", "n"],
    rows: [
      [.init(text: "<a>", isNumber: false), .init(text: "1", isNumber: true)],
      [.init(text: "*b*", isNumber: false), .init(text: "2", isNumber: true)],
    ])

  @Test func theHeadBelowGetsTheRows() {
    let html = body("```swift table\nrows\n```\n\n| *of* | $n$ |\n|:-:|---|\n\nNext.\n", table)
    #expect(
      html == """
        <figure class="made">
        <div class="table-scroll" role="region" tabindex="0" aria-label="Table 1">
        <table>
        <thead>
        <tr>
        <th scope="col" style="text-align: center"><em>of</em></th>
        <th scope="col" style="text-align: right"><span class="math"><code>n</code></span></th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td style="text-align: center">&lt;a&gt;</td>
        <td style="text-align: right">1</td>
        </tr>
        <tr>
        <td style="text-align: center">*b*</td>
        <td style="text-align: right">2</td>
        </tr>
        </tbody>
        </table>
        </div>
        <figcaption>
        <div class="sources">
        <details>
        <summary>Made by this Swift</summary>
        <pre tabindex="0" role="group" aria-label="Code in swift"><code class="language-swift">rows
        </code></pre>
        </details>
        </div>
        </figcaption>
        </figure>
        <p>Next.</p>

        """)
  }

  @Test func labelsAreTheHeadWhereThereIsNone() {
    let html = body("```swift table\nrows\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", table)
    #expect(
      html.contains(
        "<th scope=\"col\">name</th>\n<th scope=\"col\" style=\"text-align: right\">n</th>"))
    // A table with rows is a table of its own.
    #expect(html.contains("aria-label=\"Table 2\""))
  }

  @Test func noRowsAreAHead() {
    let html = body("```swift table\nrows\n```\n\n| a |\n|---|\n", MadeTable(labels: [], rows: []))
    #expect(html.contains("<th scope=\"col\">a</th>") && !html.contains("<tbody>"))
  }
}
