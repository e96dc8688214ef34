// KaTeXHTML: what KaTeX writes, mended where it is no HTML of today. Nothing that a reader sees or hears changes.

package enum KaTeXHTML {
  package static func mended(_ html: String) -> String {
    var html = html
    // MathML Core has no widths of cells but those of CSS.
    if html.contains("<mtd width=\"") {
      html = html.replacing(#/<mtd width="([^"]*)"/#) { "<mtd style=\"width:\($0.output.1)\"" }
    }
    // A height below nothing is none, to browsers too.
    if html.contains("height:-") {
      html = html.replacing(#/(["; ])height:-[0-9.]+em;?/#) { String($0.output.1) }
        .replacing(" style=\"\"", with: "")
    }
    // The name of a function that is an index comes with a sign that nobody sees, and the two are one term.
    if html.contains("<mo>\u{2061}</mo></msub>") || html.contains("<mo>\u{2061}</mo></msup>") {
      html = html.replacing(#/(<mi>[^<]*<\/mi><mo>\u{2061}<\/mo>)(<\/msu[bp]>)/#) {
        "<mrow>\($0.output.1)</mrow>\($0.output.2)"
      }
    }
    return grouped(html)
  }

  /// An operator with an index stands in a group: it is one still, and checkers of HTML want a term there.
  private static func grouped(_ html: String) -> String {
    let scripts = ["<msub><mo", "<msup><mo", "<msubsup><mo"]
    guard scripts.contains(where: html.contains) else { return html }
    let end = "</mo>"
    var result = ""
    var rest = html[...]
    while let script = scripts.compactMap({ rest.firstRange(of: $0) }).min(by: {
      $0.lowerBound < $1.lowerBound
    }) {
      let operatorStart = rest.index(script.upperBound, offsetBy: -3)
      let isOperator = rest[script.upperBound...].first.map { $0 == ">" || $0 == " " } ?? false
      guard isOperator, let close = rest[operatorStart...].firstRange(of: end) else {
        result += rest[..<script.upperBound]
        rest = rest[script.upperBound...]
        continue
      }
      result +=
        rest[..<operatorStart] + "<mrow>" + rest[operatorStart..<close.upperBound] + "</mrow>"
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
