// Calls that a first essay tries, from a symbol graph as the compiler writes it.

import Foundation
import Testing

@testable import Starting

struct CallTests {
  /// A symbol graph with one declaration, its parts marked as the compiler marks them.
  private func symbol(
    _ kind: String, _ path: [String], _ declaration: String, parameters: [String] = [],
    returns: String? = nil, generics: [String: [String]] = [:], keywords: [String] = []
  ) -> String {
    func fragments(_ text: String) -> String {
      // As far as is needed: types are told from the rest.
      let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let all = parts.enumerated().map { index, part -> String in
        let isType = generics.keys.contains(part)
        let isKeyword = keywords.contains(part)
        let kind = isType ? "typeIdentifier" : isKeyword ? "keyword" : "text"
        let space = index + 1 < parts.count ? " " : ""
        return isType || isKeyword
          ? "{\"kind\": \"\(kind)\", \"spelling\": \"\(part)\"}, {\"kind\": \"text\", \"spelling\": \"\(space)\"}"
          : "{\"kind\": \"text\", \"spelling\": \"\(part + space)\"}"
      }
      return "[\(all.joined(separator: ", "))]"
    }
    func parameter(_ text: String) -> String {
      let name = text.prefix { $0 != ":" }
      let type = text.dropFirst(name.count + 2)
      return
        "{\"declarationFragments\": [{\"kind\": \"identifier\", \"spelling\": \"\(name)\"}, "
        + "{\"kind\": \"text\", \"spelling\": \": \"}, "
        + fragments(String(type)).dropFirst().dropLast() + "]}"
    }
    let signature =
      returns.map { returns in
        ", \"functionSignature\": {\"parameters\": [\(parameters.map(parameter).joined(separator: ", "))]"
          + ", \"returns\": \(fragments(returns))}"
      } ?? ""
    let constraints = generics.flatMap { name, protocols in
      protocols.map { "{\"kind\": \"conformance\", \"lhs\": \"\(name)\", \"rhs\": \"\($0)\"}" }
    }
    let generic =
      generics.isEmpty
      ? ""
      : ", \"swiftGenerics\": {\"parameters\": [\(generics.keys.map { "{\"name\": \"\($0)\"}" }.joined(separator: ", "))], \"constraints\": [\(constraints.joined(separator: ", "))]}"
    let names = path.map { "\"\($0)\"" }.joined(separator: ", ")
    return
      "{\"kind\": {\"identifier\": \"\(kind)\"}, \"pathComponents\": [\(names)], "
      + "\"declarationFragments\": \(fragments(declaration))\(signature)\(generic)}"
  }

  private func calls(_ symbols: [String], _ values: SampleValues = .plain) throws -> [String] {
    let json = "{\"symbols\": [\(symbols.joined(separator: ", "))]}"
    let graph = try JSONDecoder().decode(SymbolGraph.self, from: Data(json.utf8))
    return Call.all(of: [graph], with: values).map(\.expression)
  }

  @Test func functionsComeBeforeMembersAndTheseBeforeConstants() throws {
    let symbols = [
      symbol("swift.var", ["freezing"], "let freezing : Double"),
      symbol("swift.struct", ["Scale"], "struct Scale"),
      symbol(
        "swift.init", ["Scale", "init(offset:)"], "init(offset: Double)",
        parameters: ["offset: Double"], returns: "Scale"),
      symbol("swift.property", ["Scale", "offset"], "var offset : Double"),
      symbol("swift.property", ["Scale", "doubled"], "var doubled : Double { get }"),
      symbol(
        "swift.method", ["Scale", "apply(_:to:)"],
        "func apply(_ x: Double, to y: Double) -> Double",
        parameters: ["x: Double", "y: Double"], returns: "Double"),
      symbol(
        "swift.func", ["celsius(_:)"], "func celsius(_ f: Double) -> Double",
        parameters: ["f: Double"], returns: "Double"),
      symbol(
        "swift.type.method", ["Maths", "choose(_:of:)"],
        "static func choose(_ k: Int, of n: Int) -> Int",
        parameters: ["k: Int", "n: Int"], returns: "Int"),
    ]
    #expect(
      try calls(symbols) == [
        "Maths.choose(5, of: 2)", "celsius(2.5)", "Scale(offset: 2.5).apply(2.5, to: 1.5)",
        "Scale(offset: 2.5).doubled", "freezing",
      ])
  }

  @Test func whatMightDoMoreThanComputeIsLeftAlone() throws {
    let symbols = [
      symbol(
        "swift.func", ["remove(_:)"], "func remove(_ path: String) -> Bool",
        parameters: ["path: String"], returns: "Bool"),
      symbol(
        "swift.func", ["send(_:)"], "@discardableResult func send(_ n: Int) -> Int",
        parameters: ["n: Int"], returns: "Int", keywords: ["@discardableResult"]),
      symbol(
        "swift.func", ["wait(_:)"], "func wait(_ n: Int) async -> Int", parameters: ["n: Int"],
        returns: "Int", keywords: ["async"]),
      symbol("swift.func", ["now()"], "func now() -> Double", returns: "Double"),
      symbol(
        "swift.func", ["run(_:)"], "func run(_ n: Int)", parameters: ["n: Int"], returns: "()"),
      symbol(
        "swift.func", ["_inner(_:)"], "func _inner(_ n: Int) -> Int", parameters: ["n: Int"],
        returns: "Int"),
    ]
    #expect(try calls(symbols).isEmpty)
  }

  @Test func genericParametersAndDefaultsAreFilledIn() throws {
    let symbols = [
      symbol(
        "swift.func", ["half(of:)"], "func half<T>(of x: T ) -> T", parameters: ["x: T"],
        returns: "T", generics: ["T": ["BinaryFloatingPoint"]]),
      symbol(
        "swift.func", ["mean(_:)"], "func mean<C>(_ x: C ) -> Double", parameters: ["x: C"],
        returns: "Double", generics: ["C": ["Collection"]]),
      symbol(
        "swift.func", ["norm(_:p:)"], "func norm(_ x: [Double], p: Rule = .two) throws -> Double",
        parameters: ["x: [Double]", "p: Rule"], returns: "Double", keywords: ["throws"]),
    ]
    #expect(
      try calls(symbols) == [
        "half(of: 2.5)", "mean([1.5, 2.5, 4.5])", "try norm([1.5, 2.5, 4.5])",
      ])
    #expect(try calls(symbols, .shares).contains("mean([0.2, 0.3, 0.5])"))
  }

  @Test func membersOfOthersTypesAreCalledOnSamples() throws {
    let symbols = [
      symbol("swift.property", ["Double", "squared"], "var squared : Double { get }"),
      symbol("swift.property", ["Collection", "mean"], "var mean : Double { get }"),
      symbol("swift.property", ["URL", "size"], "var size : Int { get }"),
    ]
    #expect(try calls(symbols) == ["[1.5, 2.5, 4.5].mean", "2.5.squared"])
  }
}
