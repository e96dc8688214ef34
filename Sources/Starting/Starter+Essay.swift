// The first essay: finds something of the library that can be claimed, and writes the page only when every claim on it
// was checked and holds.

import Diagnostics
import Foundation
import Running
import Site

extension Starter {
  /// So many calls are tried at once, and so often.
  private static let trials = (calls: 6, rounds: 3)

  /// - Returns: whether there is a first essay now.
  func essay(_ configuration: Configuration) async throws -> Diagnosed<Bool> {
    guard !has(Project.homePath) else {
      leave(Project.homePath)
      return Diagnosed(true)
    }
    var log = Log()
    var own: FirstEssay?
    if !configuration.products.isEmpty {
      let project = Project(folder, configuration, essay: "")
      guard let graphs = log.taking(try await project.symbolGraphs(options)) else {
        // Nothing at all can be claimed until it builds; then `init` goes on from here.
        return Diagnosed(false, log)
      }
      own = try await essayAboutLibrary(graphs, configuration)
    }
    let essay = own ?? .plain(title: configuration.title)
    if own == nil {
      // It needs nothing of the author's: what is wrong with it is wrong with the project.
      let checked = try await check(essay, configuration)
      log.add(contentsOf: checked.log)
      guard checked.value else { return Diagnosed(false, log) }
    }
    let reason =
      "; the library has no public function that gives a value for numbers alone: once it has one, delete "
      + "this essay, and ‘galley init’ writes one about it"
    try write(
      essay.text, to: Project.homePath,
      "\(essay.line.expression) → \(essay.line.value?.text ?? "") holds"
        + (own == nil && !configuration.products.isEmpty ? reason : ""))
    return Diagnosed(true, log)
  }

  /// Whether all that a page claims holds, and nothing is said of it.
  private func check(
    _ essay: FirstEssay, _ configuration: Configuration
  ) async throws -> Diagnosed<Bool> {
    let project = Project(folder, configuration, essay: essay.text)
    let checked = try await Site.check(project, options)
    let claims = checked.value.flatMap(\.claims)
    let isHeld = !claims.isEmpty && claims.allSatisfy { $0.verdict == .held }
    return Diagnosed(isHeld && checked.log.diagnostics.isEmpty, checked.log)
  }

  /// A page about what the library declares, and that holds: the best of those that were tried. A value that is another
  /// one in the next run does not.
  private func essayAboutLibrary(
    _ graphs: [Data], _ configuration: Configuration
  ) async throws -> FirstEssay? {
    func firstHeld(_ essays: some Sequence<FirstEssay>) async throws -> FirstEssay? {
      for essay in essays where try await check(essay, configuration).value { return essay }
      return nil
    }
    let decoded = graphs.compactMap { try? JSONDecoder().decode(SymbolGraph.self, from: $0) }
    let calls = SampleValues.allCases.map { Call.all(of: decoded, with: $0) }
    var weak: [FirstEssay] = []
    for round in Self.rounds(of: calls) {
      let values = try await values(of: round, configuration)
      let essays = round.compactMap { call in
        values[call].map { ($0.isTelling, FirstEssay.about(call, $0, title: configuration.title)) }
      }
      weak += essays.filter { !$0.0 }.map(\.1)
      if let essay = try await firstHeld(essays.filter(\.0).map(\.1)) { return essay }
    }
    return try await firstHeld(weak.prefix(2))
  }

  /// What calls are worth; nothing for one that does not compile or does not come to its end.
  private func values(
    of calls: [Call], _ configuration: Configuration
  ) async throws -> [Call: ClaimedValue] {
    var options = options
    options.limits.time = .seconds(2)
    let project = Project(folder, configuration, essay: FirstEssay.trial(of: calls))
    let claims = try await Site.check(project, options).value.flatMap(\.claims)
    // One claim to a fence, also where that does not compile.
    return zip(calls, claims).reduce(into: [:]) { values, tried in
      values[tried.0] = tried.1.computed.flatMap { ClaimedValue($0.text) }
    }
  }

  /// The first calls with all samples, then those behind them.
  private static func rounds(of calls: [[Call]]) -> [[Call]] {
    var rounds: [[Call]] = []
    var seen: Set<Call> = []
    for start in stride(from: 0, to: calls.map(\.count).max() ?? 0, by: trials.calls) {
      for sampled in calls {
        let part = sampled.dropFirst(start).prefix(trials.calls).filter { seen.insert($0).inserted }
        if !part.isEmpty { rounds.append(Array(part)) }
      }
    }
    return Array(rounds.prefix(trials.rounds))
  }
}
