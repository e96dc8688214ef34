// CrashReport: when a program stops, says where. The handlers send return addresses; whoever reads
// the record turns them into lines with the program's debug information.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum CrashReport {
  /// Deep enough for a recursion that prints at its end; what is deeper is cut, and said so.
  static let depth = 16_384
  /// Allocated beforehand, since a handler must not allocate.
  nonisolated(unsafe) private static let frames =
    UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: depth)
  nonisolated(unsafe) private static let thrownFrames =
    UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: depth)
  nonisolated(unsafe) private static var thrownCount = 0
  /// Where the program's image was loaded.
  nonisolated(unsafe) private static var base = 0

  /// What stops a program: traps, a stack that overflowed, too much output, the clock.
  private static let signals = [
    SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGXFSZ, SIGSYS, SIGPROF, SIGALRM,
  ]

  static func install(image: UnsafeRawPointer) {
    if let addressInfo = Platform.addressInfo {
      // Dl_info: file name, base, symbol name, symbol address.
      var info: (UInt, UInt, UInt, UInt) = (0, 0, 0, 0)
      _ = addressInfo(image, &info)
      base = Int(bitPattern: info.1)
    }
    // The first call may load a library, which a handler must not do.
    _ = Platform.backtrace?(frames, Int32(depth))
    var stack = stack_t()
    // An overflowed stack leaves no room for its own handler.
    stack.ss_size = 64 << 10
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: 64 << 10, alignment: 16)
    sigaltstack(&stack, nil)
    for signal in signals {
      var action = sigaction()
      action.sa_flags =
        Int32(SA_ONSTACK) | Int32(SA_SIGINFO) | Int32(truncatingIfNeeded: SA_RESETHAND)
      #if canImport(Darwin)
        action.__sigaction_u.__sa_sigaction = { CrashReport.report($0, $2) }
      #else
        action.__sigaction_handler.sa_sigaction = { CrashReport.report($0, $2) }
      #endif
      sigaction(signal, &action, nil)
    }
    // An error that nobody catches is reported at the end of the program; here is where it was thrown.
    Platform.setThrowHandler? { _ in
      CrashReport.thrownCount = Int(
        Platform.backtrace?(CrashReport.thrownFrames, Int32(CrashReport.depth)) ?? 0)
    }
  }

  /// The calls that led here, innermost first, as offsets into the program's image.
  static func calls() -> (list: String, isCut: Bool) {
    let count = Int(Platform.backtrace?(frames, Int32(depth)) ?? 0)
    return (list(frames, count), count >= depth)
  }

  private static func report(_ signal: Int32, _ context: UnsafeMutableRawPointer?) {
    let count = Int(Platform.backtrace?(frames, Int32(depth)) ?? 0)
    Recording.send(
      "{\"event\":\"stopped\",\"instruction\":\(instruction(context)),"
        + "\"calls\":[\(list(frames, count))],"
        + "\"thrown\":[\(list(thrownFrames, thrownCount))]}")
    // Last, since it builds a longer text: a handler that fails here has told the essential.
    if let draw = RunningDraw.event { Recording.send(draw) }
    // The default action was put back when this handler was entered: the parent sees the signal.
    raise(signal)
  }

  /// The offset of the very instruction that was stopped; the other addresses are return addresses.
  private static func instruction(_ context: UnsafeMutableRawPointer?) -> Int {
    #if os(Linux) && arch(x86_64)
      guard let context else { return 0 }
      let registers = context.assumingMemoryBound(to: ucontext_t.self).pointee.uc_mcontext.gregs
      return Int(registers.16) - base
    #else
      return 0
    #endif
  }

  private static func list(
    _ frames: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ count: Int
  ) -> String {
    var text = ""
    for index in 0..<count {
      let offset = Int(bitPattern: frames[index]) - base
      guard offset > 0 else { continue }
      if !text.isEmpty { text += "," }
      text += String(offset)
    }
    return text
  }
}
