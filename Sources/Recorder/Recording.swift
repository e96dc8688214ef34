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
  /// How many prints are told apart; what is printed later belongs to the last of them.
  static let outputLimit = 20_000

  nonisolated(unsafe) private static var descriptor: Int32 = -1
  /// Lines whose values somebody claims something about. Looked at before anything is formatted.
  nonisolated(unsafe) private static var isWanted: [Bool] = []
  nonisolated(unsafe) private static var watchesOutput = false
  nonisolated(unsafe) private static var counts: [Place: Int] = [:]
  nonisolated(unsafe) private static var outputCount = 0
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
    watchesOutput = Platform.environment("GALLEY_OUTPUT") == "1"
    for part in (Platform.environment("GALLEY_LINES") ?? "").split(separator: ",") {
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1] else { continue }
      if isWanted.count <= ends[1] {
        isWanted += Array(repeating: false, count: ends[1] + 1 - isWanted.count)
      }
      for line in ends[0]...ends[1] { isWanted[line] = true }
    }
  }

  static func started(_ confined: Bool) {
    send("{\"event\":\"started\",\"confined\":\(confined)}")
  }

  static func ended() {
    fflush(nil)
    send("{\"event\":\"ended\"}")
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

  /// Says how far the output has come and which calls led there, so that what a function printed
  /// counts for the statement that called it.
  static func output(line: Int) {
    guard watchesOutput, outputCount < outputLimit else { return }
    outputCount += 1
    fflush(nil)
    let end = lseek(1, 0, SEEK_CUR)
    let calls = CrashReport.calls()
    send("{\"event\":\"output\",\"line\":\(line),\"end\":\(end),\"calls\":[\(calls)]}")
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
