// Numbering in mixtures: pages of environments whose rows have labels, tags, both or neither, as LaTeX's authors write
// them. Who made a page knows what number each row and each reference must show.

import Foundation
import Testing

@Suite struct NumberingMixtureTests {
  @Test func rowsAndReferencesShowTheirNumbers() throws {
    var site = NumberedSite(seed: 6)
    let project = try ScratchProject()
    defer { project.remove() }
    try project.delete("content/one.md")
    try project.write("Home.\n", to: "content/index.md")
    let pages = (1...20).map { site.page($0) }
    for (number, page) in pages.enumerated() {
      let words = page + site.references()
      try project.write(words, to: "content/p\(number + 1).md")
    }
    let run = try project.galley("build")
    try #require(run.status == 0, "\(run.errors)")
    #expect(site.formulas.count > 60 && site.shown.count > 60)
    var found: [String] = []
    var references: [String] = []
    for number in 1...20 {
      let page = try #require(project.text(of: "site/p\(number).html"))
      let main = try #require(page.firstRange(of: "<main"))
      for line in FormulaOutline(of: String(page[main.lowerBound...])).lines {
        if line.hasPrefix("  tags: ") {
          found.append(String(line.dropFirst("  tags: ".count)))
        } else if line == "  no tags" {
          found.append("–")
        } else if let link = line.firstMatch(of: /^[^ ]*#eq:[a-z0-9]+: (.*)$/) {
          references.append(String(link.1))
        }
      }
    }
    #expect(found.map(Self.withoutEmpty) == site.formulas.map(Self.withoutEmpty))
    #expect(references == site.shown)
  }

  /// Rows without a number, which KaTeX leaves out where an environment has none.
  private static func withoutEmpty(_ tags: String) -> String {
    tags.replacing(", not shown", with: "").split(separator: " ").filter { $0 != "–" }
      .joined(separator: " ")
  }
}

/// Makes pages, and counts as a reader of LaTeX would.
private struct NumberedSite {
  private var state: UInt64
  private var count = 0
  private var names = 0
  /// What each label shows in brackets.
  private var labels: [(name: String, number: String)] = []
  /// The tags of each formula, in the order of reading.
  private(set) var formulas: [String] = []
  /// What each reference shows, in the order of reading.
  private(set) var shown: [String] = []

  init(seed: UInt64) { state = seed }

  /// A number below another. - Source: Knuth's MMIX generator, of which the upper bits are good.
  private mutating func number(below end: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % end
  }

  mutating func page(_ order: Int) -> String {
    var text = "---\ntitle: P\(order)\norder: \(order)\n---\n"
    for _ in 0..<2 + number(below: 4) { text += "\n$$\n" + formula() + "\n$$\n" }
    return text
  }

  private mutating func formula() -> String {
    let kinds = ["align", "gather", "alignat", "align*", "gather*", "equation", "aligned", ""]
    let kind = kinds[number(below: kinds.count)]
    let isOne = ["equation", "aligned", ""].contains(kind)
    var tags: [String] = []
    let rows = (0..<(isOne ? 1 : 1 + number(below: 4))).map { _ in
      let (words, tag) = mark(mayBeBare: kind != "")
      tags.append(tag ?? "–")
      return (kind == "gather" || kind == "gather*" || isOne ? "a = b" : "a &= b") + words
    }
    formulas.append(tags.joined(separator: " "))
    let inside = rows.joined(separator: " \\\\\n")
    switch kind {
    case "": return inside
    case "aligned":
      let words = rows[0].dropFirst("a = b".count)
      return "\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}\(words)"
    case "alignat": return "\\begin{alignat}{2}\n\(inside)\n\\end{alignat}"
    default: return "\\begin{\(kind)}\n\(inside)\n\\end{\(kind)}"
    }
  }

  /// What stands in a row behind its formula, and the tag that it must have.
  private mutating func mark(mayBeBare: Bool) -> (words: String, tag: String?) {
    names += 1
    switch number(below: 6) {
    case 0: return mayBeBare ? (" \\nonumber", nil) : ("", nil)
    case 1: return mayBeBare ? (" \\notag", nil) : ("", nil)
    case 2: return ("", nil)
    case 3: return (" \\tag{T\(names)}", "(T\(names))")
    case 4:
      labels.append(("eq:n\(names)", "(A.\(names))"))
      return (" \\label{eq:n\(names)} \\tag{A.\(names)}", "(A.\(names))")
    default:
      count += 1
      labels.append(("eq:n\(names)", "(\(count))"))
      return (" \\label{eq:n\(names)}", "(\(count))")
    }
  }

  /// A paragraph of references to labels of any page.
  mutating func references() -> String {
    var text = "\n"
    for _ in 0..<4 where !labels.isEmpty {
      let (name, number) = labels[number(below: labels.count)]
      switch self.number(below: 4) {
      case 0:
        text += "$\\eqref{\(name)}$ "
        shown.append(number)
      case 1:
        text += "$\\ref{\(name)}$ "
        shown.append(number.filter { !"()".contains($0) })
      case 2:
        text += "[Equation](#\(name)) "
        shown.append("Equation \(number)")
      default:
        text += "<a href=\"#\(name)\">here</a> [](#\(name)) "
        shown.append("Equation \(number)")
      }
    }
    return text + "\n"
  }
}
