// PackageDescription: what SwiftPM says of the project's package: which targets and modules a product has.

import Foundation

struct PackageDescription: Decodable {
  struct Target: Decodable {
    var name: String
    var path: String
    /// The name to import.
    var module: String
    /// `SwiftTarget`, `ClangTarget`, `SystemLibraryTarget` and what else SwiftPM knows.
    var kind: String
    /// The products that the target is a part of.
    var products: [String]?
    /// The targets of the same package that it needs.
    var dependencies: [String]?

    enum CodingKeys: String, CodingKey {
      case name, path
      case module = "c99name"
      case kind = "module_type"
      case products = "product_memberships"
      case dependencies = "target_dependencies"
    }
  }

  struct Product: Decodable {
    var name: String
    var targets: [String]
    /// `library`, `executable`, `plugin` and what else SwiftPM knows.
    var kind: String

    var isLibrary: Bool { kind == "library" }

    var kindInWords: String { kind == "executable" ? "a program" : "of the kind ‘\(kind)’" }

    enum CodingKeys: String, CodingKey { case name, targets, type }

    /// SwiftPM writes `{"library": ["automatic"]}`, and `{"executable": null}`.
    private struct Kind: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      name = try values.decode(String.self, forKey: .name)
      targets = try values.decode([String].self, forKey: .targets)
      let type = try values.nestedContainer(keyedBy: Kind.self, forKey: .type)
      kind = type.allKeys.first?.stringValue ?? "unknown"
    }
  }

  var name = ""
  var targets: [Target]
  var products: [Product]
  var toolsVersion: String

  enum CodingKeys: String, CodingKey {
    case name, targets, products
    case toolsVersion = "tools_version"
  }

  static func of(_ project: String, by packageManager: SwiftPM) async throws -> PackageDescription {
    // SwiftPM lets one run at a time use a build folder, and `swift test` keeps the project's own
    // while tests run: a folder of its own keeps a test that verifies essays from waiting for itself.
    let scratch = packageManager.folder + "/describe"
    let json = try await packageManager.run(
      ["package", "--scratch-path", scratch, "describe", "--type", "json"], in: project)
    let start = json.firstIndex(of: "{") ?? json.startIndex
    guard let package = try? JSONDecoder().decode(Self.self, from: Data(json[start...].utf8)) else {
      throw LibraryFailure(description: "SwiftPM's description of the package is unreadable")
    }
    return package
  }

  /// The targets that these products are made of.
  func targets(of products: [String]) -> [Target] {
    var names = Set(
      targets.filter { !Set(products).isDisjoint(with: $0.products ?? []) }.map(\.name))
    while true {
      let found = targets.filter { names.contains($0.name) }.flatMap { $0.dependencies ?? [] }
      guard !names.isSuperset(of: found) else { break }
      names.formUnion(found)
    }
    return targets.filter { names.contains($0.name) }
  }

  /// The modules that these products offer themselves.
  func modules(of products: [String]) -> [String] {
    let names = Set(self.products.filter { products.contains($0.name) }.flatMap(\.targets))
    return targets.filter { names.contains($0.name) }.map(\.module)
  }

  /// The modules that only other products have, each with the first of those.
  func modules(besides products: [String]) -> [String: String] {
    let own = Set(targets(of: products).map(\.name))
    return targets.reduce(into: [:]) { found, target in
      guard !own.contains(target.name) else { return }
      found[target.module] = self.products.first { $0.targets.contains(target.name) }?.name
    }
  }

  /// The language mode of a package that names none: that of the tools it is written for.
  var languageMode: String {
    let parts = toolsVersion.split(separator: ".")
    guard let major = parts.first.flatMap({ Int($0) }) else { return "6" }
    if major == 4, parts.count > 1, let minor = Int(parts[1]), minor >= 2 { return "4.2" }
    return String(min(major, 6))
  }
}
