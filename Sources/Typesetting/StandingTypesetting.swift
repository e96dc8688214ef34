// StandingTypesetting: what was set a moment ago, for who sets the same pages again with one formula changed. Only what is new
// goes to the worker, which stays.

import Foundation
import Synchronization

package final class StandingTypesetting: Sendable {
  private let worker: StandingWorker
  private let memory = Mutex(Memory())

  /// More than this is a site that is set for the first time: several workers are quicker then, and it may have been kept.
  private static let most = 120

  package init(worker: WorkerCommand) { self.worker = StandingWorker(worker) }

  /// Has the worker started and its scripts loaded before somebody waits for it.
  package func warmUp() async {
    let page = TypesettingRequest(
      formulas: [.init("x", isDisplay: false)], listings: [.init("let x", language: "swift")])
    // What is missing is said when something is to be set.
    _ = try? await worker.answer(TypesettingOrder(macros: [:], pages: [page]))
  }

  /// One result for each page, in their order.
  ///
  /// - Parameter whole: sets pages as a whole.
  func typeset(
    _ pages: [TypesettingRequest], _ macros: [String: String],
    _ whole: ([TypesettingRequest]) async throws -> [TypesettingResult]
  ) async throws -> [TypesettingResult] {
    let wanted = memory.withLock { memory in pages.map { memory.wanted(of: $0, macros) } }
    let results: [TypesettingResult]
    if wanted.reduce(0, { $0 + $1.weight }) > Self.most {
      results = try await whole(pages)
      memory.withLock { memory in
        for (page, result) in zip(pages, results) { memory.add(result, for: page, macros) }
      }
      return results
    }
    if wanted.contains(where: { !$0.formulas.isEmpty || !$0.listings.isEmpty }) {
      results = try await worker.answer(TypesettingOrder(macros: macros, pages: wanted))
    } else {
      results = wanted.map { _ in TypesettingResult() }
    }
    let known = memory.withLock { memory in
      for (page, result) in zip(wanted, results) { memory.add(result, for: page, macros) }
      return zip(pages, zip(wanted, results)).map { page, new in
        memory.result(of: page, macros, new.0, new.1)
      }
    }
    // Something may have been forgotten meanwhile.
    let isWhole = zip(pages, known).allSatisfy { page, result in
      page.formulas.count == result.formulas.count && page.listings.count == result.listings.count
    }
    return isWhole ? known : try await whole(pages)
  }
}

/// Formulas by all that decides what becomes of them: alone where no formula of their page defines anything, else together with
/// the page's others.
private struct Memory {
  private var formulas = Generations<FormulaKey, TypesettingResult.Formula>()
  private var listings = Generations<TypesettingRequest.Listing, TypesettingResult.Listing>()

  private struct FormulaKey: Hashable {
    var macros: [String: String]
    var isMathMLOnly: Bool
    /// The page's formulas up to this one where they may define something; the formula alone otherwise.
    var formulas: [TypesettingRequest.Formula]
  }

  private func keys(_ page: TypesettingRequest, _ macros: [String: String]) -> [FormulaKey] {
    let definesAnything = page.formulas.contains { Self.defines($0.tex) }
    return page.formulas.indices.map { index in
      FormulaKey(
        macros: macros, isMathMLOnly: page.isMathMLOnly,
        formulas: definesAnything ? Array(page.formulas[...index]) : [page.formulas[index]])
    }
  }

  /// Whether a formula may mean something for those behind it.
  private static func defines(_ tex: String) -> Bool {
    ["def", "let", "global", "newcommand", "renewcommand", "providecommand", "long"].contains {
      tex.contains($0)
    }
  }

  /// What of a page is not known: of formulas that may define something all or none.
  mutating func wanted(
    of page: TypesettingRequest, _ macros: [String: String]
  ) -> TypesettingRequest {
    var rest = page
    let keys = keys(page, macros)
    if page.formulas.contains(where: { Self.defines($0.tex) }) {
      if keys.allSatisfy({ formulas[$0] != nil }) { rest.formulas = [] }
    } else {
      rest.formulas = zip(page.formulas, keys).filter { formulas[$1] == nil }.map(\.0)
    }
    rest.listings = page.listings.filter { listings[$0] == nil }
    return rest
  }

  mutating func add(
    _ result: TypesettingResult, for page: TypesettingRequest, _ macros: [String: String]
  ) {
    for (key, formula) in zip(keys(page, macros), result.formulas) {
      formulas.add(formula, for: key, size: formula.size)
    }
    for (listing, set) in zip(page.listings, result.listings) {
      listings.add(set, for: listing, size: set.lines.reduce(64) { $0 + $1.utf8.count })
    }
  }

  /// The whole of a page, of which a part may have been set just now.
  mutating func result(
    of page: TypesettingRequest, _ macros: [String: String], _ new: TypesettingRequest,
    _ set: TypesettingResult
  ) -> TypesettingResult {
    // What was set for this very page is taken from there: it may be too much to remember.
    let fresh = Dictionary(
      zip(keys(new, macros), set.formulas), uniquingKeysWith: { first, _ in first })
    let freshListings = Dictionary(
      zip(new.listings, set.listings), uniquingKeysWith: { first, _ in first })
    return TypesettingResult(
      formulas: keys(page, macros).compactMap { fresh[$0] ?? formulas[$0] },
      listings: page.listings.compactMap { freshListings[$0] ?? listings[$0] })
  }
}

/// Values by their keys. What nobody asked for while others filled up the room is forgotten.
private struct Generations<Key: Hashable, Value> {
  private var young: [Key: (value: Value, size: Int)] = [:]
  private var old: [Key: (value: Value, size: Int)] = [:]
  private var size = 0

  /// Of each generation, in bytes.
  private static var largest: Int { 16 << 20 }

  subscript(key: Key) -> Value? {
    mutating get {
      if let entry = young[key] { return entry.value }
      guard let entry = old.removeValue(forKey: key) else { return nil }
      add(entry.value, for: key, size: entry.size)
      return entry.value
    }
  }

  mutating func add(_ value: Value, for key: Key, size: Int) {
    if self.size + size > Self.largest {
      old = young
      young = [:]
      self.size = 0
    }
    if young.updateValue((value, size), forKey: key) == nil { self.size += size }
  }
}

extension TypesettingResult.Formula {
  /// In bytes, about.
  fileprivate var size: Int {
    switch self {
    case .html(let html): html.utf8.count + 128
    case .rejected(let error): error.message.utf8.count + 128
    }
  }
}
