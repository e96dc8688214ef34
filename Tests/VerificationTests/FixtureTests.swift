// Fixtures: every folder is an essay, what Galley says of it, and the essay with its corrections, where it offers any.
// RECORD=1 rewrites what is expected.

import Diagnostics
import Foundation
import Rendering
import Reporting
import Testing

@testable import Verification

struct FixtureTests {
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  @Test(arguments: Fixture.all)
  func saysWhatIsExpected(_ fixture: Fixture) async throws {
    try expect(try await transcript(of: fixture), at: fixture.folder + "/expected.diagnostics")
  }

  /// A page of another language shows no English where all holds.
  @Test(arguments: Fixture.all)
  func rulesAreSaidInAllLanguages(_ fixture: Fixture) async throws {
    let verified = try await Fixtures.shared.verified(fixture)
    for judged in verified.value.flatMap(\.claims) where judged.verdict == .held {
      // A value is nobody's to translate.
      let isValue = [.example, .output, .prose].contains(judged.claim.kind)
      let said = judged.rule.patterns.union(isValue ? [] : judged.computed?.patterns ?? [])
      for tag in Languages.own.tags {
        #expect(said.subtracting(Languages.own[tag].translated).isEmpty, "\(tag)")
      }
    }
  }

  /// Corrections are for those who put them in without a second look.
  @Test(arguments: Fixture.all)
  func correctionsHold(_ fixture: Fixture) async throws {
    let first = try await Fixtures.shared.verified(fixture)
    // What pictures show is recorded in a file of its own.
    let faults = Set(first.log.diagnostics.filter { $0.fix?.span.path == fixture.path })
    let edits = Set(faults.compactMap(\.fix)).sorted {
      $0.span.range.lowerBound < $1.span.range.lowerBound
    }
    let ofClaims = Set(faults.filter { $0.id == .claimRefuted }.compactMap(\.fix))
    let path = fixture.folder + "/fixed.md"
    guard !edits.isEmpty else {
      #expect(!FileManager.default.fileExists(atPath: path))
      return
    }
    let fixed = try edits.applied(to: fixture.text(), of: fixture.path)
    try expect(fixed, at: path)
    // A correction is the value that was computed; how it is rounded is another question.
    var terms = fixture.terms
    terms.checksRounding = false
    let second = try await Essays.verify([fixture.path: fixed], terms)
    var shift = 0
    for edit in edits {
      let range =
        edit.span.range.lowerBound + shift..<edit.span.range.lowerBound + shift
        + edit.replacement.utf8.count
      shift += edit.replacement.utf8.count - edit.original.utf8.count
      let left = second.log.diagnostics.filter {
        $0.span.map { $0.path == fixture.path && $0.range.overlaps(range) } == true
      }
      let words = "\(edit.original) became \(edit.replacement)"
      #expect(left.isEmpty, "\(words)")
      let claims = second.value.flatMap(\.claims).filter { $0.claim.range.overlaps(range) }
      #expect(claims.allSatisfy { $0.verdict == .held }, "\(words)")
      #expect(ofClaims.contains(edit) != claims.isEmpty, "\(words)")
    }
  }

  private func expect(_ got: String, at path: String) throws {
    if Self.isRecording { try got.write(toFile: path, atomically: true, encoding: .utf8) }
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    #expect(got == expected)
  }

  /// Every claim with its verdict, then the diagnostics as a person reads them.
  private func transcript(of fixture: Fixture) async throws -> String {
    let source = SourceText(try fixture.text())
    let verified = try await Fixtures.shared.verified(fixture)
    var lines: [String] = []
    for judged in verified.value.flatMap(\.claims) {
      let place = source.position(of: judged.claim.range.lowerBound)
      lines.append(
        "\(place.line):\(place.column) \(judged.claim.kind) \(judged.verdict): "
          + "\(judged.claim.wrote) | \(judged.computed ?? "–") | \(judged.rule)")
    }
    for figure in verified.value.flatMap(\.figures) {
      let place = source.position(of: figure.range.lowerBound)
      let frames = figure.frames.map { frame in
        let places = zip(figure.sweep?.axes ?? [], figure.sweep?.places(frame.number) ?? [])
        return places.map { "\($0.parameter) = \($0.value($1)), " }.joined()
          + "\(frame.title), \(frame.svg.prefix(60)) (\(frame.svg.utf8.count) bytes)"
      }
      lines.append("\(place.line):\(place.column) figure \(figure.label ?? "–")")
      lines += frames.map { "  " + $0 }
    }
    for table in verified.value.flatMap(\.tables) {
      let place = source.position(of: table.range.lowerBound)
      lines.append("\(place.line):\(place.column) table \(table.labels)")
      lines += table.rows.map { row in
        "  " + row.map { $0.isNumber ? $0.text : "‘\($0.text)’" }.joined(separator: ", ")
      }
    }
    var log = verified.log
    for essay in verified.value where fixture.name.hasPrefix("coverage") {
      let coverage = log.taking(EssayCoverage.of(essay))
      lines.append("\(coverage.path): \(coverage.summary)")
    }
    return lines.map { $0 + "\n" }.joined() + "\n"
      + TextPrinter(sources: [fixture.path: source]).text(log)
  }
}

struct Fixture: Hashable, Sendable, CustomTestStringConvertible {
  var name: String

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures").path

  static let all = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted()
    .map { Fixture(name: $0) }

  var folder: String { Self.root + "/" + name }
  var path: String { name + ".md" }
  var testDescription: String { name }

  func text() throws -> String {
    try String(contentsOfFile: folder + "/input.md", encoding: .utf8)
  }

  var terms: Essays.Terms {
    Essays.Terms(
      content: folder, checksRounding: name == "rounding",
      languageMode: name == "swift-5" ? "5" : nil)
  }
}

/// Fixtures that several tests look at are verified once.
actor Fixtures {
  static let shared = Fixtures()
  private var tasks: [Fixture: Task<Diagnosed<[VerifiedEssay]>, any Error>] = [:]

  func verified(_ fixture: Fixture) async throws -> Diagnosed<[VerifiedEssay]> {
    let task =
      tasks[fixture]
      ?? Task { try await Essays.verify([fixture.path: fixture.text()], fixture.terms) }
    tasks[fixture] = task
    return try await task.value
  }
}
