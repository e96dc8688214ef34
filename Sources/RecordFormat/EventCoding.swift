// EventCoding: events as bytes, each type written and read in the same order. Derivations and values have files of
// their own.

extension Event {
  enum Kind: UInt8, ByteCoded {
    case started = 1
    case value, overfull, mark, picture, sampled, enclosed, stoppedDraw, read, dataProblem, exiting,
      stopped, ended
  }
}

extension Event: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    switch self {
    case .started(let isConfined, let rounding): bytes.put(Kind.started, isConfined, rounding)
    case .value(let watch, let value): bytes.put(Kind.value, watch, value)
    case .overfull(let watch): bytes.put(Kind.overfull, watch)
    case .mark(let watch, let mark): bytes.put(Kind.mark, watch, mark)
    case .picture(let part, let frame, let picture): bytes.put(Kind.picture, part, frame, picture)
    case .sampled(let line): bytes.put(Kind.sampled, line)
    case .enclosed(let line): bytes.put(Kind.enclosed, line)
    case .stoppedDraw(let part, let draw, let inputs):
      bytes.put(Kind.stoppedDraw, part, draw, inputs)
    case .read(let file): bytes.put(Kind.read, file)
    case .dataProblem(let problem): bytes.put(Kind.dataProblem, problem)
    case .exiting(let calls): bytes.put(Kind.exiting, calls)
    case .stopped(let stop): bytes.put(Kind.stopped, stop)
    case .ended(let count): bytes.put(Kind.ended, count)
    }
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    switch try Kind(from: &bytes) {
    case .started: self = .started(isConfined: try bytes.get(), rounding: try bytes.get())
    case .value: self = .value(watch: try bytes.get(), try bytes.get())
    case .overfull: self = .overfull(watch: try bytes.get())
    case .mark: self = .mark(watch: try bytes.get(), try bytes.get())
    case .picture:
      self = .picture(part: try bytes.get(), frame: try bytes.get(), try bytes.get())
    case .sampled: self = .sampled(try bytes.get())
    case .enclosed: self = .enclosed(try bytes.get())
    case .stoppedDraw:
      self = .stoppedDraw(part: try bytes.get(), draw: try bytes.get(), try bytes.get())
    case .read: self = .read(file: try bytes.get())
    case .dataProblem: self = .dataProblem(try bytes.get())
    case .exiting: self = .exiting(calls: try bytes.get())
    case .stopped: self = .stopped(try bytes.get())
    case .ended: self = .ended(count: try bytes.get())
    }
  }
}

extension Rounding: ByteCoded {}
extension Mark.Moment: ByteCoded {}

extension Mark: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    bytes.put(moment, run, context, output, errors)
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      try bytes.get(), run: try bytes.get(), context: try bytes.word(), output: try bytes.get(),
      errors: try bytes.get())
  }
}

extension Picture: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    for text in [title, summary, svg, table] { bytes.put(text) }
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      title: try bytes.get(), summary: try bytes.get(), svg: try bytes.get(),
      table: try bytes.get())
  }
}

extension Site: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    bytes.put(line, column)
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(line: try bytes.get(), column: try bytes.get())
  }
}

extension Stop: ByteCoded {
  /// ``SignalFrame/stopped(instruction:calls:thrown:base:sequence:nonce:)`` writes the same without allocating.
  func write(to bytes: inout ByteWriter) {
    bytes.put(instruction, calls, thrown)
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(instruction: try bytes.get(), calls: try bytes.get(), thrown: try bytes.get())
  }
}

extension DataProblem: ByteCoded {
  func write(to bytes: inout ByteWriter) {
    bytes.put(file, site, reason)
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    self.init(file: try bytes.get(), site: try bytes.get(), reason: try bytes.get())
  }
}

extension DataProblem.Reason: ByteCoded {
  private enum Kind: UInt8, ByteCoded {
    case undeclared = 1
    case missing, notText, empty, unnamedColumn, doubledColumn, rowLength, lineEnding,
      textBehindQuote, quoteInside, openQuote, noColumn, noNumber, noLabel
  }

  func write(to bytes: inout ByteWriter) {
    func put(_ kind: Kind, _ numbers: Int...) {
      bytes.put(kind)
      for number in numbers { bytes.put(number) }
    }
    switch self {
    case .undeclared(let known):
      put(.undeclared)
      bytes.put(known)
    case .missing: put(.missing)
    case .notText: put(.notText)
    case .empty: put(.empty)
    case .unnamedColumn(let number): put(.unnamedColumn, number)
    case .doubledColumn(let name):
      put(.doubledColumn)
      bytes.put(name)
    case .rowLength(let line, let fields, let columns): put(.rowLength, line, fields, columns)
    case .lineEnding(let line): put(.lineEnding, line)
    case .textBehindQuote(let line): put(.textBehindQuote, line)
    case .quoteInside(let line): put(.quoteInside, line)
    case .openQuote(let line): put(.openQuote, line)
    case .noColumn(let name, let known):
      put(.noColumn)
      bytes.put(name, known)
    case .noNumber(let field, let column, let line):
      put(.noNumber)
      bytes.put(field, column, line)
    case .noLabel(let field, let column, let line):
      put(.noLabel)
      bytes.put(field, column, line)
    }
  }

  init(from bytes: inout ByteReader) throws(UnreadableBytes) {
    switch try Kind(from: &bytes) {
    case .undeclared: self = .undeclared(known: try bytes.get())
    case .missing: self = .missing
    case .notText: self = .notText
    case .empty: self = .empty
    case .unnamedColumn: self = .unnamedColumn(number: try bytes.get())
    case .doubledColumn: self = .doubledColumn(try bytes.get())
    case .rowLength:
      self = .rowLength(
        line: try bytes.get(), fields: try bytes.get(), columns: try bytes.get())
    case .lineEnding: self = .lineEnding(line: try bytes.get())
    case .textBehindQuote: self = .textBehindQuote(line: try bytes.get())
    case .quoteInside: self = .quoteInside(line: try bytes.get())
    case .openQuote: self = .openQuote(line: try bytes.get())
    case .noColumn: self = .noColumn(try bytes.get(), known: try bytes.get())
    case .noNumber:
      self = .noNumber(field: try bytes.get(), column: try bytes.get(), line: try bytes.get())
    case .noLabel:
      self = .noLabel(field: try bytes.get(), column: try bytes.get(), line: try bytes.get())
    }
  }
}
