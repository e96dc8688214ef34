// NearMiss: comments that a reader would take for claims and that are none. They are errors, since
// nothing that looks checked may go unchecked.

enum NearMiss {
  private static let arrows =
    ["->", "-->", "==>", "–>", "—>", "−>", "~>", "=→", "-→"]
    + "⇒⟶⟹⟼⟾⟿⇝⇛⇉⇶⇾⇢⇥⇨↦↠↣↝➙➛➜➝➞➟➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯➱➲➳➵➸➺➻➼➽➾⤏⤍⤐⭢⮕".map(String.init)

  /// The arrow-like sign that a comment begins with.
  static func arrow(beginning body: String) -> String? {
    if body.hasPrefix("→") || body.hasPrefix("=>") { return nil }
    // `**→`, `"→ 3"` and `- → 3` are arrows with something before them that a reader looks past.
    let bare = body.drop { "*_`\"'“‘(•–—- ".contains($0) }
    if bare.hasPrefix("→") || bare.hasPrefix("=>") {
      return String(body.prefix(upTo: bare.index(after: bare.startIndex)))
    }
    return arrows.first { body.hasPrefix($0) }
  }

  /// The sign of equality that stands before a number and nothing else, `≈ 0.665`: a claim without its arrow.
  static func equality(in body: String) -> String? {
    guard let sign = ["≈", "≅", "≃", "≐", "==", ":=", "="].first(where: body.hasPrefix) else {
      return nil
    }
    let rest = body.dropFirst(sign.count).drop(while: \.isWhitespace)
    return (try? ExpectationReader.read(String(rest)))?.isNumber == true ? sign : nil
  }

  /// Whether the inside of an HTML comment would be a claim if it began with `=`.
  static func isProse(_ inside: String) -> Bool {
    let text = inside.drop(while: \.isWhitespace)
    return ["→", "≈", "≅", "≃", "≡", ":=", "＝", "->", "⇒"].contains(where: text.hasPrefix)
  }

  /// Whether a line of a text that is no example claims something all the same, or begins an example.
  static func isClaim(line: Substring) -> Bool {
    let text = line.drop { $0.isWhitespace || $0 == ">" }
    for mark in ["```", "~~~"] where text.hasPrefix(mark) {
      return text.drop { "`~ ".contains($0) }.hasPrefix("swift")
    }
    return line.ranges(of: "//").contains { slashes in
      let body = line[slashes.upperBound...].drop { "/! \t".contains($0) }
      return body.hasPrefix("→") || body.hasPrefix("=>") || body.hasPrefix("Prints \"")
    }
  }

  /// Whether a comment says `Prints` of something definite: a quotation or a number.
  static func isPrints(_ body: String) -> Bool {
    guard body.prefix(6).lowercased() == "prints" else { return false }
    let rest = body.dropFirst(6).drop { $0 == ":" || $0.isWhitespace }
    guard let first = rest.first, body.count > 6, rest.count < body.count - 6 else { return false }
    return "\"“”‘'`«".contains(first) || first.isNumber
  }
}
