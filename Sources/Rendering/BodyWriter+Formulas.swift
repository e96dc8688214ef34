// The HTML of displayed formulas, each in a box that scrolls where it is too wide.

import Markup

extension BodyWriter {
  /// A displayed formula. Beside one that has a number stands the way to itself, outside of what scrolls.
  mutating func display(_ node: Node, _ text: Verbatim, in element: String) -> String {
    let box = "<\(element) \(displayAttributes(node))>\(formula(node, text))</\(element)>"
    guard !isPlain, let numbered = material.numbered[node.range.lowerBound] else { return box }
    let links = (numbered.rows.isEmpty ? [numbered] : numbered.rows).compactMap { row in
      row.id.map { permalink(to: $0, called: language[.equation, row.number]) }
    }
    return "<\(element) class=\"equation\">\(box)"
      + "<span class=\"permalinks\">\(links.joined())</span></\(element)>"
  }

  /// The way to something on the page, for those who want to hand it on.
  func permalink(to id: String, called name: String) -> String {
    "<a class=\"permalink\" href=\"#\(escapedDestination(id))\""
      + " aria-label=\"\(escaped(language[.linkTo, name]))\">#</a>"
  }

  /// A display formula has a box of its own that a keyboard reaches, so that what is too wide for a
  /// phone can be scrolled.
  private mutating func displayAttributes(_ node: Node) -> String {
    if isPlain { return "class=\"math display\"" }
    displayCount += 1
    let box = "class=\"math display\" tabindex=\"0\" role=\"group\""
    if let formula = material.numbered[node.range.lowerBound] {
      let name = language[formula.id == nil ? .equations : .equation, formula.number]
      let id = formula.id.map { "id=\"\(escaped($0))\" " } ?? ""
      return "\(id)\(box) aria-label=\"\(escaped(name))\""
    }
    return "\(box) aria-label=\"\(escaped(language[.formula, displayCount]))\""
  }
}
