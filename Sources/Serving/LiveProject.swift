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
  let folder: String
  let options: Options
  let files: FileSystem
  let stage: Stage
  let report: @Sendable (LiveState) -> Void
  /// Told which folders and files it depends on.
  let watch: @Sendable (_ deep: [String], _ flat: [String]) -> Void

  let standing: StandingTypesetting
  let readings = ReadingMemory()
  let runs = RunMemory()
  var runner: ProgramRunner?

  /// The project as it was read last, and the session that was made for its settings.
  var project: Project?
  var session: Session?
  var readingLog = Log()
  var pages = Diagnosed(Pages.none)
  var states: [String: EssayState] = [:]
  var order: [String] = []
  var templates: Templates?
  var templateLog = Log()
  var templateSources: [String: SourceText] = [:]
  var sources: [String: SourceText] = [:]
  var assets: Assets?
  /// What ended the last step early; nil when it came to its end.
  var trouble: Diagnostic?

  var library = LibraryState()
  var settings = 0
  /// The surrounding that programs are asked for in.
  var current = ""
  /// What was said of the library; nil for nothing yet.
  var libraryLog: (log: Log, isUsable: Bool)?

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
      try await catchUp()
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
  var isUpdating = false
  var wasRead = false

  func catchUp() async throws {
    let read = try Project.read(folder, drafts: .shown, files)
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

  /// Takes a project as it was read; other settings make another session, and so do other words of a language, which decide how
  /// numbers are read.
  func adopt(_ new: Project) async throws {
    let isSame =
      project?.configuration == new.configuration && project?.languages == new.languages
      && session != nil
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

  func readTemplates() {
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

  /// Takes apart and sets what is new, and plans its programs.
  func prepare(_ session: Session, _ project: Project) async throws {
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
  func judge(_ paths: Set<String>, _ session: Session) async throws {
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
}
