// RecordReading: sorts the events of a record by what they are about.

import GalleyRecordFormat

extension Record {
  /// - Parameter nonce: what the program was told to sign its events with.
  package init(reading bytes: [UInt8], nonce: UInt64) {
    self.init()
    let stream = RecordStream.read(bytes, nonce: nonce)
    for event in stream.events { add(event) }
    damage = stream.damage
  }

  private mutating func add(_ event: Event) {
    switch event {
    case .started(let isConfined, let rounding):
      hasStarted = true
      self.isConfined = isConfined
      self.rounding = rounding
    case .value(let watch, let value): values[watch, default: []].append(value)
    case .overfull(let watch): overfull.insert(watch)
    case .mark(let watch, let mark): marks[watch, default: []].append(mark)
    case .picture(let part, let frame, let picture): pictures[part, default: [:]][frame] = picture
    case .sampled(let line): sampled[LinePlace(part: line.part, step: line.step)] = line
    case .enclosed(let line): enclosed[LinePlace(part: line.part, step: line.step)] = line
    case .stoppedDraw(let part, let draw, let inputs): stoppedDraw = (part, draw, inputs)
    case .read(let file): filesRead.insert(file)
    case .dataProblem(let problem): dataProblems.append(problem)
    case .exiting(let calls): exitCalls = calls
    case .stopped(let stop): self.stop = stop
    case .ended: hasEnded = true
    }
  }
}
