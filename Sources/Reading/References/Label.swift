// Label: the name that an author gave an equation, a figure or a section.

/// Something that links from anywhere on the site can lead to.
package struct Label: Hashable, Sendable {
  /// `eq:bayes`.
  package var name: String
  package var kind: Kind
  /// The essay it stands in, and the bytes of the label there.
  package var path: String
  package var range: Range<Int>
  /// The first byte of the node that has the label; for a derivation's line, of the whole fence.
  package var place: Int
  /// How links show it: `(7)`, `3`, or a section's title in quotation marks.
  package var number: String
  /// The id on the page.
  package var anchor: String

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case equation = "eq"
    case figure = "fig"
    case section = "sec"

    /// The kind that a label's name tells; nil for a name that is none.
    package init?(of name: String) {
      let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
      self = kind
    }

    /// The words in prose that a number is added to.
    package var words: [String] {
      switch self {
      case .equation: ["Equation", "equation", "Line", "line"]
      case .figure: ["Figure", "figure"]
      case .section: ["Section", "section"]
      }
    }
  }

  /// Letters, digits and `-_.:` behind the prefix: what stands in an address as it is.
  package static func isReadable(_ name: String) -> Bool {
    guard let kind = Kind(of: name) else { return false }
    let rest = name.utf8.dropFirst(kind.rawValue.utf8.count + 1)
    return !rest.isEmpty
      && rest.allSatisfy {
        ($0 < 128 && Character(UnicodeScalar($0)).isLetter)
          || (48...57).contains($0) || "-_.:".utf8.contains($0)
      }
  }
}
