// NameCollector: names that the text gives values at the top level, and names that it uses there. In
// a main file a use above its value reads zeros; who compares the two must never be wrong, so
// everything doubtful is left out.

import SwiftSyntax

struct NameCollector {
  private var values: [JSON] = []
  private var uses: [JSON] = []
  /// Names that mean something else at the top level too: functions, types, `guard let`.
  private var others: Set<String> = []

  /// Of the statement at the top level that the walk is in.
  private var pending: [(name: String, range: Range<Int>)] = []
  private var declared: Set<String> = []
  /// Where the statement's own bindings begin; their names are not those of a scope inside it.
  private var ownNames: Set<Int> = []
  /// Open nodes that have names of their own and may run later, or never.
  private var scopes = 0
  /// Open nodes that run later, never, or in another way, and whose names count around them.
  private var detours = 0

  mutating func enter(_ node: Syntax) {
    if let item = Self.topLevelItem(node) { begin(item) }
    if scopes == 0 {
      for name in NameScope.namesDeclared(by: node)
      where !ownNames.contains(name.bytes.lowerBound) { declared.insert(name.plainText) }
      if node.kind == .catchClause { declared.insert("error") }
      if detours == 0 { addUse(node) }
    }
    if NameScope.isScope(node) { scopes += 1 }
    if NameScope.isDetour(node) { detours += 1 }
  }

  mutating func leave(_ node: Syntax) {
    if NameScope.isScope(node) { scopes -= 1 }
    if NameScope.isDetour(node) { detours -= 1 }
    if let item = Self.topLevelItem(node) { end(item) }
  }

  private static func topLevelItem(_ node: Syntax) -> CodeBlockItemSyntax? {
    guard node.kind == .codeBlockItem, node.parent?.parent?.kind == .sourceFile else { return nil }
    return node.cast(CodeBlockItemSyntax.self)
  }

  private mutating func begin(_ item: CodeBlockItemSyntax) {
    pending = []
    declared = []
    ownNames = []
    guard case .decl(let declaration) = item.item,
      let variable = declaration.as(VariableDeclSyntax.self)
    else { return }
    for binding in variable.bindings {
      for name in BindingReader.names(in: PatternSyntax(binding.pattern)) {
        ownNames.insert(name.bytes.lowerBound)
        if binding.initializer != nil, !BindingReader.isComputed(binding) {
          values.append(Self.json(name.plainText, name.bytes))
        } else {
          others.insert(name.plainText)
        }
      }
    }
  }

  private mutating func end(_ item: CodeBlockItemSyntax) {
    switch item.item {
    case .decl(let declaration) where !declaration.is(VariableDeclSyntax.self):
      others.formUnion(declared)
    case .stmt(let statement) where statement.is(GuardStmtSyntax.self):
      others.formUnion(declared)
    default: break
    }
    // A name that any scope of the statement declares may be that scope's.
    uses += pending.filter { !declared.contains($0.name) }.map { Self.json($0.name, $0.range) }
    pending = []
  }

  private mutating func addUse(_ node: Syntax) {
    guard let reference = node.as(DeclReferenceExprSyntax.self), reference.argumentNames == nil,
      case .identifier = reference.baseName.tokenKind, reference.baseName.presence == .present,
      reference.moduleSelector == nil, !reference.baseName.isEditorPlaceholder,
      // `.name` is a member's name.
      node.parent?.as(MemberAccessExprSyntax.self)?.declName.id != reference.id
    else { return }
    pending.append((reference.baseName.plainText, reference.baseName.bytes))
  }

  private static func json(_ name: String, _ range: Range<Int>) -> JSON {
    .object(["name": .string(name), "range": .range(range)])
  }

  var json: JSON {
    .object([
      "values": .array(values), "uses": .array(uses),
      "others": .array(others.sorted().map { .string($0) }),
    ])
  }
}
