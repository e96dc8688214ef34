// The record of mutants, content/data/mutants.csv, that the essays read: whole, with a reason for every survivor, and of the
// library as it is.

import Foundation
import Testing

@Suite struct MutationRecordTests {
  private let rows: [[String]]

  init() throws {
    let text = try String(
      contentsOfFile: ScratchProject.root + "/content/data/mutants.csv", encoding: .utf8)
    rows = Self.rows(of: text)
  }

  /// Fields in quotation marks may hold commas, line breaks and doubled quotation marks.
  private static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var isBehindQuote = false
    for scalar in text.unicodeScalars {
      defer { isBehindQuote = scalar == "\"" && !isQuoted }
      let last = rows.count - 1
      switch scalar {
      case "\"":
        if isBehindQuote { rows[last][rows[last].count - 1] += "\"" }
        isQuoted.toggle()
      case "," where !isQuoted: rows[last].append("")
      case "\n" where !isQuoted: rows.append([""])
      default: rows[last][rows[last].count - 1].unicodeScalars.append(scalar)
      }
    }
    return rows.dropLast()
  }

  @Test func isATableOfVerdicts() {
    #expect(
      rows.first == [
        "file", "function", "change", "old", "new", "number", "verdict", "reason", "essay",
      ])
    #expect(rows.count > 2000)
    #expect(rows.allSatisfy { $0.count == 9 })
    let verdicts: Set = ["killed", "time-out", "survived", "unreached", "invalid"]
    #expect(Set(rows.dropFirst().map { $0[6] }).isSubset(of: verdicts))
    #expect(Set(rows.map { $0[0..<6] }).count == rows.count, "a change stands there once")
  }

  @Test func everySurvivorAndNobodyElseHasAReason() {
    for row in rows.dropFirst() {
      #expect((row[6] == "survived") != row[7].isEmpty, "\(row[0]) \(row[1])")
    }
  }

  @Test(.enabled(if: MutateScriptTests.python != nil, "needs python3"))
  func isOfTheLibraryAsItIs() throws {
    let listed = try MutateScriptTests.output(
      of: #require(MutateScriptTests.python), [ScratchProject.root + "/scripts/mutate", "--list"])
    let files = listed.split(separator: "\n").dropLast().map { String($0.prefix { $0 != ":" }) }
    let known = Dictionary(grouping: rows.dropFirst(), by: { $0[0] }).mapValues(\.count)
    for (file, group) in Dictionary(grouping: files, by: { $0 }) {
      #expect(known[file, default: 0] <= group.count, "\(file) has changed")
    }
    #expect(Set(known.keys).isSubset(of: files))
  }
}
