// RunMemory: what became of programs a moment ago, for who judges the same essays again and again. Unlike what is kept on
// the disk it also knows a program again that stands some lines further down.

import Diagnostics
import Files
import Reading
import Running
import Synchronization
import Verification

package final class RunMemory: Sendable {
  /// A program with all that decides what becomes of it, but for the lines of its essay.
  package struct Key: Hashable, Sendable {
    fileprivate var text: String
    private var isOnlyCompiled: Bool
    private var timeout: Duration?
    private var data: [String: String]
    /// The library, the settings: another word is another key.
    private var context: String

    fileprivate init(
      _ text: String, _ program: DraftProgram, data: [String: String], context: String
    ) {
      self.text = text
      isOnlyCompiled = program.isOnlyCompiled
      timeout = program.timeout
      self.data = data
      self.context = context
    }
  }

  private struct Entry {
    /// With its lines.
    var text: String
    var omissions: Set<ProgramText.Omission>
    var run: Run
    var lastUse: Int
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var uses = 0
  }

  private let state = Mutex(State())

  /// So many beside those of the site as it is: what one comes back to by undoing an edit.
  private static let spare = 64

  package init() {}

  package func entry(_ planned: PlannedProgram) -> FinishedProgram? {
    state.withLock { state in
      guard var entry = state.entries[planned.key],
        entry.text == planned.text.text
          || entry.run.namesNoLine && !planned.text.text.contains("#line")
      else { return nil }
      state.uses += 1
      entry.lastUse = state.uses
      state.entries[planned.key] = entry
      let map = entry.omissions.isEmpty ? planned.text.map : planned.map(without: entry.omissions)
      return FinishedProgram(draft: planned.program, map: map, run: entry.run)
    }
  }

  package func keep(_ finished: FinishedProgram, as planned: PlannedProgram) {
    state.withLock { state in
      state.uses += 1
      state.entries[planned.key] = Entry(
        text: planned.text.text, omissions: finished.omissions, run: finished.run,
        lastUse: state.uses)
    }
  }

  /// Forgets what may become something else of the same programs: what depends on how busy the machine was.
  package func forgetAccidents(of programs: [PlannedProgram]) {
    state.withLock { state in
      for program in programs where state.entries[program.key]?.run.isKeepable == false {
        state.entries[program.key] = nil
      }
    }
  }

  /// Forgets what is not wanted, but for some that were wanted last.
  package func forget(besides wanted: Set<Key>) {
    state.withLock { state in
      let others = state.entries.filter { !wanted.contains($0.key) }
        .sorted { $0.value.lastUse > $1.value.lastUse }
      for entry in others.dropFirst(Self.spare) { state.entries[entry.key] = nil }
    }
  }
}

/// A program of a draft as the compiler would get it.
package struct PlannedProgram: Sendable {
  package let program: DraftProgram
  package let draft: Draft
  package let key: RunMemory.Key
  fileprivate let text: ProgramText
  fileprivate let imports: [String]

  fileprivate func map(without omissions: Set<ProgramText.Omission>) -> SourceMap {
    ProgramText(of: program, in: draft, imports: imports, without: omissions).map
  }

  /// A program of which nothing is known yet.
  package var pending: FinishedProgram {
    FinishedProgram(draft: program, map: text.map, run: Run(ending: .compiled))
  }
}

extension Session {
  /// The programs of a draft.
  ///
  /// - Parameter context: what decides what becomes of programs besides themselves and their data.
  package func plan(_ draft: Draft, context: String) -> [PlannedProgram] {
    let data = Dictionary(
      draft.document.frontMatter.data.map { file in
        (file.name, files.contents(shop.content + "/" + file.name).map { Digest.of($0) } ?? "")
      }, uniquingKeysWith: { first, _ in first })
    return draft.programs.map { program in
      let text = ProgramText(of: program, in: draft, imports: shop.imports)
      return PlannedProgram(
        program: program, draft: draft,
        key: RunMemory.Key(
          Self.withoutLines(text.text), program, data: data, context: context), text: text,
        imports: shop.imports)
    }
  }

  /// A program's text without the numbers that lines have in their essay.
  private static func withoutLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("#sourceLocation("), let end = line.lastIndex(of: ",") else {
        return line
      }
      return line[..<end]
    }.joined(separator: "\n")
  }
}
