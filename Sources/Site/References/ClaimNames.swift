// ClaimNames: what links lead to claims by. A claim's name comes from its own text and the section that it stands in, so
// that an edit elsewhere leaves it as it is, and links to it last.

import Files
import Markup
import Reading
import Verification

enum ClaimNames {
  /// The names of an essay's claims, in their order; no two are the same.
  ///
  /// What its author named has that name, and a line with a label the label. For the others the digits that were written and a
  /// digest of the section's title, the kind, the text and the Swift make one, with a full stop in it, which no heading's
  /// anchor has. Those that are the same in all of this are numbered within their section.
  static func of(_ essay: VerifiedEssay) -> [String] {
    var labels: [Int: String] = [:]
    for line in essay.derivations.flatMap(\.lines) {
      if let claim = line.claim, let label = line.label { labels[claim] = label }
    }
    var given: [String: Int] = [:]
    return essay.claims.enumerated().map { index, judged in
      let claim = judged.claim
      let name = claim.name ?? labels[index] ?? name(of: claim, in: essay.document)
      let count = (given[name] ?? 0) + 1
      given[name] = count
      return count == 1 ? name : "\(name)-\(count)"
    }
  }

  private static func name(of claim: Claim, in document: Document) -> String {
    var digest = Digest()
    digest.add(section(at: claim.range.lowerBound, in: document))
    digest.add(claim.kind.rawValue)
    digest.add(oneLine(claim.wrote))
    digest.add(oneLine(claim.expression))
    let short = String(digest.text.prefix(6))
    if claim.kind == .derivation { return "line.\(short)" }
    let digits = slug(claim.wrote)
    return digits.isEmpty ? "claim.\(short)" : "claim.\(digits).\(short)"
  }

  /// The title of the section that a byte stands in; empty before the first.
  private static func section(at place: Int, in document: Document) -> String {
    let headings = document.blocks.filter { node in
      if case .heading = node.kind { node.range.lowerBound <= place } else { false }
    }
    return headings.last.map { plainTitle($0.children) } ?? ""
  }

  /// How it is broken into lines, or set in, is no part of a text.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What of a text stands in an address as it is, with hyphens in place of the rest.
  private static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in text.unicodeScalars.prefix(40) {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      if isPlain || scalar == "." {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, slug.last != "-" {
        slug += "-"
      }
    }
    let short = slug.prefix(16)
    let end = short.lastIndex { $0 != "-" && $0 != "." }
    return end.map { String(short[...$0]) } ?? ""
  }
}
