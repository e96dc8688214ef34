// Project: the files of a site as they were read, before anything is made of them.

import Diagnostics
import Files
import Foundation
import Markup
import Rendering
import Verification

/// A problem that is neither in the content nor in Galley: misuse, or something that is missing.
package enum Refusal: Error, CustomStringConvertible, Sendable {
  /// The command line asks for what cannot be done. Exit code 64.
  case misuse(String)
  /// Something needed is not there. Exit code 69.
  case missing(String)

  package var description: String {
    switch self {
    case .misuse(let text), .missing(let text): text
    }
  }
}

/// A folder with `galley.yml`, `content/` and `templates/`.
package struct Project: Sendable {
  /// The project's folder, absolute.
  package var folder: String
  package var configuration: Configuration
  /// The text of every essay that was read, by path relative to the project.
  package var essays: [(path: String, text: String)]
  /// The essays that are there and were not asked for: they may have what others refer to.
  package var others: [(path: String, text: String)] = []
  /// The text of `content/references.yml`, if there is one.
  package var references: String?
  /// The text of `content/figures.lock`, if there is one.
  package var figureLock: String?
  /// Files under `content/` that pages may link to, by path relative to `content/`.
  package var attachments: [String]
  /// The texts that diagnostics point into.
  package var sources: [String: SourceText]
  /// Everything below `content/`, folders too, but for what is hidden; relative to it.
  package var names: [String] = []
  /// The essays whose front matter says `draft: true`, also where they are left out.
  package var drafts: Set<String> = []
  /// What became of them.
  package var draftUse = DraftUse.verified
  /// The languages that pages may be in.
  package var languages = Languages.own
  /// What is checked besides the essays.
  package var documentation = DocumentationFiles()
  /// The text of `galley.baseline`, if there is one.
  package var baseline: String?

  package static let contentFolder = "content"
  package static let homePath = "content/index.md"

  /// Reads a project.
  ///
  /// - Parameter paths: the essays wanted, relative to the project or to the folder that the command
  ///   runs in; empty for all.
  /// - Parameter drafts: whether drafts are among the essays.
  /// - Throws: `Refusal` when there is no project here.
  package static func read(
    _ folder: String, only paths: [String] = [], drafts draftUse: DraftUse = .verified,
    _ files: FileSystem = .disk
  ) throws -> Diagnosed<Project> {
    var log = Log()
    if let character = folder.first(where: { ":\"\\".contains($0) }) {
      throw Refusal.misuse(
        "the project's folder \(folder) has a ‘\(character)’ in its path, which compilers and "
          + "linkers do not cope with: rename it")
    }
    guard let data = files.contents(folder + "/" + Configuration.fileName) else {
      throw Refusal.misuse(
        "there is no galley.yml in \(folder): run galley in a project's folder, or name it with --project"
      )
    }
    let text = String(decoding: data, as: UTF8.self)
    var sources = [Configuration.fileName: SourceText(text)]
    let configuration = log.taking(Configuration.read(text))

    let content = folder + "/" + contentFolder
    let settings = configuration.documentation
    guard files.isFolder(content) || !settings.isEmpty || !configuration.isReadable else {
      throw Refusal.missing(
        "the folder content/ is missing in \(folder): restore it, write a first essay there, or let ‘galley init’ do that"
      )
    }
    let names = files.listAll(content)
      .filter { name in !name.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
    var documentation = log.taking(DocumentationFiles.read(settings, in: folder, files))
    let (asked, words) = documentation.choose(paths, in: folder)
    let wanted =
      paths.isEmpty ? nil : log.taking(Self.essays(words, in: folder, names, files))
    if !paths.isEmpty { documentation = documentation.only(asked) }
    let languages = Languages.read(project: folder, files)
    log.add(contentsOf: languages.languages.log)
    sources.merge(languages.sources) { $1 }
    guard configuration.isReadable else {
      return Diagnosed(
        Project(
          folder: folder, configuration: configuration, essays: [], others: [], references: nil,
          attachments: [], sources: sources), log)
    }
    var essays: [(path: String, text: String)] = []
    var others: [(path: String, text: String)] = []
    var attachments: [String] = []
    var drafts: Set<String> = []
    let misnamed = ContentNames.problems(names.filter { !files.isFolder(content + "/" + $0) })
    for (name, id, message) in misnamed {
      log.add(Diagnostic(id, at: SourceSpan(contentFolder + "/" + name, 0..<0), message))
    }
    let leftOut = Set(misnamed.map { Array($0.name.utf8) })
    for name in names where !leftOut.contains(Array(name.utf8)) {
      let absolute = content + "/" + name
      if let problem = problem(at: absolute, files) {
        let place = SourceSpan(contentFolder + "/" + name, 0..<0)
        log.add(Diagnostic(.fileUnreadable, at: place, problem))
        continue
      }
      if files.isFolder(absolute) || name == Bibliography.name { continue }
      guard name.hasSuffix(".md") else {
        if !isBookkeeping(name) { attachments.append(name) }
        continue
      }
      let path = contentFolder + "/" + name
      guard wanted?.contains(path) ?? true else {
        let text = files.contents(absolute).flatMap {
          String(validating: $0, as: UTF8.self)
        }
        if let text {
          if isDraft(text) { drafts.insert(path) }
          others.append((path, text))
        }
        continue
      }
      guard let bytes = files.contents(absolute),
        let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0)
      else {
        log.add(
          Diagnostic(
            .fileUnreadable, at: SourceSpan(path, 0..<0),
            "this file cannot be read, or is not plain UTF-8 text: save it as UTF-8"))
        continue
      }
      if isDraft(text) { drafts.insert(path) }
      essays.append((path, text))
      sources[path] = SourceText(text)
    }
    if draftUse == .leftOut, !drafts.isEmpty {
      if !essays.isEmpty, essays.allSatisfy({ drafts.contains($0.path) }) {
        throw Refusal.missing(
          "every essay in content/ is a draft: take ‘draft’ out of the front matter of those to be published"
        )
      }
      essays.removeAll { drafts.contains($0.path) }
      others.removeAll { drafts.contains($0.path) }
    }
    let references = log.taking(Self.text(content + "/" + Bibliography.name, files))
    if let references { sources[Bibliography.path] = SourceText(references) }
    let figureLock = log.taking(Self.text(folder + "/" + FigureLock.path, files))
    if let figureLock { sources[FigureLock.path] = SourceText(figureLock) }
    if essays.isEmpty && settings.isEmpty && !log.hasErrors {
      throw Refusal.missing(
        "there is no essay in content/: write one, content/index.md for instance")
    }
    let baseline =
      settings.isEmpty
      ? nil
      : files.contents(folder + "/" + Baseline.fileName)
        .map { String(decoding: $0, as: UTF8.self) }
    if let baseline { sources[Baseline.fileName] = SourceText(baseline) }
    for (path, text) in documentation.markdown + documentation.swift where sources[path] == nil {
      sources[path] = SourceText(text)
    }
    var project = Project(
      folder: folder, configuration: configuration, essays: essays, others: others,
      references: references, figureLock: figureLock, attachments: attachments, sources: sources,
      names: names, drafts: drafts, draftUse: draftUse, languages: languages.languages.value)
    project.documentation = documentation
    project.baseline = baseline
    return Diagnosed(project, log)
  }

  /// The text of a file of Galley's own that need not be there.
  private static func text(_ path: String, _ files: FileSystem) -> Diagnosed<String?> {
    guard files.isRegular(path), let bytes = files.contents(path) else {
      return Diagnosed(nil)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return Diagnosed(text) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let place = SourceSpan(contentFolder + "/" + name, 0..<0)
    return Diagnosed(
      nil,
      Log([Diagnostic(.fileUnreadable, at: place, "this is not plain UTF-8 text: save it as UTF-8")]
      )
    )
  }

  /// Why a file would be passed over in silence; nil when it would not.
  private static func problem(at path: String, _ files: FileSystem) -> String? {
    let isLink = files.isLink(path)
    switch files.statusOfTarget(path)?.kind {
    case .regular: return nil
    case .folder:
      return isLink
        ? "this link leads to a folder, and Galley would not see what is in it: put the folder here"
        : nil
    case .link, .other: return "this is a pipe or a device, and no file with a text: take it out"
    case nil:
      return isLink
        ? "this link leads to nothing: restore its file, or take the link out"
        : "nothing answers to the name of this file, which is probably no UTF-8: give it another one"
    }
  }

  /// YAML that stands directly in content/ is for Galley and for the project: sources, tables of what is
  /// covered. So is the record of figures. What readers may load stands in a folder.
  private static func isBookkeeping(_ name: String) -> Bool {
    contentFolder + "/" + name == FigureLock.path
      || !name.contains("/") && (name.hasSuffix(".yml") || name.hasSuffix(".yaml"))
  }
}
