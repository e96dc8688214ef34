// KeptTypesetting: formulas and listings that were set before and need not be set again: a page's formulas together, for
// what one of them defines holds for those behind it, and each listing alone.

import Files
import Foundation

struct KeptTypesetting {
  private let pages: [TypesettingRequest]
  private let macros: [String: String]
  private let formulas: Keep?
  private let listings: Keep?
  /// What is known by now, by the keys.
  private var knownFormulas: [Data: [TypesettingResult.Formula]] = [:]
  private var knownListings: [Data: TypesettingResult.Listing] = [:]

  /// To be raised when Galley makes something else of the same order.
  private static let version = 1

  /// Looks for what was kept. A script is looked for where something is to be set with it.
  ///
  /// - Throws: `MissingPart`, as the worker would.
  init(
    for pages: [TypesettingRequest], _ macros: [String: String], in folder: String,
    _ installation: Installation
  ) throws {
    self.pages = pages
    self.macros = macros
    func keep(_ name: String, _ scripts: [String]) throws -> Keep {
      let own = "\(Self.version)\0\(TypesettingScript.globals)\0\(TypesettingScript.typeset)\0"
      return Keep(
        in: folder + "/" + name, context: try Data(own.utf8) + installation.bytes(of: scripts),
        files: installation.files)
    }
    formulas =
      try pages.contains { !$0.formulas.isEmpty }
      ? keep("formulas", installation.katexScripts()) : nil
    listings =
      try pages.contains { $0.listings.contains { !$0.language.isEmpty } }
      ? keep("listings", [installation.highlighterScript()]) : nil
    for page in pages {
      let key = key(page)
      if let value = formulas?.value(for: key) {
        // As many as were asked for, or it is none of ours.
        knownFormulas[key] = Self.decoded(value).flatMap {
          $0.count == page.formulas.count ? $0 : nil
        }
      }
      for listing in page.listings where knownListings[Self.key(listing)] == nil {
        let key = Self.key(listing)
        knownListings[key] = listings?.value(for: key).flatMap(Self.decoded)
      }
    }
  }

  /// What remains to be set: for each page its formulas or none of them, and listings that no page before it has.
  var wanted: [TypesettingRequest] {
    var seen: Set<Data> = []
    return pages.map { page in
      var rest = page
      if knownFormulas[key(page)] != nil { rest.formulas = [] }
      rest.listings = page.listings.filter { listing in
        let key = Self.key(listing)
        return knownListings[key] == nil && seen.insert(key).inserted
      }
      return rest
    }
  }

  /// Takes and keeps what was set.
  mutating func add(_ results: [TypesettingResult], for wanted: [TypesettingRequest]) {
    for (request, result) in zip(wanted, results) {
      if !request.formulas.isEmpty {
        let key = key(request)
        knownFormulas[key] = result.formulas
        Self.encoded(result.formulas).map { formulas?.keep($0, for: key) }
      }
      for (listing, set) in zip(request.listings, result.listings) {
        let key = Self.key(listing)
        knownListings[key] = set
        Self.encoded(set).map { listings?.keep($0, for: key) }
      }
    }
    // Who asks for nothing new has nothing to tidy.
    guard wanted.contains(where: { !$0.formulas.isEmpty || !$0.listings.isEmpty }) else { return }
    formulas?.tidy()
    listings?.tidy()
  }

  var results: [TypesettingResult] {
    pages.map { page in
      TypesettingResult(
        formulas: page.formulas.isEmpty ? [] : knownFormulas[key(page)] ?? [],
        listings: page.listings.compactMap { knownListings[Self.key($0)] })
    }
  }

  // MARK: Keys

  /// All that decides what becomes of a page's formulas, but for the scripts.
  private func key(_ page: TypesettingRequest) -> Data {
    var formulas = page
    formulas.listings = []
    return Self.encoded(TypesettingOrder(macros: macros, pages: [formulas])) ?? Data()
  }

  private static func key(_ listing: TypesettingRequest.Listing) -> Data {
    encoded(listing) ?? Data()
  }

  private static func encoded(_ value: some Encodable) -> Data? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try? encoder.encode(value)
  }

  private static func decoded<Value: Decodable>(_ data: Data) -> Value? {
    try? JSONDecoder().decode(Value.self, from: data)
  }
}
