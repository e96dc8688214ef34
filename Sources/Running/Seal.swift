// Seal: tells files that are as they were made from files that were cut or lost since.

import Foundation

package enum Seal {
  private static let fileName = "seal"

  /// What tells the contents of these files from any others.
  ///
  /// - Throws: when one cannot be read.
  package static func of(files: [String]) throws -> String {
    try files.map { path in
      let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
      return "\(data.count) \(Digest.of(data))"
    }.joined(separator: "\n")
  }

  /// Seals a folder with all that is directly in it.
  package static func close(_ folder: String) throws {
    let names = try names(in: folder)
    let text =
      names.joined(separator: "/") + "\n" + (try of(files: names.map { folder + "/" + $0 }))
    try text.write(toFile: folder + "/" + fileName, atomically: false, encoding: .utf8)
  }

  package static func isWhole(_ folder: String) -> Bool {
    guard let seal = FileManager.default.contents(atPath: folder + "/" + fileName),
      let names = try? names(in: folder), let now = try? of(files: names.map { folder + "/" + $0 })
    else { return false }
    return seal == Data((names.joined(separator: "/") + "\n" + now).utf8)
  }

  private static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != fileName }.sorted()
  }
}
