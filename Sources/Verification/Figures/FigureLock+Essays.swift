// What essays draw, against what is recorded; and the record anew, once somebody has looked.

import Diagnostics
import Markup

extension FigureLock {
  /// The essay with what is recorded of its figures; an error for each that is another, or is not recorded.
  package func compared(with essay: VerifiedEssay) -> Diagnosed<VerifiedEssay> {
    var (essay, log) = (essay, Log())
    essay.hasFigureLock = true
    for (index, name) in Self.names(of: essay).enumerated() {
      essay.figures[index].recorded = entries[name]?.fingerprint
      let figure = essay.figures[index]
      guard let drawn = figure.fingerprint, drawn != figure.recorded else { continue }
      guard let recorded = figure.recorded, let place = entries[name]?.place else {
        log.add(figure.unrecorded(in: essay.document))
        continue
      }
      var finding = figure.changed(from: recorded, to: drawn, in: essay.document)
      finding.fix = Edit(
        SourceSpan(Self.path, place), original: recorded, replacement: drawn)
      log.add(finding)
    }
    return Diagnosed(essay, log)
  }

  /// An error for each line about a figure that is not there.
  ///
  /// - Parameters:
  ///   - essays: those of which all figures are known.
  ///   - paths: of all essays that there are.
  package func stale(beside essays: [VerifiedEssay], paths: [String]) -> Log {
    let figures = Set(essays.flatMap(Self.names))
    let known = Set(essays.map { Self.name(ofEssay: $0.document.path) })
    let all = Set(paths.map(Self.name(ofEssay:)))
    let advice = "run ‘galley check --update-figures’, or take this line out"
    var log = Log()
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      guard let line = entry.line else { continue }
      let message: String
      if !all.contains(name.essay) {
        message = "there is no essay content/\(name.essay).md: \(advice)"
      } else if known.contains(name.essay), !figures.contains(name) {
        message = "no figure of content/\(name.essay).md is called \(name.figure): \(advice)"
      } else {
        continue
      }
      log.add(Diagnostic(.figureStale, at: SourceSpan(Self.path, line), message))
    }
    return log
  }

  /// The record as it is when all that was drawn is right.
  ///
  /// - Parameters:
  ///   - whole: the paths of the essays of which all figures are known; of others no entry is lost.
  ///   - paths: of all essays that there are.
  package func updated(
    with essays: [VerifiedEssay], whole: Set<String>, paths: [String]
  ) -> FigureLock {
    let all = Set(paths.map(Self.name(ofEssay:)))
    var lock = self
    lock.entries = entries.filter { all.contains($0.key.essay) }
    for essay in essays {
      let names = Self.names(of: essay)
      if whole.contains(essay.document.path) {
        let path = Self.name(ofEssay: essay.document.path)
        lock.entries = lock.entries.filter { $0.key.essay != path || names.contains($0.key) }
      }
      for (name, figure) in zip(names, essay.figures) {
        guard let drawn = figure.fingerprint, lock.entries[name]?.fingerprint != drawn else {
          continue
        }
        lock.entries[name] = Entry(fingerprint: drawn)
      }
    }
    return lock
  }

  /// What is another in this record than in an earlier one, in words, a line for each figure.
  package func changes(since old: FigureLock) -> [String] {
    Set(entries.keys).union(old.entries.keys).sorted().compactMap { name in
      let (before, now) = (old.entries[name]?.fingerprint, entries[name]?.fingerprint)
      guard before != now else { return nil }
      let what = "\(name.essay) \(name.figure)"
      guard let now else { return "\(what) is no more" }
      return "\(what) is \(now)" + (before.map { ", and was \($0)" } ?? "")
    }
  }
}

extension VerifiedFigure {
  fileprivate func changed(
    from recorded: String, to drawn: String, in document: Document
  ) -> Diagnostic {
    let (subject, them) =
      parameter == nil ? ("the picture is", "it") : ("the pictures of this sweep are", "them")
    return Diagnostic(
      .figureChanged, at: SourceSpan(document.path, words),
      "\(subject) not what was recorded, \(recorded), but \(drawn): look at \(them), and run "
        + "‘galley check --update-figures’ if all is right")
  }

  /// For a figure whose picture nobody has recorded.
  func unrecorded(in document: Document) -> Diagnostic {
    Diagnostic(
      .figureUnrecorded, at: SourceSpan(document.path, words),
      "nobody answers for this \(parameter == nil ? "picture" : "sweep"): look at it, and run "
        + "‘galley check --update-figures’, which records it in content/figures.lock")
  }
}
