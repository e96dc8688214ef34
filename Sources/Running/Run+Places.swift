// Whether a run is good for the same program at other lines of its essay.

import GalleyRecordFormat

extension Run {
  /// Whether nothing in it names a line: then it is what becomes of the same program when a paragraph before it grows.
  package var namesNoLine: Bool {
    guard messages.isEmpty, others.isEmpty else { return false }
    switch ending {
    case .compiled: return true
    case .refused, .unmade: return false
    case .ran(let execution): return execution.end == .finished && execution.record.namesNoLine
    }
  }
}

extension Record {
  fileprivate var namesNoLine: Bool {
    damage == nil && stop == nil && stoppedDraw == nil && dataProblems.isEmpty && exitCalls == nil
      && sampled.values.allSatisfy {
        $0.sequences.isEmpty && $0.first == nil && $0.smallest == nil
      }
  }
}
