// EssayMutants: an essay with changed copies of its fences behind the fences themselves, so that
// one compilation tries many changes. The originals stay, and all that other examples need of them.

import Diagnostics
import Foundation
import Reporting
import Site
import Testing
import Verification

/// A replacement of some bytes of an essay.
struct Change: Hashable {
  var range: Range<Int>
  var text: String
}

/// The copies that an essay gets.
struct EssayMutants {
  /// Whether all is tried, also what takes minutes of processor time: `GALLEY_TESTS=all`, as at night.
  static let areAllTried = ProcessInfo.processInfo.environment["GALLEY_TESTS"] == "all"

  /// The essays that are tried now: all, or the shortest only. Each is compiled and run anew with its copies.
  static func tried(of essays: [VerifiedEssay]) -> [VerifiedEssay] {
    guard !areAllTried else { return essays }
    return Array(
      essays.sorted { $0.document.source.count < $1.document.source.count }.prefix(1))
  }

  let essay: VerifiedEssay
  private var bytes: [UInt8]
  private var insertions: [(place: Int, text: String)] = []

  init(_ essay: VerifiedEssay) {
    self.essay = essay
    bytes = Array(essay.document.source[0..<essay.document.source.count].utf8)
  }

  /// Adds a copy of a fence behind a place, with some changes in it.
  ///
  /// - Parameters:
  ///   - words: what stands behind the backticks.
  ///   - setting: Swift that the copy begins with.
  mutating func add(
    copyOf fence: Range<Int>, behind place: Int, words: String, setting: String = "",
    _ changes: [Change]
  ) throws {
    let start = essay.document.source.position(of: fence.lowerBound)
    try #require(
      start.column == 1,
      "\(essay.document.path):\(start.line): fences inside lists and quotations cannot be copied yet"
    )
    var copy = Array(bytes[fence])
    for change in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      let lower = change.range.lowerBound - fence.lowerBound
      copy.replaceSubrange(lower..<lower + change.range.count, with: Array(change.text.utf8))
    }
    // A range is decided over intervals, and what changes a sign in the copy only knows numbers.
    let sampled = String(decoding: copy, as: UTF8.self)
      .replacing(/,?\ *exact over [^,\n]*/, with: "")
    let lines = sampled.split(
      separator: "\n", omittingEmptySubsequences: false)
    let marks = lines[0].prefix { "`~".contains($0) }
    let text = ([marks + words] + (setting.isEmpty ? [] : [setting[...]]) + lines.dropFirst())
      .joined(separator: "\n")
    insertions.append((place, "\n\n" + text + "\n"))
  }

  /// The essay with its copies, in the order in which they were added where they share a place.
  var text: String {
    var result = bytes
    for insertion in insertions.enumerated().sorted(by: {
      ($0.element.place, $0.offset) > ($1.element.place, $1.offset)
    }).map(\.element) {
      result.insert(contentsOf: Array(insertion.text.utf8), at: insertion.place)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What a check finds in all essays, each with its copies.
  static func check(_ mutants: [EssayMutants]) async throws -> Proof {
    var project = try await Proof.untouched.value.project
    for mutant in mutants {
      let path = mutant.essay.document.path
      let index = try #require(project.essays.firstIndex { $0.path == path })
      project.essays[index].text = mutant.text
      project.sources[path] = SourceText(mutant.text)
    }
    let wanted = Set(mutants.map(\.essay.document.path))
    project.others += project.essays.filter { !wanted.contains($0.path) }
    project.essays.removeAll { !wanted.contains($0.path) }
    let proof = try await Proof.of(project)
    let printer = TextPrinter(sources: project.sources)
    // A copy that the compiler refuses, or that stops its program, would hide all the others.
    let obstacles = proof.log.diagnostics.filter {
      $0.id.rawValue.hasPrefix("program.") || $0.id == .compileError
    }
    for obstacle in obstacles {
      Issue.record("a changed copy cannot be tried: \(printer.text(obstacle))")
    }
    return proof
  }
}
