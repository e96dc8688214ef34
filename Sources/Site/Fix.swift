// Fix: what could be written into essays so that their claims hold. Everything is judged first, what would be written is
// computed twice, and nothing is written here.

import Claims
import Diagnostics
import Markup
import Reading
import Repair
import Verification

/// What was found in a project, and which corrections are offered.
package struct Proposal: Sendable {
  package var essays: [VerifiedEssay]
  /// All that was found.
  package var log: Log
  package var repairs: [Repair]
  /// The texts that were judged.
  package var judged: [String: SourceText]
  let session: Session
  let found: Examined
}

/// Judges a project, and collects the corrections of some kinds of findings. The programs of every essay that has one
/// run once more.
///
/// - Parameters:
///   - rules: the findings whose corrections are wanted.
///   - earlier: what was found while the project was read.
/// - Throws: `MissingTool`, `MissingPart` or `Refusal` when that cannot be done here.
package func propose(
  _ rules: Set<Identifier>, for project: Project, after earlier: Log, _ options: Options,
  progress: @escaping ProgressReport = { _, _ in }
) async throws -> Proposal {
  let session = try Session(project, options)
  var log = earlier
  let found = log.taking(
    try await session.examine(project, setting: .formulas, progress: progress))
  let offered = log.diagnostics.filter { rules.contains($0.id) }
  var repairs = Repairs.of(offered, in: found.essays)
  let paths = Set(repairs.map(\.place.path))
  let chosen = found.prepared.indices.filter {
    paths.contains(found.prepared[$0].draft.document.path)
  }
  let unstable = try await session.instability(
    of: chosen.map { found.prepared[$0] }, after: chosen.map { found.programs[$0] },
    progress: progress)
  // Of values that cannot be computed again nobody knows whether they stay.
  for index in repairs.indices {
    repairs[index].isUnstable = unstable?.contains(where: repairs[index].isAt) ?? true
  }
  let known = Set(log.diagnostics)
  log.add(contentsOf: Log((unstable ?? []).filter { !known.contains($0) }))
  return Proposal(
    essays: found.essays, log: log.sorted(), repairs: repairs, judged: project.sources,
    session: session, found: found)
}

extension Repair {
  /// Whether a finding is about what this corrects.
  fileprivate func isAt(_ finding: Diagnostic) -> Bool {
    guard let span = finding.span, span.path == place.path else { return false }
    return span.range.overlaps(place.range) || span.range == place.range
  }
}

private enum Repairs {
  /// The corrections that findings carry. Fingerprints of pictures come like all others, as edits of whatever file of
  /// the project holds them.
  static func of(_ findings: [Diagnostic], in essays: [VerifiedEssay]) -> [Repair] {
    let claims = Dictionary(
      essays.flatMap { essay in
        essay.claims.map {
          (SourceSpan(essay.document.path, $0.claim.range), ($0.claim, essay.document.notation))
        }
      }, uniquingKeysWith: { first, _ in first })
    var known: Set<Edit> = []
    return findings.compactMap { finding in
      guard let edit = finding.fix, known.insert(edit).inserted else { return nil }
      let claim = claims[edit.span]
      return Repair(
        rule: finding.id, at: finding.span, edit: edit, message: finding.message,
        change: claim.flatMap { change(of: $0.0, edit, $0.1) },
        expression: claim?.0.expression ?? "")
    }
  }

  private static func change(
    of claim: Claim, _ edit: Edit, _ notation: NumberNotation
  ) -> ValueChange? {
    switch claim.kind {
    case .example: .ofClaim(edit.original, edit.replacement)
    case .prose, .table: .ofNumber(edit.original, edit.replacement, notation: notation)
    case .output: .ofOutput(edit.original, edit.replacement)
    case .derivation: nil
    // Other words of a compiler or a program are another way to fail.
    case .failure: .shape
    }
  }
}

// MARK: - Questions about one correction

extension Proposal {
  /// What is wrong with a claim if this is written: the same runs judge the essay with other words.
  ///
  /// - Returns: nil where the claim would hold.
  package func problem(with edit: Edit) async throws -> String? {
    let path = edit.span.path
    guard let number = found.prepared.firstIndex(where: { $0.draft.document.path == path }),
      let old = judged[path]
    else { return "\(path) was not judged" }
    let text = try [edit].applied(to: old.text, of: path)
    var document = parse(text, path: path).value
    document.notation = found.prepared[number].draft.document.notation
    let page = PageParts.of(document).value
    guard let essay = try await session.prepare([page]).value.first else { return nil }
    let (now, before) = (essay.draft, found.prepared[number].draft)
    let start = edit.span.range.lowerBound
    let written = start..<start + max(1, edit.replacement.utf8.count)
    guard now.claims.contains(where: { $0.claim.range.overlaps(written) }) else {
      return "nothing would be claimed here any more"
    }
    let imports = session.shop.imports
    let isSame =
      now.programs.count == before.programs.count
      && zip(now.programs, before.programs).allSatisfy {
        ProgramText(of: $0, in: now, imports: imports).text
          == ProgramText(of: $1, in: before, imports: imports).text
      }
    guard isSame else { return "with these words another program would run" }
    let verdict = session.judge(essay, found.programs[number])
    let claims = verdict.value.claims.filter { $0.claim.range.overlaps(written) }
    guard let wrong = claims.first(where: { $0.verdict != .held }) else { return nil }
    return verdict.log.diagnostics.first { $0.span?.range == wrong.claim.range }?.message
      ?? wrong.rule.text
  }

  /// The Swift that a corrected claim is about, as it stands in its essay: the example, or for a number in prose the
  /// expression and the example above it.
  package func swift(behind repair: Repair) -> String {
    let path = repair.place.path
    guard let draft = found.prepared.first(where: { $0.draft.document.path == path })?.draft else {
      return repair.expression
    }
    let place = repair.place.range.lowerBound
    let fences = draft.parts.compactMap { part -> Range<Int>? in
      if case .fence(let fence) = part { fence.range } else { nil }
    }
    if let own = fences.first(where: { $0.contains(place) }) { return draft.document.source[own] }
    let above = fences.last { $0.upperBound <= place }.map { draft.document.source[$0] + "\n\n" }
    return (above ?? "") + repair.expression
  }
}
