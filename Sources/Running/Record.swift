// Record: the events of one run of a program, sorted by what they are about.

import GalleyRecordFormat

/// What a program told of itself.
package struct Record: Sendable {
  /// The values of each watched statement, in time.
  package var values: [Int: [RecordedValue]] = [:]
  /// Statements that had more values than are recorded.
  package var overfull: Set<Int> = []
  /// The moments at which the output of a watched statement was looked at, in time.
  package var marks: [Int: [Mark]] = [:]
  /// The pictures of each part of the page, by frame.
  package var pictures: [Int: [Int: Picture]] = [:]
  package var sampled: [LinePlace: SampledLine] = [:]
  package var enclosed: [LinePlace: EnclosedLine] = [:]
  /// The draw of a derivation in the middle of which the program stopped.
  package var stoppedDraw: (part: Int, draw: Int, inputs: [DrawnInput])?
  package var filesRead: Set<String> = []
  package var dataProblems: [DataProblem] = []
  package var exitCalls: [Int]?
  package var stop: Stop?
  package var hasStarted = false
  package var isConfined = true
  package var rounding: Rounding?
  package var hasEnded = false
  /// Why the record cannot be relied on from some event on; nil for a whole one.
  package var damage: RecordStream.Damage?

  /// A line of a derivation.
  package struct LinePlace: Hashable, Sendable {
    package var part: Int
    package var step: Int

    package init(part: Int, step: Int) {
      self.part = part
      self.step = step
    }
  }

  package init() {}
}
