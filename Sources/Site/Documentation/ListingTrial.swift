// ListingTrial: in which programs the listings of one text compile. All together, each behind what it needs of those above,
// each alone: the first way that the compiler takes is the one that is judged.

import Diagnostics
import Reading
import Running
import Verification

struct ListingTrial {
  let draft: Draft
  let imports: [String]
  /// Fewer modules, where names of all are ambiguous.
  var fewerImports: [String]?
  let bench: Bench

  /// The draft with the programs that were found, and what became of each.
  func settle() async throws -> (Draft, [FinishedProgram]) {
    var programs: [FinishedProgram] = []
    for group in draft.listingGroups { programs += try await settle(group) }
    programs += try await failures(beside: programs)
    var settled = draft
    settled.programs = programs.map(\.draft)
    return (settled, programs)
  }

  /// The same programs, run once more; nil for what does not run.
  func repeated(_ programs: [FinishedProgram]) async throws -> [FinishedProgram] {
    var again: [FinishedProgram] = []
    for program in programs {
      guard case .ran = program.run.ending else {
        again.append(program)
        continue
      }
      again.append(try await finish(program.draft, program.omissions, repetition: 1))
    }
    return again
  }

  private func finish(
    _ program: DraftProgram, _ omissions: Set<ProgramText.Omission>, repetition: Int = 0
  ) async throws -> FinishedProgram {
    let first = try await finish(program, omissions, imports, repetition: repetition)
    guard let fewerImports, fewerImports != imports, first.run.isAmbiguous else { return first }
    return try await finish(program, omissions, fewerImports, repetition: repetition)
  }

  private func finish(
    _ program: DraftProgram, _ omissions: Set<ProgramText.Omission>, _ imports: [String],
    repetition: Int
  ) async throws -> FinishedProgram {
    let text = ProgramText(of: program, in: draft, imports: imports, without: omissions)
    let run = try await bench.run(
      Program(
        text: text.text, isOnlyCompiled: program.isOnlyCompiled, drawsFigures: text.usesFigures),
      repetition: repetition)
    var finished = FinishedProgram(draft: program, map: text.map, run: run)
    finished.omissions = omissions
    return finished
  }

  /// A comment is read in one go, a file of Markdown need not be.
  private var isLong: Bool { !draft.document.path.hasSuffix(".swift") }

  private func settle(_ group: [Int]) async throws -> [FinishedProgram] {
    if draft.mayBelongTogether(group) {
      let all = try await run(draft.program(of: group))
      // Behind one that stops, the others would never be come to.
      if group.count == 1 || all.isFinished { return [all] }
    }
    var programs: [FinishedProgram] = []
    // Those that come to their end, so that others may go on from them.
    var good: Set<Int> = []
    for part in group {
      let needs = draft.needs(of: part, in: group)
      var tried: [FinishedProgram] = []
      for parts in [needs.filter(good.contains) + [part], [part]]
      where tried.isEmpty || parts.count < tried[0].draft.parts.count {
        var program = draft.program(of: parts)
        program.isWithoutNeeds = parts.count <= needs.count
        tried.append(try await run(program))
        if tried[tried.count - 1].isFinished { break }
      }
      // What is wrong with a listing is told of the program in which it has what it needs; but on a long page
      // the names far above need not be those that it means.
      let best =
        tried.first(where: \.isFinished) ?? tried.first { !$0.isRefused }
        ?? tried.last { isLong && $0.run.namesUnknown(in: draft.document.path) } ?? tried[0]
      if best.isFinished { good.insert(part) }
      programs.append(best)
    }
    return programs
  }

  /// The statements that are said to fail, each in a program of its own.
  private func failures(beside programs: [FinishedProgram]) async throws -> [FinishedProgram] {
    var found: [FinishedProgram] = []
    for (index, failure) in draft.failures.enumerated() {
      let base = programs.first { $0.draft.parts.contains(failure.part) && !$0.isRefused }
      guard let base, let end = base.draft.parts.firstIndex(of: failure.part) else { continue }
      let program = draft.program(of: Array(base.draft.parts[...end]), trying: index)
      found.append(try await run(program))
    }
    return found
  }

  /// Runs one program; what the compiler does not take because of Galley's own words is tried without them.
  private func run(_ program: DraftProgram) async throws -> FinishedProgram {
    var omissions: Set<ProgramText.Omission> = []
    var finished = try await finish(program, omissions)
    // Words of comments that are no Swift here; some are found only when others are gone.
    for _ in 0..<3 {
      let wrong = finished.run.wrongComments
      guard finished.isRefused, !wrong.isEmpty else { break }
      omissions.formUnion(wrong)
      finished = try await finish(program, omissions)
    }
    guard finished.isRefused, !finished.run.namesUnknown(in: program.path) else { return finished }
    let plain = try await finish(program, [.watches])
    guard !plain.isRefused else { return plain }
    let comments = draft.watches.indices.map { ProgramText.Omission.comment(watch: $0) }
    for less: Set<ProgramText.Omission> in [[.places], [.wrappers], [.places, .wrappers]] {
      for omissions in [omissions.union(less), less.union(comments)] {
        let finished = try await finish(program, omissions)
        if !finished.isRefused { return finished }
      }
    }
    return plain
  }
}

extension FinishedProgram {
  /// Whether it came to its end, if it was to run at all.
  var isFinished: Bool {
    switch run.ending {
    case .compiled: true
    case .ran(let execution): execution.end == .finished
    case .refused, .unmade: false
    }
  }

  var isRefused: Bool {
    switch run.ending {
    case .refused, .unmade: true
    case .compiled, .ran: false
    }
  }
}

extension Run {
  fileprivate var isAmbiguous: Bool {
    messages.contains {
      $0.severity == .error
        && ($0.text.contains(" is ambiguous") || $0.text.contains("ambiguous use of"))
    }
  }

  /// The comments whose words the compiler does not take.
  fileprivate var wrongComments: Set<ProgramText.Omission> {
    Set(
      messages.compactMap { message in
        guard message.severity == .error, let place = message.place,
          place.file == ProgramWriter.comments
        else { return nil }
        return .comment(watch: place.site.line - 1)
      })
  }

  /// Whether the author's own words name what is not there: then nothing of Galley's is at fault.
  fileprivate func namesUnknown(in path: String) -> Bool {
    messages.contains {
      $0.severity == .error && $0.place?.file == ProgramWriter.nameForCompiler(path)
        && ($0.text.hasPrefix("cannot find ") && $0.text.hasSuffix(" in scope")
          || $0.text.hasPrefix("no such module"))
    }
  }
}
