// ProcessorTime: what a piece of work costs its own thread, however crowded the machine is. For limits that tell an
// endless work from a long one; speed is measured elsewhere.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

package func processorTime(_ work: () -> Void) -> Duration {
  func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
  let start = now()
  work()
  return now() - start
}
