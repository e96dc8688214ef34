// DerivationCoding: what is seen of derivations as bytes, each type written and read in the same order.

extension DrawnInput: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    bytes.put(site, text, course)
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(site: try bytes.get(), text: try bytes.get(), course: try bytes.get())
  }
}

extension DrawnInput.Course: ByteCoded {}

extension SampledLine: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    for number in [part, step, draws, choices, discarded, unreached, failures] { bytes.put(number) }
    bytes.put(measure, isDecisive, incomparable, rate, sequences, first, smallest)
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      part: try bytes.get(), step: try bytes.get(), draws: try bytes.get(),
      choices: try bytes.get(), discarded: try bytes.get(), unreached: try bytes.get(),
      failures: try bytes.get(),
      measure: try bytes.get(), isDecisive: try bytes.get(), incomparable: try bytes.get(),
      rate: try bytes.get(), sequences: try bytes.get(), first: try bytes.get(),
      smallest: try bytes.get())
  }
}

extension SampledLine.Incomparable: ByteCoded {
  private enum Kind: UInt8, ByteCoded {
    case type = 1
    case noOrder, notNumbers, notOneNumber, proportionOfOne, noVariable, noSequence, shortSequence,
      movingLimit, twoPlateaus
  }

  func write(to bytes: inout ByteWriter) {
    switch self {
    case .type(let name): bytes.put(Kind.type, name)
    case .noOrder: bytes.put(Kind.noOrder)
    case .notNumbers: bytes.put(Kind.notNumbers)
    case .notOneNumber: bytes.put(Kind.notOneNumber)
    case .proportionOfOne: bytes.put(Kind.proportionOfOne)
    case .noVariable: bytes.put(Kind.noVariable)
    case .noSequence: bytes.put(Kind.noSequence)
    case .shortSequence(let count, let needed): bytes.put(Kind.shortSequence, count, needed)
    case .movingLimit: bytes.put(Kind.movingLimit)
    case .twoPlateaus: bytes.put(Kind.twoPlateaus)
    }
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    switch try Kind(from: &bytes) {
    case .type: self = .type(try bytes.get())
    case .noOrder: self = .noOrder
    case .notNumbers: self = .notNumbers
    case .notOneNumber: self = .notOneNumber
    case .proportionOfOne: self = .proportionOfOne
    case .noVariable: self = .noVariable
    case .noSequence: self = .noSequence
    case .shortSequence: self = .shortSequence(count: try bytes.get(), needed: try bytes.get())
    case .movingLimit: self = .movingLimit
    case .twoPlateaus: self = .twoPlateaus
    }
  }
}

extension SampledLine.Failure: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    bytes.put(draw, inputs, above, here, cause)
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      draw: try bytes.get(), inputs: try bytes.get(), above: try bytes.get(),
      here: try bytes.get(), cause: try bytes.get())
  }
}

extension SampledLine.Failure.Cause: ByteCoded {
  private enum Kind: UInt8, ByteCoded {
    case apart = 1
    case differs, wrongOrder, equal, kinds, entries, undefinedAbove, undefinedHere, infinite, threw,
      notConstant, factors, oneIsZero, extremes, noLimit, leavesLimit
  }

  func write(to bytes: inout ByteWriter) {
    func put(_ kind: Kind, _ place: [Int] = []) {
      bytes.put(kind, place)
    }
    switch self {
    case .apart(let size, let allowed, let place):
      put(.apart, place)
      bytes.put(size, allowed)
    case .differs(let place): put(.differs, place)
    case .wrongOrder(let size, let place):
      put(.wrongOrder, place)
      bytes.put(size)
    case .equal(let place): put(.equal, place)
    case .kinds(let place): put(.kinds, place)
    case .entries(let above, let here, let place):
      put(.entries, place)
      bytes.put(above, here)
    case .undefinedAbove(let place): put(.undefinedAbove, place)
    case .undefinedHere(let place): put(.undefinedHere, place)
    case .infinite(let place): put(.infinite, place)
    case .threw(let text):
      put(.threw)
      bytes.put(text)
    case .notConstant(let here, let elsewhere):
      put(.notConstant)
      bytes.put(here, elsewhere)
    case .factors(let one, let other):
      put(.factors)
      bytes.put(one, other)
    case .oneIsZero: put(.oneIsZero)
    case .extremes(let above, let here, let allowed):
      put(.extremes)
      bytes.put(above, here, allowed)
    case .noLimit(let errors, let allowed):
      put(.noLimit)
      bytes.put(errors, allowed)
    case .leavesLimit(let errors):
      put(.leavesLimit)
      bytes.put(errors)
    }
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    let kind = try Kind(from: &bytes)
    let place: [Int] = try bytes.get()
    switch kind {
    case .apart: self = .apart(by: try bytes.get(), allowed: try bytes.get(), at: place)
    case .differs: self = .differs(at: place)
    case .wrongOrder: self = .wrongOrder(by: try bytes.get(), at: place)
    case .equal: self = .equal(at: place)
    case .kinds: self = .kinds(at: place)
    case .entries: self = .entries(above: try bytes.get(), here: try bytes.get(), at: place)
    case .undefinedAbove: self = .undefinedAbove(at: place)
    case .undefinedHere: self = .undefinedHere(at: place)
    case .infinite: self = .infinite(at: place)
    case .threw: self = .threw(try bytes.get())
    case .notConstant: self = .notConstant(here: try bytes.get(), elsewhere: try bytes.get())
    case .factors: self = .factors(try bytes.get(), try bytes.get())
    case .oneIsZero: self = .oneIsZero
    case .extremes:
      self = .extremes(above: try bytes.get(), here: try bytes.get(), allowed: try bytes.get())
    case .noLimit: self = .noLimit(errors: try bytes.get(), allowed: try bytes.get())
    case .leavesLimit: self = .leavesLimit(errors: try bytes.get())
    }
  }
}

extension EnclosedLine: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    for number in [part, step, boxes] { bytes.put(number) }
    bytes.put(verdict)
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      part: try bytes.get(), step: try bytes.get(), boxes: try bytes.get(),
      verdict: try bytes.get())
  }
}

extension EnclosedLine.Verdict: ByteCoded {
  private enum Kind: UInt8, ByteCoded {
    case held = 1
    case refuted, open
  }

  func write(to bytes: inout ByteWriter) {
    switch self {
    case .held(let measure): bytes.put(Kind.held, measure)
    case .refuted(let lower, let upper, let size):
      bytes.put(Kind.refuted)
      for number in [lower, upper, size] { bytes.put(number) }
    case .open(let lower, let upper, let isDefined):
      bytes.put(Kind.open)
      for number in [lower, upper] { bytes.put(number) }
      bytes.put(isDefined)
    }
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    switch try Kind(from: &bytes) {
    case .held: self = .held(measure: try bytes.get())
    case .refuted:
      self = .refuted(lower: try bytes.get(), upper: try bytes.get(), by: try bytes.get())
    case .open:
      self = .open(lower: try bytes.get(), upper: try bytes.get(), isDefined: try bytes.get())
    }
  }
}
