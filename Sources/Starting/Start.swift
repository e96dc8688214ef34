// Start: `galley init`, in one place. It makes what a project lacks, and leaves alone what it has:
//
//     package ─▶ galley.yml ─▶ .gitignore, workflow, templates ─▶ first essay
//
// The essay comes last: to know what it may claim, the library is built and some of its functions are called.

import Diagnostics
import Files
import Foundation
import Running
import Site

/// What is asked of a start.
package struct Wishes: Sendable {
  /// The project's folder, absolute.
  package var folder: String
  /// Nil for what the repository itself tells.
  package var service: IntegrationService?
  package var theme: Theme?
  /// Whether all templates are written down, and not only what a theme changes.
  package var writesTemplates: Bool
  /// Galley itself, whose checkout may say where it came from.
  package var executable: String

  package init(
    folder: String, service: IntegrationService? = nil, theme: Theme? = nil,
    writesTemplates: Bool = false, executable: String = ""
  ) {
    self.folder = folder
    self.service = service
    self.theme = theme
    self.writesTemplates = writesTemplates
    self.executable = executable
  }
}

/// Makes a project of a folder.
///
/// - Parameter tell: told of each file, in one line, as soon as it is written or left alone.
/// - Returns: whether there is a whole project now; what is in the way is in the log.
package func start(
  _ wishes: Wishes, _ options: Options, tell: @escaping @Sendable (String) -> Void
) async throws -> Diagnosed<Bool> {
  let starter = Starter(wishes: wishes, options: options, tell: tell)
  var log = Log()
  guard let configuration = log.taking(try await starter.settings()), !log.hasErrors else {
    return Diagnosed(false, log)
  }
  try starter.ignoredFolders()
  try starter.workflow()
  try starter.templates()
  let isWhole = log.taking(try await starter.essay(configuration))
  return Diagnosed(isWhole && !log.hasErrors, log)
}

struct Starter {
  var wishes: Wishes
  var options: Options
  var tell: @Sendable (String) -> Void
  var files: FileSystem { options.files }
  var folder: String { wishes.folder }

  func path(_ name: String) -> String { folder + "/" + name }

  /// Whether anything stands at a path, also a link that leads nowhere: nothing is put in its place.
  func has(_ name: String) -> Bool { files.status(path(name)) != nil }

  func write(_ text: String, to name: String, _ words: String = "") throws {
    try files.writeWhole(Data(text.utf8), path(name))
    tell("wrote \(name)" + (words.isEmpty ? "" : ": " + words))
  }

  func leave(_ name: String) { tell("left \(name) as it is") }

  /// What `galley.yml` says, which is written where it is not there; nil where it cannot be.
  func settings() async throws -> Diagnosed<Configuration?> {
    var log = Log()
    let name = Configuration.fileName
    if !has(name) {
      var offer: PackageOffer?
      if files.exists(path("Package.swift")) {
        offer = log.taking(try await Project.offer(in: folder, options))
        // Settings without the library would stay so.
        if offer == nil { return Diagnosed(nil, log) }
      }
      let settings = Settings(folder: URL(fileURLWithPath: folder).lastPathComponent, offer)
      try write(settings.text, to: name, words(settings, offer))
    } else {
      leave(name)
    }
    let read = Configuration.read(files.text(path(name)))
    log.add(contentsOf: read.log)
    return Diagnosed(read.value, log)
  }

  private func words(_ settings: Settings, _ offer: PackageOffer?) -> String {
    let names = settings.libraries.map(\.name).joined(separator: ", ")
    if !names.isEmpty {
      return "with \(names) of Package.swift"
        + (settings.others.isEmpty ? "" : "; not with \(settings.others.joined(separator: ", "))")
    }
    if offer != nil {
      return "without a library: Package.swift has no library product; add ‘.library(name: …, "
        + "targets: […])’ to its products to write about your own code"
    }
    var above = URL(fileURLWithPath: folder)
    while above.path != "/" {
      above.deleteLastPathComponent()
      if files.exists(above.path + "/Package.swift") {
        return "without a library: there is no Package.swift here, but one in \(above.path)"
      }
    }
    return "without a library: there is no Package.swift here"
  }

  func ignoredFolders() throws {
    let name = IgnoredFolders.fileName
    // A link stays one: what it leads to is what is changed.
    let target = files.target(path(name)) ?? path(name)
    let old = has(name) ? try files.read(target) : nil
    guard let (contents, added) = IgnoredFolders.adding(to: old) else { return leave(name) }
    try files.writeWhole(contents, target)
    tell("\(old == nil ? "wrote" : "added to") \(name): \(added.joined(separator: ", "))")
  }

  func workflow() throws {
    let repository = GitFolder(around: folder, files)
    let service = wishes.service ?? .of(repository, files)
    guard let name = service.path else { return }
    if let repository, repository.folder != folder {
      return tell(
        "wrote no \(name): it belongs into the repository's own folder, \(repository.folder); the guide "
          + "has its steps")
    }
    guard !has(name) else { return leave(name) }
    let origin = GitFolder(
      around: URL(fileURLWithPath: wishes.executable).deletingLastPathComponent().path, files)
    var workflow = Workflow()
    // Only Galley's own checkout says where Galley is from.
    if let origin, files.exists(origin.folder + "/Sources/galley/Galley.swift") {
      workflow = Workflow(galley: origin.origin ?? "", commit: origin.commit ?? "")
    }
    try write(
      workflow.text(for: service) ?? "", to: name,
      workflow.isIncomplete
        ? "write into it where Galley is, behind GALLEY and GALLEY_COMMIT" : "")
  }

  func templates() throws {
    guard wishes.theme != nil || wishes.writesTemplates else { return }
    let wanted = (wishes.theme ?? .book).files(all: wishes.writesTemplates)
    if wanted.isEmpty { tell("wrote no templates: pages look so without any") }
    for file in wanted {
      let name = Theme.folder + "/" + file.path
      if has(name) {
        leave(name)
      } else {
        try write(file.text, to: name)
      }
    }
  }
}
