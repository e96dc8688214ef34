// LiveProject: a project as it is at the moment, brought up to date whenever something of it changed. The steps are those of every
// run of Galley; what is the same as before is not done again.

import Diagnostics
import Files
import Foundation
import Reading
import Rendering
import Running
import Site
import Typesetting
import Verification

actor LiveProject {
  private let folder: String
  private let options: Options
  private let files: FileSystem
  private let stage: Stage
  private let report: @Sendable (LiveState) -> Void
  /// Told which folders and files it depends on.
  private let watch: @Sendable (_ deep: [String], _ flat: [String]) -> Void

  private let standing: StandingTypesetting
  private let readings = ReadingMemory()
  private let runs = RunMemory()
  private var runner: ProgramRunner?

  /// The project as it was read last, and the session that was made for its settings.
  private var project: Project?
  private var session: Session?
  private var readingLog = Log()
  private var pages = Diagnosed(Pages.none)
  private var states: [String: EssayState] = [:]
  private var order: [String] = []
  private var templates: Templates?
  private var templateLog = Log()
  private var sources: [String: SourceText] = [:]
  private var assets: Assets?
  /// What ended the last step early; nil when it came to its end.
  private var trouble: Diagnostic?

  private var library = LibraryState()
  private var settings = 0
  /// What was said of the library; nil for nothing yet.
  private var libraryLog: (log: Log, isUsable: Bool)?

  init(
    _ folder: String, _ options: Options, stage: Stage,
    watch: @escaping @Sendable (_ deep: [String], _ flat: [String]) -> Void,
    report: @escaping @Sendable (LiveState) -> Void
  ) {
    self.folder = folder
    self.options = options
    files = options.files
    self.stage = stage
    self.watch = watch
    self.report = report
    standing = StandingTypesetting(worker: options.worker)
  }

  /// To be called before anything else.
  func start() {
    // What is written from here on is read.
    watch([Project.contentFolder, "templates"].map { folder + "/" + $0 }, [folder])
    runner = ProgramRunner { [weak self] event in await self?.take(event) }
    Task { [standing] in await standing.warmUp() }
  }

  func stop() async { await runner?.stop() }

  // MARK: What changed

  /// Reads what is there by now, and shows it.
  ///
  /// - Throws: what is missing here, where nothing was ever read.
  func update() async throws {
    isUpdating = true
    do {
      try await bringUpToDate()
      trouble = nil
    } catch is CancellationError {
      return
    } catch {
      if project == nil || !wasRead && session == nil { throw error }
      trouble = Self.diagnostic(of: error)
    }
    isUpdating = false
    await show()
  }

  /// Meanwhile what is known is not of one moment, and is not shown.
  private var isUpdating = false
  private var wasRead = false

  private func bringUpToDate() async throws {
    let read = try Project.read(folder, files)
    readTemplates()
    guard read.value.configuration.isReadable, !read.value.essays.isEmpty else {
      // The pages stay as they were; what is wrong is said on them.
      readingLog = read.log
      sources.merge(read.value.sources) { $1 }
      if project == nil { project = read.value }
      wasRead = true
      return
    }
    try await adopt(read.value)
    readingLog = read.log
    guard let session, let project else { return }
    let states = states
    pages = await Pages.of(project) { path, text in
      states[path].flatMap { $0.text == text ? $0.parts : nil }
    }
    try await prepare(session, project)
    watchAll(session)
    try await judge(Set(order), session)
    await askForPrograms(session, project)
  }

  /// Takes a project as it was read; other settings make another session.
  private func adopt(_ new: Project) async throws {
    let isSame = project?.configuration == new.configuration && session != nil
    if !isSame {
      var session = try Session(new, options)
      session.typesetter.standing = standing
      session.shop.readings = readings
      self.session = session
      settings += 1
      states = [:]
      libraryLog = nil
      if assets == nil { assets = try Assets.load(from: session.typesetter.installation) }
    }
    project = new
    sources = new.sources
    guard let session else { return }
    if library.hasChanged(session.shop, files) {
      libraryLog = nil
    }
  }

  private func readTemplates() {
    do {
      let new = try Templates(directory: folder + "/templates", files)
      templates = new
      templateLog = Log()
    } catch let failure as TemplateFailure {
      templateLog = Log(failure.diagnostics)
      for (path, source) in failure.sources { templateSources[path] = source }
    } catch {
      templateLog = Log([Self.diagnostic(of: error)])
    }
    // Galley's own, until those of the project can be read.
    if templates == nil { templates = try? Templates(directory: folder + "/templates/none", files) }
  }

  private var templateSources: [String: SourceText] = [:]

  /// Takes apart and sets what is new, and plans its programs.
  private func prepare(_ session: Session, _ project: Project) async throws {
    let parts = pages.value.parts
    order = parts.map(\.document.path)
    var new: [String: EssayState] = [:]
    for page in pages.value.read {
      let path = page.value.document.path
      if let old = states[path], old.text == page.value.document.source.text {
        new[path] = old
      } else {
        new[path] = EssayState(parts: page)
      }
    }
    let unread = parts.filter { new[$0.document.path]?.prepared == nil }
    for (page, prepared) in zip(unread, try await session.prepareEach(unread)) {
      new[page.document.path]?.prepared = prepared
    }
    for path in order {
      guard let prepared = new[path]?.prepared else { continue }
      let missing = session.missingData(of: prepared.value.draft.document)
      if missing != prepared.value.missingData {
        new[path]?.prepared?.value.missingData = missing
        new[path]?.verified = nil
      }
    }
    let labels = pages.value.labels.shown
    let unset = order.filter { new[$0]?.typeset == nil || new[$0]?.labels != labels }
    let manuscripts = unset.compactMap { new[$0]?.prepared?.value }
    for (path, typeset) in zip(
      unset, try await session.typesetEach(manuscripts, pages.value.labels))
    {
      new[path]?.typeset = typeset
      new[path]?.labels = labels
    }
    let context = "\(settings).\(library.number)"
    for path in order {
      guard let state = new[path], let prepared = state.prepared else { continue }
      let hasData = !prepared.value.draft.document.frontMatter.data.isEmpty
      guard state.plans.isEmpty || state.context != context || hasData else { continue }
      let plans = session.plan(prepared.value.draft, context: context)
      if plans.map(\.key) != state.plans.map(\.key) { new[path]?.verified = nil }
      // Who saves the essay again has it tried again.
      if states[path]?.text != state.text { runs.forgetAccidents(of: plans) }
      new[path]?.plans = plans
      new[path]?.context = context
    }
    states = new
  }

  /// Judges those of some essays of which not all was known, or that are new.
  private func judge(_ paths: Set<String>, _ session: Session) async throws {
    for path in order where paths.contains(path) {
      guard var state = states[path], state.verified == nil || !state.pending.isEmpty else {
        continue
      }
      if libraryLog?.isUsable == false {
        state.judgeWithout(session)
      } else {
        try await state.judge(by: runs, session)
      }
      states[path] = state
    }
  }

  // MARK: Programs

  private func askForPrograms(_ session: Session, _ project: Project) async {
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

  private var current = ""

  private func take(_ event: ProgramRunner.Event) async {
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

  // MARK: What is shown

  private func show() async {
    guard let project, let templates, let assets else { return await showTroubles() }
    let known = order.compactMap { path -> (EssayState, VerifiedEssay, TypesetEssay)? in
      guard let state = states[path], let verified = state.verified, let typeset = state.typeset
      else { return nil }
      return (state, verified.value, typeset.value)
    }
    let log = log()
    var texts = sources.merging(templateSources) { $1 }
    texts.merge(templates.sources) { old, _ in old }
    let essays = known.map(\.1)
    var site = LiveSite()
    site.pages = DraftPages(
      essays, known.map(\.2), pages.value.labels, pages.value.bibliography, project, templates,
      DraftFindings(
        log, essays: essays.map(\.document.path), sources: texts,
        pending: Dictionary(uniqueKeysWithValues: known.map { ($0.1.document.path, $0.0.pending) }))
    )
    site.assets = templates.files(with: assets)
    site.assetsTag = templates.tag
    site.attachments = Dictionary(
      project.attachments.map { ($0, folder + "/" + Project.contentFolder + "/" + $0) },
      uniquingKeysWith: { first, _ in first })
    let isOfAPage = Set(essays.map(\.document.path))
    site.troubles = log.diagnostics.filter { diagnostic in
      diagnostic.severity == .error && diagnostic.span.map { !isOfAPage.contains($0.path) } ?? true
    }.map(\.message)
    site.state = LiveState(
      log: log, sources: texts, essays: essays.count,
      held: essays.reduce(0) { $0 + $1.claims.count { $0.verdict == .held } },
      claims: essays.reduce(0) { $0 + $1.claims.count },
      pending: known.reduce(0) { $0 + $1.0.pendingClaims })
    await stage.show(site)
    report(site.state)
  }

  /// Where no page can be shown at all.
  private func showTroubles() async {
    let log = log()
    var site = LiveSite()
    site.troubles = log.diagnostics.filter { $0.severity == .error }.map(\.message)
    site.state = LiveState(log: log, sources: sources)
    await stage.show(site)
    report(site.state)
  }

  /// All that was found by now, in the order of the files.
  private func log() -> Log {
    var log = readingLog
    if let trouble { log.add(trouble) }
    log.add(contentsOf: templateLog)
    log.add(contentsOf: pages.log)
    if let libraryLog { log.add(contentsOf: libraryLog.log) }
    if let templates, let project, let assets {
      log.add(
        contentsOf: TemplateLinks.dead(
          in: templates, SiteFiles.paths(of: project, assets), pages: SiteFiles.pages(of: project)))
    }
    for path in order {
      guard let state = states[path] else { continue }
      for part in [state.prepared?.log, state.typeset?.log, state.verified?.log] {
        part.map { log.add(contentsOf: $0) }
      }
    }
    for path in order {
      guard let state = states[path], state.pending.isEmpty, let verified = state.verified else {
        continue
      }
      log.add(contentsOf: Session.silence(of: verified.value, in: log))
    }
    return log.sorted()
  }

  private func watchAll(_ session: Session) {
    let deep =
      [Project.contentFolder, "templates"].map { folder + "/" + $0 } + library.places(session.shop)
    watch(deep, [folder])
  }

  private static func diagnostic(of error: any Error) -> Diagnostic {
    if let part = error as? MissingPart { return part.diagnostic }
    return Diagnostic(.toolMissing, at: nil, "\(error)")
  }
}

extension Templates {
  /// The files that pages of these templates need, by path relative to the site.
  fileprivate func files(with assets: Assets) -> [String: Data] {
    var files = Dictionary(
      assets.files.map { ("assets/" + $0.path, $0.contents) },
      uniquingKeysWith: { first, _ in first })
    files["assets/" + Templates.styleSheetName] = Data(styleSheet.utf8)
    files["assets/" + Templates.draftStyleName] = Data(draftStyle.utf8)
    for (script, text) in scripts { files["assets/" + script.rawValue] = Data(text.utf8) }
    return files
  }

  /// Names the style sheets and scripts.
  fileprivate var tag: String {
    let texts = [styleSheet, draftStyle] + Script.allCases.compactMap { scripts[$0] }
    return String(Digest.of(texts.joined(separator: "\u{0}")).prefix(16))
  }
}
