// Seal: tells files that are as they were made from files that were cut or lost since.

import Files
import Foundation

package enum Seal {
  private static let fileName = "seal"

  /// What tells the contents of these files from any others.
  ///
  /// - Throws: when one cannot be read.
  package static func of(_ paths: [String], _ files: FileSystem) throws -> String {
    try paths.map { path in
      let data = try files.read(path)
      return "\(data.count) \(Digest.of(data))"
    }.joined(separator: "\n")
  }

  /// Seals a folder with all that is directly in it.
  package static func close(_ folder: String, _ files: FileSystem) throws {
    try files.write(try text(of: folder, files), folder + "/" + fileName)
  }

  package static func isWhole(_ folder: String, _ files: FileSystem) -> Bool {
    guard let seal = files.contents(folder + "/" + fileName) else { return false }
    return seal == (try? text(of: folder, files))
  }

  /// The names of what is in a folder, and what tells the contents.
  private static func text(of folder: String, _ files: FileSystem) throws -> Data {
    let names = try files.names(folder).filter { $0 != fileName }.sorted()
    let contents = try of(names.map { folder + "/" + $0 }, files)
    return Data((names.joined(separator: "/") + "\n" + contents).utf8)
  }
}
