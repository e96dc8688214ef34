// Clock: ends a program that is out of time. Its limit is processor time, since a busy machine must
// not refute an essay; a program that waits uses none, and is ended by the clock on the wall.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum Clock {
  /// What the program may use, in milliseconds; 0 when nobody set a limit.
  nonisolated(unsafe) private static var limit = 0
  nonisolated(unsafe) private static var usedBefore = 0

  static func start() {
    guard let text = Platform.environment("GALLEY_MILLISECONDS"), let given = Int(text), given > 0
    else { return }
    limit = given
    var time = itimerval()
    time.it_value.tv_sec = given / 1000
    time.it_value.tv_usec = .init(given % 1000 * 1000)
    // When the processor worked so long for this program, once.
    setitimer(processorTime, &time, nil)
    // When so much time went by, again and again.
    time.it_interval = time.it_value
    setitimer(wallTime, &time, nil)
    limitForGood(seconds: given / 1000 + 2)
  }

  /// Whether the program did next to nothing since the last call: a fiftieth is less than the most crowded
  /// machine leaves to a program that computes. Called by a signal handler, so it only reads a clock.
  static func isWaiting() -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    let used = Int(now.tv_sec) * 1000 + Int(now.tv_nsec) / 1_000_000
    defer { usedBefore = used }
    return (used - usedBefore) * 50 < limit
  }

  /// The kernel ends a program that put its own handlers in place of ours.
  private static func limitForGood(seconds: Int) {
    var limits = rlimit(rlim_cur: rlim_t(seconds), rlim_max: rlim_t(seconds + 1))
    setrlimit(processorSeconds, &limits)
  }

  #if canImport(Darwin)
    private static let processorTime = ITIMER_PROF
    private static let wallTime = ITIMER_REAL
    private static let processorSeconds = RLIMIT_CPU
  #else
    private static let processorTime = __itimer_which_t(ITIMER_PROF.rawValue)
    private static let wallTime = __itimer_which_t(ITIMER_REAL.rawValue)
    private static let processorSeconds = __rlimit_resource_t(RLIMIT_CPU.rawValue)
  #endif
}
