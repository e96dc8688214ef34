// KeptTypesetting: formulas and listings that were set before and need not be set again: a page's formulas together, for
// what one of them defines holds for those behind it, and each listing alone.

import Files
import Foundation

struct KeptTypesetting {
  private let pages: [Page]
  private let formulas: Keep?
  private let listings: Keep?
  /// What is known by now, by the keys.
  private var knownFormulas: [Data: [TypesettingResult.Formula]] = [:]
  private var knownListings: [Data: TypesettingResult.Listing] = [:]

  /// What is asked for, with the keys of its formulas and of each listing: they are long to make.
  private struct Page {
    var request: TypesettingRequest
    var key: Data
    var listingKeys: [Data]
  }

  /// To be raised when Galley makes something else of the same order.
  private static let version = 1

  /// Looks for what was kept. A script is looked for where something is to be set with it.
  ///
  /// - Throws: `MissingPart`, as the worker would.
  init(
    for pages: [TypesettingRequest], _ macros: [String: String], in folder: String,
    _ installation: Installation
  ) throws {
    self.pages = pages.map {
      Page(request: $0, key: Self.key($0, macros), listingKeys: $0.listings.map(Self.key))
    }
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
    for page in self.pages {
      if let value = formulas?.value(for: page.key) {
        // As many as were asked for, or it is none of ours.
        knownFormulas[page.key] = Self.decoded(value).flatMap {
          $0.count == page.request.formulas.count ? $0 : nil
        }
      }
      for key in page.listingKeys where knownListings[key] == nil {
        knownListings[key] = listings?.value(for: key).flatMap(Self.decoded)
      }
    }
  }

  /// What remains to be set: for each page its formulas or none of them, and listings that no page before it has.
  var wanted: [TypesettingRequest] {
    var seen: Set<Data> = []
    return pages.map { page in
      var rest = page.request
      if knownFormulas[page.key] != nil { rest.formulas = [] }
      rest.listings = zip(page.request.listings, page.listingKeys).filter {
        knownListings[$1] == nil && seen.insert($1).inserted
      }.map(\.0)
      return rest
    }
  }

  /// Takes and keeps what was set.
  mutating func add(_ results: [TypesettingResult], for wanted: [TypesettingRequest]) {
    for (page, (request, result)) in zip(pages, zip(wanted, results)) {
      if !request.formulas.isEmpty {
        knownFormulas[page.key] = result.formulas
        Self.encoded(result.formulas).map { formulas?.keep($0, for: page.key) }
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
        formulas: page.request.formulas.isEmpty ? [] : knownFormulas[page.key] ?? [],
        listings: page.listingKeys.compactMap { knownListings[$0] })
    }
  }

  // MARK: Keys

  /// All that decides what becomes of a page's formulas, but for the scripts.
  private static func key(_ page: TypesettingRequest, _ macros: [String: String]) -> Data {
    var formulas = page
    formulas.listings = []
    return encoded(TypesettingOrder(macros: macros, pages: [formulas])) ?? Data()
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
