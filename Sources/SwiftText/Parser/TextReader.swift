// TextReader: one parse and one walk of a text, from which all collectors take what is theirs.

import SwiftParser
import SwiftSyntax

enum TextReader {
  /// Brackets in brackets. The compiler itself gives up at 256; what is deeper than this is not read.
  static let maximumNesting = 1000

  static var tooDeep: JSON { .object(["isTooDeep": .bool(true)]) }

  static func read(_ bytes: [UInt8]) -> JSON {
    let tree = repaired(bytes).withUnsafeBufferPointer {
      Parser.parse(source: $0, maximumNestingLevel: maximumNesting, swiftVersion: .v6)
    }
    if tree.hasMaximumNestingLevelOverflow { return tooDeep }
    var tokens = TokenCollector()
    var statements = StatementCollector()
    var names = NameCollector()
    var wrappers = WrapperCollector()
    var accessors = AccessorCollector()
    TreeWalk.walk(Syntax(tree)) { node, step in
      switch step {
      case .enter:
        tokens.enter(node)
        statements.enter(node)
        names.enter(node)
        wrappers.enter(node)
        accessors.enter(node)
      case .leave:
        statements.leave(node)
        names.leave(node)
      }
    }
    return .object([
      "comments": .array(tokens.comments), "statements": .array(statements.json),
      "conditions": .array(statements.conditions), "imports": .array(statements.imports),
      "placeholders": .array(tokens.placeholders), "unclosed": .array(tokens.unclosed),
      "names": names.json, "wrappers": .array(wrappers.names),
      "accessors": .array(accessors.names.sorted().map { .string($0) }),
    ])
  }

  /// The same number of bytes, all of them UTF-8: SwiftSyntax repairs what is not, and would then give
  /// lengths that are not those of the text.
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    return bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "_") }
  }
}

extension SyntaxProtocol {
  /// Bytes of the text, without white space and comments on either side.
  var bytes: Range<Int> {
    let start = positionAfterSkippingLeadingTrivia.utf8Offset
    return start..<max(start, endPositionBeforeTrailingTrivia.utf8Offset)
  }
}
