// BuildPlan: what SwiftPM's plan for a library says that programs must know: how C modules are found, and
// in which language its Swift modules are written.

import Files
import Foundation
import Yams

struct BuildPlan {
  /// The arguments of the compiler for each Swift module.
  private var modules: [String: [String]] = [:]

  /// - Parameter bin: the folder with what SwiftPM built by that plan.
  init(of bin: String, _ files: FileSystem) throws(LibraryFailure) {
    let path = URL(fileURLWithPath: bin).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("release.yaml").path
    guard let text = files.contents(path).flatMap({ String(data: $0, encoding: .utf8) }),
      let commands = (try? Yams.load(yaml: text) as? [String: Any])?["commands"] as? [String: Any]
    else {
      throw LibraryFailure(description: "SwiftPM's build plan \(path) is unreadable")
    }
    for case let command as [String: Any] in commands.values {
      guard let arguments = command["args"] as? [String], arguments.contains("-emit-module-path"),
        let name = Self.value(of: "-module-name", in: arguments)
      else { continue }
      modules[name] = arguments
    }
  }

  /// What a program that imports this module passes to the compiler.
  func importFlags(of module: String) throws(LibraryFailure) -> [String] {
    guard let arguments = modules[module] else {
      throw LibraryFailure(description: "SwiftPM's build plan does not name \(module)")
    }
    // What is passed on to Clang, flag by flag: `-Xcc -I -Xcc folder` is one flag in two words.
    let clang = Self.clangFlags(in: arguments)
    var flags: [String] = []
    for (index, flag) in clang.enumerated() {
      if flag == "-I", index + 1 < clang.count {
        flags += ["-Xcc", flag, "-Xcc", clang[index + 1]]
      } else if flag.hasPrefix("-fmodule-map-file=") || flag.hasPrefix("-D") {
        flags += ["-Xcc", flag]
      }
    }
    return flags + interoperabilityFlags
  }

  /// A module that was compiled together with C++ can only be imported by one that is.
  private var interoperabilityFlags: [String] {
    let mode = "-cxx-interoperability-mode"
    for (_, arguments) in modules.sorted(by: { $0.key < $1.key }) {
      guard let flag = arguments.first(where: { $0.hasPrefix(mode) }) else { continue }
      let standard = Self.clangFlags(in: arguments).first { $0.hasPrefix("-std=") }
      return [flag] + (standard.map { ["-Xcc", $0] } ?? [])
    }
    return []
  }

  /// The earliest of the language modes that these modules are compiled in; nil when none is a Swift module.
  func languageMode(of names: [String]) -> String? {
    names.compactMap { modules[$0].flatMap { Self.value(of: "-swift-version", in: $0) } }.min()
  }

  private static func clangFlags(in arguments: [String]) -> [String] {
    zip(arguments, arguments.dropFirst()).filter { $0.0 == "-Xcc" }.map(\.1)
  }

  private static func value(of flag: String, in arguments: [String]) -> String? {
    guard let index = arguments.firstIndex(of: flag), index + 1 < arguments.count else {
      return nil
    }
    return arguments[index + 1]
  }
}
