// CrashReport: when a program stops, says where. The handlers send return addresses; whoever reads
// the record turns them into lines with the program's debug information.

import GalleyRecordFormat

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum CrashReport {
  /// Deep enough for a recursion that prints at its end; what is deeper is cut.
  private static let depth = 16_384
  private typealias Frames = UnsafeMutablePointer<UnsafeMutableRawPointer?>
  // Allocated beforehand: a handler that allocates waits for ever in a program that was stopped while it allocated, as
  // `fork` is, which holds the allocator's lock when the kernel forbids it.
  nonisolated(unsafe) private static var frames: Frames?
  nonisolated(unsafe) private static var thrownFrames: Frames?
  nonisolated(unsafe) private static var thrownCount = 0
  nonisolated(unsafe) private static var frame: SignalFrame?
  nonisolated(unsafe) private static var backtrace: Platform.Backtrace?
  /// Where the program's image was loaded.
  nonisolated(unsafe) private static var base = 0

  static func install(image: UnsafeRawPointer) {
    if let addressInfo = Platform.addressInfo {
      // Dl_info: file name, base, symbol name, symbol address.
      var info: (UInt, UInt, UInt, UInt) = (0, 0, 0, 0)
      _ = addressInfo(image, &info)
      base = Int(bitPattern: info.1)
    }
    frames = .allocate(capacity: depth)
    thrownFrames = .allocate(capacity: depth)
    // An address takes eight bytes at most, those before the image none.
    frame = SignalFrame(capacity: 2 * 8 * depth + 256)
    backtrace = Platform.backtrace
    RunningDraw.prepare()
    // The first call may load a library, which a handler must not do.
    if let frames { _ = backtrace?(frames, Int32(depth)) }
    var stack = stack_t()
    // An overflowed stack leaves no room for its own handler.
    stack.ss_size = 64 << 10
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: 64 << 10, alignment: 16)
    sigaltstack(&stack, nil)
    // What stops a program: traps, a stack that overflowed, too much output, the clock.
    let signals = [
      SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGXFSZ, SIGSYS, SIGPROF, SIGALRM,
    ]
    for signal in signals {
      var action = sigaction()
      action.sa_flags =
        Int32(SA_ONSTACK) | Int32(SA_SIGINFO) | Int32(truncatingIfNeeded: SA_RESETHAND)
      // Two signals at once, on two threads or one in the other's handler, would write into one another's memory.
      sigfillset(&action.sa_mask)
      #if canImport(Darwin)
        action.__sigaction_u.__sa_sigaction = { CrashReport.report($0, $2) }
      #else
        action.__sigaction_handler.sa_sigaction = { CrashReport.report($0, $2) }
      #endif
      sigaction(signal, &action, nil)
    }
    // An error that nobody catches is reported at the end of the program; here is where it was thrown.
    Platform.setThrowHandler? { _ in CrashReport.noteThrown() }
  }

  /// The calls that led here, innermost first, as offsets into the program's image.
  static func calls() -> [Int] {
    guard let frames else { return [] }
    let count = Int(backtrace?(frames, Int32(depth)) ?? 0)
    return (0..<count).map { Int(bitPattern: frames[$0]) - base }.filter { $0 > 0 }
  }

  private static func noteThrown() {
    guard let thrownFrames else { return }
    thrownCount = Int(backtrace?(thrownFrames, Int32(depth)) ?? 0)
  }

  /// Allocates nothing, and calls nothing that does.
  private static func report(_ signal: Int32, _ context: UnsafeMutableRawPointer?) {
    let count = frames.flatMap { backtrace?($0, Int32(depth)) } ?? 0
    let instruction = instruction(context)
    Recording.writeStopped { sequence, nonce in
      frame?.stopped(
        instruction: instruction, calls: UnsafeBufferPointer(start: frames, count: Int(count)),
        thrown: UnsafeBufferPointer(start: thrownFrames, count: thrownCount), base: base,
        sequence: sequence, nonce: nonce)
    }
    if RunningDraw.isRunning {
      Recording.writeStopped { sequence, nonce in
        guard let inputs = RunningDraw.inputs else { return nil }
        return frame?.stoppedDraw(
          part: RunningDraw.part, draw: RunningDraw.number, inputs.pointee, sequence: sequence,
          nonce: nonce)
      }
    }
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
}
