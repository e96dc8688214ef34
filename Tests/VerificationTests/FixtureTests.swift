// Fixtures: every folder is an essay and what Galley says of it. RECORD=1 rewrites what is expected.

import Diagnostics
import Foundation
import Markup
import Testing

@testable import Verification

struct FixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures").path
  static let cases =
    (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  @Test(arguments: cases)
  func saysWhatIsExpected(_ name: String) async throws {
    let got = try await transcript(of: name)
    let path = Self.folder + "/" + name + "/expected.diagnostics"
    if Self.isRecording { try got.write(toFile: path, atomically: true, encoding: .utf8) }
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    #expect(got == expected)
  }

  /// Every claim with its verdict, then the diagnostics as a person reads them.
  private func transcript(of name: String) async throws -> String {
    let path = name + ".md"
    let text = try String(contentsOfFile: Self.folder + "/" + name + "/input.md", encoding: .utf8)
    let parsed = parse(text, path: path)
    let workshop = try await Scratch.workshop(
      content: Self.folder + "/" + name, limits: Limits(time: .seconds(60), memory: 1 << 30),
      checksRounding: name == "rounding")
    let verified = try await verify([parsed.value], in: workshop)
    let source = SourceText(text)
    var lines: [String] = []
    for judged in verified.value.flatMap(\.claims) {
      let place = source.position(of: judged.claim.range.lowerBound)
      lines.append(
        "\(place.line):\(place.column) \(judged.claim.kind) \(judged.verdict): "
          + "\(judged.claim.wrote) | \(judged.computed ?? "–") | \(judged.rule)")
    }
    for figure in verified.value.flatMap(\.figures) {
      let place = source.position(of: figure.range.lowerBound)
      let frames = figure.frames.map { frame in
        (frame.value.map { "\(figure.parameter ?? "?") = \($0), " } ?? "")
          + "\(frame.title), \(frame.svg.prefix(60)) (\(frame.svg.utf8.count) bytes)"
      }
      lines.append("\(place.line):\(place.column) figure \(figure.label ?? "–")")
      lines += frames.map { "  " + $0 }
    }
    var log = Log(parsed.log.diagnostics + verified.log.diagnostics)
    for essay in verified.value where name.hasPrefix("coverage") {
      lines.append(log.taking(EssayCoverage.of(essay)).summary)
    }
    return lines.map { $0 + "\n" }.joined() + "\n"
      + TextPrinter(sources: [path: source]).text(log)
  }
}

/// A folder for intermediate files that all tests share, so that the recorder is compiled once.
enum Scratch {
  private static let recorder = Task {
    try await RecorderBuild.folder(
      in: Workshop(project: folder(), imports: [], product: nil, jobs: 1))
  }

  static func workshop(
    content: String? = nil, limits: Limits = Limits(), checksRounding: Bool = false
  ) async throws -> Workshop {
    _ = try await recorder.value
    return try Workshop(
      project: folder(), content: content, imports: [], product: nil, limits: limits, jobs: 2,
      checksRounding: checksRounding)
  }

  /// Writes a package's files, by path.
  static func write(_ files: [String: String], to folder: String) throws {
    for (name, text) in files {
      let path = folder + "/" + name
      try FileManager.default.createDirectory(
        atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path,
        withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  static func folder() throws -> String {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build/galley-tests").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}
