// LibraryBuild: the library under test, as a shared library that programs link with.
//
// A small package of Galley's own depends on the project's package by path and asks SwiftPM for one
// dynamic library with everything in it. So products of every type work, and targets in C too, and
// the flags that SwiftPM gives that package's one Swift file are the flags that programs need.

import Diagnostics
import Files
import Foundation

/// The library as it stands, while this is kept: nobody builds another one in its place.
package struct BuiltLibrary: Sendable {
  package var flags = LibraryBuild.Flags()
  /// False when the sources changed during the build, or another run may replace it: then what is made with it is good
  /// for this run only.
  package var isSettled = true
  /// What tells its built files from any others; empty where there is none.
  package var seal = ""
  package let lock: LibraryLock
}

package struct LibraryBuild: Sendable {
  /// What a compiler call needs to import the library, and to link with it.
  package struct Flags: Codable, Sendable {
    package var compiling: [String] = []
    package var linking: [String] = []
    /// Changes whenever programs must be compiled again: with what the library's modules say.
    package var interface = ""
    /// What programs may include of it, by its contents.
    package var headers = ""
    /// The language mode that the library is written in.
    package var languageMode: String?
    /// The modules of the same package that are in other products, with one of those.
    package var elsewhere: [String: String] = [:]
    /// Whether something may change it that nobody can watch.
    package var leadsElsewhere = false
  }

  private struct Stamp: Codable {
    var fingerprint: String
    var sources: LibrarySources
    var flags: Flags
    /// What the flags lead to, and how it was: without it the stamp is worth nothing.
    var built: String
    var seal: String
  }

  private let shop: Workshop
  private var files: FileSystem { shop.files }
  private let packageManager: SwiftPM
  private var folder: String { packageManager.folder }
  private var stampPath: String { folder + "/stamp.json" }

  /// What the library was built from, as far as it is known: nothing, where it was not built yet or does not build.
  package static func sources(in shop: Workshop) -> LibrarySources? {
    guard !shop.products.isEmpty else { return nil }
    let build = LibraryBuild(shop)
    return shop.files.contents(build.stampPath)
      .flatMap { try? JSONDecoder().decode(Stamp.self, from: $0) }?.sources
  }

  private init(_ shop: Workshop) {
    self.shop = shop
    // Other products have another folder: of modules that stand there from before nobody would know.
    var hash = Fingerprint.FNV()
    for product in shop.products { hash.add(Array(product.utf8)) }
    packageManager = SwiftPM(
      executable: shop.toolchain.swift, folder: shop.folder + "/library-" + hash.shortText,
      library: shop.products.map { "‘\($0)’" }.joined(separator: " and "),
      files: shop.files)
  }

  /// The library for programs, after building whatever changed. Without flags when no product is named: then only
  /// nobody clears the folder meanwhile.
  package static func library(in shop: Workshop) async throws -> BuiltLibrary {
    let lock = try LibraryLock(in: shop.folder, shop.files)
    let isLate = { shop.announce("waiting for another galley that works in this project") }
    guard !shop.products.isEmpty else {
      try await lock.take(.use, isLate: isLate)
      return BuiltLibrary(lock: lock)
    }
    return try await LibraryBuild(shop).library(under: lock, isLate)
  }

  private func library(
    under lock: LibraryLock, _ isLate: () -> Void
  ) async throws -> BuiltLibrary {
    var builds = 0
    while true {
      try await lock.take(.use, isLate: isLate)
      if let (flags, seal) = built() {
        return BuiltLibrary(flags: flags, isSettled: lock.isKept, seal: seal, lock: lock)
      }
      try await lock.take(.build, isLate: isLate)
      // Somebody else may have built it while this run was waiting.
      if built() != nil { continue }
      shop.announce(
        "building \(shop.products.joined(separator: " and ")), optimised, with what it depends on "
          + "(as long as ‘swift build -c release’ takes)")
      let (flags, isSettled) = try await build()
      builds += 1
      // Sources that do not come to rest, or of which nobody knows: they are built again next time, but not under this
      // run's programs.
      if !isSettled || flags.leadsElsewhere || builds == 2 {
        return BuiltLibrary(flags: flags, isSettled: false, lock: lock)
      }
    }
  }

  /// Nil when the library is not there, or not what its sources say now.
  private func built() -> (Flags, seal: String)? {
    // The stamp of a project that was copied speaks of the project that it was copied from.
    guard let data = files.contents(stampPath),
      let stamp = try? JSONDecoder().decode(Stamp.self, from: data),
      stamp.sources.project == shop.project, stamp.built.hasPrefix(folder + "/"),
      !stamp.flags.leadsElsewhere,
      let now = try? stamp.sources.fingerprint(with: shop.toolchain, files),
      now == stamp.fingerprint
    else { return nil }
    if (try? seal(of: stamp.built)) == stamp.seal { return (stamp.flags, stamp.seal) }
    // SwiftPM makes anew what is gone, but does not look into what is there.
    for path in (try? products(in: stamp.built)) ?? [] {
      try? files.remove(path)
    }
    return nil
  }

  /// - Returns: the flags, and whether the sources are still those that this was built from.
  private func build() async throws -> (Flags, isSettled: Bool) {
    // From here on the stamp is not true any more, also if this is interrupted.
    try? files.remove(stampPath)
    guard files.exists(shop.project + "/Package.swift") else {
      throw LibraryFailure.noManifest(in: shop.project, for: shop.products[0])
    }
    try writePackage(for: "")
    let package = try await PackageDescription.of(shop.project, by: packageManager)
    if let problem = package.problem(with: shop.products) { throw problem }
    var sources = try await LibrarySources.of(
      package.targets(of: shop.products), in: shop.project, by: packageManager)
    let before = try sources.fingerprint(with: shop.toolchain, files)
    try writePackage(for: before)
    let start = files.now()
    let bin = try await packageManager.run(buildArguments + ["--show-bin-path"])
      .trimmingCharacters(in: .whitespacesAndNewlines)
    // A product that was dynamic once leaves its library behind, with old code under the same names.
    for name in libraries(in: bin) { try files.remove(bin + "/" + name) }
    do {
      try await packageManager.run(buildArguments + ["--product", Self.name])
    } catch let failure as LibraryFailure where !failure.namesASource {
      // Nothing is said of any source: what stands there from before may be damaged.
      try? files.remove(folder + "/.build")
      try await packageManager.run(buildArguments + ["--product", Self.name])
    }
    // They are known only now; what they said before the build was never looked at.
    sources.others = LibrarySources.others(
      besides: sources.folders, in: bin, of: folder, with: shop.toolchain, files)
    let linked = libraries(in: bin).map { "-l" + $0.dropFirst(3).prefix { $0 != "." } }
    let plan = try BuildPlan(of: bin, files)
    let flags = Flags(
      compiling: ["-I", bin + "/Modules"] + (try plan.importFlags(of: Self.name)),
      linking: ["-L", bin] + linked + ["-Xlinker", "-rpath", "-Xlinker", bin],
      interface: try sources.interface(modules: bin + "/Modules", files),
      headers: try sources.headers(files),
      languageMode: plan.languageMode(of: package.modules(of: shop.products))
        ?? package.languageMode,
      elsewhere: package.modules(besides: shop.products),
      leadsElsewhere: try sources.leadElsewhere(package.targets(of: shop.products), files))
    // Whatever changed while SwiftPM was building is built next time.
    var known = sources
    known.others = []
    guard try known.fingerprint(with: shop.toolchain, files) == before,
      sources.others.allSatisfy({ files.modified($0).map { $0 < start } ?? true })
    else { return (flags, false) }
    let stamp = Stamp(
      fingerprint: try sources.fingerprint(with: shop.toolchain, files), sources: sources,
      flags: flags,
      built: bin, seal: try seal(of: bin))
    try files.writeWhole(try JSONEncoder().encode(stamp), stampPath)
    return (flags, true)
  }

  static let name = "GalleyLibrary"

  /// Optimised, and yet with its checks' messages: an optimised `precondition` stops a program without a word.
  private var buildArguments: [String] {
    [
      "build", "-c", "release", "--package-path", folder, "-Xswiftc", "-assert-config", "-Xswiftc",
      "Debug",
    ]
  }

  /// What programs are compiled and linked with, and what the library reads when it runs, in SwiftPM's folder.
  private func products(in bin: String) throws -> [String] {
    let modules = bin + "/Modules"
    return try files.names(modules).sorted()
      .filter { $0.hasSuffix(".swiftmodule") }.map { modules + "/" + $0 }
      + libraries(in: bin).map { bin + "/" + $0 }
      + files.list(bin).filter { $0.hasSuffix(".resources") || $0.hasSuffix(".bundle") }
      .flatMap { bundle in files.listAll(bin + "/" + bundle).map { "\(bin)/\(bundle)/\($0)" } }
      .filter(files.isRegular)
  }

  private func seal(of bin: String) throws -> String { try Seal.of(products(in: bin), files) }

  /// - Parameter version: SwiftPM plans anew when its root's manifest changed, and does not notice
  ///   what changed in a package beside it; so the manifest names what it is for.
  private func writePackage(for version: String) throws {
    let manifest = LibraryManifest.text(of: shop, version: version)
    let sources = folder + "/Sources/" + Self.name
    try files.makeFolder(sources)
    try write(manifest, to: folder + "/Package.swift")
    try write("// Everything is in the dependency.\n", to: sources + "/Empty.swift")
    // The versions that the project pinned are the versions that are verified.
    if let pins = files.contents(shop.project + "/Package.resolved") {
      try write(String(decoding: pins, as: UTF8.self), to: folder + "/Package.resolved")
    }
  }

  /// The shared libraries that stand there; a dynamic product stands beside ours, not inside it.
  private func libraries(in bin: String) -> [String] {
    files.list(bin).filter {
      $0.hasPrefix("lib") && ($0.hasSuffix(".so") || $0.hasSuffix(".dylib"))
    }
  }

  /// Leaves a file alone that says the same, so that SwiftPM need not plan again.
  private func write(_ text: String, to path: String) throws {
    if files.contents(path) == Data(text.utf8) { return }
    try files.writeWhole(Data(text.utf8), path)
  }
}
