import Diagnostics
import Foundation
import Testing

@testable import Typesetting

@Suite struct InstallationTests {
  @Test func aMissingKaTeXIsNamed() throws {
    let installation = Installation(environment: ["GALLEY_KATEX": "/nowhere"])
    let missing = try #require(throws: MissingPart.self) { try installation.katexScripts() }
    #expect(missing == MissingPart(.katex, places: ["/nowhere/katex.min.js"]))
    #expect(missing.diagnostic.id == .toolMissing)
    #expect(missing.message.contains("GALLEY_KATEX"))
  }

  @Test func aMissingHighlighterIsNamed() throws {
    let installation = Installation(environment: ["GALLEY_HIGHLIGHT": "/nowhere"])
    let missing = try #require(throws: MissingPart.self) { try installation.highlighterScript() }
    #expect(missing.part == .highlighter)
  }

  @Test func aMissingEngineIsNamed() throws {
    let missing = try #require(throws: MissingPart.self) {
      try JavaScriptCore.open(["libnowhere.so.1"])
    }
    #expect(missing == MissingPart(.javaScriptCore, places: ["libnowhere.so.1"]))
  }

  /// Through the worker: the client meets the worker's own error.
  @Test func theWorkerTellsWhatItMisses() async throws {
    let galley = try Workshop.worker().executable
    let typesetter = Typesetter(
      worker: WorkerCommand(
        executable: "/usr/bin/env", arguments: ["GALLEY_KATEX=/nowhere", galley, "typeset-worker"]))
    await #expect(throws: MissingPart(.katex, places: ["/nowhere/katex.min.js"])) {
      try await typesetter.typeset([TypesettingRequest(formulas: [.init("x", isDisplay: false)])])
    }
  }

  @Test func everyPartSaysWhatToType() {
    for part in MissingPart.Part.allCases {
      #expect(part.remedy.contains("`") || part == .javaScriptCore)
    }
  }
}

@Suite struct AssetsTests {
  @Test func theStyleSheetNamesItsFilesAndNoOthers() throws {
    let assets = try Assets.load()
    let style = try #require(assets.files.first { $0.path == Assets.styleSheet })
    let text = String(decoding: style.contents, as: UTF8.self)
    let fonts = Assets.fonts(in: text)
    #expect(Set(fonts) == Set(assets.files.map(\.path)).subtracting([Assets.styleSheet]))
    #expect(fonts.count == 20)
    #expect(fonts.allSatisfy { $0.hasPrefix("fonts/") && $0.hasSuffix(".woff2") })
    #expect(Set(Assets.mainFaces).isSubset(of: Set(fonts)))
    #expect(try Assets.load() == assets)
  }

  @Test func keepsAllButTheOtherSources() {
    let style = "@font-face{src:url(a.woff2) format('woff2'),url(a.ttf) format('t');x:y}.b{c:d}"
    #expect(
      Assets.onlyWOFF2(style) == "@font-face{src:url(a.woff2) format('woff2');x:y}.b{c:d}")
  }

  @Test func missingFontsAreNamed() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("galley-assets-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("@font-face{src:url(fonts/A.woff2)}".utf8)
      .write(to: folder.appendingPathComponent("katex.min.css"))
    let installation = Installation(environment: ["GALLEY_KATEX": folder.path])
    let missing = try #require(throws: MissingPart.self) { try Assets.load(from: installation) }
    #expect(missing.part == .katexFonts)
  }
}
