// What the guide says of mutants is what scripts/mutation/record.json has of them.

import Foundation
import Markup
import Testing

@Suite struct MutationRecordTests {
  private struct Entry: Decodable {
    var verdict: String
    var reason: String?
  }

  /// A change, and what became of it.
  private struct Mutant {
    var file: String
    var function: String
    var verdict: String
    var reason: String

    /// An initialiser needs its type.
    var shortName: String {
      function.hasSuffix(".init")
        ? function : function.components(separatedBy: ".").last ?? function
    }
  }

  private let mutants: [Mutant]
  /// The rows of the section's tables, each cell as plain text.
  private let rows: [[String]]
  private let text: String

  init() throws {
    let record = try #require(
      FileManager.default.contents(
        atPath: ScratchProject.root + "/scripts/mutation/record.json"))
    mutants = try JSONDecoder().decode([String: Entry].self, from: record).map { key, entry in
      let parts = key.components(separatedBy: "\t")
      return Mutant(
        file: parts[0], function: parts[1], verdict: entry.verdict, reason: entry.reason ?? "")
    }
    let guide = try #require(
      FileManager.default.contents(atPath: ScratchProject.root + "/content/guide.md"))
    let whole = String(decoding: guide, as: UTF8.self)
    let start = try #require(whole.range(of: "## What the essays catch: mutations"))
    text =
      whole[start.upperBound...].components(
        separatedBy: "\n## ")[0]
    rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.contains("---") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
      .filter { !$0[0].isEmpty }
  }

  private func count(_ verdicts: String..., in file: String? = nil) -> Int {
    mutants.count { verdicts.contains($0.verdict) && (file == nil || $0.file == file) }
  }

  /// How many places there are, by the guide's word.
  private var places: Int {
    get throws {
      let words = text.components(separatedBy: "Simplex has ").last?.prefix { $0 != "<" } ?? ""
      return try #require(Int(words.filter { $0 != "," }))
    }
  }

  @Test func everyFileIsCounted() throws {
    let files = Set(mutants.map(\.file))
    #expect(files.count >= 7)
    for file in files.sorted() {
      let row = try #require(rows.first { $0[0].hasPrefix("`\(file)`") }, "\(file) has no row")
      #expect(
        row.dropFirst().compactMap { Int($0) } == [
          count("killed", "time-out", "survived", in: file), count("killed", "time-out", in: file),
          count("survived", in: file), count("unreached", in: file),
        ], "\(file)")
    }
    let all = try #require(rows.first { $0[0] == "all" })
    #expect(
      all.dropFirst().compactMap { Int($0) } == [
        count("killed", "time-out", "survived"), count("killed", "time-out"), count("survived"),
        count("unreached"),
      ])
    let plain = text.replacing(",", with: "").replacing("\n", with: " ")
    let made =
      try mutants.count == places
      ? "All of them were made" : "So far \(mutants.count)<!-- given --> of"
    #expect(plain.contains("has \(try places)<!-- given --> such places. \(made)"))
    #expect(plain.contains("refused \(count("invalid"))<!-- given -->"))
  }

  @Test func everySurvivorHasItsReason() {
    let survivors = mutants.filter { $0.verdict == "survived" }
    for mutant in survivors where mutant.reason.isEmpty {
      Issue.record("a mutant of \(mutant.function) survived without a reason")
    }
    for (reason, group) in Dictionary(grouping: survivors, by: \.reason) {
      let row = rows.first { $0.last == reason }
      #expect(row?.first == "\(group.count)", "\(reason)")
      let functions = Set(group.map(\.shortName))
      let told = Set(row?[1].components(separatedBy: ", ").map { $0.filter { $0 != "`" } } ?? [])
      // Many functions are told by their files.
      #expect(told == (functions.count > 10 ? Set(group.map(\.file)) : functions), "\(reason)")
    }
  }

  @Test(.enabled(if: MutateScriptTests.python != nil, "needs python3"))
  func theRecordIsOfTheLibraryAsItIs() throws {
    let listed = try MutateScriptTests.output(
      of: #require(MutateScriptTests.python), [ScratchProject.root + "/scripts/mutate", "--list"])
    let files = listed.split(separator: "\n").dropLast().map { $0.prefix { $0 != ":" } }
    #expect(files.count == (try places))
    let known = Dictionary(grouping: mutants, by: \.file).mapValues(\.count)
    for (file, group) in Dictionary(grouping: files, by: { String($0) }) {
      #expect(known[file, default: 0] <= group.count, "\(file) has changed")
    }
    #expect(Set(known.keys).isSubset(of: files.map { String($0) }))
  }
}
