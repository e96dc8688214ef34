// Version: what `galley --version` says.

import Foundation
import Running

enum Version {
  /// Galley's own version, the compiler's that programs would be compiled with, and what this runs on.
  static func text() async -> String {
    let compiler: String
    do {
      let toolchain = try Toolchain.find()
      compiler = "\(try await toolchain.version()) (\(toolchain.swiftc))"
    } catch {
      // Whoever asks for versions mostly has something that does not work.
      compiler = "no Swift compiler: \(error)"
    }
    return """
      galley \(GalleyVersion.text)
      \(compiler)
      \(processor), \(ProcessInfo.processInfo.operatingSystemVersionString)

      """
  }

  private static var processor: String {
    var system = utsname()
    guard uname(&system) == 0 else { return "an unknown processor" }
    return withUnsafeBytes(of: system.machine) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
