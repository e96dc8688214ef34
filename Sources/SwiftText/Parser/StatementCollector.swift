// StatementCollector: all statements of a text, those in closures and functions too, with the blocks
// they stand in; and the clauses of `#if` and the imports, which are met on the way.

import SwiftSyntax

struct StatementCollector {
  private struct Statement {
    var range: Range<Int>
    var parent: Int?
    var block: Int
    var indexInBlock: Int
    var isInInterpolation: Bool
    var form: JSON
  }

  private struct Block {
    var kind: String
    var parent: Int?
    var count = 0
  }

  private var statements: [Statement] = []
  private var blocks: [Block] = []
  private(set) var conditions: [JSON] = []
  private(set) var imports: [JSON] = []
  /// What the walk is in at the moment, innermost last.
  private var openBlocks: [Int] = []
  private var openStatements: [Int] = []
  private var interpolations = 0
  private var ifConfigs = 0

  mutating func enter(_ node: Syntax) {
    switch node.kind {
    case .codeBlockItemList:
      openBlocks.append(blocks.count)
      blocks.append(Block(kind: Self.kind(of: node), parent: openStatements.last))
    case .codeBlockItem: enterStatement(node.cast(CodeBlockItemSyntax.self))
    case .expressionSegment: interpolations += 1
    case .ifConfigDecl:
      addClauses(of: node.cast(IfConfigDeclSyntax.self))
    case .importDecl:
      let path = node.cast(ImportDeclSyntax.self).path
      if let module = path.first?.name, module.presence == .present {
        imports.append(
          .object(["module": .string(module.plainText), "range": .range(module.bytes)]))
      }
    default: break
    }
  }

  mutating func leave(_ node: Syntax) {
    switch node.kind {
    case .codeBlockItemList: openBlocks.removeLast()
    case .codeBlockItem where !node.bytes.isEmpty: openStatements.removeLast()
    case .expressionSegment: interpolations -= 1
    default: break
    }
  }

  private mutating func enterStatement(_ item: CodeBlockItemSyntax) {
    // Behind an error the parser may put an item of which nothing stands in the text.
    guard !Syntax(item).bytes.isEmpty, let block = openBlocks.last else { return }
    openStatements.append(statements.count)
    statements.append(
      Statement(
        range: item.item.bytes, parent: blocks[block].parent, block: block,
        indexInBlock: blocks[block].count, isInInterpolation: interpolations > 0,
        form: FormReader.form(of: item.item)))
    blocks[block].count += 1
  }

  private mutating func addClauses(of node: IfConfigDeclSyntax) {
    for clause in node.clauses {
      let head = clause.condition?.bytes.upperBound ?? clause.poundKeyword.bytes.upperBound
      let body = clause.elements.map { Syntax($0).bytes } ?? head..<head
      conditions.append(
        .object([
          "directive": .string(clause.poundKeyword.text), "group": .int(ifConfigs),
          "condition": clause.condition.map { .string($0.trimmedDescription) },
          "head": .range(clause.poundKeyword.bytes.lowerBound..<head), "body": .range(body),
        ]))
    }
    ifConfigs += 1
  }

  /// What a list of statements is the body of.
  private static func kind(of list: Syntax) -> String {
    guard let parent = list.parent else { return "topLevel" }
    switch parent.kind {
    case .sourceFile: return "topLevel"
    case .closureExpr: return "closure"
    case .accessorBlock: return "function"
    case .ifConfigClause: return "ifConfig"
    case .codeBlock: break
    default: return "control"
    }
    switch parent.parent?.kind {
    case .functionDecl, .initializerDecl, .deinitializerDecl, .accessorDecl: return "function"
    default: return "control"
    }
  }

  var json: [JSON] {
    statements.map { statement in
      .object([
        "range": .range(statement.range), "parent": statement.parent.map { .int($0) },
        "block": .int(statement.block), "blockKind": .string(blocks[statement.block].kind),
        "indexInBlock": .int(statement.indexInBlock),
        "isOnlyInBlock": .bool(blocks[statement.block].count == 1),
        "isInInterpolation": .bool(statement.isInInterpolation), "form": statement.form,
      ])
    }
  }
}
