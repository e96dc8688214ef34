// CheckDocumentation: the documentation of a project, checked and compared with its baseline.

import Diagnostics
import Files
import Foundation
import Repair
import Running
import Verification

package struct DocumentationResult: Sendable {
  package var documentation: CheckedDocumentation
  /// What a baseline would say now.
  package var baseline: Baseline
  /// How many faults the baseline knows already.
  package var known = 0
}

/// Checks what `check` and `sources` of galley.yml name.
///
/// - Parameters:
///   - isWhole: whether all of it was asked for.
///   - updatesBaseline: whether what is found is to be known from now on.
/// - Throws: `MissingTool` or `LibraryFailure` when that cannot be done here.
package func checkDocumentation(
  _ project: Project, _ options: Options, isWhole: Bool = true, updatesBaseline: Bool = false,
  progress: @escaping ProgressReport = { _, _ in }
) async throws -> Diagnosed<DocumentationResult> {
  var session = try Session(project, options)
  var log = Log()
  let offer: OfferedModules
  do {
    offer = try await OfferedModules.read(in: session.shop)
  } catch let failure as LibraryFailure {
    return Diagnosed(
      DocumentationResult(documentation: CheckedDocumentation(), baseline: Baseline()),
      LibraryLog.of(failure, in: session.shop, productPlaces: project.configuration.productPlaces))
  }
  if session.shop.products.isEmpty { session.shop.products = offer.products }
  let known = project.baseline.map { log.taking(Baseline.read($0)) }
  let found = try await session.checkDocumentation(
    project.documentation, project.configuration.documentation,
    offer.only(session.shop.products), progress: progress)
  let isKnown = updatesBaseline ? nil : known
  var compared = Baseline.apply(isKnown, to: found.value, found.log, isWhole: isWhole)
  if updatesBaseline {
    compared = Baseline.apply(compared.value, to: found.value, found.log, isWhole: isWhole)
  }
  log.add(contentsOf: compared.log)
  var result = DocumentationResult(documentation: found.value, baseline: compared.value)
  if known != nil || updatesBaseline {
    result.known =
      compared.value.counts.values.reduce(0, +)
      - compared.log.diagnostics.count { $0.id != .baselineStale && $0.id != .baselineUnreadable }
  }
  return Diagnosed(result, log.sorted())
}

extension Baseline {
  /// Writes the file into a project's folder, or takes it away where nothing is wrong.
  package func write(to folder: String, _ files: FileSystem) throws {
    let path = folder + "/" + Self.fileName
    if counts.isEmpty {
      if files.exists(path) { try files.remove(path) }
    } else {
      try files.writeWhole(Data(text.utf8), path)
    }
  }
}

extension Project {
  /// A package as it would be if its documentation were checked: all products, all Markdown, all sources of its libraries.
  ///
  /// - Throws: `LibraryFailure` where there is no package.
  package static func adopting(
    _ folder: String, _ options: Options
  ) async throws -> Diagnosed<Project> {
    let files = options.files
    let shop = try Workshop(project: folder, files: files)
    let offer = try await OfferedModules.read(in: shop)
    var configuration = Configuration()
    if let bytes = files.contents(folder + "/" + Configuration.fileName) {
      configuration = Configuration.read(String(decoding: bytes, as: UTF8.self)).value
    }
    var log = Log()
    if configuration.documentation.isEmpty {
      configuration.documentation = offer.documentation(
        DocumentationFiles.names(in: folder, files))
    }
    let found = log.taking(
      DocumentationFiles.read(configuration.documentation, in: folder, files))
    var sources: [String: SourceText] = [:]
    for (path, text) in found.markdown + found.swift { sources[path] = SourceText(text) }
    var project = Project(
      folder: folder, configuration: configuration, essays: [], attachments: [], sources: sources)
    project.documentation = found
    return Diagnosed(project, log)
  }
}

extension OfferedModules {
  /// What `galley.yml` would say to have all documentation checked that a package has.
  package func documentation(_ names: [String]) -> DocumentationSettings {
    var settings = DocumentationSettings()
    let skipped = ["changelog", "contributing", "code_of_conduct", "license", "releasenotes"]
    let markdown = names.filter { name in
      let file = name.split(separator: "/").last?.lowercased() ?? ""
      let top = name.split(separator: "/").first.map(String.init) ?? ""
      return name.hasSuffix(".md") && !["Tests", "Benchmarks", "content"].contains(top)
        && !skipped.contains(where: file.hasPrefix)
    }
    // A folder of its own for each that has Markdown.
    settings.check = markdown.sorted().map { .init($0) }
    settings.sources = modules.filter { !$0.products.isEmpty }.map(\.folder).sorted().map {
      .init($0.isEmpty ? "." : String($0.dropLast()))
    }
    return settings
  }
}

extension CheckedDocumentation {
  /// The files in which comments that hold become claims of Galley's own form.
  package func rewriting(_ project: Project) -> [(change: FileChange, edits: [Edit])] {
    var edits: [String: [Edit]] = [:]
    for edit in pages.flatMap(\.rewrites) { edits[edit.span.path, default: []].append(edit) }
    return edits.sorted { $0.key < $1.key }.compactMap { path, edits in
      guard let source = project.sources[path] else { return nil }
      var kept: [Edit] = []
      for edit in Set(edits).sorted(by: { $0.span.range.lowerBound < $1.span.range.lowerBound })
      where (kept.last?.span.range.upperBound ?? 0) <= edit.span.range.lowerBound {
        kept.append(edit)
      }
      guard let text = try? kept.applied(to: source.text, of: path) else { return nil }
      return (FileChange(path: path, old: source.text, new: text), kept)
    }
  }
}
