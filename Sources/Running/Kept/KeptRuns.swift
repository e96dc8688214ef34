// KeptRuns: what became of programs, kept for the next run of Galley. A run is kept and no verdict: a claim that
// changed is judged again, and nothing runs for it.

import Files
import Foundation

package struct KeptRuns: Sendable {
  package let runs: Keep

  package init(in shop: Workshop) { runs = Keep(in: shop.folder + "/runs", files: shop.files) }

  /// The run of this very key; nil where none is kept, or what stands there is not whole.
  package func take(_ key: RunKey) -> Run? {
    guard let key = try? key.bytes, let bytes = runs.value(for: key) else { return nil }
    return try? PropertyListDecoder().decode(Run.self, from: bytes)
  }

  package func keep(_ run: Run, as key: RunKey) {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .binary
    guard let key = try? key.bytes, let bytes = try? encoder.encode(run) else { return }
    runs.keep(bytes, for: key)
  }
}

extension RunKey {
  /// The same bytes for the same key.
  package var bytes: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(self)
    }
  }
}

extension Run {
  /// Whether the same would become of the program at any time. What depends on how busy the machine was, on a signal
  /// from outside or on a disk is tried again.
  package var isKeepable: Bool {
    switch ending {
    case .compiled, .refused: true
    case .unmade: false
    case .ran(let execution): ([execution] + others.values).allSatisfy(\.isKeepable)
    }
  }
}

extension Run {
  /// Whether it used up its processor time, as it would on any machine that is not much quicker.
  package var isEndless: Bool { execution?.end == .timedOut }
}

extension Execution {
  fileprivate var isKeepable: Bool {
    guard record.damage == nil else { return false }
    return switch end {
    case .finished, .threw, .exited, .overMemory, .overOutput, .startedProcess: true
    case .stopped(let signal): [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE].contains(signal)
    case .timedOut, .waited, .outlasted: false
    }
  }
}
