// The parser program, for tests: built once, in the folder that all tests share.

import Foundation
import Running
import SwiftText

enum ParserProgram {
  static func read(_ texts: [String]) async throws -> [SwiftReading] {
    try await SwiftParsing.read(texts, in: workshop())
  }

  static func answers(to texts: [String], in shop: Workshop) async throws -> [String] {
    try await SwiftParsing.answers(to: texts, in: shop)
  }

  static func read(_ text: String) async throws -> SwiftReading { try await read([text])[0] }

  static func workshop() throws -> Workshop {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent(".build/galley-tests").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try Workshop(project: folder)
  }
}
