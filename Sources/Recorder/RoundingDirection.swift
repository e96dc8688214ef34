// RoundingDirection: which way the processor rounds while the program runs, as whoever started it asks.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum RoundingDirection {
  private static let modes: [(name: String, mode: Int32)] = [
    ("nearest", FE_TONEAREST as Int32), ("up", FE_UPWARD as Int32), ("down", FE_DOWNWARD as Int32),
    ("zero", FE_TOWARDZERO as Int32),
  ]

  /// Sets the mode that the environment names, for this thread and the threads that it starts.
  ///
  /// - Returns: the name of the mode that is in force now, which the system may have refused to change.
  static func apply() -> String {
    if let wanted = Platform.environment("GALLEY_ROUNDING"),
      let mode = modes.first(where: { $0.name == wanted })?.mode
    {
      _ = fesetround(mode)
    }
    let current = fegetround()
    return modes.first { $0.mode == current }?.name ?? "unknown"
  }
}
