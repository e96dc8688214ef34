// LibrarySources: the files that a library is made of, so that it is built again when one changed.

import Foundation

package struct LibrarySources: Codable, Sendable {
  /// The project's folder; its manifest and its pinned versions are watched.
  package var project: String
  /// The folders of the product's targets, and of packages that are edited where they stand.
  package var folders: [String]
  /// What the compilers read besides: headers that stand elsewhere. Known once the library was built.
  package var others: [String] = []

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
  package func fingerprint(with toolchain: Toolchain) throws -> String {
    let sources = try folders.flatMap { try files(in: $0) }
    return try Fingerprint.of(
      files: manifests() + [toolchain.swiftc] + sources + others,
      words: Self.environment(of: manifests() + sources.filter(Self.isManifest)))
  }

  /// A manifest for one version of Swift has that in its name: `Package@swift-6.1.swift`.
  private static func isManifest(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix("Package") && name.hasSuffix(".swift")
  }

  /// The variables of the environment that manifests name, with their values.
  private static func environment(of manifests: [String]) -> [String] {
    let names = Set(
      manifests.flatMap { path in
        Command.text(of: path).split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      })
    // A shell's own variable, which every wildcard of Swift would seem to name, says how Galley was called.
    return ProcessInfo.processInfo.environment.filter { names.contains($0.key) && $0.key != "_" }
      .map { "\($0.key)=\($0.value)" }.sorted()
  }

  /// Changes whenever what programs see of the library may: with its compiled modules, which hold the bodies
  /// that are inlined too, with C headers, and with the versions of what it depends on. A header may include
  /// a file of any name, so all count that are not Swift.
  package func interface(modules: String) throws -> String {
    let headers = try folders.flatMap { try files(in: $0) }.filter { !$0.hasSuffix(".swift") }
    return try Fingerprint.of(files: manifests() + files(in: modules) + headers + others)
  }

  /// The files that the compilers say they read, in a folder of SwiftPM's products, and that are watched by
  /// nothing else: neither sources, nor pinned copies, nor parts of the toolchain.
  package static func others(
    besides folders: [String], in bin: String, of packageFolder: String, with toolchain: Toolchain
  ) -> [String] {
    let tools = URL(fileURLWithPath: toolchain.swiftc).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let watched = (folders + [packageFolder, tools]).map { $0 + "/" }
    var found: Set<String> = []
    let names = FileManager.default.enumerator(atPath: bin)
    while let name = names?.nextObject() as? String {
      guard name.hasSuffix(".d") else { continue }
      for path in MakeRule.prerequisites(Command.text(of: bin + "/" + name)) {
        let plain = URL(fileURLWithPath: path).standardizedFileURL.path
        if path.hasPrefix("/"), !watched.contains(where: plain.hasPrefix) { found.insert(plain) }
      }
    }
    return found.filter { FileManager.default.fileExists(atPath: $0) }.sorted()
  }

  /// The manifest and the pinned versions; a manifest for one version of Swift may stand beside the main one.
  private func manifests() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: project).sorted()
      .filter { $0.hasPrefix("Package") }.map { project + "/" + $0 }
  }

  /// - Parameter above: the folders that links led here from, so that none is entered twice.
  private func files(in folder: String, above: Set<String> = []) throws -> [String] {
    let real = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    guard !above.contains(real) else { return [] }
    guard let names = FileManager.default.enumerator(atPath: real) else {
      throw LibraryFailure(description: "the folder \(folder) is missing")
    }
    var found: [String] = []
    for case let name as String in names
    where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      let path = folder + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if !isFolder.boolValue {
        found.append(path)
      } else if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil {
        // SwiftPM follows links to folders, and the enumerator does not.
        found += try files(in: path, above: above.union([real]))
      }
    }
    return found.sorted()
  }

  fileprivate struct Dependency: Decodable {
    var path: String
    var dependencies: [Dependency]

    /// The folders of this package and of all that it depends on.
    var folders: [String] { [path] + dependencies.flatMap(\.folders) }
  }
}
