// Formulas that Markdown breaks: their next line begins what it takes for a list, a quotation, a heading or HTML, so the
// paragraph ends and the formula with it. By the rule of MathSyntax they would have closed before the next blank line.

import Diagnostics

/// A formula that a block broke, and what is said of it.
struct BrokenMath {
  /// From its opening sign to its closing one, in bytes of the body.
  var range: Range<Int>
  /// How many quotations are around it.
  var quotes: Int
  /// Whether `$$` opens it: all that stands behind is then inside out.
  var isDisplay: Bool
  var diagnostic: Diagnostic

  /// What is told next, before the rest is read anew. A `$$` that stands in the middle of a line, far from its end, is
  /// the fault where a block further down has one too many or too few.
  static func next(_ placement: BlockPlacement) -> [BrokenMath] {
    let certain = certain(among: placement.broken)
    guard certain.isEmpty, let block = placement.brokenBlock else { return certain }
    return Array(
      self.certain(among: placement.parted).prefix(1).filter {
        ($0.diagnostic.span?.range.lowerBound ?? 0) < block
      })
  }

  /// Those that are what they seem: none that begins within another, and none behind a broken `$$`.
  static func certain(among found: [BrokenMath]) -> [BrokenMath] {
    var certain: [BrokenMath] = []
    for next in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where next.range.lowerBound >= certain.last?.range.upperBound ?? 0 {
      certain.append(next)
      if next.isDisplay { break }
    }
    return certain
  }
}

extension BlockPlacement {
  /// Looks for the first formula that is opened in a block's words and closed behind its end.
  mutating func noteBrokenMath(_ text: PlacedText, _ nodes: [Node]) {
    guard text.bytes.contains(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "\\") }),
      let last = text.places.last
    else { return }
    let next = body.lineNumber(at: last) + 1
    let mask = textMask(text, nodes)
    guard let breaker = Breaker(body.bytes[contentRange(ofLine: next)]) else {
      notePartedMath(text, mask)
      return
    }
    let rest = rest(from: next)
    let whole = text.bytes + [UInt8(ascii: "\n")] + rest.bytes
    var index = 0
    while index < text.bytes.count {
      let opener = Opener(text.bytes, mask, at: index)
      guard let opener else {
        index += text.bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      if let length = opener.length(whole[index...], brokenBy: breaker),
        index + length > text.bytes.count + 1
      {
        let inside = Array(
          whole[index..<index + length].dropFirst(opener.sign.count).dropLast(opener.sign.count))
        if isFormula(inside, text, breaker, next) {
          let end = rest.place(index + length - text.bytes.count - 1)
          note(opener, text.range(index..<index + opener.sign.count), end: end, breaker, next)
          return
        }
      }
      index += opener.sign.count
    }
    notePartedMath(text, mask)
  }

  /// Money has words where a formula has signs, and items of a list are allowed to follow one another.
  private func isFormula(
    _ inside: [UInt8], _ text: PlacedText, _ breaker: Breaker, _ next: Int
  ) -> Bool {
    // These two may be what begins the next line.
    if MathSpelling.holdsTeX(inside.filter { !"+<".utf8.contains($0) }[...]) { return true }
    if MathSyntax.isMoney(inside) { return false }
    guard breaker == .list else { return true }
    let line = body.lineNumber(at: text.place(0))
    let item = contentRange(ofLine: line)
    return Breaker(body.bytes[item]) != .list
      || item.lowerBound - body.line(line).lowerBound
        != contentRange(ofLine: next).lowerBound - body.line(next).lowerBound
  }

  private mutating func note(
    _ opener: Opener, _ place: Range<Int>, end: Int, _ breaker: Breaker, _ next: Int
  ) {
    let sign = String(decoding: body.bytes[place], as: UTF8.self)
    let start = contentRange(ofLine: next).lowerBound
    let later = (next + 1...max(next + 1, body.lineNumber(at: max(end - 1, start)) + 1)).dropLast()
    let isLast = later.allSatisfy { Breaker(body.bytes[contentRange(ofLine: $0)]) == nil }
    let first = SourceSpan(path, file(start..<start + 1))
    let mark = String(decoding: body.bytes[start...start], as: UTF8.self)
    let message =
      switch breaker {
      case _ where !opener.isDollar:
        "‘\(sign)’ is no formula here, and Markdown takes the next line for \(breaker.words): write "
          + (sign == "\\(" ? "$…$ on one line" : "$$ on a line above it and on a line below it")
      case .math:
        "this \(sign) opens a formula in the middle of a line, and the $$ below opens another: begin "
          + "a new line for it"
      default:
        "this \(sign) is not closed in its paragraph, for Markdown takes the next line for "
          + "\(breaker.words): put the formula on one line"
          + (breaker.canStandBehindBraces ? ", or begin that line with {}" : "")
      }
    broken.append(
      BrokenMath(
        range: place.lowerBound..<end, quotes: quotes, isDisplay: sign == "$$",
        diagnostic: Diagnostic(
          opener.isDollar ? .mathUnclosed : .mathUnread, at: SourceSpan(path, file(place)),
          message,
          fix: isLast && breaker.canStandBehindBraces && opener.isDollar
            ? Edit(first, original: mark, replacement: "{}" + mark) : nil)))
  }

  /// A line's text without the prefixes of containers and white space at its end.
  private func contentRange(ofLine number: Int) -> Range<Int> {
    let start = body.contentStart(ofLine: number, quotes: quotes)
    return start..<max(start, body.trimmedEnd(ofLine: number))
  }

  /// The lines up to the next blank one; no formula goes on for longer than is looked for.
  private func rest(from first: Int) -> PlacedText {
    var text = PlacedText()
    var number = first
    while number <= min(body.lines.count, first + Opener.mostLines),
      text.bytes.count < Opener.longest
    {
      let line = contentRange(ofLine: number)
      guard !line.isEmpty else { break }
      if !text.bytes.isEmpty {
        text.bytes.append(UInt8(ascii: "\n"))
        text.places.append(text.end)
      }
      text.bytes += body.bytes[line]
      text.places += line
      text.end = line.upperBound
      number += 1
    }
    return text
  }
}

/// What a line begins with that ends the paragraph above it.
enum Breaker {
  case list, quotation, underline, heading, html, math

  init?(_ line: ArraySlice<UInt8>) {
    guard let first = line.first else { return nil }
    let digits = line.prefix { (48...57).contains($0) }
    switch first {
    case UInt8(ascii: "=") where line.allSatisfy({ $0 == first }),
      UInt8(ascii: "-") where line.allSatisfy({ $0 == first }):
      self = .underline
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      guard line.count > 1, isMarkdownSpace(line[line.startIndex + 1]) else { return nil }
      self = .list
    case UInt8(ascii: ">"): self = .quotation
    case UInt8(ascii: "#"): self = .heading
    case UInt8(ascii: "<"): self = .html
    case UInt8(ascii: "$") where line.starts(with: "$$".utf8): self = .math
    case _ where !digits.isEmpty && ".)".utf8.contains(line.dropFirst(digits.count).first ?? 0):
      self = .list
    default: return nil
    }
  }

  var words: String {
    switch self {
    case .list: "a list"
    case .quotation: "a quotation"
    case .underline: "the line under a heading"
    case .heading: "a heading"
    case .html: "HTML"
    case .math: "a formula"
    }
  }

  /// Whether two braces before the line change nothing but what Markdown takes it for.
  var canStandBehindBraces: Bool { self != .heading && self != .math }
}

/// What opens a formula in a text.
struct Opener {
  static let longest = 2_048
  static let mostLines = 50

  var sign: [UInt8]
  var isDollar: Bool { sign[0] == UInt8(ascii: "$") }

  init?(_ bytes: [UInt8], _ mask: [Bool], at index: Int) {
    guard mask[index] else { return nil }
    let dollars = bytes[index...].prefix { $0 == UInt8(ascii: "$") }
    if !dollars.isEmpty {
      sign = Array(dollars)
    } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count,
      "([".utf8.contains(bytes[index + 1])
    {
      sign = Array(bytes[index...index + 1])
    } else {
      return nil
    }
  }

  /// How long the formula is that `text` begins with, up to the next blank line.
  func length(_ text: ArraySlice<UInt8>, brokenBy breaker: Breaker) -> Int? {
    if isDollar {
      // The `$$` of a block below closes nothing but a `$$` at a line's end.
      let behind = text.dropFirst(2).first { $0 != UInt8(ascii: " ") }
      if breaker == .math, sign.count != 2 || behind != UInt8(ascii: "\n") { return nil }
      return MathSyntax.inlineLength(text)
    }
    guard breaker != .math else { return nil }
    let isFirst = text.startIndex == 0
    let text = Array(text.prefix(Self.longest))
    let found = MathSpelling.all(in: text, isText: Array(repeating: true, count: text.count)).first
    guard let found, found.range.lowerBound == 0 else { return nil }
    let inside = text[found.inside]
    let isMath =
      found.kind == .brackets && !isFirst
      ? MathSpelling.holdsTeX(inside) : !MathSpelling.isProse(inside)
    return isMath ? found.range.count : nil
  }
}
