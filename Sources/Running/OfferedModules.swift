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

    package init(name: String, folder: String, products: [String]) {
      self.name = name
      self.folder = folder
      self.products = products
    }
  }

  package init(products: [String] = [], modules: [Module] = []) {
    self.products = products
    self.modules = modules
  }

  /// The modules that documentation in a file imports: the one that the file belongs to, or else all; and Foundation, which
  /// examples use without a word.
  package func imports(ofFile path: String?) -> [String] {
    let offered = modules.filter { !$0.products.isEmpty }
    let own = path.flatMap { path in
      offered.filter { path.hasPrefix($0.folder) }.max { $0.folder.count < $1.folder.count }
    }
    return (own.map { [$0.name] } ?? offered.map(\.name)) + ["Foundation"]
  }

  /// Only what these products offer.
  package func only(_ wanted: [String]) -> OfferedModules {
    OfferedModules(
      products: wanted,
      modules: modules.compactMap { module in
        let own = module.products.filter(wanted.contains)
        return own.isEmpty ? nil : Module(name: module.name, folder: module.folder, products: own)
      })
  }

  /// Reads the package in the project's folder.
  ///
  /// - Throws: `LibraryFailure` for a manifest that SwiftPM cannot read, or where there is none.
  package static func read(in shop: Workshop) async throws -> OfferedModules {
    let manifest = shop.project + "/Package.swift"
    guard shop.files.exists(manifest) else {
      throw LibraryFailure(
        description: "there is no Package.swift in \(shop.project): documentation is checked in the folder of its package")
    }
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
          products: products.filter { $0.targets.contains(target.name) }.map(\.name))
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
