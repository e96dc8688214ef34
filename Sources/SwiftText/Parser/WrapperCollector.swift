// WrapperCollector: the property wrappers that a text declares and whose value anybody may ask for. At run time
// nothing tells what a wrapper stands for, so Galley has to say it for them.

import SwiftSyntax

struct WrapperCollector {
  /// Their names, with those of the types around them.
  private(set) var names: [JSON] = []

  mutating func enter(_ node: Syntax) {
    guard let type = node.asProtocol((any DeclGroupSyntax).self),
      let named = node.asProtocol((any NamedDeclSyntax).self), isWrapper(type),
      !isPrivate(type.modifiers), let path = path(of: node)
    else { return }
    let hasPlainValue = type.memberBlock.members.contains { member in
      guard let variable = member.decl.as(VariableDeclSyntax.self), !isPrivate(variable.modifiers),
        variable.attributes.isEmpty
      else { return false }
      return variable.bindings.contains { binding in
        BindingReader.names(in: binding.pattern).map(\.plainText) == ["wrappedValue"]
          && !hasMutatingGetter(binding)
      }
    }
    // Such a wrapper has a value only in a property of an object.
    let needsOwner = type.memberBlock.members.contains {
      $0.decl.as(SubscriptDeclSyntax.self)?.modifiers.contains { $0.name.text == "static" } ?? false
    }
    if hasPlainValue, !needsOwner { names.append(.string(path + named.name.text)) }
  }

  private func isWrapper(_ type: any DeclGroupSyntax) -> Bool {
    let names = type.attributes.map {
      $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription
    }
    // Of an actor's the value has to be waited for.
    return names == ["propertyWrapper"] && !Syntax(type).is(ActorDeclSyntax.self)
  }

  private func isPrivate(_ modifiers: DeclModifierListSyntax) -> Bool {
    modifiers.contains { ["private", "fileprivate"].contains($0.name.text) }
  }

  private func hasMutatingGetter(_ binding: PatternBindingSyntax) -> Bool {
    guard case .accessors(let list)? = binding.accessorBlock?.accessors else { return false }
    return list.contains { $0.modifier?.name.text == "mutating" || $0.effectSpecifiers != nil }
  }

  /// The types around a declaration, each with a point; nil inside a function, where no extension reaches.
  private func path(of node: Syntax) -> String? {
    var path = ""
    var parent = node.parent
    while let current = parent {
      switch current.kind {
      case .structDecl, .classDecl, .enumDecl, .actorDecl:
        guard let named = current.asProtocol((any NamedDeclSyntax).self) else { return nil }
        path = named.name.text + "." + path
      case .extensionDecl:
        let extended = current.cast(ExtensionDeclSyntax.self).extendedType
        path = extended.trimmedDescription + "." + path
      case .codeBlock, .closureExpr, .accessorBlock, .ifConfigClause: return nil
      default: break
      }
      parent = current.parent
    }
    return path
  }
}
