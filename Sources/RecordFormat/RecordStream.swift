// RecordStream: events one behind the other in a file, so framed that a lost, repeated, foreign or broken one is
// noticed.
//
// The file begins with a text that names the format, the version, and the nonce of the run. Each event stands in a
// frame: the count of bytes that follow it, the nonce, the event's number, the event, and a checksum.

public enum RecordStream {
  /// Raised with every change of what is written.
  static let version: UInt64 = 1
  private static let magic = Array("Galley's record\n".utf8)
  /// A frame without its event: length, nonce, number, checksum.
  private static let frameLength = 32

  /// What a record begins with.
  public static func header(nonce: UInt64) -> [UInt8] {
    var writer = ByteWriter(bytes: magic)
    writer.put(word: version)
    writer.put(word: nonce)
    return writer.bytes
  }

  /// An event's frame.
  public static func frame(_ event: Event, sequence: Int, nonce: UInt64) -> [UInt8] {
    var frame = Frame(event)
    return frame.sealed(sequence: sequence, nonce: nonce)
  }

  /// An event on its way, whose number is not known yet.
  public struct Frame {
    private var writer = ByteWriter()

    public init(_ event: Event) {
      for _ in 0..<3 { writer.put(word: 0) }
      writer.put(event)
    }

    public mutating func sealed(sequence: Int, nonce: UInt64) -> [UInt8] {
      var head = ByteWriter()
      head.put(word: UInt64(writer.bytes.count))
      head.put(word: nonce)
      head.put(word: UInt64(sequence))
      writer.bytes.replaceSubrange(0..<24, with: head.bytes)
      writer.put(word: writer.bytes.withUnsafeBytes { checksum($0) })
      return writer.bytes
    }
  }

  /// Fowler, Noll and Vo's FNV-1a: every change of a single byte changes it.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01b3 }
    return hash
  }

  // MARK: - Reading

  public struct Contents: Hashable, Sendable {
    /// All events up to the first that is wrong.
    public var events: [Event] = []
    /// What is wrong; nil for a record that is whole as far as it goes.
    public var damage: Damage?
  }

  public struct Damage: Hashable, Sendable {
    /// How many events before it can be relied on.
    public var event: Int
    /// Where in the file it begins.
    public var byte: Int
    public var reason: Reason

    public enum Reason: Hashable, Sendable {
      /// The file does not begin as a record does.
      case noRecord
      case otherVersion(UInt64)
      /// Another program's, or another run's.
      case foreign
      /// The file ends in the middle.
      case truncated
      /// The bytes are not those that were written.
      case changed
      case lost(count: Int)
      case repeated(number: Int)
      case unreadable(UnreadableBytes)
      /// Bytes stand behind the event inside its frame.
      case leftOver(count: Int)
      /// The program counted so many events before its end.
      case miscounted(said: Int)
    }
  }

  /// The events of a record.
  ///
  /// - Parameter nonce: what the run was given.
  public static func read(_ bytes: [UInt8], nonce: UInt64) -> Contents {
    var contents = Contents()
    var reader = ByteReader(bytes[...])
    do throws(Damage.Reason) {
      try readHeader(&reader, nonce)
    } catch {
      contents.damage = Damage(event: 0, byte: 0, reason: error)
      return contents
    }
    while !reader.isAtEnd {
      let start = reader.index
      do throws(Damage.Reason) {
        let event = try readFrame(&reader, bytes, nonce, number: contents.events.count)
        contents.events.append(event)
      } catch {
        contents.damage = Damage(event: contents.events.count, byte: start, reason: error)
        return contents
      }
    }
    return contents
  }

  private static func readHeader(
    _ reader: inout ByteReader, _ nonce: UInt64
  ) throws(Damage.Reason) {
    for expected in magic {
      guard let byte = try? reader.byte(), byte == expected else { throw .noRecord }
    }
    guard let found = try? reader.word(), let owner = try? reader.word() else { throw .truncated }
    guard found == version else { throw .otherVersion(found) }
    guard owner == nonce else { throw .foreign }
  }

  private static func readFrame(
    _ reader: inout ByteReader, _ bytes: [UInt8], _ nonce: UInt64, number: Int
  ) throws(Damage.Reason) -> Event {
    let start = reader.index
    guard let length = try? reader.word(), length <= UInt64(bytes.count - start) else {
      throw .truncated
    }
    // The length counts itself and what follows, up to the checksum.
    let end = start + Int(length)
    guard length >= UInt64(frameLength - 8), bytes.count - end >= 8 else { throw .truncated }
    var tail = ByteReader(bytes[end..<end + 8])
    let sum = bytes.withUnsafeBytes { checksum(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
    guard let wanted = try? tail.word(), wanted == sum else { throw .changed }
    var inside = ByteReader(bytes[start + 8..<end])
    guard let owner = try? inside.word(), let sequence = try? inside.word() else {
      throw .truncated
    }
    guard owner == nonce else { throw .foreign }
    guard let sequence = Int(exactly: sequence) else { throw .changed }
    if sequence < number { throw .repeated(number: sequence) }
    if sequence > number { throw .lost(count: sequence - number) }
    let event: Event
    do throws(UnreadableBytes) { event = try Event(from: &inside) } catch {
      throw .unreadable(error)
    }
    guard inside.isAtEnd else { throw .leftOver(count: end - inside.index) }
    if case .ended(let count) = event, count != number { throw .miscounted(said: count) }
    reader = ByteReader(bytes[(end + 8)...])
    return event
  }
}

extension RecordStream.Damage.Reason: Error {}

extension RecordStream.Damage: CustomStringConvertible {
  public var description: String {
    let what =
      switch reason {
      case .noRecord: "it does not begin as a record does"
      case .otherVersion(let version): "it is of version \(version)"
      case .foreign: "it is another run's"
      case .truncated: "it ends in the middle of an event"
      case .changed: "its bytes are not those that were written"
      case .lost(let count): count == 1 ? "an event is lost" : "\(count) events are lost"
      case .repeated(let number): "event \(number) stands there again"
      case .unreadable(.unknown(let number)): "nothing is known by the number \(number)"
      case .unreadable(.endTooEarly): "an event ends too early"
      case .unreadable(.notText): "a text is not UTF-8"
      case .unreadable(.numberTooLarge): "a number is too large"
      case .unreadable(.tooDeep): "a value is nested too deeply"
      case .leftOver(let count): "\(count) bytes stand behind an event"
      case .miscounted(let said): "the program counted \(said) events"
      }
    return "\(what), at event \(event), byte \(byte)"
  }
}
