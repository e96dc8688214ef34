// SweepWeight: how heavy a sweep makes its page, as a server would send it.

import Diagnostics
import Files
import Foundation
import Reading
import Running
import Verification

enum SweepWeight {
  /// In bytes, compressed.
  static func limit(of sweep: Sweep) -> Int { sweep.axes.count > 1 ? 150_000 : 60_000 }
}

extension Session {
  /// A warning where a sweep is too heavy, or where nobody can tell.
  package func weigh(_ essay: VerifiedEssay) async throws -> Log {
    var log = Log()
    for figure in essay.figures {
      guard let limit = figure.sweep.map(SweepWeight.limit) else { continue }
      let text = (figure.frames.map(\.svg) + figure.frames.map(\.table)).joined()
      guard text.utf8.count > limit,
        let words = Self.complaint(try await compressedSize(of: Data(text.utf8)), limit)
      else { continue }
      let start = figure.range.lowerBound
      log.add(
        Diagnostic(
          .figureHeavy, .warning, at: SourceSpan(essay.document.path, start..<start), words))
    }
    return log
  }

  private static func complaint(_ weight: Int?, _ limit: Int) -> String? {
    guard let weight else {
      return
        "how heavy this sweep is cannot be told without ‘gzip’, which is not on the search path"
    }
    guard weight > limit else { return nil }
    return
      "this sweep weighs \(weight / 1000) kB compressed, and \(limit / 1000) kB are "
      + "the most that a page should carry: draw fewer values, fewer points, or fewer digits"
  }

  /// The size by `gzip`, the program, which is asked once for each text; nil without it.
  private func compressedSize(of text: Data) async throws -> Int? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let places = path.split(separator: ":").map { "\($0)/gzip" }
    guard let gzip = places.first(where: files.mayRun) else { return nil }
    let arguments = ["-9", "-n", "-c"]
    let keep = Keep(
      in: shop.folder + "/weights",
      context: Data(([gzip] + arguments).joined(separator: "\0").utf8)
        + (files.contents(gzip) ?? Data()), files: files)
    if let kept = keep.value(for: text), let size = Int(String(decoding: kept, as: UTF8.self)) {
      return size
    }
    let folder = files.temporaryFolder() + "/galley-sweep-" + UUID().uuidString
    try files.makeFolder(folder)
    defer { try? files.remove(folder) }
    try files.write(text, folder + "/sweep")
    let command = Command(
      executable: gzip, arguments: arguments + [folder + "/sweep"], directory: folder,
      output: folder + "/packed", errors: folder + "/errors", limit: .seconds(60))
    guard try await command.run().isSuccess, let size = files.contents(folder + "/packed")?.count
    else { return nil }
    keep.keep(Data(String(size).utf8), for: text)
    keep.tidy()
    return size
  }
}
