// LibrarySources: the files that a library is made of, so that it is built again when one changed.

import Files
import Foundation

package struct LibrarySources: Codable, Sendable {
  /// The project's folder; its manifest and its pinned versions are watched.
  package var project: String
  /// The folders of the product's targets, and of packages that are edited where they stand.
  package var folders: [String]
  /// What the compilers read besides: headers that stand elsewhere. Known once the library was built.
  package var others: [String] = []

  package init(project: String, folders: [String]) {
    self.project = project
    self.folders = folders
  }

  /// - Parameter targets: the targets of the product, with all that they need of the same package.
  static func of(
    _ targets: [PackageDescription.Target], in project: String, by packageManager: SwiftPM
  ) async throws -> LibrarySources {
    let own = targets.map { project + "/" + $0.path }.sorted()
    let local = try await localPackages(besides: project, by: packageManager)
    return LibrarySources(project: project, folders: own + local)
  }

  /// Packages that the library depends on and that are edited where they stand, not pinned copies.
  private static func localPackages(
    besides project: String, by packageManager: SwiftPM
  ) async throws -> [String] {
    let folder = packageManager.folder
    let json = try await packageManager.run([
      "package", "--package-path", folder, "show-dependencies", "--format", "json",
    ])
    let start = json.firstIndex(of: "{") ?? json.startIndex
    guard let root = try? JSONDecoder().decode(Dependency.self, from: Data(json[start...].utf8))
    else { throw LibraryFailure(description: "SwiftPM's list of dependencies is unreadable") }
    let own = [folder, project]
    return Set(root.folders).filter { path in
      !own.contains(path) && !path.hasPrefix(folder + "/.build/checkouts/")
    }.sorted()
  }

  /// Changes whenever the library may: with the manifest and what it asks the environment, the pinned versions, a
  /// source, the compiler.
  package func fingerprint(with toolchain: Toolchain, _ files: FileSystem) throws -> String {
    let sources = try folders.flatMap { try Self.paths(in: $0, files) }
    let manifests = try manifests(files)
    return try Fingerprint.of(
      manifests + [toolchain.swiftc] + sources + others,
      words: Self.environment(of: manifests + sources.filter(Self.isManifest), files), files)
  }

  /// A manifest for one version of Swift has that in its name: `Package@swift-6.1.swift`.
  static func isManifest(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix("Package") && name.hasSuffix(".swift")
  }

  /// The variables of the environment that manifests name, with their values.
  private static func environment(of manifests: [String], _ files: FileSystem) -> [String] {
    let names = Set(
      manifests.flatMap { path in
        files.text(path).split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      })
    // A shell's own variable, which every wildcard of Swift would seem to name, says how Galley was called.
    return ProcessInfo.processInfo.environment.filter { names.contains($0.key) && $0.key != "_" }
      .map { "\($0.key)=\($0.value)" }.sorted()
  }

  /// Changes whenever what programs see of the library may: with its compiled modules, which hold the bodies
  /// that are inlined too, with C headers, and with the versions of what it depends on. A header may include
  /// a file of any name, so all count that are not Swift.
  package func interface(modules: String, _ files: FileSystem) throws -> String {
    let headers = try folders.flatMap { try Self.paths(in: $0, files) }
      .filter { !$0.hasSuffix(".swift") }
    return try Fingerprint.of(
      manifests(files) + Self.paths(in: modules, files) + headers + others, files)
  }

  /// The contents of all that programs may include and that is in no built byte: whatever is not Swift.
  package func headers(_ files: FileSystem) throws -> String {
    let paths = try folders.flatMap { try Self.paths(in: $0, files) }
      .filter { !$0.hasSuffix(".swift") }
    var digest = Digest()
    for path in paths + others {
      digest.add(path)
      digest.add(files.contents(path) ?? Data())
    }
    return digest.text
  }

  /// The files that the compilers say they read, in a folder of SwiftPM's products, and that are watched by
  /// nothing else: neither sources, nor pinned copies, nor parts of the toolchain.
  package static func others(
    besides folders: [String], in bin: String, of packageFolder: String, with toolchain: Toolchain,
    _ files: FileSystem
  ) -> [String] {
    let tools = URL(fileURLWithPath: files.target(toolchain.swiftc) ?? toolchain.swiftc)
      .deletingLastPathComponent().deletingLastPathComponent().path
    let watched = (folders + [packageFolder, tools]).map { $0 + "/" }
    var found: Set<String> = []
    for name in files.listAll(bin) where name.hasSuffix(".d") {
      for path in MakeRule.prerequisites(files.text(bin + "/" + name)) {
        let plain = URL(fileURLWithPath: path).standardizedFileURL.path
        if path.hasPrefix("/"), !watched.contains(where: plain.hasPrefix) { found.insert(plain) }
      }
    }
    return found.filter(files.exists).sorted()
  }

  /// The manifest and the pinned versions; a manifest for one version of Swift may stand beside the main one.
  private func manifests(_ files: FileSystem) throws -> [String] {
    try files.names(project).sorted()
      .filter { $0.hasPrefix("Package") }.map { project + "/" + $0 }
  }

  /// The files below a folder, but for what tools keep there for themselves. Links to folders are followed, as SwiftPM does.
  ///
  /// - Parameter above: the folders that led here, so that none is entered again below itself.
  static func paths(
    in folder: String, _ files: FileSystem, above: Set<String> = []
  ) throws -> [String] {
    guard let real = files.target(folder) else {
      throw LibraryFailure(description: "the folder \(folder) is missing")
    }
    guard !above.contains(real) else { return [] }
    return try files.list(real).filter { !toolFolders.contains($0) }.flatMap { name in
      let path = folder + "/" + name
      guard let status = files.statusOfTarget(path) else { return [String]() }
      return status.kind == .folder
        ? try paths(in: path, files, above: above.union([real])) : [path]
    }
  }

  private static let toolFolders: Set = [".build", ".git", ".swiftpm", ".DS_Store"]

  fileprivate struct Dependency: Decodable {
    var path: String
    var dependencies: [Dependency]

    /// The folders of this package and of all that it depends on.
    var folders: [String] { [path] + dependencies.flatMap(\.folders) }
  }
}
