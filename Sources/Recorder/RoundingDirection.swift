// RoundingDirection: which way the processor rounds while the program runs, as whoever started it asks.

import GalleyRecordFormat

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum RoundingDirection {
  private static func mode(_ rounding: Rounding) -> Int32 {
    switch rounding {
    case .nearest: FE_TONEAREST
    case .up: FE_UPWARD
    case .down: FE_DOWNWARD
    case .zero: FE_TOWARDZERO
    }
  }

  /// Sets the mode that the environment names, for this thread and the threads that it starts.
  ///
  /// - Returns: the mode that is in force now, which the system may have refused to change.
  static func apply() -> Rounding {
    if let name = Platform.environment("GALLEY_ROUNDING"),
      let wanted = Rounding.allCases.first(where: { "\($0)" == name })
    {
      _ = fesetround(mode(wanted))
    }
    let current = fegetround()
    return Rounding.allCases.first { mode($0) == current } ?? .nearest
  }
}
