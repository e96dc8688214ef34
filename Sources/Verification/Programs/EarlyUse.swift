// EarlyUse: names that are used above the line that gives them their value. In a main file Swift lets
// that pass, and what is read there is whatever memory held: a number is 0.

import Diagnostics
import Markup

/// Finds what a program reads too early.
///
/// Only uses outside of all braces count: a function may well name what stands further down, as long as
/// nobody calls it before. Who does reads the same 0, and is not found.
struct EarlyUse {
  private let document: Document
  /// For each name the value that it is given outside of all braces: part and byte of its code.
  private var values: [String: (part: Int, offset: Int)] = [:]
  private var log = Log()

  static func find(in program: Program, of document: Document) -> Log {
    var search = EarlyUse(document: document)
    for (part, content) in program.pieces {
      guard case .example(let example) = content, !Self.isLocal(example) else { continue }
      for name in Self.namesGivenValues(in: example.code.text)
      where search.values[name.text] == nil {
        search.values[name.text] = (part, name.offset)
      }
    }
    for (part, content) in program.pieces {
      switch content {
      case .example(let example):
        let code = example.code.text
        let own = Self.isLocal(example) ? Set(Self.namesGivenValues(in: code).map(\.text)) : []
        search.check(code, part, besides: own) { example.code.sourceOffset(of: $0) }
      case .prose(let comment):
        let (text, start) = ProseClaims.expression(of: comment)
        search.check(text, part) { comment.text.sourceOffset(of: start + $0) }
      }
    }
    return search.log
  }

  private init(document: Document) { self.document = document }

  /// What derivations and sweeps declare, nobody else sees.
  private static func isLocal(_ example: Example) -> Bool {
    example.words.form == .derivation || example.words.sweep != nil
  }

  private mutating func check(
    _ code: String, _ part: Int, besides own: Set<String> = [], place: (Int) -> Int
  ) {
    let finder = StatementFinder(code)
    for (index, token) in finder.tokens.enumerated() where token.kind == .word {
      let name = finder.word(index)
      guard let value = values[name], !own.contains(name),
        (part, token.range.lowerBound) < (value.part, value.offset),
        finder.braceDepth(at: token.range.lowerBound) == 0, !finder.isLabelOrMember(index)
      else { continue }
      let start = place(token.range.lowerBound)
      log.add(
        Diagnostic(
          .programTooEarly,
          at: SourceSpan(document.path, start..<start + token.range.count),
          "‘\(name)’ is given its value further down: here it would be read as 0 or as nothing; "
            + "move this below that line"))
    }
  }

  /// Names behind `let` and `var` outside of all braces, with a value and not with a getter.
  private static func namesGivenValues(in code: String) -> [(text: String, offset: Int)] {
    let finder = StatementFinder(code)
    let tokens = finder.tokens
    var names: [(text: String, offset: Int)] = []
    for (index, token) in tokens.enumerated()
    where token.kind == .word && ["let", "var"].contains(finder.word(index)) {
      guard finder.braceDepth(at: token.range.lowerBound) == 0, index + 1 < tokens.count,
        !(index > 0 && ["if", "while", "case", "for", ","].contains(finder.word(index - 1)))
      else { continue }
      // `x`, `x: [Int]` or `(x, y)`, up to the `=`; a brace before it is a getter's.
      var next = index + 1
      let isPattern = finder.word(next) == "("
      let end =
        isPattern ? (tokens.indices[next...].first { finder.word($0) == ")" } ?? next) : next
      let found = (next...end).filter { tokens[$0].kind == .word && finder.word($0) != "_" }
      next = end
      while next < tokens.count, !["=", "{"].contains(finder.word(next)) {
        if next > index + 1, finder.isStatementStart(next) { break }
        next += 1
      }
      guard next < tokens.count, finder.word(next) == "=" else { continue }
      names += found.map { (finder.word($0), tokens[$0].range.lowerBound) }
    }
    return names
  }
}

extension StatementFinder {
  /// `name:` in a call, or `.name`.
  fileprivate func isLabelOrMember(_ index: Int) -> Bool {
    if index > 0, word(index - 1).hasSuffix(".") || word(index - 1).hasSuffix("?.") { return true }
    return index + 1 < tokens.count && word(index + 1) == ":"
  }

  /// Whether a line begins here with nothing of the statement before going on.
  fileprivate func isStatementStart(_ index: Int) -> Bool {
    tokens[index - 1].endLine < tokens[index].line
      && statement(endingBefore: tokens[index].range.lowerBound) != nil
  }
}
