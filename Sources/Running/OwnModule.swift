// OwnModule: what Galley brings along and compiles where it runs: the modules that programs are linked with, and
// the program that reads Swift. Their sources are embedded in the binary.

import Embedded

/// A module of Galley's own, as its compiler sees it.
struct OwnModule {
  var name: String
  /// Where its source stands in Galley's repository.
  var source: String
  var isProgram = false

  /// The Swift files, by their paths below the source's folder, in a fixed order.
  var files: [(path: String, text: String)] { Embedded.files(in: source) }

  /// What the compiler is told, besides the folders that it reads from and writes to.
  var flags: [String] {
    // The parser itself is optimised already; what is compiled of it is a walk over its tree.
    isProgram
      ? ["-Onone", "-wmo", "-swift-version", "6", "-lSwiftSyntax", "-lSwiftParser"]
      : ["-O", "-wmo", "-swift-version", "6", "-parse-as-library", "-emit-library", "-static"]
  }
}

/// Modules that are built together, into one folder.
package enum OwnModules: String, CaseIterable, Sendable {
  /// The recorder, with the format of what it writes.
  case recorder
  case figures
  /// The program that reads Swift with the toolchain's own parser.
  case parser

  /// Each module needs those before it.
  var modules: [OwnModule] {
    switch self {
    case .recorder:
      [
        OwnModule(name: "GalleyRecordFormat", source: "Sources/RecordFormat"),
        OwnModule(name: "GalleyRecorder", source: "Sources/Recorder"),
      ]
    case .figures: [OwnModule(name: "Figures", source: "Sources/Figures")]
    case .parser:
      [OwnModule(name: "GalleyParser", source: "Sources/SwiftText/Parser", isProgram: true)]
    }
  }

  /// What people are told while it is built. The times are of a quiet machine with Swift 6.3.
  var announcement: String {
    let (name, time) =
      switch self {
      case .recorder: ("the recorder", "about 20 s")
      case .figures: ("Figures", "about 20 s")
      case .parser: ("the reader of Swift", "a few seconds")
      }
    return "building \(name), once for this compiler (\(time))"
  }

  /// A name for what a compiler makes of these sources: the same from every project and every checkout.
  func name(by compiler: CompilerIdentity) -> String {
    var hash = Fingerprint.FNV()
    for word in compiler.words { hash.add(Array(word.utf8)) }
    for module in modules {
      for word in [module.name] + module.flags + module.files.flatMap({ [$0.path, $0.text] }) {
        hash.add(Array(word.utf8))
      }
    }
    return rawValue + "-" + hash.text
  }
}
