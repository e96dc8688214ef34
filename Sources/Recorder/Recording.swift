// Recording: sends what happened to a file of its own. Every event is written at once and unbuffered, so that a
// trap loses nothing.

import GalleyRecordFormat

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum Recording {
  /// How many values of a watched statement are recorded.
  static let valuesPerWatch = 1000
  /// How many moments: a statement has two of them, one in a group somewhat more.
  static let marksPerWatch = 4000
  /// A program's exit code when its record could not be written.
  static let unwritten: Int32 = 74

  nonisolated(unsafe) private static var descriptor: Int32 = -1
  nonisolated(unsafe) private static var nonce: UInt64 = 0
  /// How many events were written, or should have been.
  nonisolated(unsafe) private static var sequence = 0
  nonisolated(unsafe) private static var hasFailed = false
  nonisolated(unsafe) private static var hasEnded = false
  nonisolated(unsafe) private static var lock = pthread_mutex_t()

  /// Opens the record that the environment names. Without one, nothing is recorded.
  static func begin() {
    pthread_mutex_init(&lock, nil)
    guard let path = Platform.environment("GALLEY_RECORD"),
      let given = Platform.environment("GALLEY_NONCE").flatMap({ UInt64($0) })
    else { return }
    // A program that this one becomes or starts by accident has no business there.
    unsetenv("GALLEY_RECORD")
    unsetenv("GALLEY_NONCE")
    nonce = given
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    locked { write(RecordStream.header(nonce: nonce)) }
    atexit { Recording.exiting() }
  }

  static func end() {
    locked {
      // Everything before it has a number below.
      var frame = RecordStream.Frame(.ended(count: sequence))
      write(frame.sealed(sequence: sequence, nonce: nonce))
      sequence += 1
      hasEnded = true
    }
  }

  static func send(_ event: Event) {
    guard descriptor >= 0 else { return }
    var frame = RecordStream.Frame(event)
    locked {
      write(frame.sealed(sequence: sequence, nonce: nonce))
      sequence += 1
    }
  }

  /// The program leaves: by `exit` before its last line, which is said, or behind it.
  private static func exiting() {
    if !hasEnded { send(.exiting(calls: CrashReport.calls())) }
    guard hasFailed else { return }
    // Nobody must take a record with a hole for the author's doing.
    fflush(nil)
    _exit(unwritten)
  }

  // MARK: - Values

  private static let values = Limit(valuesPerWatch)
  private static let marks = Limit(marksPerWatch)

  /// Costs two loads and a comparison once a statement has had its share, so a training loop stays a training loop.
  static func value<Value>(_ watch: Int, _ value: Value) {
    guard values.admits(watch) else { return }
    send(.value(watch: watch, ValueEncoder.encode(value)))
  }

  static func opaque<Value: ~Copyable & ~Escapable>(_ watch: Int, _ type: Value.Type) {
    guard values.admits(watch) else { return }
    // A type is a word, whatever may be done with its values; only the name of ‘any type’ leaves these out.
    let type = unsafeBitCast(type, to: Any.Type.self)
    send(.value(watch: watch, .opaque(.init(type: ValueEncoder.name(of: type)))))
  }

  /// Numbers the runs of statements whose output is looked at.
  nonisolated(unsafe) private static var runs = 0

  /// Begins a run; returns its number.
  static func beginRun(_ watch: Int) -> Int {
    var run = 0
    locked {
      runs += 1
      run = runs
    }
    mark(watch, .begin, run: run)
    return run
  }

  static func mark(_ watch: Int, _ moment: Mark.Moment, run: Int) {
    guard marks.admits(watch) else { return }
    send(.mark(watch: watch, Output.mark(moment, run: run)))
  }

  /// How often each watched statement may send something.
  private struct Limit: @unchecked Sendable {
    /// More than a program has statements; memory that nobody touches costs nothing.
    private static let watches = 1 << 16
    private let most: UInt16
    private let counts: UnsafeMutablePointer<UInt16>

    init(_ most: Int) {
      self.most = UInt16(most)
      let memory = calloc(Self.watches, MemoryLayout<UInt16>.stride)
      guard let memory else { fatalError("no memory for the recorder") }
      counts = memory.bindMemory(to: UInt16.self, capacity: Self.watches)
    }

    /// Tells the record once when there are too many.
    func admits(_ watch: Int) -> Bool {
      precondition(watch >= 0 && watch < Self.watches, "Galley watches too many statements")
      // Without the lock: at worst the count is looked at once more below.
      guard counts[watch] <= most else { return false }
      var count: UInt16 = 0
      Recording.locked {
        count = counts[watch]
        if count <= most { counts[watch] = count + 1 }
      }
      if count == most { Recording.send(.overfull(watch: watch)) }
      return count < most
    }
  }

  // MARK: - Pictures

  /// The frame that each sweep has come to; a single picture is frame 0.
  nonisolated(unsafe) private static var frames: [Int: Int] = [:]

  static func beginFrame(_ frame: Int, of part: Int) { locked { frames[part] = frame } }

  static func picture(_ part: Int, _ picture: Picture) {
    var frame = 0
    locked { frame = frames[part] ?? 0 }
    send(.picture(part: part, frame: frame, picture))
  }

  // MARK: - Writing

  /// One at a time, and no signal in between: a handler writes to the record too.
  private static func locked(_ body: () -> Void) {
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    pthread_mutex_lock(&lock)
    body()
    pthread_mutex_unlock(&lock)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  private static func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { write($0) }
  }

  /// In one call. What is not written, or not wholly, is missing from then on, and its number with it.
  private static func write(_ bytes: UnsafeRawBufferPointer) {
    guard descriptor >= 0 else { return }
    var count = -1
    repeat {
      #if canImport(Darwin)
        count = Darwin.write(descriptor, bytes.baseAddress, bytes.count)
      #else
        count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      #endif
    } while count < 0 && errno == EINTR
    if count != bytes.count { hasFailed = true }
  }

  /// For a signal's handler, which must neither allocate nor wait for long: another thread that holds the lock is
  /// about to give it back, unless it is the one that the signal stopped.
  static func writeStopped(
    _ frame: (_ sequence: Int, _ nonce: UInt64) -> UnsafeRawBufferPointer?
  ) {
    guard descriptor >= 0 else { return }
    var hasLock = false
    for _ in 0..<1000 where !hasLock {
      hasLock = pthread_mutex_trylock(&lock) == 0
      if !hasLock { usleep(1000) }
    }
    if let bytes = frame(sequence, nonce) {
      write(bytes)
      sequence += 1
    }
    if hasLock { pthread_mutex_unlock(&lock) }
  }
}
