// ProseReader: claims in prose as a build reads them: Markdown by libcmark, formulas by KaTeX, all
// of them in one request, so that thousands of texts are read in a second.

import Claims
import Diagnostics
import Foundation
import Markup
import Typesetting

@testable import Reading

/// What became of the last claim of a text.
enum ProseReading: Equatable {
  /// The bytes of the number as they stand in the essay, and the relation before it.
  typealias Relation = Claims.Expectation.Relation

  case number(String, Relation?)
  case refused(String)
  case unattached
  case none

  var wrote: String? { if case .number(let wrote, _) = self { wrote } else { nil } }
  var isRefused: Bool { if case .refused = self { true } else { false } }
}

enum ProseReader {
  /// Reads the last claim of each text.
  static func read(
    _ texts: [String], macros: [String: String] = [:]
  ) async throws -> [ProseReading] {
    let documents = texts.map { parse($0, path: "a.md").value }
    return zip(documents, try await claims(of: documents, macros: macros)).map { document, result in
      guard let result else { return .none }
      guard let read = result.value else {
        let problem = result.log.diagnostics[0]
        return problem.id == .claimUnattached ? .unattached : .refused(problem.message)
      }
      let number = document.source[read.claim.range]
      guard case .relation(let relation, .number) = read.expectation else {
        return .number(number, nil)
      }
      return read.claim.wrote == "\(relation.rawValue) \(number)"
        ? .number(number, relation) : .none
    }
  }

  /// The texts whose claim is read without a word of doubt; `isRead` says which are read at all.
  static func doubts(_ texts: [String]) async throws -> [(isRead: Bool, isDoubted: Bool)] {
    let documents = texts.map { parse($0, path: "a.md").value }
    return try await claims(of: documents).map { result in
      let isDoubted = result?.log.diagnostics.contains { $0.id == .claimWords } ?? false
      return (result?.value != nil, isDoubted)
    }
  }

  /// The last claim of each document; nil where there is none.
  static func claims(
    of documents: [Document], macros: [String: String] = [:]
  ) async throws -> [Diagnosed<ProseClaim?>?] {
    try await allClaims(of: documents, macros: macros).map(\.last)
  }

  /// What is told of each text, of all its claims: nothing, where they are read and nothing is doubted.
  static func complaints(_ texts: [String]) async throws -> [[String]] {
    let documents = texts.map { parse($0, path: "a.md").value }
    return try await allClaims(of: documents).map { results in
      results.isEmpty ? ["no claim"] : results.flatMap { $0.log.diagnostics.map(\.message) }
    }
  }

  /// The identifiers of what is told of each text.
  static func identifiers(_ texts: [String]) async throws -> [[Identifier]] {
    let documents = texts.map { parse($0, path: "a.md").value }
    return try await allClaims(of: documents).map { results in
      results.flatMap { $0.log.diagnostics.map(\.id) }
    }
  }

  /// All claims of each document.
  static func allClaims(
    of documents: [Document], macros: [String: String] = [:]
  ) async throws -> [[Diagnosed<ProseClaim?>]] {
    let comments = documents.map { document in
      PartCollector(document).parts.compactMap { part in
        if case .prose(let comment) = part { comment } else { nil }
      }
    }
    let formulas = zip(documents, comments).map { ProseClaims.formulas(beside: $1, in: $0) }
    let set = try await typesetter(macros).mathML(
      of: formulas.map { $0.map { .init($0.tex.text, isDisplay: $0.isDisplay) } })
    return documents.indices.map { index in
      var shown: [Int: ShownFormula] = [:]
      for (formula, result) in zip(formulas[index], set[index]) {
        if case .html(let html) = result { shown[formula.place] = ShownFormula(katex: html) }
      }
      return comments[index].map { ProseClaims.read($0, in: documents[index], formulas: shown) }
    }
  }

  static func typesetter(_ macros: [String: String] = [:]) throws -> Typesetter {
    // The executable stands beside the tests' bundle; on macOS a few levels up from it.
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      var folder = URL(fileURLWithPath: argument)
      while folder.path.count > 1 {
        folder.deleteLastPathComponent()
        let galley = folder.appendingPathComponent("galley").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: galley, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return Typesetter(worker: WorkerCommand(executable: galley), macros: macros)
        }
      }
    }
    throw CocoaError(.fileNoSuchFile)
  }
}
