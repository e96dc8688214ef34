// LabelLink: links to equations, figures and sections, as the page that they stand on needs them.

import Markup

/// A way from one page to something that has a label.
package struct LabelLink: Hashable, Sendable {
  /// What `href` leads to: `#eq:bayes`, or `kl.html#eq:bayes` from another page.
  package var address: String
  /// `(7)`, `3`, or a section's title in quotation marks.
  package var number: String
  /// What it is called where the link has no words: `Equation (7)`.
  package var name: String
  /// The words that the number is added to: `Equation`, `equation` and so on.
  package var words: [String]
  /// The id of the hidden element with the preview; nil where the target itself is on the page.
  package var preview: String?

  package init(
    address: String, number: String, name: String, words: [String], preview: String? = nil
  ) {
    self.address = address
    self.number = number
    self.name = name
    self.words = words
    self.preview = preview
  }

  /// The attributes of an `<a>`; previews are found by its class.
  var attributes: String {
    "class=\"ref\" href=\"\(escapedDestination(address))\""
      + (preview.map { " data-preview=\"\(escaped($0))\"" } ?? "")
  }
}

/// A formula that has a number.
package struct NumberedFormula: Hashable, Sendable {
  /// Nil where its rows have ids of their own.
  package var id: String?
  /// `(7)`, or those of its rows, `(7), (8)`.
  package var number: String
  /// Those of its rows that have one.
  package var rows: [NumberedFormula] = []

  package init(id: String?, number: String) {
    self.id = id
    self.number = number
  }
}

/// Something on another page that this page links to.
package struct Preview: Hashable, Sendable {
  package var id: String
  package var html: String
  package var hasMath: Bool

  package init(id: String, html: String, hasMath: Bool = false) {
    self.id = id
    self.html = html
    self.hasMath = hasMath
  }
}

/// A formula of KaTeX's whose `\href{#label}` lead where the labels are.
///
/// KaTeX hides what it shows from assistive technology and speaks in MathML instead, so nothing in there
/// may take the focus: the links in the formula are for the pointer, and links behind it, which show
/// themselves when they have the focus, are for the keyboard. A formula that is nothing but a reference
/// becomes one plain link.
///
/// - Parameter tex: the formula as the author wrote it.
package func linkedFormula(
  _ html: String, tex: String, link: (String) -> LabelLink?
) -> Fragment {
  if let only = onlyReference(in: tex), let link = link(only.label) {
    let number = link.number.filter { !only.isBare || !"()".contains($0) }
    return Fragment(html: "<a \(link.attributes)>\(escaped(number))</a>", hasPreviews: true)
  }
  var result = ""
  var rest = html[...]
  var links: [LabelLink] = []
  while let start = rest.firstRange(of: "href=\"#"),
    let end = rest[start.upperBound...].firstIndex(of: "\"")
  {
    let isAnchor = rest[..<start.lowerBound].hasSuffix("<a ")
    let label = String(rest[start.upperBound..<end])
    let after = rest.index(after: end)
    if label.hasPrefix(rowMark) {
      // The place of a row's label: links lead there, and it leads nowhere. MathML has no need of it.
      result += rest[..<start.lowerBound]
      if isAnchor { result += "id=\"\(label.dropFirst(rowMark.count))\"" }
    } else if let link = link(label) {
      result += rest[..<start.lowerBound]
      // In MathML an address would be a second, hidden thing to press.
      if isAnchor { result += link.attributes + " tabindex=\"-1\"" }
      if !links.contains(link) { links.append(link) }
    } else {
      result += rest[..<after]
    }
    rest = rest[after...]
  }
  result += rest
  // The TeX that KaTeX keeps for who copies the formula is the author's.
  let place = "\\href{#" + rowMark
  while let start = result.firstRange(of: place),
    let end = result[start.upperBound...].firstRange(of: "}{}")
  {
    result.removeSubrange(start.lowerBound..<end.upperBound)
  }
  let behind = links.map {
    "<a \($0.attributes.replacing("class=\"ref\"", with: "class=\"ref formula-ref\""))>\(escaped($0.name))</a>"
  }
  return Fragment(
    html: result + behind.joined(), hasMath: true, hasPreviews: !links.isEmpty)
}

/// What the address of a row's label begins with before it becomes an id.
private let rowMark = "row:"

/// The label in TeX that is nothing but `\eqref{label}` or `\ref{label}`, the second shown without brackets.
private func onlyReference(in tex: String) -> (label: String, isBare: Bool)? {
  let words = tex.split(whereSeparator: \.isWhitespace)
  guard words.count == 1, words[0].hasSuffix("}"),
    let command = ["\\eqref{", "\\ref{"].first(where: words[0].hasPrefix)
  else { return nil }
  let label = words[0].dropFirst(command.count).dropLast()
  if label.contains(where: { "{}\\".contains($0) }) { return nil }
  return (String(label), command == "\\ref{")
}

/// A formula where nothing may be pressed: in a table of contents, in a preview.
package func unlinkedFormula(_ html: String) -> String {
  guard html.contains("href=\"") else { return html }
  var result = ""
  var rest = html[...]
  while let start = rest.firstRange(of: "href=\""),
    let end = rest[start.upperBound...].firstIndex(of: "\"")
  {
    result += rest[..<start.lowerBound]
    if result.hasSuffix("<a ") {
      result.removeLast(3)
      result += "<span"
    }
    rest = rest[rest.index(after: end)...]
  }
  return (result + rest).replacing("</a>", with: "</span>")
}
