// AnchorMaker: the `id` of a heading, made as GitHub makes it, so that links work in both places.

/// Hands out anchors, each only once.
struct AnchorMaker {
  private var uses: [String: Int] = [:]
  private var taken: Set<String> = []

  mutating func anchor(for heading: [Node]) -> String {
    var words = heading.map(Self.text).joined()
    // The space between a heading and a comment behind it is nobody's.
    if let last = heading.last, case .html = last.kind {
      words = String(words.reversed().drop { $0 == " " }.reversed())
    }
    let slug = Self.slug(words)
    let base = slug.isEmpty ? "section" : slug
    var count = uses[base] ?? 0
    var anchor = count == 0 ? base : "\(base)-\(count)"
    // A heading may itself read like a numbered anchor: "a", "a", "a 1".
    while taken.contains(anchor) {
      count += 1
      anchor = "\(base)-\(count)"
    }
    uses[base] = count + 1
    taken.insert(anchor)
    return anchor
  }

  /// The words of a heading: formulas and code count, comments and images do not.
  private static func text(_ node: Node) -> String {
    switch node.kind {
    case .text(let text), .code(let text): text
    case .math(let math, _): math.text
    case .softBreak, .lineBreak: " "
    case .html, .image, .footnoteReference: ""
    default: node.children.map(text).joined()
    }
  }

  /// Lowercase, spaces to hyphens, and nothing but letters, marks, digits, `_` and `-` kept.
  private static func slug(_ text: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
        .connectorPunctuation:
        slug.append(scalar)
      default:
        if scalar == "-" { slug.append("-") }
        if scalar == " " { slug.append("-") }
      }
    }
    return String(slug)
  }
}
