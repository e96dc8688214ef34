// SwiftParsing: has texts read by the parser program, many in one go: it takes longer to start it than to read.

import Foundation
import SwiftText

package enum SwiftParsing {
  /// How the texts read, in their order.
  ///
  /// - Throws: `MissingTool` when the parser cannot be built or started here.
  package static func read(
    _ texts: [String], in shop: Workshop, progress: (String) -> Void = { _ in }
  ) async throws -> [SwiftReading] {
    guard !texts.isEmpty else { return [] }
    return try await DiskSpace.watching(shop.folder) {
      let lock = try LibraryLock(in: shop.folder)
      try await lock.take(.use) {
        progress("waiting for another galley that works in this project")
      }
      defer { withExtendedLifetime(lock) {} }
      let folders = try await ModuleBuild.folders(of: [.parser], in: shop, under: lock)
      guard let parser = folders[.parser] else { return [] }
      let folder = try shop.makeRunFolder()
      defer { try? FileManager.default.removeItem(atPath: folder) }
      return try await readings(of: texts[...], parser + "/GalleyParser", in: folder)
    }
  }

  /// A text that ends the parser is not to hide what it says of the others: each half is read by itself.
  private static func readings(
    of texts: ArraySlice<String>, _ parser: String, in folder: String
  ) async throws -> [SwiftReading] {
    let list = Array(texts)
    let request = folder + "/request"
    try Data(Exchange.request(for: list)).write(to: URL(fileURLWithPath: request))
    let command = Command(
      executable: parser, directory: folder, input: request, output: folder + "/answer",
      errors: folder + "/errors", limit: .seconds(60))
    let outcome = try await command.run()
    if outcome.isSuccess {
      let answer = FileManager.default.contents(atPath: folder + "/answer") ?? Data()
      do {
        return try Exchange.readings(of: list, from: answer)
      } catch {
        if DiskSpace.isShort(in: folder) { throw DiskSpace.failure(in: folder) }
        throw MissingTool(
          "the program that reads Swift gave no answer that this Galley understands (\(error)): "
            + "build Galley again")
      }
    }
    if DiskSpace.isShort(in: folder, below: 1 << 20) { throw DiskSpace.failure(in: folder) }
    guard texts.count > 1 else { return try unread(list) }
    let middle = texts.startIndex + texts.count / 2
    return try await readings(of: texts[..<middle], parser, in: folder)
      + readings(of: texts[middle...], parser, in: folder)
  }

  /// What is known of a text that the parser cannot follow: as of one that is nested too deeply.
  private static func unread(_ texts: [String]) throws -> [SwiftReading] {
    let answer = "{\"format\":\(Exchange.formatVersion),\"texts\":[{\"isTooDeep\":true}]}"
    return try Exchange.readings(of: texts, from: Data(answer.utf8))
  }
}
