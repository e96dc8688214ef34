// LibrarySymbols: what the modules of a built library declare for everybody, in the compiler's own words: the JSON of
// its symbol graphs.

import Files
import Foundation

extension Bench {
  /// The symbol graphs of these modules, the extensions of other modules' types among them, in the order of the names.
  /// Nothing for a module that is not Swift's, and nothing at all where the toolchain does not have the tool.
  package func symbolGraphs(of modules: [String]) async throws -> [Data] {
    let files = shop.files
    guard let tool = shop.toolchain.symbolExtractor(files),
      let place = library.flags.compiling.firstIndex(of: "-I"),
      place + 1 < library.flags.compiling.count
    else { return [] }
    let built = library.flags.compiling[place + 1]
    let target = try await shop.toolchain.identity(keptIn: shop.cache, files).target
    let output = folder + "/symbols"
    try files.makeFolder(output)
    for module in modules where files.exists("\(built)/\(module).swiftmodule") {
      let call = Command(
        executable: tool,
        arguments: [
          "-module-name", module, "-target", target, "-output-dir", output,
          "-minimum-access-level", "public", "-skip-synthesized-members",
        ] + library.flags.compiling,
        directory: folder, output: output + "/said", errors: output + "/complained",
        limit: .seconds(60))
      // A module that it cannot read is one of which nothing is known.
      _ = try await call.run()
    }
    return files.list(output).filter { $0.hasSuffix(".symbols.json") }
      .compactMap { files.contents(output + "/" + $0) }
  }
}

extension Toolchain {
  /// The tool that stands beside the compiler.
  fileprivate func symbolExtractor(_ files: FileSystem) -> String? {
    let folder = URL(fileURLWithPath: files.target(swiftc) ?? swiftc).deletingLastPathComponent()
    return [folder.path, URL(fileURLWithPath: swiftc).deletingLastPathComponent().path]
      .map { $0 + "/swift-symbolgraph-extract" }.first(where: files.mayRun)
  }
}
