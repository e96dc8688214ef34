// The programs of a live project: which are asked for, and what comes of them.

import Diagnostics
import Reading
import Running
import Site

extension LiveProject {
  func askForPrograms(_ session: Session, _ project: Project) async {
    let all = order.compactMap { states[$0] }
    runs.forget(besides: Set(all.flatMap { $0.plans.map(\.key) }))
    let wanted =
      libraryLog?.isUsable == false
      ? [] : all.flatMap { state in state.pending.sorted().map { state.plans[$0] } }
    let documents = all.map(\.parts.value.document)
    let surrounding = ProgramRunner.Surrounding(
      session: session, name: "\(settings).\(library.number).\(session.mayDraw(documents))",
      documents: documents, productPlaces: project.configuration.productPlaces)
    current = surrounding.name
    await runner?.want(wanted, in: surrounding)
  }

  func take(_ event: ProgramRunner.Event) async {
    guard let session else { return }
    do {
      switch event {
      case .opened(let log, let surrounding, let isUsable):
        guard surrounding == current else { return }
        libraryLog = (log, isUsable)
        library.settle(session.shop, files)
        watchAll(session)
        if !isUsable { try await judge(Set(order), session) }
      case .finished(let finished, let plan, let surrounding):
        guard surrounding == current else { return }
        trouble = nil
        runs.keep(finished, as: plan)
        let touched = order.filter { path in
          states[path]?.plans.contains { $0.key == plan.key } ?? false
        }
        try await judge(Set(touched), session)
        // Meanwhile the same may stand at other lines, which it names.
        let isOpen = touched.contains { path in
          states[path].map { state in state.pending.contains { state.plans[$0].key == plan.key } }
            ?? false
        }
        if isOpen, !isUpdating, let project { await askForPrograms(session, project) }
      case .failed(let error, let surrounding):
        guard surrounding == current else { return }
        trouble = Self.diagnostic(of: error)
      }
    } catch {
      trouble = Self.diagnostic(of: error)
    }
    if !isUpdating { await show() }
  }
}
