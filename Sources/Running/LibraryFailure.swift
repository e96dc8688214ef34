// LibraryFailure: why the library could not be built, in words for its author.

import Diagnostics

/// The library could not be built.
package struct LibraryFailure: Error, CustomStringConvertible {
  package var description: String
  /// What compilers said of the library's sources, or of the manifest.
  package var messages: [CompilerMessage] = []
  /// The product that `galley.yml` names and that is to blame.
  package var product: String?

  /// Whether a compiler complained of a line, so that there is something to mend.
  var namesASource: Bool { messages.contains { $0.severity == .error && $0.place != nil } }
}

extension LibraryFailure {
  /// SwiftPM ended with an error.
  ///
  /// - Parameters:
  ///   - library: the products, as a message names them.
  ///   - call: what SwiftPM was asked to do.
  init(of library: String, _ call: String, output: String, errors: String) {
    self.init(
      description: "the library \(library) does not compile",
      messages: CompilerMessages.read(errors + output).filter { $0.place != nil })
    guard !namesASource else { return }
    // SwiftPM's own errors stand on one stream, behind what it tells of its work. It ends with words for its own authors.
    let said = errors.split(separator: "\n").drop { !$0.hasPrefix("error: ") }
      .filter { $0 != "error: fatalError" }
      .map { $0.hasPrefix("error: ") ? $0.dropFirst(7) : $0 }.joined(separator: "\n")
    description =
      "the library \(library) cannot be built: "
      + (said.isEmpty ? "‘swift \(call)’ says:\n\(errors)\(output)" : said)
  }

  static func noManifest(in project: String, for product: String) -> LibraryFailure {
    LibraryFailure(
      description:
        "there is no Package.swift in \(project), so there is no product ‘\(product)’: put "
        + "galley.yml beside the manifest of the package, or take ‘product’ out of it",
      product: product)
  }
}

extension PackageDescription {
  /// Names that programs use already: a module of an author's cannot have them too.
  static let takenNames = [
    LibraryBuild.name, Compilation.module, "GalleyRecorder", "GalleyRecordFormat", "Figures",
  ]

  /// Why these products cannot be a library for programs; nil where nothing speaks against them.
  func problem(with products: [String]) -> LibraryFailure? {
    let libraries = self.products.filter(\.isLibrary).map(\.name)
    let known =
      libraries.isEmpty
      ? "Package.swift has no library product: add ‘.library(name: …, targets: […])’ to its products"
      : "Package.swift has the libraries " + libraries.map { "‘\($0)’" }.joined(separator: ", ")
    for name in products {
      guard let product = self.products.first(where: { $0.name == name }) else {
        let meant = suggestion(for: name, among: libraries)
        return LibraryFailure(
          description:
            "there is no product ‘\(name)’, which galley.yml names\(meant.isEmpty ? ";" : meant) \(known)",
          product: name)
      }
      guard product.isLibrary else {
        return LibraryFailure(
          description:
            "the product ‘\(name)’ is no library but \(product.kindInWords), and programs "
            + "can call libraries only: make a library product of the code that essays are about; "
            + known, product: name)
      }
    }
    let used = targets(of: products)
    for name in products + used.map(\.module) where Self.takenNames.contains(name) {
      return LibraryFailure(
        description: "‘\(name)’ is a name that Galley's own modules for programs have: give your "
          + (products.contains(name) ? "product" : "module") + " another name",
        product: products.contains(name) ? name : nil)
    }
    return nil
  }
}
