// UnwrittenEssay: a project's library and settings for an essay that stands in no file yet: `galley init` finds out what
// its first essay may claim, and checks that it holds, before it is written.

import Diagnostics
import Foundation
import Running

extension Project {
  /// A project that has one essay, and nothing else.
  package init(
    _ folder: String, _ configuration: Configuration, essay text: String,
    sources: [String: SourceText] = [:]
  ) {
    var configuration = configuration
    // The others are not here to be in order.
    configuration.groups = []
    self.init(
      folder: folder, configuration: configuration, essays: [(Self.homePath, text)], others: [],
      references: nil, attachments: [],
      sources: sources.merging([Self.homePath: SourceText(text)]) { $1 })
  }

  /// The libraries that the package in a folder offers; nil, and why, for a manifest that cannot be read.
  package static func offer(
    in folder: String, _ options: Options
  ) async throws -> Diagnosed<PackageOffer?> {
    let shop = try Workshop(project: folder, files: options.files)
    do {
      return Diagnosed(try await PackageOffer.read(in: shop))
    } catch let failure as LibraryFailure {
      return Diagnosed(nil, LibraryLog.of(failure, in: shop, productPlaces: [:]))
    }
  }

  /// What the library of a project declares for everybody, as the compiler's symbol graphs; nil, and why, where it
  /// cannot be built.
  package func symbolGraphs(_ options: Options) async throws -> Diagnosed<[Data]?> {
    let session = try Session(self, options)
    let opened = try await session.openBench(
      for: [], productPlaces: configuration.productPlaces)
    guard let bench = opened.value else { return Diagnosed(nil, opened.log) }
    defer { bench.clear() }
    return Diagnosed(try await bench.symbolGraphs(of: configuration.imports), opened.log)
  }
}
