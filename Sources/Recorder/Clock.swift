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
    watchForWaiting()
    limitForGood(seconds: given / 1000 + 2)
  }

  /// Looks again and again, from a thread of its own: the signal of a timer would cut a `sleep` short in a program that
  /// is not to be ended.
  private static func watchForWaiting() {
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    // The program's own threads are to be told what concerns the program.
    pthread_sigmask(SIG_SETMASK, &all, &before)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    pthread_create(&thread, nil, { _ in Clock.watch() }, nil)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  private static func watch() -> UnsafeMutableRawPointer? {
    while true {
      var time = timespec(tv_sec: limit / 1000, tv_nsec: limit % 1000 * 1_000_000)
      nanosleep(&time, nil)
      if isWaiting() { kill(getpid(), SIGALRM) }
    }
  }

  /// Whether the program did next to nothing since the last call: a fiftieth is less than the most crowded
  /// machine leaves to a program that computes.
  private static func isWaiting() -> Bool {
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
    private static let processorSeconds = RLIMIT_CPU
  #else
    private static let processorTime = __itimer_which_t(ITIMER_PROF.rawValue)
    private static let processorSeconds = __rlimit_resource_t(RLIMIT_CPU.rawValue)
  #endif
}
