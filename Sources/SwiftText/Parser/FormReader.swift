// FormReader: what kind of statement an item is, with the parts that a claim behind it needs.

import SwiftSyntax

enum FormReader {
  static func form(of item: CodeBlockItemSyntax.Item) -> JSON {
    switch item {
    case .decl(let declaration): form(of: declaration)
    case .stmt(let statement): form(of: statement)
    case .expr(let expression): form(of: expression)
    // A newer parser may know further kinds.
    default:
      tagged("declaration", .string(Syntax(item).firstToken(viewMode: .sourceAccurate)?.text ?? ""))
    }
  }

  private static func form(of declaration: DeclSyntax) -> JSON {
    if let variable = declaration.as(VariableDeclSyntax.self),
      let binding = BindingReader.json(of: variable)
    {
      return tagged("binding", binding)
    }
    if let macro = declaration.as(MacroExpansionDeclSyntax.self) {
      return tagged("macro", .string(macro.macroName.plainText))
    }
    if declaration.is(IfConfigDeclSyntax.self) { return .object(["ifConfig": .object([:])]) }
    if let declared = declaration.as(OperatorDeclSyntax.self) {
      return tagged("declaration", .string(declared.operatorKeyword.text))
    }
    return tagged("declaration", .string(keyword(of: Syntax(declaration))))
  }

  private static func form(of statement: StmtSyntax) -> JSON {
    if let statement = statement.as(ReturnStmtSyntax.self) {
      return .object([
        "return": .object(["value": statement.expression.map { .range($0.bytes) }])
      ])
    }
    if let statement = statement.as(ThrowStmtSyntax.self) {
      return tagged("throw", .range(statement.expression.bytes))
    }
    if let statement = statement.as(ExpressionStmtSyntax.self) {
      return form(of: statement.expression)
    }
    if let statement = statement.as(LabeledStmtSyntax.self) {
      return form(of: statement.statement)
    }
    return tagged("control", .string(keyword(of: Syntax(statement))))
  }

  private static func form(of expression: ExprSyntax) -> JSON {
    let (bare, hasEffects) = withoutEffects(expression)
    if bare.is(IfExprSyntax.self) { return tagged("control", .string("if")) }
    if bare.is(SwitchExprSyntax.self) { return tagged("control", .string("switch")) }
    if let macro = bare.as(MacroExpansionExprSyntax.self) {
      return tagged("macro", .string(macro.macroName.plainText))
    }
    if let sequence = bare.as(SequenceExprSyntax.self),
      let assignment = AssignmentReader.json(of: sequence)
    {
      return tagged("assignment", assignment)
    }
    let elements = bare.as(SequenceExprSyntax.self)?.elements
    return tagged(
      "expression",
      .object([
        "range": .range(expression.bytes),
        "callee": bare.as(FunctionCallExprSyntax.self).flatMap(callee).map { .string($0) },
        "receiver": bare.as(FunctionCallExprSyntax.self).flatMap(receiver),
        "hasEffects": .bool(
          hasEffects || elements?.contains { withoutEffects($0).hasEffects } == true),
      ]))
  }

  /// The expression under `try`, `await` and `unsafe`, and whether there was one of the first two.
  static func withoutEffects(_ expression: ExprSyntax) -> (bare: ExprSyntax, hasEffects: Bool) {
    var bare = expression
    var hasEffects = false
    while true {
      if let inner = bare.as(TryExprSyntax.self) {
        (bare, hasEffects) = (inner.expression, true)
      } else if let inner = bare.as(AwaitExprSyntax.self) {
        (bare, hasEffects) = (inner.expression, true)
      } else if let inner = bare.as(UnsafeExprSyntax.self) {
        bare = inner.expression
      } else {
        return (bare, hasEffects)
      }
    }
  }

  /// The plain name of what is called: `print` in `print(1)` and in `Swift.print(1)`.
  private static func callee(of call: FunctionCallExprSyntax) -> String? {
    if let name = call.calledExpression.as(DeclReferenceExprSyntax.self) {
      return name.baseName.plainText
    }
    if let member = call.calledExpression.as(MemberAccessExprSyntax.self),
      member.base?.as(DeclReferenceExprSyntax.self)?.baseName.text == "Swift"
    {
      return member.declName.baseName.plainText
    }
    return nil
  }

  /// What a method is called on, where that surely names the same place when it is read again behind the call, and the
  /// name that it begins with.
  private static func receiver(of call: FunctionCallExprSyntax) -> JSON? {
    guard let base = call.calledExpression.as(MemberAccessExprSyntax.self)?.base,
      let root = Place.root(of: base, allowingSubscripts: true),
      Place.isRereadable(base, assigned: [])
    else { return nil }
    return .object(["range": .range(base.bytes), "root": .string(root)])
  }

  /// The word that introduces a declaration or statement: its first own token.
  private static func keyword(of node: Syntax) -> String {
    for child in node.children(viewMode: .sourceAccurate) {
      if let token = child.as(TokenSyntax.self) { return token.text }
    }
    return ""
  }

  /// As Swift's `Codable` writes a case with one value that has no label.
  private static func tagged(_ name: String, _ value: JSON) -> JSON {
    .object([name: .object(["_0": value])])
  }
}
