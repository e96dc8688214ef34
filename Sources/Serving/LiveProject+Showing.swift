// What a live project shows: a site as a value, and all that was found by now.

import Diagnostics
import Files
import Foundation
import Rendering
import Running
import Site
import Typesetting
import Verification

extension LiveProject {
  func show() async {
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
    for file in SiteFiles.redirects(pages.value.redirects, essays, project) {
      site.assets[file.path] = file.contents
    }
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
  func showTroubles() async {
    let log = log()
    var site = LiveSite()
    site.troubles = log.diagnostics.filter { $0.severity == .error }.map(\.message)
    site.state = LiveState(log: log, sources: sources)
    await stage.show(site)
    report(site.state)
  }

  /// All that was found by now, in the order of the files.
  func log() -> Log {
    var log = readingLog
    if let trouble { log.add(trouble) }
    log.add(contentsOf: templateLog)
    log.add(contentsOf: pages.log)
    if let libraryLog { log.add(contentsOf: libraryLog.log) }
    if let templates, let project, let assets {
      log.add(contentsOf: project.missingHome())
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
    if let project {
      let whole = order.compactMap { states[$0] }.filter(\.pending.isEmpty)
      log.add(
        contentsOf: Session.comparedFigures(
          of: whole.compactMap(\.verified?.value), in: project, after: log
        ).log)
    }
    return log.sorted()
  }

  func watchAll(_ session: Session) {
    let deep =
      [Project.contentFolder, "templates"].map { folder + "/" + $0 } + library.places(session.shop)
    watch(deep, [folder])
  }

  static func diagnostic(of error: any Error) -> Diagnostic {
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
