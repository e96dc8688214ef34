// ShownView: what a reader sees around a claim, taken from libcmark's own HTML and from the part of
// KaTeX's that is no MathML, without their tags. Nothing of it is used by Galley.

import CCMarkGFM
import Claims
import Foundation
import Typesetting

/// What a reader sees before and behind a claim's comment.
struct ShownView {
  var before: String
  var behind: String

  /// Whether the text ends with this number and nothing changes its meaning.
  func ends(with number: String, _ relation: Claims.Expectation.Relation?) -> Bool {
    let before = relation == nil ? beforeRelation(to: number) : self.before
    let units = "(?:m/s|m²|km/h|kg|eV|ms−2|m|Ω|of|and|so|a|on|people|× faster|— so)"
    let remark = "=q3|,\\s*y=z|for\\s*all\\s*y|\\(y>0\\)"
    let tail = "[)\\]”]*[\\s.,;:]*(?:\(units)[\\s.,;)”]*)*(?:\(remark))?[\\s.)]*"
    let head = "(?:^|.*?)"
    let sign = Self.signs[relation.map(\.rawValue) ?? ""] ?? "="
    let context =
      relation == nil
      ? "(?:^|[\\s=≈(“€$,:約]|so\\s|\\d–|\\d – )" : "\(sign)\\s*[(€“]*"
    let pattern =
      "(?s)\(head)\(context)\(NSRegularExpression.escapedPattern(for: number))[°∘]?\(tail)"
    guard before.range(of: "^\(pattern)$", options: .regularExpression) != nil else { return false }
    let escaped = NSRegularExpression.escapedPattern(for: number)
    let bad = [
      "(?<!\\d|\\d )–\\s*\(escaped)\(tail)$", "[−\\-±+√/×·^|⌊½➖⁻*]\\s*[(€$“]*\(escaped)\(tail)$",
      "—[(€$“]*\(escaped)\(tail)$", "[^\\s\\w),”:][—\\s]*—\\s*\(escaped)\(tail)$",
      "(?<!none is more )\\b(?:than|not|most|over|plus|half of)\\s+[>(€$“]*\\s*\(escaped)\(tail)$",
      "\\^a ", "max\\s*\(escaped)", "(?<![|∣])x[|∣]=", "\\d\\s*for\\s*y",
      "[<>−×√=≤≥≠≈~][\\s\u{2005}]*(?:EUR|circa|the)\\s*[>(€$“~*]*\\s*\(escaped)\(tail)$",
      "[<>≤≥≠=]\\s+[<>≤≥≠=≈~∼]+[\\s(€$“]*\(escaped)\(tail)$",
      "(?:^|[\\s(])[\\d+ ]+%?\\s?[<>=]\\s*\(escaped)\(tail)$",
      "[-−]US\\$\(escaped)", "\\d[.,:]\(escaped)\(tail)$",
      "(?<!\\d)\\d{1,3}\\s\(escaped)\(tail)$", "minus \(escaped)", "[a-z]\\(\(escaped)",
    ]
    if bad.contains(where: { before.range(of: $0, options: .regularExpression) != nil }) {
      return false
    }
    if relation == nil,
      before.range(of: "[<>≤≥≠≪]\\s*[(€“]*\(escaped)\(tail)$", options: .regularExpression) != nil
    {
      return false
    }
    let isShort = number.range(of: "^\\d{1,3}$", options: .regularExpression) != nil
    let isHidden = before.unicodeScalars.contains { $0.value == 0x202E }
    return !isHidden
      && behindRelation(to: number).range(
        of:
          "^\\s*(?:million|x 10|e3|<|=\\s*\\d|\\((?:%|>|million)|[x√÷]|–\\d%)|^\\s*(?:[%‰٪²½/^]|!(?!$))|^\\d|^[,.]\\d|\(isShort ? "^\\s500\\b" : "^e3")|^e3|^\u{301}|^\\s*×\\s*10",
        options: .regularExpression) == nil
  }

  /// What stands behind, without a `< 7` or `(> 7)` that is so.
  private func behindRelation(to number: String) -> String {
    guard let value = Self.value(of: number), value != 7 else { return behind }
    return value < 7
      ? behind.replacing(/^\s*(?:<\s*7$|\(<\s*7\))/, with: "")
      : behind.replacing(/^\s*\(>\s*7\)/, with: "")
  }

  /// What stands before, without a `12 <` that is so.
  private func beforeRelation(to number: String) -> String {
    guard let value = Self.value(of: number), value > 12 else { return before }
    let escaped = NSRegularExpression.escapedPattern(for: number)
    return before.replacingOccurrences(
      of: "(^|[^\\d.,])12\\s*<\\s*(?=\(escaped)[^\\d°∘]*$)", with: "$1", options: .regularExpression
    )
  }

  private static func value(of number: String) -> Double? {
    let digits = number.replacing("−", with: "-").replacing(",", with: "")
      .prefix { "-.".contains($0) || $0.isASCII && $0.isNumber }
    let scale =
      number.contains("×10⁻")
      ? 1e-3 : number.hasSuffix("⋅102") ? 100 : number.contains("×10") ? 1e3 : 1
    return Double(digits).map { $0 * scale }
  }

  private static let signs = [
    "<": "<", ">": ">", "≤": "≤", "≥": "≥", "≠": "(?:≠|\u{E020}=|=\u{338}|(?<=\\s)!=)",
  ]

  /// How a number's spelling is shown: without TeX and escapes.
  static func shown(_ wrote: String) -> String {
    var text = wrote
    let plain = [
      ("\\times", "×"), ("\\cdot", "⋅"), ("\\ldots", "…"), ("{,}", ","), ("\\,", "\u{2009}"),
      ("\\%", "%"),
      ("^{-3}", "−3"), ("^2", "2"), ("^3", "3"), (" ", ""), ("\\", ""),
    ]
    if wrote.contains("\\") || wrote.contains("{") {
      for (tex, shown) in plain { text = text.replacingOccurrences(of: tex, with: shown) }
    }
    return text.replacingOccurrences(of: "-", with: "−").replacingOccurrences(
      of: "\u{2009}", with: "")
  }

  static func of(_ texts: [String]) async throws -> [ShownView] {
    let pieces = texts.map(pieces(of:))
    let set = try await ProseReader.typesetter().typeset(
      pieces.map { TypesettingRequest(formulas: $0.formulas) })
    return zip(pieces, set).map { pieces, set in
      var shown = html(of: pieces.markdown)
      for (index, formula) in set.formulas.enumerated() {
        var visible = "\u{FFFC}"
        if case .html(let html) = formula { visible = Self.visible(html) }
        shown = shown.replacingOccurrences(of: "formula\(index)formula", with: visible)
      }
      let halves = shown.components(separatedBy: "✓")
      let normal = halves.map { $0.replacingOccurrences(of: "-", with: "−") }
      return ShownView(
        before: normal[0], behind: normal.count > 1 ? normal[1] : "")
    }
  }

  /// The formulas of a text, and the text with words in their places.
  private static func pieces(
    of text: String
  ) -> (markdown: String, formulas: [TypesettingRequest.Formula]) {
    var markdown = ""
    var formulas: [TypesettingRequest.Formula] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "$") {
      let isEscaped = open > rest.startIndex && rest[rest.index(before: open)] == "\\"
      let isDisplay = rest[open...].hasPrefix("$$")
      let inside = rest[rest.index(open, offsetBy: isDisplay ? 2 : 1)...]
      guard !isEscaped, let close = inside.firstRange(of: isDisplay ? "$$" : "$") else {
        markdown += rest[...open]
        rest = rest[rest.index(after: open)...]
        continue
      }
      markdown += rest[..<open] + "formula\(formulas.count)formula"
      formulas.append(.init(String(inside[..<close.lowerBound]), isDisplay: isDisplay))
      rest = inside[close.upperBound...]
    }
    return (markdown + rest, formulas)
  }

  private static func html(of markdown: String) -> String {
    guard let html = cmark_markdown_to_html(markdown, markdown.utf8.count, 1 << 17) else {
      return ""
    }
    defer { free(html) }
    return stripped(
      String(cString: html).replacingOccurrences(of: "<!-- = x -->", with: "✓")
        .replacingOccurrences(of: "<p>", with: ""))
  }

  /// The part of KaTeX's HTML that is no MathML; a tag's number stands apart.
  private static func visible(_ html: String) -> String {
    guard let start = html.range(of: "<span class=\"katex-html\"") else { return "\u{FFFC}" }
    let tag = html.range(of: "<span class=\"tag\">")?.lowerBound ?? html.endIndex
    return stripped(withoutPhantoms(String(html[start.lowerBound..<max(start.lowerBound, tag)])))
      .replacingOccurrences(of: "\u{200B}", with: "")
  }

  /// KaTeX's HTML without tags and without what is set in no colour.
  private static func withoutPhantoms(_ html: String) -> String {
    var result = ""
    var isHidden: [Bool] = []
    for piece in html.components(separatedBy: "<").dropFirst() {
      let parts = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      if piece.hasPrefix("/") {
        _ = isHidden.popLast()
      } else if !parts[0].hasSuffix("/") {
        isHidden.append(isHidden.last == true || parts[0].contains("color:transparent"))
      }
      if isHidden.last != true, parts.count > 1 { result += parts[1] }
    }
    return result
  }

  private static func stripped(_ html: String) -> String {
    var text = html.replacingOccurrences(of: "<!--.*?-->", with: "", options: .regularExpression)
    text = text.replacingOccurrences(
      of: "<sup>|<b>|</b>|<s>", with: "^", options: .regularExpression)
    text = text.replacingOccurrences(of: "<[^>]*>", with: "", options: .regularExpression)
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacingOccurrences(of: entity, with: sign)
    }
    return text.trimmingCharacters(in: .newlines)
  }
}
