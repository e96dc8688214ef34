// Recording: sends what happened, one JSON object a line, to a file of its own. Every line is
// written at once and unbuffered, so that a trap loses nothing.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum Recording {
  /// How often one place may report a value before the record says "many" and leaves it there.
  static let valuesPerPlace = 1000
  /// How many prints are recorded.
  static let outputLimit = 20_000

  nonisolated(unsafe) private static var descriptor: Int32 = -1
  /// Lines whose values somebody claims something about. Looked at before anything is formatted.
  nonisolated(unsafe) private static var isWanted: [Bool] = []
  nonisolated(unsafe) private static var counts: [Place: Int] = [:]
  nonisolated(unsafe) private static var outputCount = 0
  /// The last place that was passed, in a file that survives however the program ends.
  nonisolated(unsafe) private static var lastPlace: UnsafeMutablePointer<UInt64>?
  nonisolated(unsafe) private static var hasEnded = false
  nonisolated(unsafe) private static var lock = pthread_mutex_t()

  private struct Place: Hashable {
    var line: Int
    var column: Int
  }

  /// Opens the record that the environment names. Without one, nothing is recorded.
  static func begin() {
    pthread_mutex_init(&lock, nil)
    guard let path = Platform.environment("GALLEY_RECORD") else { return }
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    mapLastPlace(path + ".place")
    if Platform.environment("GALLEY_OUTPUT") == "1" { _playgroundPrintHook = output }
    atexit { Recording.exiting() }
    for part in (Platform.environment("GALLEY_LINES") ?? "").split(separator: ",") {
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1] else { continue }
      if isWanted.count <= ends[1] {
        isWanted += Array(repeating: false, count: ends[1] + 1 - isWanted.count)
      }
      for line in ends[0]...ends[1] { isWanted[line] = true }
    }
  }

  static func started(_ confined: Bool, rounding: String) {
    send("{\"event\":\"started\",\"confined\":\(confined),\"rounding\":\"\(rounding)\"}")
  }

  static func ended() {
    hasEnded = true
    send("{\"event\":\"ended\"}")
  }

  /// Somebody calls `exit` before the program's last line: say who.
  private static func exiting() {
    if !hasEnded { send("{\"event\":\"exiting\",\"calls\":[\(CrashReport.calls().list)]}") }
  }

  /// A store into memory that the kernel writes out, so that it costs a loop next to nothing.
  static func passed(line: Int, column: Int) {
    lastPlace?.pointee = UInt64(truncatingIfNeeded: line) << 32 | UInt64(truncatingIfNeeded: column)
  }

  private static func mapLastPlace(_ path: String) {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0, ftruncate(file, 8) == 0 else { return }
    let memory = mmap(nil, 8, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
    if memory != MAP_FAILED { lastPlace = memory?.assumingMemoryBound(to: UInt64.self) }
    close(file)
  }

  /// Costs two comparisons where nothing is claimed, so a training loop stays a training loop.
  static func value<Value>(_ value: Value, line: Int, column: Int) {
    guard line < isWanted.count, isWanted[line] else { return }
    pthread_mutex_lock(&lock)
    let count = counts[Place(line: line, column: column), default: 0] + 1
    counts[Place(line: line, column: column)] = count
    pthread_mutex_unlock(&lock)
    guard count <= valuesPerPlace + 1 else { return }
    if count > valuesPerPlace {
      send("{\"event\":\"many\",\"line\":\(line),\"column\":\(column)}")
    } else {
      let encoded = ValueEncoder.encode(value)
      send("{\"event\":\"value\",\"line\":\(line),\"column\":\(column),\"value\":\(encoded)}")
    }
  }

  static func prose<Value>(_ claim: Int, _ value: Value) {
    send("{\"event\":\"prose\",\"claim\":\(claim),\"value\":\(ValueEncoder.encode(value))}")
  }

  /// The frame that each sweep has come to; a single picture is frame 0.
  nonisolated(unsafe) private static var frames: [Int: Int] = [:]

  static func beginFrame(_ frame: Int, of part: Int) { frames[part] = frame }

  /// Texts of any length, for a picture is worth nothing when it is cut.
  static func figure(_ part: Int, _ texts: [String]) {
    let quoted = texts.map(ValueEncoder.quote).joined(separator: ",")
    send(
      "{\"event\":\"figure\",\"part\":\(part),\"frame\":\(frames[part] ?? 0),\"texts\":[\(quoted)]}"
    )
  }

  /// Sends what was printed and which calls led there, so that what a function printed counts for
  /// the statement that called it.
  private static func output(_ text: String) {
    // One at a time: prints of several threads share the buffer for their calls.
    pthread_mutex_lock(&lock)
    defer { pthread_mutex_unlock(&lock) }
    outputCount += 1
    guard outputCount <= outputLimit else {
      if outputCount == outputLimit + 1 { send("{\"event\":\"outputs-cut\"}") }
      return
    }
    guard !ValueEncoder.isTooLong(text) else { return send("{\"event\":\"outputs-cut\"}") }
    let calls = CrashReport.calls()
    if calls.isCut { send("{\"event\":\"outputs-cut\"}") }
    let quoted = ValueEncoder.quote(text)
    send("{\"event\":\"output\",\"text\":\(quoted),\"calls\":[\(calls.list)]}")
  }

  static func send(_ line: String) {
    var bytes = Array(line.utf8)
    bytes.append(UInt8(ascii: "\n"))
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + sent, bytes.count - sent)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      sent += count
    }
  }
}
