// DerivationHTML: a derivation as one aligned display: its lines meet at their relations, every line has
// its mark, and the mark opens what was sampled.

/// A derivation as a page shows it.
package struct DerivationView: Hashable, Sendable {
  /// Which of the page's derivations it is, from 1.
  package var number: Int
  package var rows: [Row]
  /// The lines of the whole fence as HTML.
  package var code: [String]
  /// Whether a line leads to another page's.
  package var hasPreviews = false
  /// What the page says itself, it says in this language.
  package var language = Language.english
  /// What the proofs of its lines say alike.
  package var commons = ProofCommons()

  /// A line, together with the expression that its chain begins with where it is the first.
  package struct Row: Hashable, Sendable {
    /// Typeset; nil where the chain goes on, or where nothing follows the relation.
    package var left: String?
    /// The relation and what follows it, typeset; nil for a chain's beginning alone.
    package var right: String?
    package var condition: String?
    /// The equation's id and number, if it has a label.
    package var equation: NumberedFormula?
    package var verdict: Mark.Verdict?
    /// Which of the essay's claims the line is, and what the ledger calls it.
    package var claim: Int?
    package var name: String?
    /// Whether the line holds for a whole range and not only in the draws.
    package var isEnclosed: Bool
    /// What the mark opens: names and HTML.
    package var details: [Detail]

    package init(
      left: String? = nil, right: String? = nil, condition: String? = nil,
      equation: NumberedFormula? = nil, verdict: Mark.Verdict? = nil,
      claim: Int? = nil, isEnclosed: Bool = false, details: [Detail] = []
    ) {
      self.left = left
      self.right = right
      self.condition = condition
      self.equation = equation
      self.verdict = verdict
      self.claim = claim
      self.isEnclosed = isEnclosed
      self.details = details
    }
  }

  package enum Detail: Hashable, Sendable {
    case text(String, String)
    /// Highlighted lines of Swift.
    case code(String, [String])
    /// Words that lead to an address.
    case link(String, String, String)
  }

  /// How often lines were sampled: the smallest and the largest number of draws.
  package var draws: ClosedRange<Int>?

  /// The id of a line: its label's, else what the ledger calls it; nil for one that is neither claimed nor labelled.
  package func anchor(_ row: Int) -> String? { rows[row].equation?.id ?? rows[row].name }

  package init(number: Int, rows: [Row], code: [String], draws: ClosedRange<Int>?) {
    self.number = number
    self.rows = rows
    self.code = code
    self.draws = draws
  }
}

/// A derivation's HTML, which stands where its fence stood.
///
/// The lines scroll together in a box of their own, and their marks and numbers stand beside it in rows as high as theirs:
/// however wide a line is, nothing is covered.
package func renderDerivation(_ view: DerivationView) -> Fragment {
  let language = view.language
  var html = "<div class=\"derivation\">\n"
  html += "<div class=\"derivation-rows\" style=\"--rows: \(max(1, view.rows.count))\">\n"
  html += "<div class=\"derivation-lines\" role=\"region\" tabindex=\"0\""
  html += " aria-label=\"\(escaped(language[.derivation, view.number]))\">\n"
  for index in view.rows.indices { html += view.line(index) }
  html += "</div>\n<div class=\"derivation-ends\">\n"
  for index in view.rows.indices { html += view.end(index) }
  html += "</div>\n</div>\n<div class=\"derivation-foot\">\n<p>\(view.sign)\(view.summary)</p>\n"
  html += "<details>\n<summary>Swift</summary>\n"
  html += "<pre tabindex=\"0\" role=\"group\""
  html +=
    " aria-label=\"\(escaped(language[.derivationSwift, view.number]))\"><code class=\"language-swift\">"
  html += view.code.map { $0 + "\n" }.joined()
  html += "</code></pre>\n</details>\n</div>\n"
  var fragment = Fragment(
    html: html + "</div>\n", hasMath: view.rows.contains { $0.left != nil || $0.right != nil },
    hasPreviews: view.hasPreviews)
  fragment.proofs = view.rows.indices.map { view.proof($0) }.joined()
  return fragment
}

extension DerivationView {
  /// With a full stop, which no heading's anchor holds.
  fileprivate func proofID(_ row: Int) -> String { "derivation.\(number).\(row + 1)" }

  /// The formula itself is read from its MathML; TeX would be no words.
  private func name(_ row: Int, _ standing: Row.Standing) -> String {
    language[.derivationLine, row + 1, number] + ": " + language[standing.word]
  }

  fileprivate func line(_ index: Int) -> String {
    let row = rows[index]
    var html = "<div class=\"derivation-line\""
    if let anchor = anchor(index) { html += " id=\"\(escaped(anchor))\"" }
    html += ">"
    guard let right = row.right else {
      return html + "<span class=\"start\">\(row.left ?? "")</span></div>\n"
    }
    html += "<span class=\"left\">\(row.left ?? "")</span><span class=\"right\">\(right)"
    if let condition = row.condition {
      html += "<small class=\"condition\">\(escaped(condition))</small>"
    }
    if row.verdict == .refuted, let computed = row.computed(in: language) {
      html += "<small class=\"computed\"><ins>\(escaped(computed))</ins></small>"
    }
    return html + "</span></div>\n"
  }

  /// What stands behind a line: its mark, and its number, which leads to the line itself.
  fileprivate func end(_ index: Int) -> String {
    let row = rows[index]
    var html = "<span class=\"ends\">"
    if let standing = row.standing {
      html += "<button class=\"claim \(standing.name)\" type=\"button\""
      html += " popovertarget=\"\(proofID(index))\""
      html += " aria-label=\"\(escaped(name(index, standing)))\">"
      html += "<span class=\"tick\" aria-hidden=\"true\">\(standing.sign)</span></button>"
    }
    if let equation = row.equation, let id = equation.id {
      let words = language[.linkTo, language[.equation, equation.number]]
      html += "<a class=\"number\" href=\"#\(escapedDestination(id))\""
      html += " aria-label=\"\(escaped(words))\">\(escaped(equation.number))</a>"
    }
    return html + "</span>\n"
  }

  fileprivate func proof(_ index: Int) -> String {
    let row = rows[index]
    guard let standing = row.standing, let anchor = anchor(index) else { return "" }
    let details = row.details.map { detail in
      switch detail {
      case .text(let name, let text): (name, escapedUnbroken(text))
      case .code(let name, let lines): (name, "<code>\(lines.joined(separator: "\n"))</code>")
      case .link(let name, let text, let address):
        (name, "<a href=\"\(escapedDestination(address))\">\(escaped(text))</a>")
      }
    }
    return ProofHTML(
      id: proofID(index), verdict: standing.name, label: name(index, standing), rows: details,
      anchor: anchor, name: anchor
    ).html(commons, in: language)
  }

  /// The sign that the lines have, beside the word for it.
  fileprivate var sign: String {
    draws == nil
      ? ""
      : "<span class=\"sampled\"><span class=\"tick\" aria-hidden=\"true\">⚄</span></span> "
  }

  /// "sampled, 1000 draws each"; what was not is said first.
  fileprivate var summary: String {
    let verdicts = rows.compactMap(\.verdict)
    let failed = verdicts.count { $0 == .refuted }
    let open = verdicts.count { $0 == .unreached || $0 == .unjudged }
    let enclosed = rows.count { $0.verdict == .held && $0.isEnclosed }
    var parts: [String] = []
    if failed > 0 { parts.append(language[.linesRefuted, failed, verdicts.count]) }
    if open > 0 { parts.append(language[.linesUnjudged, open, verdicts.count]) }
    if let draws {
      let (least, most) = (draws.lowerBound, draws.upperBound)
      parts.append(
        least < most
          ? language[.sampledRange, least, most]
          : least == 1 ? language[.sampledOne] : language[.sampledEach, least])
      if enclosed > 0 {
        let all = language[verdicts.count == 1 ? .lineEnclosed : .linesAllEnclosed]
        parts.append(
          enclosed == verdicts.count ? all : language[.linesEnclosed, enclosed, verdicts.count])
      }
    } else if parts.isEmpty {
      parts.append(language[.unchecked])
    }
    return escaped(parts.joined(separator: "; "))
  }
}

extension DerivationView.Row {
  /// How a line stands. One that holds was sampled: that is less than a proof, and looks different from a
  /// tick. One that was enclosed holds for a whole range, and looks different again.
  fileprivate enum Standing {
    case sampled, enclosed
    case other(Mark.Verdict)

    var name: String {
      switch self {
      case .sampled: "sampled"
      case .enclosed: "enclosed"
      case .other(let verdict): verdict.name
      }
    }

    var word: Word {
      switch self {
      case .sampled: .sampled
      case .enclosed: .enclosed
      case .other(let verdict): verdict.word
      }
    }

    var sign: String {
      switch self {
      case .sampled: "⚄"
      case .enclosed: "[✓]"
      case .other(let verdict): verdict.sign
      }
    }
  }

  /// What was found in the place of what the line says.
  fileprivate func computed(in language: Language) -> String? {
    details.lazy.compactMap { detail in
      if case .text(language[.computed], let words) = detail { words } else { nil }
    }.first
  }

  fileprivate var standing: Standing? {
    verdict.map { $0 == .held ? (isEnclosed ? .enclosed : .sampled) : .other($0) }
  }
}
