// Remark: what the page of a draft shows of one finding. Rendering knows nothing of how it was found.

/// What is wrong with an essay that cannot be published yet, for those who write it.
package struct DraftNotes: Hashable, Sendable {
  package var remarks: [Remark]
  /// The way to the style sheet of drafts.
  package var styleAddress: String

  package init(remarks: [Remark], styleAddress: String) {
    self.remarks = remarks
    self.styleAddress = styleAddress
  }
}

package struct Remark: Hashable, Sendable {
  /// The bytes of the essay that it is about; nil for what is wrong elsewhere.
  package var range: Range<Int>?
  /// As people name it: `line 12`, or a file and its line.
  package var place: String?
  package var kind: Kind
  package var isError: Bool
  package var message: String
  package var notes: [String]

  package enum Kind: Hashable, Sendable, CaseIterable {
    case refuted, unreached, unjudged, compiler, other
  }

  package init(
    range: Range<Int>?, place: String?, kind: Kind, isError: Bool, message: String,
    notes: [String] = []
  ) {
    self.range = range
    self.place = place
    self.kind = kind
    self.isError = isError
    self.message = message
    self.notes = notes
  }
}

extension Remark.Kind {
  /// "1 claim refuted", and "2 claims refuted".
  fileprivate var words: (one: Word, many: Word) {
    switch self {
    case .refuted: (.oneRefuted, .manyRefuted)
    case .unreached: (.oneUnreached, .manyUnreached)
    case .unjudged: (.oneUnjudged, .manyUnjudged)
    case .compiler: (.oneCompilerError, .manyCompilerErrors)
    case .other: (.oneOtherError, .manyOtherErrors)
    }
  }
}

/// The remarks of one page, each shown once: at its line of code, behind its block, or only in the list above.
struct BodyRemarks {
  private let notes: DraftNotes?
  private let language: Language
  private var shown: Set<Int> = []

  init(_ notes: DraftNotes?, _ language: Language) {
    self.notes = notes
    self.language = language
  }

  var isEmpty: Bool { notes?.remarks.isEmpty ?? true }

  private func id(_ index: Int) -> String { "remark.\(index + 1)" }

  /// Those about a line of code, each on a line of its own behind it.
  mutating func lines(for line: Range<Int>, _ claims: BodyClaims) -> String {
    take(claims) { line.contains($0.lowerBound) }.map { index, remark in
      "<span class=\"remark \(remark.name)\" id=\"\(id(index))\">\(remark.html(in: language))</span>\n"
    }.joined()
  }

  /// Those about what stands before a byte and that were not shown by then.
  mutating func blocks(before end: Int, _ claims: BodyClaims) -> String {
    take(claims) { $0.lowerBound < end }.map { index, remark in
      "<p class=\"remark \(remark.name)\" id=\"\(id(index))\">\(remark.html(in: language))</p>\n"
    }.joined()
  }

  private mutating func take(
    _ claims: BodyClaims, _ isWanted: (Range<Int>) -> Bool
  ) -> [(Int, Remark)] {
    guard let notes else { return [] }
    let found = notes.remarks.enumerated().filter { index, remark in
      guard let range = remark.range, isWanted(range), !shown.contains(index) else { return false }
      // The claim itself shows it.
      return claims.anchor(ofClaimAt: range) == nil
    }
    shown.formUnion(found.map(\.offset))
    return found.map { ($0.offset, $0.element) }
  }

  // MARK: The list above

  /// What stands above the text: whether this can be published, and the way to each place where something is wrong.
  ///
  /// - Parameter pending: how many claims wait for their program.
  func banner(_ claims: BodyClaims, pending: Int) -> String {
    guard let notes else { return "" }
    let style = "<link rel=\"stylesheet\" href=\"\(escaped(notes.styleAddress))\">\n"
    let errors = notes.remarks.enumerated().filter { $0.element.isError }
    var counts = Remark.Kind.allCases.compactMap { kind in
      let count = errors.count { $0.element.kind == kind }
      return count == 0 ? nil : said(count, kind.words)
    }
    if pending > 0 { counts.append(said(pending, (.onePending, .manyPending))) }
    guard !counts.isEmpty else { return style }
    let words = language[
      errors.isEmpty ? .running : .notPublishable, counts.joined(separator: ", ")]
    let items = errors.map { index, remark in
      "<li>\(link(index, remark, claims))\(escaped(remark.message))</li>\n"
    }
    return style
      + "<aside class=\"draft-banner\(errors.isEmpty ? " running" : "")\" role=\"status\">\n"
      + "<p><strong>\(escaped(words))</strong></p>\n"
      + (items.isEmpty ? "" : "<ol>\n\(items.joined())</ol>\n") + "</aside>\n"
  }

  private func said(_ count: Int, _ words: (one: Word, many: Word)) -> String {
    language[count == 1 ? words.one : words.many, count]
  }

  private func link(_ index: Int, _ remark: Remark, _ claims: BodyClaims) -> String {
    guard let place = remark.place else { return "" }
    let claim = remark.range.flatMap { claims.anchor(ofClaimAt: $0) }
    guard let anchor = claim ?? (shown.contains(index) ? id(index) : nil) else {
      return escaped(place) + ": "
    }
    return "<a href=\"#\(escaped(anchor))\">\(escaped(place))</a>: "
  }
}

extension Remark {
  fileprivate var name: String { isError ? "error" : "warning" }

  /// The message and its notes, without elements that could not stand in a line of code.
  fileprivate func html(in language: Language) -> String {
    let notes = notes.map { "<span class=\"note\">\(escaped($0))</span>" }.joined()
    let words = escaped(language[isError ? .errorBefore : .warningBefore])
    return "<strong>\(words)</strong> \(escaped(message))\(notes)"
  }
}
