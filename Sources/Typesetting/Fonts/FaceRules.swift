// FaceRules: which face the style sheet of KaTeX sets what in: read from the sheet itself, so that it holds for the version that is
// installed.

/// A face as style sheets name it.
package struct Face: Hashable, Sendable {
  package var family: String
  package var isBold = false
  package var isItalic = false

  package init(_ family: String, isBold: Bool = false, isItalic: Bool = false) {
    self.family = family
    self.isBold = isBold
    self.isItalic = isItalic
  }
}

package struct FaceRules: Sendable {
  /// The files of the faces, as the sheet names them: `fonts/KaTeX_Main-Regular.woff2`.
  package private(set) var files: [Face: String] = [:]
  /// In the order of the sheet: what an element with all of these classes changes.
  private var rules: [(classes: Set<String>, change: Change)] = []

  private struct Change {
    var family: String?
    var isBold: Bool?
    var isItalic: Bool?
  }

  /// The face that formulas begin with.
  static let main = Face("KaTeX_Main")

  package init(styleSheet: String) {
    for block in styleSheet.split(separator: "}") {
      let parts = block.split(separator: "{", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let values = Self.values(parts[1])
      let change = Change(
        family: values["font-family"], isBold: values["font-weight"].map { $0 == "700" },
        isItalic: values["font-style"].map { $0 == "italic" })
      if parts[0] == "@font-face" {
        guard let family = change.family, let source = Assets.fonts(in: String(parts[1])).first
        else { continue }
        let face = Face(
          family, isBold: change.isBold ?? false, isItalic: change.isItalic ?? false)
        files[face] = source
      } else if change.family != nil || change.isBold != nil || change.isItalic != nil {
        for selector in parts[0].split(separator: ",") {
          // What a child has of its parent is the parent's as well.
          let last = selector.split(separator: " ").last?.split(separator: ">").first ?? ""
          rules.append((Set(last.split(separator: ".").map(String.init)), change))
        }
      }
    }
  }

  private static func values(_ text: Substring) -> [String: String] {
    Dictionary(
      text.split(separator: ";").compactMap { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
      }, uniquingKeysWith: { $1 })
  }

  /// The face inside an element with some classes.
  func face(in face: Face, classes: [String]) -> Face {
    var face = face
    for rule in rules where rule.classes.isSubset(of: classes) {
      if let family = rule.change.family { face.family = family }
      if let isBold = rule.change.isBold { face.isBold = isBold }
      if let isItalic = rule.change.isItalic { face.isItalic = isItalic }
    }
    return face
  }
}

extension FaceRules {
  /// A style sheet without the faces whose files a site has no use for.
  package static func sheet(_ style: String, with used: Set<String>) -> String {
    style.split(separator: "}").filter { block in
      !block.hasPrefix("@font-face")
        || Assets.fonts(in: String(block)).first.map(used.contains) ?? true
    }.map { $0 + "}" }.joined()
  }
}
