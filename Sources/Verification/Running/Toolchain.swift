// Toolchain: the compiler and its companions, found once on the search path.

import Foundation

/// What Galley cannot do without and does not find.
public struct MissingTool: Error, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}

struct Toolchain: Sendable {
  /// The compiler driver.
  var swiftc: String
  /// The package manager's driver.
  var swift: String
  /// Turns addresses into lines; without it a trap is told by the last value before it.
  var symbolizer: String?

  static func find(searchPath: String? = nil) throws(MissingTool) -> Toolchain {
    let path = searchPath ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = path.split(separator: ":").map(String.init)
    func named(_ name: String, in folders: [String]) -> String? {
      folders.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
    guard let swiftc = named("swiftc", in: folders), let swift = named("swift", in: folders) else {
      throw MissingTool(
        "no Swift compiler: neither ‘swiftc’ nor ‘swift’ may be missing from PATH; "
          + "install a toolchain from https://www.swift.org/install")
    }
    let real = URL(fileURLWithPath: swiftc).resolvingSymlinksInPath().deletingLastPathComponent()
    return Toolchain(
      swiftc: swiftc, swift: swift,
      symbolizer: named("llvm-symbolizer", in: [real.path] + folders))
  }
}
