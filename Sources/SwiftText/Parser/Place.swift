// Place: whether the left side of an assignment, read once more behind it, surely names the same
// place. `list[i]` does; `list[next()]` need not, nor does `list[list.count]`.

import SwiftSyntax

enum Place {
  static func isRereadable(_ place: ExprSyntax, assigned: ArraySlice<ExprSyntax>) -> Bool {
    guard let root = root(of: place, allowingSubscripts: true) else { return false }
    var names: Set<String> = [root]
    for argument in arguments(of: place) where !isLiteral(argument.expression) {
      // `.red` has no root: it is looked up in the type.
      guard let name = Self.root(of: argument.expression, allowingSubscripts: false), name != root
      else { return false }
      names.insert(name)
    }
    // `list[i] = next(&i)` moves the place while it is assigned to.
    return !assigned.contains { changes(names, in: $0) }
  }

  /// The first name of a chain of members; nil when something else is in the chain. "" stands for
  /// the type in `.red`.
  static func root(of expression: ExprSyntax, allowingSubscripts: Bool) -> String? {
    var rest = expression
    while true {
      if let name = rest.as(DeclReferenceExprSyntax.self) {
        return name.argumentNames == nil ? name.baseName.plainText : nil
      } else if let member = rest.as(MemberAccessExprSyntax.self) {
        guard member.declName.argumentNames == nil else { return nil }
        guard let base = member.base else { return allowingSubscripts ? nil : "" }
        rest = base
      } else if let inner = rest.as(OptionalChainingExprSyntax.self) {
        rest = inner.expression
      } else if let inner = rest.as(ForceUnwrapExprSyntax.self) {
        rest = inner.expression
      } else if allowingSubscripts, let inner = rest.as(SubscriptCallExprSyntax.self),
        inner.trailingClosure == nil
      {
        rest = inner.calledExpression
      } else {
        return nil
      }
    }
  }

  /// The arguments of all subscripts of a chain.
  private static func arguments(of place: ExprSyntax) -> [LabeledExprSyntax] {
    var found: [LabeledExprSyntax] = []
    var rest: ExprSyntax? = place
    while let current = rest {
      if let call = current.as(SubscriptCallExprSyntax.self) {
        found += call.arguments
        rest = call.calledExpression
      } else if let member = current.as(MemberAccessExprSyntax.self) {
        rest = member.base
      } else if let inner = current.as(OptionalChainingExprSyntax.self) {
        rest = inner.expression
      } else {
        rest = current.as(ForceUnwrapExprSyntax.self)?.expression
      }
    }
    return found
  }

  /// The names of a chain, and `subscript` where there is one.
  static func names(in place: ExprSyntax) -> [String] {
    var names: [String] = []
    var rest: ExprSyntax? = place
    while let current = rest {
      if let call = current.as(SubscriptCallExprSyntax.self) {
        names.append("subscript")
        rest = call.calledExpression
      } else if let member = current.as(MemberAccessExprSyntax.self) {
        names.append(member.declName.baseName.plainText)
        rest = member.base
      } else if let inner = current.as(OptionalChainingExprSyntax.self) {
        rest = inner.expression
      } else if let name = current.as(DeclReferenceExprSyntax.self) {
        names.append(name.baseName.plainText)
        rest = nil
      } else if let tuple = current.as(TupleExprSyntax.self) {
        names += tuple.elements.flatMap { Self.names(in: $0.expression) }
        rest = nil
      } else {
        rest = current.as(ForceUnwrapExprSyntax.self)?.expression
      }
    }
    return names
  }

  /// The names in the subscripts of a chain.
  static func indices(of place: ExprSyntax) -> [String] {
    arguments(of: place).filter { !isLiteral($0.expression) }.flatMap { names(in: $0.expression) }
  }

  /// Whether an expression runs code that somebody wrote elsewhere.
  static func calls(_ expression: ExprSyntax) -> Bool {
    var found = false
    TreeWalk.walk(Syntax(expression)) { node, step in
      guard step == .enter else { return }
      switch node.kind {
      case .functionCallExpr, .awaitExpr, .macroExpansionExpr: found = true
      default: break
      }
    }
    return found
  }

  private static func isLiteral(_ expression: ExprSyntax) -> Bool {
    if let signed = expression.as(PrefixOperatorExprSyntax.self) {
      return signed.operator.text == "-" && isLiteral(signed.expression)
    }
    if let string = expression.as(StringLiteralExprSyntax.self) {
      return string.segments.allSatisfy { $0.is(StringSegmentSyntax.self) }
    }
    return expression.is(IntegerLiteralExprSyntax.self)
      || expression.is(FloatLiteralExprSyntax.self) || expression.is(BooleanLiteralExprSyntax.self)
      || expression.is(NilLiteralExprSyntax.self)
  }

  /// Whether `&name` stands in an expression for one of the names.
  private static func changes(_ names: Set<String>, in expression: ExprSyntax) -> Bool {
    var isChanged = false
    TreeWalk.walk(Syntax(expression)) { node, step in
      if step == .enter, let passed = node.as(InOutExprSyntax.self),
        let name = passed.expression.firstToken(viewMode: .sourceAccurate)
      {
        isChanged = isChanged || names.contains(name.plainText)
      }
    }
    return isChanged
  }
}
