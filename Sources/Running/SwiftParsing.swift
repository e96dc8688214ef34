// SwiftParsing: has texts read by the parser program, many in one go: it takes longer to start it than to read.

import Foundation
import SwiftText

package enum SwiftParsing {
  /// How the texts read, in their order.
  ///
  /// - Throws: `MissingTool` when the parser cannot be built or started here.
  package static func read(
    _ texts: [String], in shop: Workshop
  ) async throws -> [SwiftReading] {
    guard !texts.isEmpty else { return [] }
    return try await DiskSpace.watching(shop.folder) {
      let stay = try await shop.stay()
      let built = try await ModuleBuild.modules([.parser], in: shop)
      let folder = try shop.makeRunFolder()
      defer { withExtendedLifetime((stay, built, folder)) {} }
      let parser = try built.folder(of: .parser) + "/GalleyParser"
      return try await readings(of: texts[...], parser, in: folder.path)
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
