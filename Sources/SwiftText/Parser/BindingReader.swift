// BindingReader: what `let` and `var` bind.

import SwiftSyntax

enum BindingReader {
  /// What is known of a declaration's bindings.
  static func json(of variable: VariableDeclSyntax) -> JSON? {
    guard !variable.bindings.isEmpty else { return nil }
    let modifiers = variable.modifiers.map(\.name.text)
    return .object([
      "keyword": .string(variable.bindingSpecifier.text),
      "parts": .array(variable.bindings.map(json)),
      "isAsync": .bool(modifiers.contains("async")),
      "modifiers": .array(modifiers.map { .string($0) }),
      "hasAttributes": .bool(!variable.attributes.isEmpty),
    ])
  }

  private static func json(of binding: PatternBindingSyntax) -> JSON {
    let names = names(in: PatternSyntax(binding.pattern))
    return .object([
      "names": .array(names.map { .string($0.plainText) }),
      "pattern": .range(binding.pattern.bytes),
      "initializer": binding.initializer.map { .range($0.value.bytes) },
      "isComputed": .bool(isComputed(binding)),
    ])
  }

  /// A getter; observers alone leave the variable stored.
  static func isComputed(_ binding: PatternBindingSyntax) -> Bool {
    switch binding.accessorBlock?.accessors {
    case nil: return false
    case .getter: return true
    case .accessors(let list):
      return !list.allSatisfy {
        ["willSet", "didSet", "init"].contains($0.accessorSpecifier.text)
      }
    default: return true
    }
  }

  /// The names that a pattern binds, in source order.
  static func names(in pattern: PatternSyntax) -> [TokenSyntax] {
    var names: [TokenSyntax] = []
    TreeWalk.walk(Syntax(pattern)) { node, step in
      if step == .enter, let name = node.as(IdentifierPatternSyntax.self)?.identifier,
        name.presence == .present
      {
        names.append(name)
      }
    }
    return names
  }
}

extension TokenSyntax {
  /// A name without its backticks.
  var plainText: String {
    text.count > 2 && text.hasPrefix("`") && text.hasSuffix("`")
      ? String(text.dropFirst().dropLast()) : text
  }
}
