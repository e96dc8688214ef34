// NameScope: which nodes declare names, and in which nodes a name need not be read when its line is.

import SwiftSyntax

enum NameScope {
  /// What runs when somebody calls it, or is a declaration's inside.
  static func isScope(_ node: Syntax) -> Bool {
    switch node.kind {
    case .closureExpr, .accessorBlock, .functionDecl, .initializerDecl, .deinitializerDecl,
      .subscriptDecl, .structDecl, .classDecl, .enumDecl, .actorDecl, .protocolDecl,
      .extensionDecl, .macroDecl:
      true
    default: false
    }
  }

  /// What may not be compiled, is rewritten by a macro, runs later or at another time, or is a type.
  static func isDetour(_ node: Syntax) -> Bool {
    switch node.kind {
    case .ifConfigDecl, .postfixIfConfigExpr, .macroExpansionExpr, .macroExpansionDecl,
      .attributeList, .deferStmt, .keyPathExpr, .typeAnnotation, .typeExpr,
      .genericArgumentClause:
      return true
    case .variableDecl:
      // A wrapper may keep its value for later, and `async let` runs beside.
      let variable = node.cast(VariableDeclSyntax.self)
      return !variable.attributes.isEmpty
        || variable.modifiers.contains { $0.name.text == "async" || $0.name.text == "lazy" }
    default: return false
    }
  }

  /// The names that a node itself declares, not those of its children.
  static func namesDeclared(by node: Syntax) -> [TokenSyntax] {
    switch node.as(SyntaxEnum.self) {
    case .identifierPattern(let node): [node.identifier]
    case .functionDecl(let node): [node.name]
    case .structDecl(let node): [node.name]
    case .classDecl(let node): [node.name]
    case .enumDecl(let node): [node.name]
    case .actorDecl(let node): [node.name]
    case .protocolDecl(let node): [node.name]
    case .typeAliasDecl(let node): [node.name]
    case .macroDecl(let node): [node.name]
    default: []
    }
  }
}
