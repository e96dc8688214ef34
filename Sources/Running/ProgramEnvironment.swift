// ProgramEnvironment: the variables that programs see. Few, so that a claim depends on little, and all of them are
// known, so that a kept run is used only where they are the same.

import Foundation

extension Workshop {
  /// What a program may need to find its libraries and a place for its files. Not `PATH`: it starts nothing.
  private static let inherited = ["DYLD_LIBRARY_PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR"]

  /// The same on all machines: a claim is no claim about where somebody lives.
  private static let fixed = [
    "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC",
    // The runtime's own report would take longer than the program.
    "SWIFT_BACKTRACE": "enable=no", "LLVM_DISABLE_SYMBOLIZATION": "1",
  ]

  /// Whether a variable is the same for every program, or Galley's own word to it.
  package static func isFixed(_ name: String) -> Bool {
    fixed[name] != nil || name.hasPrefix("GALLEY_")
  }

  /// What every program of this run sees, besides what Galley tells each.
  package var programEnvironment: [String: String] {
    let names = Set(Self.inherited + environment)
    return ProcessInfo.processInfo.environment.filter { names.contains($0.key) }
      .merging(Self.fixed) { $1 }
  }
}
