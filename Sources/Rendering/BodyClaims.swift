// BodyClaims: claims as controls on the page, and the proof that each of them opens.
//
// A proof is a popover, which the browser itself opens and closes. It may not stand in the middle of a
// paragraph, so all of them come at the end of the body, where a browser that knows no popovers shows
// them as a list.

import Markup

/// The claims of one page that were shown so far.
struct BodyClaims {
  private struct Claim {
    var mark: Mark
    var id: String
    var isShown = false
  }

  private var claims: [Claim]
  /// Claims in prose by the first byte of their comment.
  private var prose: [Int: Int] = [:]

  init(_ marks: [Mark], _ ids: BodyIDs) {
    let ordered = marks.sorted {
      ($0.comment.lowerBound, $0.range.lowerBound) < ($1.comment.lowerBound, $1.range.lowerBound)
    }
    claims = ordered.enumerated().map { index, mark in
      Claim(mark: mark, id: ids.free("claim-\(index + 1)"))
    }
    for (index, claim) in claims.enumerated() where claim.mark.kind == .prose {
      prose[claim.mark.comment.lowerBound] = index
    }
  }

  /// The bytes of the claimed number, if they lie in the text before the comment.
  func number(in text: Range<Int>, beforeComment comment: Range<Int>) -> Range<Int>? {
    guard let index = prose[comment.lowerBound] else { return nil }
    let range = claims[index].mark.range
    let isInside = range.lowerBound >= text.lowerBound && range.upperBound <= text.upperBound
    return isInside && !range.isEmpty ? range : nil
  }

  /// The control of the claim in this comment: around its number, or alone after it. Each claim has
  /// one control; asked again, there is none.
  ///
  /// - Parameter number: as it stands in the text, plain.
  mutating func control(forComment comment: Range<Int>, around number: String? = nil) -> String? {
    guard let index = prose[comment.lowerBound], !claims[index].isShown else { return nil }
    return control(index, around: number)
  }

  /// The controls of all claims that end in this line of an example.
  mutating func controls(inLine line: Range<Int>) -> String {
    var controls = ""
    for (index, claim) in claims.enumerated() where claim.mark.kind != .prose && !claim.isShown {
      let last = max(claim.mark.comment.lowerBound, claim.mark.comment.upperBound - 1)
      if line.contains(last) { controls += " " + control(index, around: nil) }
    }
    return controls
  }

  /// The refuted values of examples that stand in this line, as bytes of the essay, each with what should stand there.
  func refutations(inLine line: Range<Int>) -> [(range: Range<Int>, difference: Difference)] {
    claims.map(\.mark).compactMap { mark in
      guard mark.kind != .prose, mark.kind != .derivation, let new = mark.shouldBe,
        mark.range.overlaps(line)
      else { return nil }
      return (mark.range, Difference(mark.wrote, new))
    }
  }

  /// Where a claim is shown; nil for one that is not.
  func anchor(ofClaimAt range: Range<Int>) -> String? {
    claims.first {
      $0.mark.range == range && ($0.isShown || $0.mark.kind == .derivation)
    }?.mark.anchor
  }

  var pendingCount: Int { claims.count { $0.mark.verdict == .pending } }

  private mutating func control(_ index: Int, around number: String?) -> String {
    claims[index].isShown = true
    let (mark, id) = (claims[index].mark, claims[index].id)
    // The name says what the tick does not say to those who cannot see it; it is no hidden text, which
    // would be copied together with the number.
    let place = mark.anchor.map { " id=\"\(escaped($0))\"" } ?? ""
    let computed = mark.shouldBe.map { "; computed \(escaped($0))" } ?? ""
    return
      "<button\(place) class=\"claim \(mark.verdict.name)\" type=\"button\" popovertarget=\"\(id)\""
      + " aria-label=\"\(escaped(number ?? mark.wrote)), \(mark.verdict.words)\(computed)\">"
      + Self.value(of: mark, number)
      + "<span class=\"tick\" aria-hidden=\"true\">\(mark.verdict.sign)</span></button>"
  }

  /// What a control shows before its sign: the number that it stands around, and for a refuted claim what was computed. In
  /// an example the value that the author wrote stands in the line already.
  private static func value(of mark: Mark, _ number: String?) -> String {
    guard let new = mark.shouldBe else { return number.map(escaped) ?? "" }
    let difference = Difference(number ?? mark.wrote, new)
    let old = mark.kind == .prose ? "<del>\(Difference.html(difference.old))</del> " : ""
    return old + "<ins>\(Difference.html(difference.new))</ins>"
  }

  /// The proofs of the claims that have a control.
  func proofs() -> String {
    let shown = claims.filter(\.isShown)
    guard !shown.isEmpty else { return "" }
    return "<div class=\"proofs\">\n" + shown.map(proof).joined() + "</div>\n"
  }

  /// All claims of the page in one table, each with the way to its place; empty without claims.
  func ledger(id: String, tableID: String) -> String {
    guard !claims.isEmpty else { return "" }
    let held = claims.count { $0.mark.verdict == .held }
    let noun = claims.count == 1 ? "claim" : "claims"
    let rows = claims.map { claim in
      let mark = claim.mark
      let isThere = claim.isShown || mark.kind == .derivation
      let place = isThere ? mark.anchor : nil
      let line = place.map { "<a href=\"#\(escaped($0))\">\(mark.line)</a>" } ?? "\(mark.line)"
      return "<tr><td>\(line)</td><td>\(escaped(mark.wrote))</td>"
        + "<td>\(escaped(mark.computed))</td><td class=\"\(mark.verdict.name)\">"
        + "<span class=\"tick\" aria-hidden=\"true\">\(mark.verdict.sign)</span>"
        + "<span class=\"visually-hidden\">\(mark.verdict.words): </span>\(escaped(mark.rule))</td></tr>\n"
    }
    return "<details class=\"ledger\" id=\"\(id)\">\n"
      + "<summary>The ledger: \(held) of \(claims.count) \(noun)</summary>\n"
      + "<div class=\"table-scroll\" id=\"\(tableID)\" role=\"region\" tabindex=\"0\" aria-label=\"Claims\">\n"
      + "<table>\n<thead><tr><th scope=\"col\">Line</th><th scope=\"col\">Claimed</th>"
      + "<th scope=\"col\">Computed</th><th scope=\"col\">Rule</th></tr></thead>\n<tbody>\n"
      + rows.joined() + "</tbody>\n</table>\n</div>\n</details>\n"
  }

  private func proof(_ claim: Claim) -> String {
    let mark = claim.mark
    let rows = [
      ("Claimed", escaped(mark.wrote)),
      ("Computed", escaped(mark.computed)),
      ("Rule", escaped(mark.rule)),
      ("Swift", mark.expression.isEmpty ? "" : "<code>\(escaped(mark.expression))</code>"),
      ("Line", String(mark.line)),
    ]
    let list = rows.filter { !$0.1.isEmpty }.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" }.joined()
    return "<div id=\"\(claim.id)\" popover class=\"proof \(mark.verdict.name)\" role=\"dialog\""
      + " aria-label=\"\(escaped(mark.wrote)), \(mark.verdict.words)\"><dl>\(list)</dl></div>\n"
  }
}

/// The ids of a page: headings have theirs from their words, so that links to them last; what is
/// numbered keeps out of their way.
struct BodyIDs {
  private let anchors: Set<String>

  init(anchorsIn blocks: [Node]) {
    var anchors: Set<String> = []
    func collect(_ nodes: [Node]) {
      for node in nodes {
        if case .heading(_, let anchor) = node.kind { anchors.insert(anchor) }
        collect(node.children)
      }
    }
    collect(blocks)
    self.anchors = anchors
  }

  /// The id itself, or with as many underscores before it as it needs to be free.
  func free(_ id: String) -> String {
    var id = id
    while anchors.contains(id) { id = "_" + id }
    return id
  }
}
