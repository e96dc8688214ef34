// BodyClaims: claims as controls on the page, each of which opens a proof.

import Markup

/// The claims of one page that were shown so far.
struct BodyClaims {
  private struct Claim {
    var mark: Mark
    var id: String
    var isShown = false
  }

  private var claims: [Claim]
  private let language: Language
  private let commons: ProofCommons
  /// The proofs of what was shown, in the order in which it was.
  private var shown: [Shown] = []

  private enum Shown {
    case claim(Int)
    /// Finished proofs of a derivation's lines.
    case lines(String)
  }
  /// Claims in prose by the first byte of their comment.
  private var prose: [Int: Int] = [:]
  /// Claims of cells, in the order of the essay.
  private var cells: [Int] = []

  init(
    _ marks: [Mark], _ ids: BodyIDs, _ language: Language = .english,
    _ commons: ProofCommons = ProofCommons()
  ) {
    self.language = language
    self.commons = commons
    let ordered = marks.sorted {
      ($0.comment.lowerBound, $0.range.lowerBound) < ($1.comment.lowerBound, $1.range.lowerBound)
    }
    claims = ordered.enumerated().map { index, mark in
      Claim(mark: mark, id: "proof.\(index + 1)")
    }
    for (index, claim) in claims.enumerated() where claim.mark.kind == .prose {
      prose[claim.mark.comment.lowerBound] = index
    }
    cells = claims.indices.filter { claims[$0].mark.kind == .table }
  }

  /// The bytes of the claimed number, if they lie in the text before the comment.
  func number(in text: Range<Int>, beforeComment comment: Range<Int>) -> Range<Int>? {
    guard let index = prose[comment.lowerBound] else { return nil }
    let range = claims[index].mark.range
    let isInside = range.lowerBound >= text.lowerBound && range.upperBound <= text.upperBound
    return isInside && !range.isEmpty ? range : nil
  }

  /// The bytes that a cell claims; nil for a cell that is not claimed as a part of its table.
  func claimed(inCell cell: Range<Int>) -> Range<Int>? {
    cells.lazy.map { claims[$0].mark.range }
      .first { cell.lowerBound <= $0.lowerBound && $0.upperBound <= cell.upperBound }
  }

  /// The control of a cell's claim: around its number, or alone after it. Asked again, there is none.
  ///
  /// - Parameter number: as it stands in the text, plain.
  mutating func control(forCell range: Range<Int>, around number: String? = nil) -> String? {
    guard
      let index = cells.first(where: { claims[$0].mark.range == range && !claims[$0].isShown })
    else { return nil }
    return control(index, around: number)
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
    for (index, claim) in claims.enumerated() where claim.mark.kind.isInCode && !claim.isShown {
      let last = max(claim.mark.comment.lowerBound, claim.mark.comment.upperBound - 1)
      if line.contains(last) { controls += " " + control(index, around: nil) }
    }
    return controls
  }

  /// The refuted values of examples that stand in this line, as bytes of the essay, each with what should stand there.
  func refutations(inLine line: Range<Int>) -> [(range: Range<Int>, difference: Difference)] {
    claims.map(\.mark).compactMap { mark in
      guard mark.kind.isInCode, mark.kind != .derivation, let new = mark.shouldBe(in: language),
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

  /// The names of the claims that the page shows, but for lines of derivations.
  var shownNames: Set<String> { Set(claims.filter(\.isShown).compactMap(\.mark.anchor)) }

  /// Whether something was shown that opens a proof.
  var hasShown: Bool { !shown.isEmpty }

  var pendingCount: Int { claims.count { $0.mark.verdict == .pending } }

  private mutating func control(_ index: Int, around number: String?) -> String {
    claims[index].isShown = true
    shown.append(.claim(index))
    let (mark, id) = (claims[index].mark, claims[index].id)
    // The name says what the tick does not say to those who cannot see it; it is no hidden text, which
    // would be copied together with the number.
    let place = mark.anchor.map { " id=\"\(escaped($0))\"" } ?? ""
    let computed =
      mark.shouldBe(in: language).map { "; " + escaped(language[.computedValue, $0]) } ?? ""
    return
      "<button\(place) class=\"claim \(mark.verdict.name)\" type=\"button\" popovertarget=\"\(id)\""
      + " aria-label=\"\(escaped(number ?? mark.wrote)), \(words(mark))\(computed)\">"
      + value(of: mark, number)
      + "<span class=\"tick\" aria-hidden=\"true\">\(mark.verdict.sign)</span></button>"
  }

  /// What a control shows before its sign: the number that it stands around, and for a refuted claim what was computed. In
  /// an example the value that the author wrote stands in the line already.
  private func value(of mark: Mark, _ number: String?) -> String {
    guard let new = mark.shouldBe(in: language) else { return number.map(escaped) ?? "" }
    let difference = Difference(
      number ?? mark.wrote, new, decimal: mark.kind.isInCode ? .point : language.notation.decimal)
    let old = !mark.kind.isInCode ? "<del>\(Difference.html(difference.old))</del> " : ""
    return old + "<ins>\(Difference.html(difference.new))</ins>"
  }

  /// Takes in the proofs of lines whose controls were written elsewhere.
  mutating func add(proofsOfLines proofs: String) {
    if !proofs.isEmpty { shown.append(.lines(proofs)) }
  }

  /// The proofs of the claims that have a control.
  func proofs() -> String {
    let proofs = shown.map { shown in
      switch shown {
      case .claim(let index): proof(claims[index])
      case .lines(let proofs): proofs
      }
    }
    return ProofHTML.all(proofs, in: language)
  }

  private func words(_ mark: Mark) -> String { escaped(language[mark.verdict.word]) }

  private func proof(_ claim: Claim) -> String {
    let mark = claim.mark
    let proof = ProofHTML(
      id: claim.id, verdict: mark.verdict.name,
      label: "\(mark.wrote), \(language[mark.verdict.word])",
      rows: [
        (language[.claimed], escaped(mark.wrote)),
        (language[.computed], escapedUnbroken(mark.computed(in: language))),
        (language[.rule], escapedUnbroken(language.said(mark.rule))),
        (language[.margin], escaped(mark.room?.words(in: language) ?? "")),
        ("Swift", mark.expression.isEmpty ? "" : "<code>\(escaped(mark.expression))</code>"),
        (language[.line], ProofHTML.line(of: mark, in: language)),
      ], anchor: mark.anchor, name: mark.name)
    return proof.html(commons, in: language)
  }
}

/// The ids of a page: headings have theirs from their words, so that links to them last; what is
/// numbered keeps out of their way.
struct BodyIDs {
  private let anchors: Set<String>

  /// - Parameter names: those that claims have.
  init(anchorsIn blocks: [Node], names: [String] = []) {
    var anchors = Set(names)
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
