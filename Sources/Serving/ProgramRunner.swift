// ProgramRunner: the programs of the essays as they are at the moment. What is no longer wanted is ended, what is still wanted
// goes on, whatever is written meanwhile.

import Diagnostics
import Markup
import Reading
import Running
import Site
import Verification

actor ProgramRunner {
  /// What programs are run with. Another library or other settings are another surrounding, and nothing goes on from one to
  /// the next.
  struct Surrounding: Sendable {
    var session: Session
    /// Tells surroundings apart.
    var name: String
    /// All essays: some of them may draw.
    var documents: [Document]
    var productPlaces: [String: Int]
  }

  enum Event: Sendable {
    /// The library was built, or could not be.
    case opened(Log, surrounding: String, isUsable: Bool)
    case finished(FinishedProgram, PlannedProgram, surrounding: String)
    /// No program can be made at all.
    case failed(any Error, surrounding: String)
  }

  /// One surrounding with the programs in it.
  private final class Shift {
    let surrounding: Surrounding
    var bench: Bench?
    var isOpening = false
    var isOver = false
    var queue: [PlannedProgram] = []
    var running: [RunMemory.Key: Task<Void, Never>] = [:]
    var wanted: [RunMemory.Key: PlannedProgram] = [:]
    /// How often it was idle: who waits for that to last sees whether it did.
    var pauses = 0

    init(_ surrounding: Surrounding) { self.surrounding = surrounding }
  }

  private var shift: Shift?
  private let tell: @Sendable (Event) async -> Void

  init(tell: @escaping @Sendable (Event) async -> Void) { self.tell = tell }

  /// The programs of which nobody knows what becomes of them; all others are ended.
  func want(_ programs: [PlannedProgram], in surrounding: Surrounding) {
    if shift?.surrounding.name != surrounding.name {
      if let shift { end(shift) }
      shift = Shift(surrounding)
    }
    guard let shift else { return }
    shift.wanted = Dictionary(
      programs.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for (key, task) in shift.running where shift.wanted[key] == nil { task.cancel() }
    shift.queue = programs.filter { shift.running[$0.key] == nil }
    if shift.queue.isEmpty { return }
    if shift.bench != nil { startNext(shift) } else { open(shift) }
  }

  /// Ends everything, and waits until it has ended.
  func stop() async {
    guard let shift else { return }
    self.shift = nil
    let tasks = Array(shift.running.values)
    end(shift)
    for task in tasks { await task.value }
    while shift.isOpening || shift.bench != nil { try? await Task.sleep(for: .milliseconds(5)) }
  }

  private func end(_ shift: Shift) {
    shift.isOver = true
    shift.queue = []
    shift.wanted = [:]
    for task in shift.running.values { task.cancel() }
    close(shift)
  }

  private func open(_ shift: Shift) {
    guard !shift.isOpening else { return }
    shift.isOpening = true
    let surrounding = shift.surrounding
    Task {
      do {
        let opened = try await surrounding.session.openBench(
          for: surrounding.documents, productPlaces: surrounding.productPlaces)
        shift.isOpening = false
        shift.bench = opened.value
        if shift.isOver { return close(shift) }
        if opened.value == nil { shift.queue = [] }
        await tell(
          .opened(opened.log, surrounding: surrounding.name, isUsable: opened.value != nil))
        startNext(shift)
      } catch {
        shift.isOpening = false
        shift.queue = []
        if !shift.isOver { await tell(.failed(error, surrounding: surrounding.name)) }
      }
    }
  }

  private func startNext(_ shift: Shift) {
    guard let bench = shift.bench, !shift.isOver else { return close(shift) }
    while shift.running.count < bench.shop.jobs, !shift.queue.isEmpty {
      let program = shift.queue.removeFirst()
      shift.running[program.key] = Task {
        let result: Result<FinishedProgram, any Error>
        do {
          result = .success(
            try await shift.surrounding.session.run(program.program, of: program.draft, on: bench))
        } catch {
          result = .failure(error)
        }
        await finish(program, result, in: shift, isCancelled: Task.isCancelled)
      }
    }
    if shift.running.isEmpty { pause(shift) }
  }

  private func finish(
    _ program: PlannedProgram, _ result: Result<FinishedProgram, any Error>, in shift: Shift,
    isCancelled: Bool
  ) async {
    shift.running[program.key] = nil
    if isCancelled, !shift.isOver {
      // Somebody may have come back to it before it had ended.
      if let program = shift.wanted[program.key] { shift.queue.append(program) }
    } else if !shift.isOver {
      let name = shift.surrounding.name
      switch result {
      case .success(let finished): await tell(.finished(finished, program, surrounding: name))
      case .failure(let error): await tell(.failed(error, surrounding: name))
      }
    }
    startNext(shift)
  }

  /// While it is open nobody else can build the library; a moment after the last program it is closed.
  private func pause(_ shift: Shift) {
    shift.pauses += 1
    let pauses = shift.pauses
    Task {
      try? await Task.sleep(for: .seconds(3))
      if shift.pauses == pauses, shift.running.isEmpty, shift.queue.isEmpty { close(shift) }
    }
  }

  private func close(_ shift: Shift) {
    guard let bench = shift.bench, shift.running.isEmpty else { return }
    shift.bench = nil
    bench.clear()
  }
}
