// What a program writes is what Galley reads; whatever happens to the bytes on their way is noticed.

import Testing

@testable import GalleyRecordFormat

@Suite struct RecordStreamTests {
  private static let type = RecordedValue.TypeName(short: "In", full: "Program.Other.In")
  private static let shown = RecordedValue.Shown(type: type, printed: "2.50 €")
  private static let one = RecordedValue.integer("-1", type: type)
  private static let site = Site(line: 12, column: 5)
  private static let input = DrawnInput(site: site, text: "[0.0, 1.0]", course: .vanishing)

  private static func float(_ magnitude: RecordedValue.Float.Magnitude) -> RecordedValue {
    .float(
      .init(
        printed: "0.1", isNegative: true, precision: 53, leastExponent: -1074,
        magnitude: magnitude, type: type))
  }

  private static let values: [RecordedValue] = [
    one, float(.finite(significand: .max, exponent: -1126)), float(.infinite), float(.notANumber),
    .boolean(true), .text("\u{FEFF}a\u{0}é👩‍👩‍👧"), .text(""), .none, .some(.some(.none)),
    .list([one, .cut], shown), .set([], .init(type: type)), .tuple([]),
    .dictionary([.init(key: one, value: .none)], isOrdered: true, shown),
    .tuple([.init(label: "", value: one), .init(label: "b", value: .boolean(false))]),
    .object([.init(label: "n", value: .tuple([]))], shown),
    .enumCase("circle", [.init(label: "radius", value: one)], shown), .decimal("0.1"),
    .opaque(shown), .cut,
  ]

  private static let causes: [SampledLine.Failure.Cause] = [
    .apart(by: 0.5, allowed: 1e-12, at: [0, 300]), .differs(at: []), .wrongOrder(by: 1, at: [2]),
    .equal(at: []), .kinds(at: []), .entries(above: 2, here: 3, at: [1]), .undefinedAbove(at: []),
    .undefinedHere(at: [-1]), .infinite(at: [7]), .threw("Bad()"),
    .notConstant(here: .infinity, elsewhere: -0.0), .factors(2, 2.5), .oneIsZero,
    .extremes(above: 0.5, here: nil, allowed: 0), .noLimit(errors: [1, 0.5], allowed: 1e-6),
    .leavesLimit(errors: []),
  ]

  private static let reasons: [DataProblem.Reason] = [
    .undeclared(known: ["a.csv", "b.csv"]), .missing, .notText, .empty, .unnamedColumn(number: 3),
    .doubledColumn("x"), .rowLength(line: 2, fields: 1, columns: 3), .lineEnding(line: 4),
    .textBehindQuote(line: 5), .quoteInside(line: 6), .openQuote(line: 7),
    .noColumn("y", known: []), .noNumber(field: "", column: "x", line: 8),
    .noLabel(field: "-1", column: "x", line: 9),
  ]

  private static let incomparable: [SampledLine.Incomparable?] = [
    nil, .type("Set<Int>"), .noOrder, .notNumbers, .notOneNumber, .proportionOfOne, .noVariable,
    .noSequence, .shortSequence(count: 3, needed: 5), .movingLimit, .twoPlateaus,
  ]

  private static func sampled(
    _ incomparable: SampledLine.Incomparable? = nil, cause: SampledLine.Failure.Cause? = nil
  ) -> Event {
    .sampled(
      SampledLine(
        part: 3, step: 2, draws: 1000, choices: 3000, discarded: 4, unreached: 5, failures: 6,
        measure: -1e-13, isDecisive: true, incomparable: incomparable,
        rate: cause == nil ? nil : .infinity,
        sequences: [input],
        first: cause.map {
          .init(draw: 7, inputs: [input, input], above: "1.0", here: nil, cause: $0)
        }, smallest: nil))
  }

  /// Every event, with every case that it may hold.
  static let events: [Event] =
    Rounding.allCases.map { .started(isConfined: $0 == .up, rounding: $0) }
    + values.map { .value(watch: 1 << 40, $0) }
    + [Mark.Moment.begin, .next, .end].map {
      .mark(watch: 7, Mark($0, run: 3, context: 9, output: 300, errors: nil))
    }
    + incomparable.map { sampled($0) } + causes.map { sampled(cause: $0) }
    + reasons.map { .dataProblem(DataProblem(file: "d/x.csv", site: site, reason: $0)) }
    + [
      .overfull(watch: 0), .read(file: "a.csv"), .exiting(calls: [1, Int.max]),
      .picture(part: 1, frame: 2, Picture(title: "a", summary: "b", svg: "<svg/>", table: "")),
      .enclosed(EnclosedLine(part: 1, step: 2, boxes: 64, verdict: .held(measure: 1e-15))),
      .enclosed(
        EnclosedLine(part: 1, step: 2, boxes: 64, verdict: .refuted(lower: -1, upper: 1, by: 2))),
      .enclosed(
        EnclosedLine(
          part: 1, step: 2, boxes: 64, verdict: .open(lower: 0, upper: 1, isDefined: false))),
      .stoppedDraw(part: 1, draw: 2, [input]),
      .stopped(Stop(instruction: -5, calls: [100, 1 << 45], thrown: [])),
    ]

  private static let nonce: UInt64 = 0xfeed_f00d_0bad_cafe

  private static func frames(_ events: [Event], nonce: UInt64 = nonce) -> [[UInt8]] {
    (events + [.ended(count: events.count)]).enumerated().map {
      RecordStream.frame($0.element, sequence: $0.offset, nonce: nonce)
    }
  }

  private static func record(_ frames: [[UInt8]]) -> [UInt8] {
    RecordStream.header(nonce: nonce) + frames.joined()
  }

  private func read(_ frames: [[UInt8]]) -> RecordStream.Contents {
    RecordStream.read(Self.record(frames), nonce: Self.nonce)
  }

  @Test func everyEventComesBack() {
    let contents = read(Self.frames(Self.events))
    #expect(contents.damage == nil)
    #expect(contents.events == Self.events + [.ended(count: Self.events.count)])
  }

  @Test func integersOfAllSizesComeBack() throws {
    var numbers = [0, 1, -1, 63, 64, -64, -65, Int.max, Int.min]
    for shift in 0..<63 { numbers += [1 << shift, -(1 << shift), (1 << shift) - 1] }
    var writer = ByteWriter()
    writer.put(numbers)
    var reader = ByteReader(writer.bytes[...])
    let read: [Int] = try reader.get()
    #expect(read == numbers && reader.isAtEnd)
  }

  @Test func theHandlersFramesAreThoseOfTheEvents() {
    var frame = SignalFrame(capacity: 4096)
    let addresses = [0x40, 0x1010, 0x1_0000_1000].map { UnsafeMutableRawPointer(bitPattern: $0) }
    let stopped = addresses.withUnsafeBufferPointer { calls in
      frame.stopped(
        instruction: 16, calls: calls, thrown: .init(rebasing: calls[1..<2]), base: 0x1000,
        sequence: 3, nonce: 4
      ).map { Array($0) }
    }
    let stop = Stop(instruction: 16, calls: [0x10, 1 << 32], thrown: [0x10])
    #expect(stopped == RecordStream.frame(.stopped(stop), sequence: 3, nonce: 4))
    var inputs = DrawnInputs(capacity: 60)
    inputs.append(Self.input)
    inputs.removeAll()
    for _ in 0..<5 { inputs.append(Self.input) }
    let draw = frame.stoppedDraw(part: 1, draw: 9, inputs, sequence: 3, nonce: 4).map { Array($0) }
    // As many as there is room for.
    let told = Event.stoppedDraw(
      part: 1, draw: 9, [Self.input, Self.input, Self.input, Self.input])
    #expect(draw == RecordStream.frame(told, sequence: 3, nonce: 4))
    var small = SignalFrame(capacity: 40)
    #expect(small.stoppedDraw(part: 1, draw: 9, inputs, sequence: 3, nonce: 4) == nil)
  }

  // MARK: - Damage

  @Test func lostRepeatedAndForeignEventsAreNoticed() {
    let frames = Self.frames(Self.events)
    func damage(_ frames: [[UInt8]]) -> RecordStream.Damage.Reason? { read(frames).damage?.reason }
    #expect(damage(Array(frames[..<4] + frames[5...])) == .lost(count: 1))
    #expect(damage(Array(frames[..<4] + frames[6...])) == .lost(count: 2))
    #expect(damage(Array(frames[..<5] + frames[4...])) == .repeated(number: 4))
    let foreign = Self.frames(Self.events, nonce: 5)
    #expect(damage(frames[..<4] + [foreign[4]] + frames[5...]) == .foreign)
    let wrongCount = RecordStream.frame(.ended(count: 3), sequence: 2, nonce: Self.nonce)
    #expect(damage(frames[..<2] + [wrongCount]) == .miscounted(said: 3))
    // All before the damage is there, and the place is named.
    let contents = read(Array(frames[..<4] + frames[5...]))
    #expect(contents.events == Array(Self.events[..<4]))
    #expect(contents.damage?.event == 4)
    #expect(contents.damage?.byte == Self.record(Array(frames[..<4])).count)
    // Of a program that was stopped the end is missing, and nothing else is wrong.
    #expect(damage(frames.dropLast()) == nil)
  }

  @Test func otherFilesAreNoRecords() {
    func reason(_ bytes: [UInt8]) -> RecordStream.Damage.Reason? {
      RecordStream.read(bytes, nonce: Self.nonce).damage?.reason
    }
    #expect(reason([]) == .noRecord)
    #expect(reason(Array("{\"event\":\"started\"}\n".utf8)) == .noRecord)
    #expect(reason(RecordStream.header(nonce: 1)) == .foreign)
    var other = Self.record([])
    other[16] += 1
    #expect(reason(other) == .otherVersion(RecordStream.version + 1))
  }

  /// A frame that is whole, around bytes of one's own.
  private func frame(around event: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    for word in [UInt64(24 + event.count), Self.nonce, 0] { writer.put(word: word) }
    writer.bytes += event
    writer.put(word: writer.bytes.withUnsafeBytes { RecordStream.checksum($0) })
    return writer.bytes
  }

  @Test func eventsThatNobodyKnowsAreNoticed() {
    func damage(_ event: [UInt8]) -> RecordStream.Damage.Reason? {
      read([frame(around: event)]).damage?.reason
    }
    var overfull = ByteWriter()
    overfull.put(Event.overfull(watch: 3))
    #expect(damage(overfull.bytes) == nil)
    #expect(damage([200]) == .unreadable(.unknown(200)))
    #expect(damage(overfull.bytes + [0, 0]) == .leftOver(count: 2))
    #expect(damage(overfull.bytes.dropLast()) == .unreadable(.endTooEarly))
    #expect(damage([]) == .unreadable(.endTooEarly))
    var deep = ByteWriter()
    deep.put(Event.Kind.value)
    deep.put(int: 1)
    let some = 6 as UInt8
    #expect(
      damage(deep.bytes + [UInt8](repeating: some, count: 100_000)) == .unreadable(.tooDeep))
    var text = ByteWriter()
    text.put(Event.Kind.read)
    text.put(int: 1)
    #expect(damage(text.bytes + [0xff]) == .unreadable(.notText))
    var huge = ByteWriter()
    huge.put(Event.Kind.read)
    huge.put(int: .max)
    #expect(damage(huge.bytes) == .unreadable(.endTooEarly))
  }

  @Test func aRecordThatEndsEarlySaysSo() {
    let frames = Self.frames(Array(Self.events[..<12]))
    let whole = Self.record(frames)
    var ends = Set([Self.record([]).count])
    for frame in frames { ends.insert((ends.max() ?? 0) + frame.count) }
    for length in 0..<whole.count {
      let contents = RecordStream.read(Array(whole[..<length]), nonce: Self.nonce)
      #expect((contents.damage == nil) == ends.contains(length), "\(length) bytes")
      #expect(contents.events.elementsEqual(Self.events.prefix(contents.events.count)))
    }
  }

  /// A thousand accidents: one bit, a few bytes, a piece lost or doubled. What is read before is never another event.
  @Test func noAccidentIsOverlooked() {
    var seed: UInt64 = 0x9e37_79b9_7f4a_7c15
    func below(_ count: Int) -> Int {
      seed ^= seed << 13
      seed ^= seed >> 7
      seed ^= seed << 17
      return Int(seed % UInt64(count))
    }
    let some = Self.events.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
    let whole = Self.record(Self.frames(some))
    let events = some + [.ended(count: some.count)]
    for round in 0..<1000 {
      var bytes = whole
      let place = below(bytes.count)
      switch round % 4 {
      case 0: bytes[place] ^= 1 << UInt8(below(8))
      case 1: for _ in 0...below(8) { bytes[below(bytes.count)] &+= UInt8(1 + below(255)) }
      case 2: bytes.removeSubrange(place..<min(bytes.count - 1, place + 1 + below(40)))
      default:
        let piece = bytes[place..<min(bytes.count, place + 1 + below(40))]
        bytes.insert(contentsOf: piece, at: place)
      }
      guard bytes != whole else { continue }
      let contents = RecordStream.read(bytes, nonce: Self.nonce)
      #expect(contents.damage != nil, "round \(round)")
      #expect(contents.events.elementsEqual(events.prefix(contents.events.count)))
    }
  }
}
