// SwiftScanner: just enough of Swift's lexical structure to tell comments from strings and to see
// where statements end. Everything else about Swift is left to the compiler.

/// One word, literal, operator, bracket or comment.
struct SwiftToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word, number, string, operation
    /// Brackets, `,`, `;` and other single characters.
    case mark(UInt8)
    case lineComment, blockComment
  }

  var kind: Kind
  /// UTF-8 bytes of the scanned text.
  var range: Range<Int>
  /// The line that the token begins on, from 0.
  var line: Int
  /// The line that the token ends on, from 0.
  var endLine: Int

  var isComment: Bool { kind == .lineComment || kind == .blockComment }
}

struct SwiftScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 0
  private var tokens: [SwiftToken] = []

  static func tokens(of text: String) -> [SwiftToken] {
    var scanner = SwiftScanner(bytes: Array(text.utf8))
    scanner.scanAll()
    return scanner.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func scanAll() {
    while index < bytes.count {
      let start = index
      let startLine = line
      guard let kind = scanOne() else { continue }
      tokens.append(
        SwiftToken(kind: kind, range: start..<index, line: startLine, endLine: line))
    }
  }

  /// Steps over one token, or over white space, for which it returns nil.
  private mutating func scanOne() -> SwiftToken.Kind? {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      step()
      return nil
    case UInt8(ascii: "/") where starts("//"):
      while index < bytes.count && bytes[index] != UInt8(ascii: "\n") { step() }
      return .lineComment
    case UInt8(ascii: "/") where starts("/*"):
      skipBlockComment()
      return .blockComment
    case UInt8(ascii: "/") where beginsRegex():
      skipRegex()
      return .string
    case UInt8(ascii: "\""):
      skipString(hashes: 0)
      return .string
    case UInt8(ascii: "#"):
      let hashes = bytes[index...].prefix { $0 == UInt8(ascii: "#") }.count
      switch index + hashes < bytes.count ? bytes[index + hashes] : 0 {
      case UInt8(ascii: "\""):
        skipString(hashes: hashes)
        return .string
      case UInt8(ascii: "/"):
        skipExtendedRegex(hashes: hashes)
        return .string
      default:
        step()
        while index < bytes.count && Self.isWord(bytes[index]) { step() }
        return .word
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while index < bytes.count, Self.isWord(bytes[index]) || isFraction() { step() }
      return .number
    case UInt8(ascii: "`"):
      step()
      while index < bytes.count && bytes[index] != UInt8(ascii: "`") { step() }
      step()
      return .word
    case _ where Self.isWord(byte):
      while index < bytes.count && Self.isWord(bytes[index]) { step() }
      return .word
    case _ where Self.isOperator(byte):
      while index < bytes.count, Self.isOperator(bytes[index]), !starts("//"), !starts("/*") {
        step()
      }
      return .operation
    default:
      step()
      return .mark(byte)
    }
  }

  private mutating func step() {
    guard index < bytes.count else { return }
    if bytes[index] == UInt8(ascii: "\n") { line += 1 }
    index += 1
  }

  private func starts(_ text: StaticString, at place: Int? = nil) -> Bool {
    let start = place ?? index
    guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
  }

  /// A decimal point between digits, as opposed to a member or a range.
  private func isFraction() -> Bool {
    bytes[index] == UInt8(ascii: ".") && index + 1 < bytes.count
      && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index + 1])
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        step()
      } else if starts("*/") {
        depth -= 1
        step()
      }
      step()
    } while depth > 0 && index < bytes.count
  }

  /// A string with that many `#` around it, its interpolations included.
  private mutating func skipString(hashes: Int) {
    for _ in 0..<hashes { step() }
    let isLong = starts("\"\"\"")
    for _ in 0..<(isLong ? 3 : 1) { step() }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\""), !isLong || starts("\"\"\""),
        hasHashes(hashes, at: index + (isLong ? 3 : 1))
      {
        for _ in 0..<((isLong ? 3 : 1) + hashes) { step() }
        return
      }
      if byte == UInt8(ascii: "\n") && !isLong { return }
      guard byte == UInt8(ascii: "\\"), hasHashes(hashes, at: index + 1) else {
        step()
        continue
      }
      for _ in 0...hashes { step() }
      if index < bytes.count && bytes[index] == UInt8(ascii: "(") {
        skipInterpolation()
      } else {
        step()
      }
    }
  }

  private func hasHashes(_ count: Int, at place: Int) -> Bool {
    (0..<count).allSatisfy { place + $0 < bytes.count && bytes[place + $0] == UInt8(ascii: "#") }
  }

  private mutating func skipInterpolation() {
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if scanOne() == .lineComment { return }
      if depth == 0 { return }
    }
  }

  /// Whether `/` opens a regular expression here: where a value is expected and it closes in the line.
  private func beginsRegex() -> Bool {
    guard index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: " ") else { return false }
    switch tokens.last?.kind {
    case nil, .operation, .mark(UInt8(ascii: "(")), .mark(UInt8(ascii: ",")),
      .mark(UInt8(ascii: "[")), .mark(UInt8(ascii: "{")), .mark(UInt8(ascii: ":")):
      break
    default: return false
    }
    // A regular expression neither begins nor ends with a space, and is no operator in parentheses.
    if ") ,]\t".utf8.contains(bytes[index + 1]) { return false }
    var place = index + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      if bytes[place] == UInt8(ascii: "/") { return bytes[place - 1] != UInt8(ascii: " ") }
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return false
  }

  private mutating func skipRegex() {
    step()
    while index < bytes.count, bytes[index] != UInt8(ascii: "/"), bytes[index] != UInt8(ascii: "\n")
    {
      if bytes[index] == UInt8(ascii: "\\") { step() }
      step()
    }
    step()
  }

  private mutating func skipExtendedRegex(hashes: Int) {
    for _ in 0...hashes { step() }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "/"), hasHashes(hashes, at: index + 1) {
        for _ in 0...hashes { step() }
        return
      }
      step()
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  private static func isOperator(_ byte: UInt8) -> Bool {
    "/=-+!*%<>&|^~?.".utf8.contains(byte)
  }
}
