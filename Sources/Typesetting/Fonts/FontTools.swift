// FontTools: makes a font of the signs that a site shows, by `hb-subset` and `woff2_compress`. What they made is kept by the font's
// bytes, the signs and the tools.

import Files
import Foundation
import Subprocess

package struct FontTools: Sendable {
  private let subset: String
  private let compress: String
  private let keep: Keep
  private let files: FileSystem
  private let folder: String

  /// Nil where the tools are not installed.
  ///
  /// - Parameter folder: where fonts are kept for the next run.
  package init?(
    in folder: String, path: String? = ProcessInfo.processInfo.environment["PATH"],
    _ files: FileSystem
  ) {
    let folders = (path ?? "").split(separator: ":").map(String.init)
    func find(_ name: String) -> String? {
      folders.map { $0 + "/" + name }.first { files.statusOfTarget($0)?.kind == .regular }
    }
    guard let subset = find("hb-subset"), let compress = find("woff2_compress") else { return nil }
    self.subset = subset
    self.compress = compress
    self.files = files
    self.folder = folder
    let tools = [subset, compress].compactMap(files.contents).map(Digest.of).joined(separator: "\n")
    keep = Keep(
      in: folder + "/fonts", context: Data("\(Self.version)\n\(tools)".utf8), files: files)
  }

  /// To be raised when something else is made of the same font.
  private static let version = 1

  /// A font to be made.
  package struct Order: Hashable, Sendable {
    /// The font as it is installed, TrueType or OpenType.
    package var source: String
    package var signs: Set<Unicode.Scalar>
    /// What of its typographic features is kept; nil for all that is usual.
    package var features: String?

    package init(source: String, signs: Set<Unicode.Scalar>, features: String? = nil) {
      self.source = source
      self.signs = signs
      self.features = features
    }
  }

  /// The fonts, as WOFF2; nil for one that the tools did not make.
  package func fonts(_ orders: [Order], jobs: Int) async -> [Data?] {
    var made = [Data?](repeating: nil, count: orders.count)
    await withTaskGroup(of: (Int, Data?).self) { group in
      for (index, order) in orders.enumerated() {
        if index >= max(1, jobs), let done = await group.next() { made[done.0] = done.1 }
        group.addTask { (index, await font(order)) }
      }
      for await done in group { made[done.0] = done.1 }
    }
    keep.tidy()
    return made
  }

  /// Whose the font is stays in it; what programs call it nobody asks in a page.
  private static let names = "0"

  private func font(_ order: Order) async -> Data? {
    guard let bytes = files.contents(order.source) else { return nil }
    let signs = order.signs.map { String($0.value, radix: 16) }.sorted().joined(separator: ",")
    let key = Data("\(Digest.of(bytes)) \(order.features ?? "*") \(Self.names) \(signs)".utf8)
    if let kept = keep.value(for: key) { return kept }
    let stem = folder + "/fonts/making-\(getpid())-" + Digest.of(key).prefix(16)
    let cut = stem + (order.source.hasSuffix(".otf") ? ".otf" : ".ttf")
    defer { for path in [cut, stem + ".woff2"] { try? files.remove(path) } }
    var arguments = [
      "--no-hinting", "--desubroutinize", "--name-IDs=\(Self.names)",
      "--unicodes=\(signs)", "--output-file=\(cut)",
    ]
    if let features = order.features { arguments.append("--layout-features=\(features)") }
    guard await run(subset, arguments + [order.source]), await run(compress, [cut]),
      let font = files.contents(stem + ".woff2")
    else { return nil }
    keep.keep(font, for: key)
    return font
  }

  private func run(_ tool: String, _ arguments: [String]) async -> Bool {
    let run = try? await Subprocess.run(
      .path(.init(tool)), arguments: Arguments(arguments), input: .none, output: .discarded,
      error: .discarded)
    return run?.terminationStatus.isSuccess ?? false
  }
}
