// Toolchain: the compiler and its companions, found once on the search path.

import Foundation

/// What Galley cannot do without and does not find.
package struct MissingTool: Error, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}

package struct Toolchain: Sendable {
  /// The compiler driver.
  package var swiftc: String
  /// The package manager's driver.
  package var swift: String
  /// Turns addresses into lines; without it nobody knows where a program stopped.
  package var symbolizer: String?

  package static func find(searchPath: String? = nil) throws(MissingTool) -> Toolchain {
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
