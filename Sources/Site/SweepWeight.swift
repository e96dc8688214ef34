// SweepWeight: how heavy a sweep makes its page, as a server would send it.

import Diagnostics
import Foundation
import Markup
import Running
import Verification

enum SweepWeight {
  /// In bytes, compressed.
  static let limit = 60_000

  /// A warning where a sweep is too heavy, or where nobody can tell.
  static func log(
    of figure: VerifiedFigure, in document: Document, on bench: Bench
  ) async throws -> Log {
    let text = (figure.frames.map(\.svg) + figure.frames.map(\.table)).joined()
    guard figure.parameter != nil, text.utf8.count > limit else { return Log() }
    let place = SourceSpan(document.path, figure.range.lowerBound..<figure.range.lowerBound)
    guard let weight = try await compressed(text, on: bench) else {
      return Log([
        Diagnostic(
          .figureHeavy, .warning, at: place,
          "how heavy this sweep is cannot be told without ‘gzip’, which is not on the search path")
      ])
    }
    guard weight > limit else { return Log() }
    return Log([
      Diagnostic(
        .figureHeavy, .warning, at: place,
        "this sweep weighs \(weight / 1000) kB compressed, and \(limit / 1000) kB are the most that "
          + "a page should carry: draw fewer values, fewer points, or fewer digits")
    ])
  }

  /// The size by `gzip`, the program; nil without it. What it said is kept.
  private static func compressed(_ text: String, on bench: Bench) async throws -> Int? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let places = path.split(separator: ":").map { "\($0)/gzip" }
    guard let gzip = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else { return nil }
    let answers = KeptStore(folder: bench.shop.folder + "/weights")
    let key = Data("\(FileIdentity(of: gzip)?.text ?? "") \(Digest.of(text))".utf8)
    if let kept = answers.take(key) { return Int(String(decoding: kept, as: UTF8.self)) }
    let file = bench.folder + "/sweep"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let command = Command(
      executable: gzip, arguments: ["-9", "-n", "-c", file], directory: bench.folder,
      output: file + ".gz", errors: file + ".errors", limit: .seconds(60))
    let outcome = try await command.run()
    guard outcome.isSuccess,
      let weight = FileManager.default.contents(atPath: file + ".gz")?.count
    else { return nil }
    answers.keep(Data(String(weight).utf8), as: key)
    return weight
  }
}
