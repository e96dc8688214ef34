// Judges: by what the claims of a site were judged, for those who want to judge them again. No times and no paths of a
// machine are in it: the same sources with the same tools have the same judges.

import Files
import Foundation

package struct Judges: Hashable, Sendable {
  /// Which Galley.
  package var galley = GalleyVersion.text
  /// In the compiler's own words: `Swift version 6.3.1 (swift-6.3.1-RELEASE)`.
  package var compiler: String
  /// What programs are compiled for: `x86_64-unknown-linux-gnu`.
  package var platform: String
  /// The products that programs are linked with, and the digest of what they were built from.
  package var products: [String]
  /// SHA-256 in hexadecimal; nil without a library, or where it is not known what it was built from.
  package var sources: String?

  package init(
    compiler: String, platform: String, products: [String] = [], sources: String? = nil
  ) {
    self.compiler = compiler
    self.platform = platform
    self.products = products
    self.sources = sources
  }

  /// - Throws: `MissingTool` where the compiler does not say what it is.
  package static func of(_ shop: Workshop) async throws -> Judges {
    let identity = try await shop.toolchain.identity(keptIn: shop.cache, shop.files)
    return Judges(
      compiler: identity.version, platform: identity.target, products: shop.products,
      sources: LibraryBuild.sources(in: shop)?.digest(shop.files))
  }
}

extension CompilerIdentity {
  private struct Answer: Decodable { var compilerVersion: String }

  /// `Swift version 6.3.1 (swift-6.3.1-RELEASE)`; empty where it does not say.
  var version: String {
    let answer = try? JSONDecoder().decode(Answer.self, from: Data(answer.utf8))
    return answer?.compilerVersion ?? ""
  }
}

extension LibrarySources {
  /// A name for what the library is made of, the same wherever the project stands: its sources and the pinned versions.
  func digest(_ files: FileSystem) -> String {
    var digest = Digest()
    for folder in folders {
      for path in ((try? Self.paths(in: folder, files)) ?? []).sorted() {
        digest.add(String(path.dropFirst(folder.count)))
        digest.add(files.contents(path) ?? Data())
      }
    }
    digest.add(files.contents(project + "/Package.resolved") ?? Data())
    return digest.text
  }
}
