// OfferedModules: what a package offers to its documentation: the products of libraries, and the modules with the folders of
// their sources. SwiftPM is asked once, until the manifest is another one.

import Files
import Foundation

package struct OfferedModules: Hashable, Codable, Sendable {
  package var products: [String]
  package var modules: [Module]

  package struct Module: Hashable, Codable, Sendable {
    package var name: String
    /// Relative to the project, with a `/` at its end.
    package var folder: String
    /// The products that have it as a module of their own.
    package var products: [String]
    /// The modules of the same package that it uses.
    package var uses: [String]

    package init(name: String, folder: String, products: [String], uses: [String] = []) {
      self.name = name
      self.folder = folder
      self.products = products
      self.uses = uses
    }
  }

  package init(products: [String] = [], modules: [Module] = []) {
    self.products = products
    self.modules = modules
  }

  /// The modules that documentation in a file imports: the one that the file belongs to with those that it uses, or else all;
  /// and Foundation, which examples use without a word.
  package func imports(ofFile path: String?) -> [String] {
    let offered = modules.filter { !$0.products.isEmpty }
    let own = path.flatMap { path in
      offered.filter { path.hasPrefix($0.folder) }.max { $0.folder.count < $1.folder.count }
    }
    guard let own else { return offered.map(\.name) + ["Foundation"] }
    return [own.name] + offered.map(\.name).filter(own.uses.contains) + ["Foundation"]
  }

  /// The modules that no other of the package stands for already, where one brings others along: `Numerics` its parts. Those
  /// with a `_` before their names are for the package itself.
  package var umbrellas: [String] {
    let offered = modules.filter { !$0.products.isEmpty && !$0.name.hasPrefix("_") }
    let used = Set(offered.flatMap(\.uses))
    return offered.map(\.name).filter { !used.contains($0) } + ["Foundation"]
  }

  /// Only what these products offer.
  package func only(_ wanted: [String]) -> OfferedModules {
    OfferedModules(
      products: wanted,
      modules: modules.compactMap { module in
        let own = module.products.filter(wanted.contains)
        guard !own.isEmpty else { return nil }
        return Module(
          name: module.name, folder: module.folder, products: own, uses: module.uses)
      })
  }

  /// Reads the package in the project's folder.
  ///
  /// - Throws: `LibraryFailure` for a manifest that SwiftPM cannot read.
  package static func read(in shop: Workshop) async throws -> OfferedModules {
    let manifest = shop.project + "/Package.swift"
    // Documentation may be about the language alone.
    guard shop.files.exists(manifest) else { return OfferedModules() }
    let kept = shop.folder + "/package/offer.json"
    let key = Digest.of(shop.files.contents(manifest) ?? Data()) + shop.project
    if let bytes = shop.files.contents(kept),
      let known = try? JSONDecoder().decode(Kept.self, from: bytes), known.key == key
    {
      return known.offer
    }
    let packageManager = SwiftPM(
      executable: shop.toolchain.swift, folder: shop.folder + "/package", library: "of the package",
      files: shop.files)
    let package = try await PackageDescription.of(shop.project, by: packageManager)
    let products = package.products.filter(\.isLibrary)
    let offer = OfferedModules(
      products: products.map(\.name),
      modules: package.targets.filter { $0.kind == "SwiftTarget" }.map { target in
        Module(
          name: target.module, folder: target.path == "." ? "" : target.path + "/",
          products: products.filter { $0.targets.contains(target.name) }.map(\.name),
          uses: package.targets.filter { target.dependencies?.contains($0.name) ?? false }
            .map(\.module))
      })
    if let bytes = try? JSONEncoder().encode(Kept(key: key, offer: offer)) {
      try? shop.files.writeWhole(bytes, kept)
    }
    return offer
  }

  private struct Kept: Codable {
    var key: String
    var offer: OfferedModules
  }
}
