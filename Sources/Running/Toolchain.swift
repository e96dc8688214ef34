// Toolchain: the compiler and its companions, found once on the search path.

import Files
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

  package static func find(
    _ files: FileSystem = .disk, searchPath: String? = nil
  ) throws(MissingTool) -> Toolchain {
    let path = searchPath ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = path.split(separator: ":").map(String.init)
    func named(_ name: String, in folders: [String]) -> String? {
      folders.map { $0 + "/" + name }.first { files.mayRun($0) }
    }
    guard let swiftc = named("swiftc", in: folders), let swift = named("swift", in: folders) else {
      throw MissingTool(
        "no Swift compiler: neither ‘swiftc’ nor ‘swift’ may be missing from PATH; "
          + "install a toolchain from https://www.swift.org/install")
    }
    let real = URL(fileURLWithPath: files.target(swiftc) ?? swiftc).deletingLastPathComponent()
    return Toolchain(
      swiftc: swiftc, swift: swift,
      symbolizer: named("llvm-symbolizer", in: [real.path] + folders))
  }

  /// The compiler's own words about itself, in one line: "Apple Swift version 6.1 (…)".
  ///
  /// - Throws: `MissingTool` when it cannot be started, or says nothing.
  package func version(_ files: FileSystem = .disk) async throws -> String {
    let folder = files.temporaryFolder()
    let name = folder + "/galley-\(UUID().uuidString)"
    defer { for suffix in [".output", ".errors"] { try? files.remove(name + suffix) } }
    let call = Command(
      executable: swiftc, arguments: ["--version"], directory: folder, output: name + ".output",
      errors: name + ".errors", limit: .seconds(60))
    let (outcome, output, errors) = try await call.runReading(files)
    let lines = (output + errors).split(separator: "\n").map(String.init)
    guard outcome.isSuccess, let line = lines.first(where: { $0.contains("version") }) else {
      throw MissingTool("\(swiftc) does not say its version: \(lines.first ?? "it says nothing")")
    }
    return line
  }
}
