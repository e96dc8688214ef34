// Embedding: has the texts that Galley brings along written into a Swift file of the module Embedded, whenever one of
// them changed.

import Foundation
import PackagePlugin

@main struct Embedding: BuildToolPlugin {
  /// What is embedded: folders of this package, and which files of them; all when no ending is named.
  private static let sources: [(folder: String, ending: String)] = [
    ("Sources/RecordFormat", ".swift"), ("Sources/Recorder", ".swift"),
    ("Sources/Figures", ".swift"), ("Sources/SwiftText/Parser", ".swift"), ("templates", ""),
    ("themes", ""),
  ]

  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let root = context.package.directoryURL
    let script = root.appending(path: "scripts/embed")
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded+Texts.swift")
    let paths = try Self.sources.flatMap { source in
      let names = try FileManager.default.subpathsOfDirectory(
        atPath: root.appending(path: source.folder).path)
      return names.filter { $0.hasSuffix(source.ending) && !isHidden($0, in: root, source.folder) }
        .map { source.folder + "/" + $0 }
    }.sorted()
    return [
      .buildCommand(
        displayName: "Embedding \(paths.count) files", executable: URL(filePath: "/bin/sh"),
        arguments: [script.path, output.path, root.path] + paths,
        inputFiles: [script] + paths.map { root.appending(path: $0) }, outputFiles: [output])
    ]
  }

  /// Folders, and what editors and systems leave beside files.
  private func isHidden(_ name: String, in root: URL, _ folder: String) -> Bool {
    var isFolder: ObjCBool = false
    let path = root.appending(path: folder + "/" + name).path
    return name.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasSuffix("~") }
      || !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      || isFolder.boolValue
  }
}
