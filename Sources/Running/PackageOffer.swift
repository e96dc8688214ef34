// PackageOffer: the libraries that a package offers to essays, for who sets a project up: their modules, and the mode
// of the language that they are written in. Nothing is built for it.

import Foundation

package struct PackageOffer: Hashable, Sendable {
  package var name: String
  package var libraries: [Library]

  package struct Library: Hashable, Sendable {
    /// The product's name.
    package var name: String
    /// What is to be imported.
    package var modules: [String]
    /// As `galley.yml` says it: `5` or `6`.
    package var languageMode: String

    package init(name: String, modules: [String], languageMode: String) {
      self.name = name
      self.modules = modules
      self.languageMode = languageMode
    }
  }

  package init(name: String, libraries: [Library]) {
    self.name = name
    self.libraries = libraries
  }

  /// Reads the package in the project's folder.
  ///
  /// - Throws: `LibraryFailure` for a manifest that SwiftPM cannot read.
  package static func read(in shop: Workshop) async throws -> PackageOffer {
    let packageManager = SwiftPM(
      executable: shop.toolchain.swift, folder: shop.folder + "/package", library: "of the package",
      files: shop.files)
    let package = try await PackageDescription.of(shop.project, by: packageManager)
    // What a target says of its language mode stands in the manifest alone.
    let json = try await packageManager.run(
      ["package", "--scratch-path", packageManager.folder + "/describe", "dump-package"],
      in: shop.project)
    let start = json.firstIndex(of: "{") ?? json.startIndex
    let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(json[start...].utf8))
    let libraries = package.products.filter(\.isLibrary).map { product in
      let targets = package.targets.filter { product.targets.contains($0.name) }
      let modes = targets.compactMap { manifest?.languageMode(of: $0.name) }
      return Library(
        name: product.name, modules: targets.map(\.module).sorted(),
        languageMode: modes.min() ?? manifest?.languageMode ?? package.languageMode)
    }
    return PackageOffer(name: package.name, libraries: libraries)
  }

  /// The part of a manifest that is about language modes, as `swift package dump-package` writes it.
  private struct Manifest: Decodable {
    var swiftLanguageVersions: [String]?
    var targets: [Target]

    struct Target: Decodable {
      var name: String
      var settings: [Setting]?
    }

    struct Setting: Decodable {
      var kind: Kind

      struct Kind: Decodable {
        var swiftLanguageMode: Value?
      }

      struct Value: Decodable {
        var _0: String
      }
    }

    /// The latest that is named: SwiftPM takes that.
    var languageMode: String? {
      swiftLanguageVersions?.filter { ["4", "4.2", "5", "6"].contains($0) }.max()
    }

    func languageMode(of target: String) -> String? {
      targets.first { $0.name == target }?.settings?.compactMap(\.kind.swiftLanguageMode?._0).last
    }
  }
}
