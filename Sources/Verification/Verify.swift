// Verify: from documents to verdicts. Every program is compiled and run on its own, several at a
// time, so that an essay that does not compile hides nothing of another.

import Diagnostics
import Markup

/// An essay with the verdict on each of its claims.
public struct VerifiedEssay: Sendable {
  public var document: Document
  /// In the order of the page.
  public var claims: [JudgedClaim]
  public var derivations: [VerifiedDerivation] = []
  public var figures: [VerifiedFigure] = []
}

/// Compiles and runs the examples of all essays and judges every claim.
///
/// - Parameter progress: called with what is being built or the path of an essay that is done, and with the
///   number of essays that are done by then.
/// - Throws: `MissingTool`, when no program can be made at all.
public func verify(
  _ documents: [Document], in shop: Workshop,
  progress: @Sendable (String, Int) -> Void = { _, _ in }
) async throws -> Diagnosed<[VerifiedEssay]> {
  var log = Log()
  let drafts = documents.map { log.taking(EssayDraft.of($0)) }
  let recorder = try await RecorderBuild.folder(in: shop)
  let usesFigures = drafts.contains { $0.programs.contains(where: \.usesFigures) }
  if usesFigures { progress("building \(ProgramModule.figures.rawValue)", 0) }
  let figures = usesFigures ? try await RecorderBuild.folder(of: .figures, in: shop) : nil
  let library: BuiltLibrary
  do {
    library = try await LibraryBuild.library(in: shop) { progress($0, 0) }
  } catch let failure as LibraryFailure {
    log.add(Diagnostic(.libraryUnbuildable, at: nil, failure.description))
    let essays = drafts.map { Referee(draft: $0, results: []).decide().value }
    return Diagnosed(essays, log)
  }
  // Until the last program has run.
  defer { withExtendedLifetime(library.lock) {} }
  let bench = try Bench(shop: shop, recorder: recorder, figures: figures, library: library)
  defer { bench.clear() }

  var results = drafts.map { Array(repeating: ProgramResult?.none, count: $0.programs.count) }
  var queue = drafts.indices.flatMap { essay in
    drafts[essay].programs.indices.map { (essay: essay, program: $0) }
  }[...]
  var open = drafts.map(\.programs.count)
  try await withThrowingTaskGroup(of: (Int, Int, ProgramResult).self) { group in
    func startNext() {
      guard let (essay, program) = queue.popFirst() else { return }
      let draft = drafts[essay]
      group.addTask { (essay, program, try await bench.result(of: draft.programs[program], draft)) }
    }
    for _ in 0..<shop.jobs { startNext() }
    while let (essay, program, result) = try await group.next() {
      results[essay][program] = result
      open[essay] -= 1
      if open[essay] == 0 { progress(drafts[essay].document.path, open.count { $0 == 0 }) }
      startNext()
    }
  }

  var essays: [VerifiedEssay] = []
  for (draft, results) in zip(drafts, results) {
    let referee = Referee(draft: draft, results: results.compactMap { $0 })
    for diagnostic in referee.dataDiagnostics(content: shop.content) { log.add(diagnostic) }
    var essay = log.taking(referee.decide())
    essay.figures = log.taking(referee.figures())
    for figure in essay.figures {
      log.add(contentsOf: try await SweepWeight.log(of: figure, in: draft.document, on: bench))
    }
    if shop.checksRounding {
      let judge = RoundingJudge(draft: draft, results: referee.results, nearest: essay.claims)
      for diagnostic in judge.diagnostics() { log.add(diagnostic) }
    }
    essays.append(essay)
  }
  return Diagnosed(essays, log.sorted())
}

/// An essay taken apart: its programs, and the claims about them.
struct EssayDraft: Sendable {
  var document: Document
  var programs: [Program]
  var claims: [PlacedClaim]
  /// All parts of the page, also those of no program.
  var parts: [ProgramPart]

  static func of(_ document: Document) -> Diagnosed<EssayDraft> {
    let collector = PartCollector(document)
    var log = collector.log
    var claims: [PlacedClaim] = []
    // Parts that no program can be made of; what is wrong with them is in the log.
    var refused: Set<Int> = []
    var parts = collector.parts
    var derivationCount = 0
    for (index, part) in collector.parts.enumerated() {
      switch part {
      case .example(var example):
        if example.words.form == .derivation {
          derivationCount += 1
          example.derivation = log.taking(
            DerivationReader.read(example, number: derivationCount, in: document))
          parts[index] = .example(example)
        }
        if let placeholder = Placeholder.find(in: example) {
          let place = SourceSpan(document.path, placeholder)
          log.add(
            Diagnostic(
              .fencePlaceholder, at: place, "an editor placeholder stands here: write Swift"))
          refused.insert(index)
        }
        if let word = Lifetimes.find(in: example) {
          log.add(
            Diagnostic(
              .programLifetime, .warning, at: SourceSpan(document.path, word),
              "watching a program keeps some of its objects alive for longer: claims about when "
                + "an object goes, or whether it is shared, may not be what the program alone does")
          )
        }
        if example.words.form == .derivation {
          if example.derivation == nil { refused.insert(index) }
          claims += DerivationClaims.claims(of: example, part: index, in: document)
          if let number = example.words.onlyDraw {
            log.add(DerivationClaims.warning(onlyDraw: number, example, in: document))
          }
          continue
        }
        let found = ExampleClaims(in: example, part: index, of: document)
        log.add(contentsOf: found.log)
        guard example.words.form == .figure else {
          claims += found.claims
          continue
        }
        var fence = FigureFence(example, in: document)
        claims += fence.keep(found.claims)
        log.add(contentsOf: fence.log)
        if !fence.isDrawable { refused.insert(index) }
      case .prose(let comment):
        if let claim = log.taking(ProseClaims.read(comment, number: index, in: document)) {
          claims.append(claim)
        } else {
          refused.insert(index)
        }
      }
    }
    let programs = ProgramSorter.programs(
      of: parts, without: refused, path: document.path)
    for program in programs { log.add(contentsOf: EarlyUse.find(in: program, of: document)) }
    return Diagnosed(
      EssayDraft(document: document, programs: programs, claims: claims, parts: parts), log)
  }

  /// The lines of the essay whose values somebody claims something about.
  func watchedLines(of program: Program) -> [ClosedRange<Int>] {
    let parts = Set(program.pieces.map(\.part))
    return claims.compactMap {
      guard case .value(_, let place) = $0.subject, parts.contains(place.part) else { return nil }
      return place.lines
    }
  }

  func claimsOutput(of program: Program) -> Bool {
    let parts = Set(program.pieces.map(\.part))
    return claims.contains {
      if case .output(_, let place, _) = $0.subject { parts.contains(place.part) } else { false }
    }
  }
}

/// `<#x#>` compiles under the playground transform and traps when it is run.
private enum Placeholder {
  static func find(in example: Example) -> Range<Int>? {
    let tokens = SwiftScanner.tokens(of: example.code.text)
    let bytes = Array(example.code.text.utf8)
    for (first, second) in zip(tokens, tokens.dropFirst())
    where first.kind == .operation && second.kind == .word
      && bytes[first.range.upperBound - 1] == UInt8(ascii: "<")
      && bytes[second.range.lowerBound] == UInt8(ascii: "#")
      && first.range.upperBound == second.range.lowerBound
    {
      let start = example.code.sourceOffset(of: first.range.upperBound - 1)
      return start..<example.code.sourceOffset(of: second.range.upperBound)
    }
    return nil
  }
}

/// The transform keeps the value of an expression statement in a global variable, which never goes.
private enum Lifetimes {
  private static let words = ["deinit", "weak", "unowned", "isKnownUniquelyReferenced"]

  static func find(in example: Example) -> Range<Int>? {
    let bytes = Array(example.code.text.utf8)
    for token in SwiftScanner.tokens(of: example.code.text) where token.kind == .word {
      guard words.contains(String(decoding: bytes[token.range], as: UTF8.self)) else { continue }
      let start = example.code.sourceOffset(of: token.range.lowerBound)
      return start..<example.code.sourceOffset(of: token.range.upperBound)
    }
    return nil
  }
}
