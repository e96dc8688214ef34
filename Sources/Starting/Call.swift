// Call: an expression of a library's own that a first essay can claim something about. It is put together from what the
// library declares; whether it compiles, and what its value is, only a run says.

import Foundation

struct Call: Hashable {
  /// The Swift: `Scale(offset: 2.5).apply(1.5)`.
  var expression: String
  /// How much it says of the library: a function's value most, a constant least.
  var rank: Rank

  enum Rank: Int, Comparable {
    case function, member, constant

    static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  /// Calls of what graphs declare, the best first, then in the order of the sources.
  static func all(of graphs: [SymbolGraph], with values: SampleValues) -> [Call] {
    let symbols = graphs.flatMap(\.symbols).filter(\.isForEssays)
      .sorted { $0.place < $1.place }
    let initialisers = Dictionary(
      grouping: symbols.filter { $0.kind.identifier == "swift.init" }
    ) { $0.pathComponents.dropLast() }
    let calls = symbols.compactMap { symbol -> Call? in
      symbol.call(with: values) { type in
        if type.count == 1, let receiver = values.receiver(of: type[0]) { return receiver }
        return initialisers[type[...]]?.lazy.compactMap { initialiser in
          initialiser.arguments(with: values).map {
            (initialiser.isThrowing ? "try " : "") + type.joined(separator: ".") + "(\($0))"
          }
        }.first
      }
    }
    var seen: Set<String> = []
    return calls.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element).filter { seen.insert($0.expression).inserted }
  }
}

extension SymbolGraph.Symbol {
  /// Whether calling it may be tried: what declares that it does something besides giving a value is left alone.
  fileprivate var isForEssays: Bool {
    let name = pathComponents.last ?? "_"
    let isGone =
      availability?.contains {
        $0.isUnconditionallyDeprecated == true || $0.isUnconditionallyUnavailable == true
      } ?? false
    let words = Set(
      declarationFragments.filter { $0.kind == "keyword" || $0.kind == "attribute" }
        .map { $0.spelling.trimmingCharacters(in: .whitespaces) })
    return !isGone && !pathComponents.contains { $0.hasPrefix("_") } && !name.isEmpty
      && words.isDisjoint(with: ["async", "mutating", "inout", "@discardableResult", "~Copyable"])
      && !declaration.contains("@MainActor")
  }

  /// Where it is declared.
  fileprivate var place: (String, Int, String) {
    (location?.uri ?? "", location?.position.line ?? 0, pathComponents.joined(separator: "."))
  }

  /// - Parameter receiver: an expression of a type, named by its path.
  fileprivate func call(
    with values: SampleValues, on receiver: ([String]) -> String?
  ) -> Call? {
    let type = Array(pathComponents.dropLast())
    let name = String((pathComponents.last ?? "").prefix { $0 != "(" })
    func qualified(_ name: String) -> String { (type + [name]).joined(separator: ".") }
    /// `try` stands before the whole, whichever part of it throws.
    func prefixed(_ call: String) -> String {
      let plain = call.hasPrefix("try ") ? String(call.dropFirst(4)) : call
      return isThrowing || plain != call ? "try " + plain : plain
    }
    switch kind.identifier {
    case "swift.func", "swift.type.method":
      guard isClaimable(functionSignature?.returns), hasParameters,
        let arguments = arguments(with: values)
      else { return nil }
      return Call(expression: prefixed("\(qualified(name))(\(arguments))"), rank: .function)
    case "swift.method":
      guard isClaimable(functionSignature?.returns), let arguments = arguments(with: values),
        let receiver = receiver(type)
      else { return nil }
      return Call(expression: prefixed("\(receiver).\(name)(\(arguments))"), rank: .member)
    case "swift.property":
      // What is stored says no more than what it was made with.
      guard declaration.contains("{ get"), isClaimable(valueType), let receiver = receiver(type)
      else { return nil }
      return Call(expression: prefixed("\(receiver).\(name)"), rank: .member)
    case "swift.var", "swift.type.property":
      guard isClaimable(valueType) else { return nil }
      return Call(expression: qualified(name), rank: .constant)
    default: return nil
    }
  }

  fileprivate var isThrowing: Bool {
    declarationFragments.contains { $0.kind == "keyword" && $0.spelling == "throws" }
  }

  private var hasParameters: Bool { !(functionSignature?.parameters ?? []).isEmpty }

  /// What a property's type is: all behind the first colon, but for what it is read by.
  private var valueType: [SymbolGraph.Fragment]? {
    declarationFragments.behindColon.map { type in
      var type = type
      // `]? { get }` is one fragment.
      if let brace = type.firstIndex(where: { $0.spelling.contains("{") }) {
        type[brace].spelling = String(type[brace].spelling.prefix { $0 != "{" })
        type.removeSubrange((brace + 1)...)
      }
      return type
    }
  }

  /// Whether a claim about a value of this type can be written on a line.
  private func isClaimable(_ type: [SymbolGraph.Fragment]?) -> Bool {
    guard let type else { return false }
    let text = concrete(type)
    return text == "String" || SampleValues.plain.literal(of: text, 0) != nil
  }

  /// The arguments of a call, parameters with a value of their own left out; nil for a type of which there is no sample.
  fileprivate func arguments(with values: SampleValues) -> String? {
    let name = pathComponents.last ?? ""
    guard let open = name.firstIndex(of: "("), name.hasSuffix(")") else { return nil }
    let labels = name[name.index(after: open)...].dropLast().split(separator: ":").map(String.init)
    let parameters = functionSignature?.parameters ?? []
    guard labels.count == parameters.count else { return nil }
    var places: [String: Int] = [:]
    var arguments: [String] = []
    for (label, parameter) in zip(labels, parameters) {
      let fragments = parameter.declarationFragments
      if declaration.contains(fragments.text + " = ") { continue }
      guard let type = fragments.behindColon.map(concrete),
        let value = values.literal(of: type, places[type, default: 0])
      else { return nil }
      places[type, default: 0] += 1
      arguments.append(label == "_" ? value : "\(label): \(value)")
    }
    return arguments.joined(separator: ", ")
  }

  /// A type in which each parameter of a generic declaration is a type that its constraints allow.
  private func concrete(_ type: [SymbolGraph.Fragment]) -> String {
    type.map { fragment in
      fragment.kind == "typeIdentifier"
        ? swiftGenerics?.choice(for: fragment.spelling) ?? fragment.spelling : fragment.spelling
    }.joined().trimmingCharacters(in: .whitespaces)
  }
}

extension SymbolGraph.Generics {
  /// A type for a parameter; nil for a name that is none.
  fileprivate func choice(for name: String) -> String? {
    guard parameters?.contains(where: { $0.name == name }) == true else { return nil }
    let own = (constraints ?? []).filter { $0.lhs == name && $0.kind == "conformance" }.map(\.rhs)
    let lists: Set = [
      "Sequence", "Collection", "BidirectionalCollection", "RandomAccessCollection",
    ]
    if !lists.isDisjoint(with: own) {
      let element = (constraints ?? []).first {
        $0.lhs == name + ".Element" || $0.lhs == name + ".Iterator.Element"
      }?.rhs
      return "[\(element.flatMap { Self.numbers.contains($0) ? "Double" : $0 } ?? "Double")]"
    }
    return own.contains { $0.hasSuffix("Integer") } ? "Int" : "Double"
  }

  private static let numbers: Set = [
    "FloatingPoint", "BinaryFloatingPoint", "Real", "Numeric", "SignedNumeric", "Comparable",
  ]
}

extension [SymbolGraph.Fragment] {
  /// A declared type: `: [` is one fragment.
  fileprivate var behindColon: [SymbolGraph.Fragment]? {
    guard let colon = firstIndex(where: { $0.spelling.hasPrefix(":") }) else { return nil }
    var type = Array(self[colon...])
    type[0].spelling.removeFirst()
    return type
  }
}
