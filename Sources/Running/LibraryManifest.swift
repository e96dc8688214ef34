// LibraryManifest: the manifest of the small package of Galley's own that depends on the project's package.

import Diagnostics
import Foundation

enum LibraryManifest {
  /// - Parameter version: what the sources are, so that SwiftPM plans anew when they changed.
  static func text(of shop: Workshop, version: String) -> String {
    let quoted = SwiftString.quoted
    let identity = URL(fileURLWithPath: shop.project).lastPathComponent
    let dependencies = shop.products.map {
      ".product(name: \(quoted($0)), package: \(quoted(identity)))"
    }
    return """
      // swift-tools-version: 5.9
      import PackageDescription

      // For the sources with the fingerprint ‘\(version)’.
      let package = Package(
        name: "\(LibraryBuild.name)",
        platforms: [.macOS(.v14)],
        products: [.library(name: "\(LibraryBuild.name)", type: .dynamic, targets: ["\(LibraryBuild.name)"])],
        dependencies: [.package(path: \(quoted(shop.project)))],
        targets: [
          .target(
            name: "\(LibraryBuild.name)",
            dependencies: [\(dependencies.joined(separator: ", "))])
        ]
      )

      """
  }
}
