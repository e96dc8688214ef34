// SignalFrame: the events that a signal's handler writes. It may be called while the program holds the allocator's
// lock, so nothing here allocates: the memory is taken beforehand.

/// One frame in memory of its own. What does not fit is left out, and its event not written.
public struct SignalFrame: ByteSink {
  private let memory: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private var count = 0

  public init(capacity: Int) {
    memory = .allocate(capacity: capacity)
    memory.initialize(repeating: 0, count: capacity)
    self.capacity = capacity
  }

  mutating func put(byte: UInt8) {
    if count < capacity { memory[count] = byte }
    count += 1
  }

  private mutating func begin(_ kind: Event.Kind, _ sequence: Int, _ nonce: UInt64) {
    count = 0
    put(word: 0)
    put(word: nonce)
    put(word: UInt64(truncatingIfNeeded: sequence))
    put(byte: kind.rawValue)
  }

  /// The whole frame; nil for one that was too long.
  private mutating func sealed() -> UnsafeRawBufferPointer? {
    guard count + 8 <= capacity else { return nil }
    let length = count
    count = 0
    put(word: UInt64(truncatingIfNeeded: length))
    count = length
    put(word: RecordStream.checksum(UnsafeRawBufferPointer(start: memory, count: length)))
    return UnsafeRawBufferPointer(start: memory, count: count)
  }

  /// ``Event/stopped(_:)``, from addresses in memory.
  public mutating func stopped(
    instruction: Int, calls: UnsafeBufferPointer<UnsafeMutableRawPointer?>,
    thrown: UnsafeBufferPointer<UnsafeMutableRawPointer?>, base: Int, sequence: Int, nonce: UInt64
  ) -> UnsafeRawBufferPointer? {
    begin(.stopped, sequence, nonce)
    put(int: instruction)
    put(calls, base)
    put(thrown, base)
    return sealed()
  }

  /// Addresses as offsets into an image; what lies before it is none of its code.
  private mutating func put(
    _ addresses: UnsafeBufferPointer<UnsafeMutableRawPointer?>, _ base: Int
  ) {
    var known = 0
    var index = 0
    while index < addresses.count {
      if Int(bitPattern: addresses[index]) > base { known += 1 }
      index += 1
    }
    put(int: known)
    index = 0
    while index < addresses.count {
      let offset = Int(bitPattern: addresses[index]) &- base
      if offset > 0 { put(int: offset) }
      index += 1
    }
  }

  /// ``Event/stoppedDraw(part:draw:_:)``, from inputs that were written one by one as they were drawn.
  public mutating func stoppedDraw(
    part: Int, draw: Int, _ inputs: DrawnInputs, sequence: Int, nonce: UInt64
  ) -> UnsafeRawBufferPointer? {
    begin(.stoppedDraw, sequence, nonce)
    put(int: part)
    put(int: draw)
    put(int: inputs.count)
    var index = 0
    while index < inputs.length {
      put(byte: inputs.memory[index])
      index += 1
    }
    return sealed()
  }
}

/// The inputs of the draw that runs, as bytes, for a handler that cannot encode them any more.
public struct DrawnInputs {
  fileprivate let memory: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  fileprivate var count = 0
  fileprivate var length = 0

  public init(capacity: Int) {
    memory = .allocate(capacity: capacity)
    memory.initialize(repeating: 0, count: capacity)
    self.capacity = capacity
  }

  public mutating func removeAll() {
    // First, since a handler may look in between.
    count = 0
    length = 0
  }

  /// Adds an input, or leaves it out when there is no more room.
  public mutating func append(_ input: DrawnInput) {
    var writer = ByteWriter()
    writer.put(input)
    let bytes = writer.bytes
    guard length + bytes.count <= capacity else { return }
    for (offset, byte) in bytes.enumerated() { memory[length + offset] = byte }
    length += bytes.count
    count += 1
  }
}
