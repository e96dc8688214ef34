// Exchange: the request that the parser program reads and the document that it answers with.

import Foundation

package enum Exchange {
  /// Must be the program's `formatVersion`.
  package static let formatVersion = 1

  package enum Failure: Error, Hashable, Sendable {
    /// The program was compiled from other sources than these.
    case otherFormat(Int)
    case otherNumberOfTexts(Int)
    case unreadable(String)
  }

  /// The number of texts on a line; then, for each, its length on a line, and its bytes.
  package static func request(for texts: [String]) -> [UInt8] {
    var bytes = Array("\(texts.count)\n".utf8)
    for text in texts {
      bytes += "\(text.utf8.count)\n".utf8
      bytes += text.utf8
    }
    return bytes
  }

  /// What the program says of a text that it gives up.
  package static let tooDeep = "{\"isTooDeep\":true}"

  /// The program's document, taken apart: the answer to each text of the request.
  package static func answers(to texts: [String], from document: Data) throws(Failure) -> [String] {
    do {
      let version = try JSONDecoder().decode(VersionOnly.self, from: document).format
      guard version == formatVersion else { throw Failure.otherFormat(version) }
      let whole = try JSONSerialization.jsonObject(with: document) as? [String: Any]
      let entries = whole?["texts"] as? [[String: Any]] ?? []
      guard entries.count == texts.count else { throw Failure.otherNumberOfTexts(entries.count) }
      return try entries.map {
        String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .unreadable("\(error)")
    }
  }

  /// The readings of texts that have these answers.
  package static func readings(
    of texts: [String], from answers: [String]
  ) throws(Failure) -> [SwiftReading] {
    do {
      let list = Data("[\(answers.joined(separator: ","))]".utf8)
      let entries = try JSONDecoder().decode([Entry].self, from: list)
      guard entries.count == texts.count else { throw Failure.otherNumberOfTexts(entries.count) }
      return zip(texts, entries).map { SwiftReading($0, $1) }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .unreadable("\(error)")
    }
  }

  private struct VersionOnly: Decodable {
    var format: Int
  }

  /// A text that is too deep has no other field.
  fileprivate struct Entry: Decodable {
    var isTooDeep: Bool?
    var comments: [SwiftReading.Comment]?
    var statements: [SwiftReading.Statement]?
    var conditions: [SwiftReading.Condition]?
    var imports: [SwiftReading.Import]?
    var placeholders: [Range<Int>]?
    var unclosed: [SwiftReading.Unclosed]?
    var names: SwiftReading.Names?
    var wrappers: [String]?
    var accessors: Set<String>?
  }
}

extension SwiftReading {
  fileprivate init(_ text: String, _ entry: Exchange.Entry) {
    self.text = Array(text.utf8)
    isTooDeep = entry.isTooDeep ?? false
    comments = entry.comments ?? []
    let statements = entry.statements ?? []
    self.statements = statements
    let ends = statements.enumerated().map { ($1.range.upperBound, $0) }
    outermostByEnd = Dictionary(ends, uniquingKeysWith: { first, _ in first })
    conditions = entry.conditions ?? []
    imports = entry.imports ?? []
    placeholders = entry.placeholders ?? []
    unclosed = entry.unclosed ?? []
    wrappers = entry.wrappers ?? []
    accessors = entry.accessors ?? []
    names = entry.names ?? Names(values: [], uses: [], others: [])
  }
}
