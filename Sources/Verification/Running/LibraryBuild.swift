// LibraryBuild: the library under test, as a shared library that programs link with.
//
// A small package of Galley's own depends on the project's package by path and asks SwiftPM for one
// dynamic library with everything in it. So products of every type work, and targets in C too, and
// the flags that SwiftPM gives that package's one Swift file are the flags that programs need.

import Foundation
import Yams

/// The library as it stands, while this is kept: nobody builds another one in its place.
struct BuiltLibrary: Sendable {
  var flags = LibraryBuild.Flags()
  /// False when the sources changed during the build, or another run may replace it: then what is made with it is good
  /// for this run only.
  var isSettled = true
  fileprivate(set) var lock: LibraryLock?
}

struct LibraryBuild: Sendable {
  /// What a compiler call needs to import the library, and to link with it.
  struct Flags: Codable, Sendable {
    var compiling: [String] = []
    var linking: [String] = []
    /// Changes whenever programs must be compiled again: with what the library's modules say.
    var interface = ""
  }

  private struct Stamp: Codable {
    var fingerprint: String
    var sources: LibrarySources
    var flags: Flags
    /// What the flags lead to: without it the stamp is worth nothing.
    var built: String
  }

  private let shop: Workshop
  private let product: String
  private let packageManager: SwiftPM
  private var folder: String { packageManager.folder }
  private var stampPath: String { folder + "/stamp.json" }

  private init(_ product: String, _ shop: Workshop) {
    self.product = product
    self.shop = shop
    packageManager = SwiftPM(
      executable: shop.toolchain.swift, folder: shop.folder + "/library", product: product)
  }

  /// The library for programs, after building whatever changed. Without flags when no product is named.
  ///
  /// - Parameter progress: called with what is done when it takes a while.
  static func library(
    in shop: Workshop, progress: (String) -> Void = { _ in }
  ) async throws -> BuiltLibrary {
    guard let product = shop.product else { return BuiltLibrary() }
    return try await LibraryBuild(product, shop).library(progress)
  }

  private func library(_ progress: (String) -> Void) async throws -> BuiltLibrary {
    let lock = try LibraryLock(in: shop.folder)
    let isLate = { progress("waiting for another galley that works in this project") }
    var builds = 0
    while true {
      try await lock.take(.use, isLate: isLate)
      if let flags = builtFlags() {
        return BuiltLibrary(flags: flags, isSettled: lock.isKept, lock: lock)
      }
      try await lock.take(.build, isLate: isLate)
      // Somebody else may have built it while this run was waiting.
      if builtFlags() != nil { continue }
      progress("building \(product)")
      let (flags, isSettled) = try await build()
      builds += 1
      // Sources that do not come to rest: they are built again next time, but not under this run's programs.
      if !isSettled || builds == 2 {
        return BuiltLibrary(flags: flags, isSettled: false, lock: lock)
      }
    }
  }

  /// Nil when the library is not there, or not what its sources say now.
  private func builtFlags() -> Flags? {
    guard let data = FileManager.default.contents(atPath: stampPath),
      let stamp = try? JSONDecoder().decode(Stamp.self, from: data),
      FileManager.default.fileExists(atPath: stamp.built),
      let now = try? stamp.sources.fingerprint(with: shop.toolchain), now == stamp.fingerprint
    else { return nil }
    return stamp.flags
  }

  /// - Returns: the flags, and whether the sources are still those that this was built from.
  private func build() async throws -> (Flags, isSettled: Bool) {
    // From here on the stamp is not true any more, also if this is interrupted.
    try? FileManager.default.removeItem(atPath: stampPath)
    try writePackage(for: "")
    var sources = try await LibrarySources.of(product, in: shop.project, by: packageManager)
    let before = try sources.fingerprint(with: shop.toolchain)
    try writePackage(for: before)
    let start = Date()
    let bin = try await packageManager.run(
      ["build", "-c", "release", "--package-path", folder, "--show-bin-path"]
    ).trimmingCharacters(in: .whitespacesAndNewlines)
    // A product that was dynamic once leaves its library behind, with old code under the same names.
    for name in libraries(in: bin) { try FileManager.default.removeItem(atPath: bin + "/" + name) }
    try await packageManager.run([
      "build", "-c", "release", "--package-path", folder, "--product", Self.name,
    ])
    // They are known only now; what they said before the build was never looked at.
    sources.others = LibrarySources.others(
      besides: sources.folders, in: bin, of: folder, with: shop.toolchain)
    let linked = libraries(in: bin).map { "-l" + $0.dropFirst(3).prefix { $0 != "." } }
    let flags = Flags(
      compiling: ["-I", bin + "/Modules"] + (try importFlags(in: bin)),
      linking: ["-L", bin] + linked + ["-Xlinker", "-rpath", "-Xlinker", bin],
      interface: try sources.interface(modules: bin + "/Modules"))
    // Whatever changed while SwiftPM was building is built next time.
    var known = sources
    known.others = []
    guard try known.fingerprint(with: shop.toolchain) == before,
      sources.others.allSatisfy({ Fingerprint.date(of: $0) < start })
    else { return (flags, false) }
    let stamp = Stamp(
      fingerprint: try sources.fingerprint(with: shop.toolchain), sources: sources, flags: flags,
      built: bin + "/Modules")
    try JSONEncoder().encode(stamp).write(to: URL(fileURLWithPath: stampPath), options: .atomic)
    return (flags, true)
  }

  private static let name = "GalleyLibrary"

  /// - Parameter version: SwiftPM plans anew when its root's manifest changed, and does not notice
  ///   what changed in a package beside it; so the manifest names what it is for.
  private func writePackage(for version: String) throws {
    let quoted = SwiftString.quoted
    let identity = URL(fileURLWithPath: shop.project).lastPathComponent
    let manifest = """
      // swift-tools-version: 5.9
      import PackageDescription

      // For the sources with the fingerprint ‘\(version)’.
      let package = Package(
        name: "\(Self.name)",
        platforms: [.macOS(.v14)],
        products: [.library(name: "\(Self.name)", type: .dynamic, targets: ["\(Self.name)"])],
        dependencies: [.package(path: \(quoted(shop.project)))],
        targets: [
          .target(
            name: "\(Self.name)",
            dependencies: [.product(name: \(quoted(product)), package: \(quoted(identity)))])
        ]
      )

      """
    let sources = folder + "/Sources/" + Self.name
    try FileManager.default.createDirectory(atPath: sources, withIntermediateDirectories: true)
    try write(manifest, to: folder + "/Package.swift")
    try write("// Everything is in the dependency.\n", to: sources + "/Empty.swift")
    // The versions that the project pinned are the versions that are verified.
    let pins = shop.project + "/Package.resolved"
    if let text = FileManager.default.contents(atPath: pins) {
      try write(String(decoding: text, as: UTF8.self), to: folder + "/Package.resolved")
    }
  }

  /// The shared libraries that stand there; a dynamic product stands beside ours, not inside it.
  private func libraries(in bin: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: bin)) ?? []
    return names.sorted().filter {
      $0.hasPrefix("lib") && ($0.hasSuffix(".so") || $0.hasSuffix(".dylib"))
    }
  }

  /// Leaves a file alone that says the same, so that SwiftPM need not plan again.
  private func write(_ text: String, to path: String) throws {
    if FileManager.default.contents(atPath: path) == Data(text.utf8) { return }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// The flags by which SwiftPM makes C modules known, read from the plan that it just carried out.
  private func importFlags(in bin: String) throws -> [String] {
    let plan = URL(fileURLWithPath: bin).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("release.yaml")
    guard let text = try? String(contentsOf: plan, encoding: .utf8),
      let commands = (try? Yams.load(yaml: text) as? [String: Any])?["commands"] as? [String: Any]
    else { throw LibraryFailure(description: "SwiftPM's build plan \(plan.path) is unreadable") }
    for case let command as [String: Any] in commands.values {
      guard let arguments = command["args"] as? [String], arguments.contains("-emit-module-path"),
        let name = arguments.firstIndex(of: "-module-name"), arguments[name + 1] == Self.name
      else { continue }
      // What is passed on to Clang, flag by flag: `-Xcc -I -Xcc folder` is one flag in two words.
      let clang = zip(arguments, arguments.dropFirst()).filter { $0.0 == "-Xcc" }.map(\.1)
      var flags: [String] = []
      for (index, flag) in clang.enumerated() {
        if flag == "-I", index + 1 < clang.count {
          flags += ["-Xcc", flag, "-Xcc", clang[index + 1]]
        } else if flag.hasPrefix("-fmodule-map-file=") || flag.hasPrefix("-D") {
          flags += ["-Xcc", flag]
        }
      }
      return flags
    }
    throw LibraryFailure(
      description: "SwiftPM's build plan \(plan.path) does not name \(Self.name)")
  }
}
