// DeepThread: work on a stack that is deep enough for the parser, which recurses into brackets, and
// given up after a time.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

enum DeepThread {
  /// The system gives memory only to what is used of it.
  private static let stackSize = 512 << 20

  private final class Work {
    let body: () -> Void
    /// A byte is written here when the work is done.
    let end: Int32

    init(_ body: @escaping () -> Void, end: Int32) {
      self.body = body
      self.end = end
    }
  }

  /// Whether the work was done in time. What was not goes on until the program ends, and must not be
  /// looked at.
  static func run(within milliseconds: Int, _ body: @escaping () -> Void) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { fail() }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let work = Unmanaged.passRetained(Work(body, end: ends[1])).toOpaque()
    let status = pthread_create(&thread, &attributes, { DeepThread.begin($0) }, work)
    guard status == 0 else { fail() }
    var waiting = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
    var count: Int32
    repeat {
      count = poll(&waiting, 1, Int32(clamping: milliseconds))
    } while count < 0 && errno == EINTR
    guard count > 0 else { return false }
    close(ends[0])
    close(ends[1])
    return true
  }

  private static func begin(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let pointer else { return nil }
    let work = Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue()
    work.body()
    var byte: UInt8 = 1
    _ = write(work.end, &byte, 1)
    return nil
  }

  private static func fail() -> Never {
    Output.complain("swift-text: the system gives no thread with a stack of 512 MB\n")
    exit(3)
  }
}
