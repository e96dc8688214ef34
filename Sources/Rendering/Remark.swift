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
  /// "2 claims refuted".
  fileprivate func words(_ count: Int) -> String {
    let claims = count == 1 ? "1 claim" : "\(count) claims"
    return switch self {
    case .refuted: claims + " refuted"
    case .unreached: claims + " not reached"
    case .unjudged: claims + " not judged"
    case .compiler: count == 1 ? "1 compiler error" : "\(count) compiler errors"
    case .other: count == 1 ? "1 other error" : "\(count) other errors"
    }
  }
}

/// The remarks of one page, each shown once: at its line of code, behind its block, or only in the list above.
struct BodyRemarks {
  private let notes: DraftNotes?
  private var shown: Set<Int> = []

  init(_ notes: DraftNotes?) { self.notes = notes }

  var isEmpty: Bool { notes?.remarks.isEmpty ?? true }

  private func id(_ index: Int) -> String { "remark.\(index + 1)" }

  /// Those about a line of code, each on a line of its own behind it.
  mutating func lines(for line: Range<Int>, _ claims: BodyClaims) -> String {
    take(claims) { line.contains($0.lowerBound) }.map { index, remark in
      "<span class=\"remark \(remark.name)\" id=\"\(id(index))\">\(remark.html)</span>\n"
    }.joined()
  }

  /// Those about what stands before a byte and that were not shown by then.
  mutating func blocks(before end: Int, _ claims: BodyClaims) -> String {
    take(claims) { $0.lowerBound < end }.map { index, remark in
      "<p class=\"remark \(remark.name)\" id=\"\(id(index))\">\(remark.html)</p>\n"
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
      return count == 0 ? nil : kind.words(count)
    }
    if pending > 0 { counts.append(pending == 1 ? "1 claim pending" : "\(pending) claims pending") }
    guard !counts.isEmpty else { return style }
    let words = errors.isEmpty ? "running" : "not publishable"
    let items = errors.map { index, remark in
      "<li>\(link(index, remark, claims))\(escaped(remark.message))</li>\n"
    }
    return style
      + "<aside class=\"draft-banner\(errors.isEmpty ? " running" : "")\" role=\"status\">\n"
      + "<p><strong>\(words): \(counts.joined(separator: ", "))</strong></p>\n"
      + (items.isEmpty ? "" : "<ol>\n\(items.joined())</ol>\n") + "</aside>\n"
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
  fileprivate var html: String {
    let notes = notes.map { "<span class=\"note\">\(escaped($0))</span>" }.joined()
    return "<strong>\(name):</strong> \(escaped(message))\(notes)"
  }
}
