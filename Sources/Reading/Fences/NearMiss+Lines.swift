// Claims in what is no example: code of other languages, code without a language, HTML, sentences.

extension NearMiss {
  /// What comments begin with: anywhere in a line, or at its head and behind a space.
  private static let marks = ["//", "/*", "(*"]
  private static let marksBehindSpace = ["#", "--", "%", ";", "!", "⍝"]

  /// Whether a line of code that nobody runs claims something all the same.
  package static func isClaim(line: some StringProtocol) -> Bool {
    let scalars = Array(line.unicodeScalars)
    for index in scalars.indices {
      let rest = scalars[index...]
      let isHead = index == 0 || scalars[index - 1].properties.isWhitespace
      let all = isHead ? marks + marksBehindSpace : marks
      if let mark = all.first(where: { rest.starts(with: $0.unicodeScalars) }),
        isClaim(comment: rest.dropFirst(mark.unicodeScalars.count))
      {
        return true
      }
      if rest.starts(with: "<!--".unicodeScalars), isClaim(prose: rest.dropFirst(4)) { return true }
    }
    return false
  }

  /// Whether a line begins a fence for Swift.
  package static func beginsExample(line: some StringProtocol) -> Bool {
    let text = line.drop { $0.isWhitespace || $0 == ">" }
    guard text.hasPrefix("```") || text.hasPrefix("~~~") else { return false }
    let info = String(text.drop { "`~ ".contains($0) })
    return FenceLanguage(info) != .other
  }

  /// Whether a sentence holds a claim as Swift comments make them, which its author forgot to fence.
  package static func isClaim(sentence: String) -> Bool {
    let scalars = Array(sentence.unicodeScalars)
    for index in scalars.indices.dropLast() where scalars[index] == "/" && scalars[index + 1] == "/"
    {
      let rest = scalars[(index + 2)...].drop { $0.properties.isWhitespace || $0.isInvisible }
      if rest.starts(with: "→".unicodeScalars) || rest.starts(with: "=>".unicodeScalars) {
        return true
      }
    }
    return false
  }

  /// Where a sentence holds what was meant for a comment, and became none: `<!— = p —>` for instance.
  package static func brokenComment(in sentence: String) -> Range<Int>? {
    let scalars = Array(sentence.unicodeScalars)
    var offset = 0
    for (index, scalar) in scalars.enumerated() {
      defer { offset += UTF8.encode(scalar)?.count ?? 0 }
      guard scalar == "<" || scalar == "＜" else { continue }
      var rest = scalars[(index + 1)...].drop { $0.properties.isWhitespace || $0.isInvisible }
      guard rest.first == "!" || rest.first == "！" else { continue }
      rest = rest.dropFirst().drop { $0.properties.isWhitespace || $0.isInvisible }
      let dashes = rest.prefix { $0.isDash || $0.isInvisible }
      // Whatever has the two dashes where they belong is the parser's to tell.
      guard !dashes.isEmpty, !scalars[index...].starts(with: "<!--".unicodeScalars) else {
        continue
      }
      let inside = rest.dropFirst(dashes.count)
      if isClaim(prose: inside) || FenceLanguage.isSwift(firstWordOf: string(inside.prefix(80))) {
        return offset..<sentence.utf8.count
      }
    }
    return nil
  }

  /// How much of a comment is looked at; a claim begins with its arrow.
  private static let farthest = 120

  private static func isClaim(comment: ArraySlice<Unicode.Scalar>) -> Bool {
    let body = comment.prefix(farthest).drop {
      "/*#%;! \t".unicodeScalars.contains($0) || $0.isInvisible
    }
    let head = CommentHead(string(body))
    if let arrow = head.arrow {
      return ["→", "=>"].contains(head.text(arrow))
        || isValue(head.text(arrow.upperBound..<head.whole.upperBound))
    }
    return string(body).hasPrefix("Prints \"")
  }

  private static func isClaim(prose inside: ArraySlice<Unicode.Scalar>) -> Bool {
    let end = inside.prefix(farthest).firstRange(of: "-->".unicodeScalars)?.lowerBound
    let text = string(inside.prefix(farthest).prefix(upTo: end ?? inside.prefix(farthest).endIndex))
    return CommentHead(text).beginsWithEquals || finding(inProse: text) != nil
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
