// AccessorCollector: the names of a text that run code when they are read: computed, lazy and wrapped variables, and
// `subscript` where one is declared.

import SwiftSyntax

struct AccessorCollector {
  private(set) var names: Set<String> = []

  mutating func enter(_ node: Syntax) {
    switch node.kind {
    case .subscriptDecl: names.insert("subscript")
    case .variableDecl:
      let variable = node.cast(VariableDeclSyntax.self)
      let isSpecial =
        !variable.attributes.isEmpty || variable.modifiers.contains { $0.name.text == "lazy" }
      for binding in variable.bindings where isSpecial || BindingReader.isComputed(binding) {
        names.formUnion(BindingReader.names(in: binding.pattern).map(\.plainText))
      }
    default: break
    }
  }
}
