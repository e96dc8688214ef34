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
    let title = configuration.title
    var essays: [FirstEssay] = []
    if !configuration.products.isEmpty {
      let project = Project(folder, configuration, essay: "")
      guard let graphs = log.taking(try await project.symbolGraphs(options)) else {
        // Nothing at all can be claimed until it builds; then `init` goes on from here.
        return Diagnosed(false, log)
      }
      essays += try await essaysAboutLibrary(graphs, configuration)
    }
    essays.append(.plain(title: title))
    for essay in essays {
      let project = Project(folder, configuration, essay: essay.text)
      let checked = try await check(project, options)
      guard checked.log.diagnostics.isEmpty, !checked.value.isEmpty,
        checked.value.allSatisfy({ $0.claims.allSatisfy { $0.verdict == .held } })
      else {
        // The last one needs nothing of the author's: what is wrong with it is wrong with the project.
        if essay == essays.last { log.add(contentsOf: checked.log) }
        continue
      }
      let isOwn = essay != essays.last
      let words = "\(essay.line.expression) → \(essay.line.value?.text ?? "") holds"
      let reason = "; nothing of the library could be called with numbers alone"
      try write(
        essay.text, to: Project.homePath,
        words + (isOwn || configuration.products.isEmpty ? "" : reason))
      return Diagnosed(true, log)
    }
    return Diagnosed(false, log)
  }

  /// Pages about what the library declares, the best first. Of what was called, only what gave a value is among them.
  private func essaysAboutLibrary(
    _ graphs: [Data], _ configuration: Configuration
  ) async throws -> [FirstEssay] {
    let decoded = graphs.compactMap { try? JSONDecoder().decode(SymbolGraph.self, from: $0) }
    let calls = SampleValues.allCases.map { Array(Call.all(of: decoded, with: $0)) }
    var options = options
    options.limits.time = .seconds(2)
    var weak: [FirstEssay] = []
    for round in Self.rounds(of: calls) {
      let project = Project(folder, configuration, essay: FirstEssay.trial(of: round))
      let tried = try await check(project, options).value.flatMap(\.claims)
      var telling: [FirstEssay] = []
      for call in round {
        guard
          let computed = tried.first(where: { $0.claim.expression == call.expression })?.computed,
          let value = ClaimedValue(computed.text)
        else { continue }
        let essay = FirstEssay.about(call, value, title: configuration.title)
        if value.isTelling { telling.append(essay) } else { weak.append(essay) }
      }
      if !telling.isEmpty { return Array((telling + weak).prefix(4)) }
    }
    return Array(weak.prefix(2))
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
