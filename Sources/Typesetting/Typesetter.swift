// Typesetter: the client of the worker processes. Splits what was not set before over a few of them and puts the answers
// together in the order of the pages.

import Foundation
import Subprocess

/// The command that starts a worker: Galley itself, with a hidden command.
package struct WorkerCommand: Hashable, Sendable {
  package var executable: String
  package var arguments: [String]

  package init(executable: String, arguments: [String] = ["typeset-worker"]) {
    self.executable = executable
    self.arguments = arguments
  }
}

/// A worker that ended without an answer, or whose engine gave up. A fault of the installation or
/// of Galley, never of an author.
package struct TypesettingFailure: Error, Hashable, Sendable, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}

/// Sets formulas and listings in worker processes.
package struct Typesetter: Sendable {
  package var worker: WorkerCommand
  /// TeX macros for every page, by name with the backslash.
  package var macros: [String: String]
  /// At most this many workers at a time.
  package var jobs: Int
  /// The folder in which what was set is kept for the next run; nil for none.
  package var keepFolder: String?
  /// Where the scripts are: a worker is a process of the same surroundings and finds the same ones.
  package var installation = Installation()
  /// Told of each worker that is started.
  package var onStart: @Sendable (WorkerCommand) -> Void = { _ in }
  /// A worker that stays, with what it has set, for who sets the same pages again and again; nil for none.
  package var standing: StandingTypesetting?

  package init(worker: WorkerCommand, macros: [String: String] = [:], jobs: Int = 2) {
    self.worker = worker
    self.macros = macros
    self.jobs = jobs
  }

  /// One result for each page, in their order. Where all of it is kept, no worker is started.
  ///
  /// - Throws: `MissingPart` when something is not installed, `TypesettingFailure` when a worker
  ///   broke. TeX that cannot be read is no error here but part of the result.
  package func typeset(_ pages: [TypesettingRequest]) async throws -> [TypesettingResult] {
    if let standing {
      return try await standing.typeset(pages, macros) { try await typesetWhole($0) }
    }
    return try await typesetWhole(pages)
  }

  private func typesetWhole(_ pages: [TypesettingRequest]) async throws -> [TypesettingResult] {
    guard let keepFolder else { return try await set(pages) }
    var kept = try KeptTypesetting(for: pages, macros, in: keepFolder, installation)
    let wanted = kept.wanted
    kept.add(try await set(wanted), for: wanted)
    return kept.results
  }

  private func set(_ pages: [TypesettingRequest]) async throws -> [TypesettingResult] {
    let shares = share(pages)
    var results = pages.map { _ in TypesettingResult() }
    try await withThrowingTaskGroup(of: (share: [Int], results: [TypesettingResult]).self) {
      group in
      for share in shares {
        let order = TypesettingOrder(macros: macros, pages: share.map { pages[$0] })
        group.addTask { (share, try await answer(order)) }
      }
      for try await done in group {
        for (index, result) in zip(done.share, done.results) { results[index] = result }
      }
    }
    return results
  }

  /// What is shown of formulas, as KaTeX's MathML: one list for each page, in their order. As on
  /// the page itself a definition holds for the formulas behind it, so a page gives all of its
  /// formulas.
  ///
  /// - Throws: as `typeset`.
  package func mathML(
    of pages: [[TypesettingRequest.Formula]]
  ) async throws -> [[TypesettingResult.Formula]] {
    try await typeset(
      pages.map { formulas in
        var request = TypesettingRequest(formulas: formulas)
        request.isMathMLOnly = true
        return request
      }
    ).map(\.formulas)
  }

  /// The indices of the pages that each worker sets: the largest pages first, each to the worker
  /// with the least to do. Pages without anything to set need no worker.
  func share(_ pages: [TypesettingRequest]) -> [[Int]] {
    let work = pages.indices.map { (index: $0, weight: pages[$0].weight) }.filter { $0.weight > 0 }
    // A second worker costs as much to start as some fifty formulas cost to set.
    let total = work.reduce(0) { $0 + $1.weight }
    let count = max(1, min(jobs, work.count, 1 + total / 100))
    var shares = Array(repeating: (indices: [Int](), weight: 0), count: count)
    for page in work.sorted(by: { ($1.weight, $0.index) < ($0.weight, $1.index) }) {
      let least = shares.indices.min { shares[$0].weight < shares[$1].weight } ?? 0
      shares[least].indices.append(page.index)
      shares[least].weight += page.weight
    }
    return shares.map(\.indices).filter { !$0.isEmpty }
  }

  private func answer(_ order: TypesettingOrder) async throws -> [TypesettingResult] {
    let output = try await run(order)
    return try TypesettingAnswer.results(in: output)
  }

  private func run(_ order: TypesettingOrder) async throws -> Data {
    onStart(worker)
    let input = try OrderFile(try JSONEncoder().encode(order), installation.files).descriptor
    do {
      let run = try await Subprocess.run(
        .path(.init(worker.executable)), arguments: Arguments(worker.arguments),
        input: .fileDescriptor(.init(rawValue: input), closeAfterSpawningProcess: true),
        output: .data(limit: 1 << 30), error: .string(limit: 1 << 16))
      guard run.terminationStatus.isSuccess else {
        let complaint = run.standardError.split(separator: "\n").first ?? ""
        throw TypesettingFailure(
          "the typesetting worker ended with \(run.terminationStatus): \(complaint)")
      }
      return run.standardOutput
    } catch let error as SubprocessError {
      throw TypesettingFailure("the typesetting worker broke off: \(error)")
    }
  }
}

extension TypesettingRequest {
  /// About how much work it is, in formulas.
  var weight: Int {
    Set(formulas).count + listings.filter { !$0.language.isEmpty }.count
      + (listings.isEmpty ? 0 : 1)
  }
}

extension TypesettingAnswer {
  /// What a worker's answer says.
  ///
  /// - Throws: what it says is missing or went wrong.
  static func results(in output: Data) throws -> [TypesettingResult] {
    guard let answer = try? JSONDecoder().decode(TypesettingAnswer.self, from: output) else {
      throw TypesettingFailure("the typesetting worker gave no answer")
    }
    switch answer {
    case .typeset(let results): return results
    case .missing(let part): throw part
    case .failed(let message): throw TypesettingFailure(message)
    }
  }
}
