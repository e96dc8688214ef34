// What was set is not set again, and whatever decides what it becomes makes it another order.

import Files
import Foundation
import Testing

@testable import Typesetting

@Suite struct KeptTypesettingTests {
  /// A typesetter that keeps, and counts its workers.
  private struct Counted: ~Copyable {
    let folder: String
    var typesetter: Typesetter
    let files = FileSystem.disk

    init() throws {
      folder = files.temporaryFolder() + "/galley-kept-\(UUID().uuidString)"
      try files.makeFolder(folder)
      let script = "echo x >> \"$0\"; exec \"$1\" typeset-worker"
      typesetter = Typesetter(
        worker: WorkerCommand(
          executable: "/bin/sh",
          arguments: ["-c", script, folder + "/count", try Workshop.worker().executable]),
        jobs: 1)
      typesetter.keepFolder = folder + "/kept"
    }

    deinit { try? files.remove(folder) }

    /// How many workers a task starts.
    func workers(_ work: () async throws -> Void) async throws -> Int {
      try? files.remove(folder + "/count")
      try await work()
      return files.contents(folder + "/count")?.count { $0 == UInt8(ascii: "\n") } ?? 0
    }

    func workers(
      for pages: [TypesettingRequest], _ change: (inout Typesetter) -> Void = { _ in }
    ) async throws -> Int {
      var typesetter = typesetter
      change(&typesetter)
      let changed = typesetter
      return try await workers { _ = try await changed.typeset(pages) }
    }

    /// The files of all entries.
    var entries: [String] {
      files.listAll(folder + "/kept").filter { !$0.hasSuffix("context") }
        .map { folder + "/kept/" + $0 }.filter { files.status($0)?.kind == .regular }
    }
  }

  private let first = TypesettingRequest(
    formulas: [
      .init("\\gdef\\a{x}\\a", isDisplay: false), .init("\\a^2", isDisplay: true),
      .init("\\fraq", isDisplay: false),
    ],
    listings: [.init("let a = 1\n", language: "swift"), .init("a\n", language: "text")])
  private let second = TypesettingRequest(
    formulas: [.init("y", isDisplay: false)],
    listings: [.init("let a = 1\n", language: "swift")])

  @Test func whatWasSetIsNotSetAgain() async throws {
    let kept = try Counted()
    let pages = [first, second]
    let once = try await Workshop.typesetter(jobs: 1).typeset(pages)
    guard case .rejected = once[0].formulas[2] else {
      Issue.record("bad TeX was set")
      return
    }
    let started = try await kept.workers {
      let typeset = try await kept.typesetter.typeset(pages)
      #expect(typeset == once)
    }
    #expect(started == 1)
    #expect(kept.entries.count == 4, "two pages of formulas, two listings")
    let again = try await kept.workers {
      let typeset = try await kept.typesetter.typeset(pages)
      #expect(typeset == once)
    }
    #expect(again == 0)
    // Pages and listings are known wherever they stand.
    let other = try await kept.workers {
      let turned = try await kept.typesetter.typeset([second, first])
      #expect(turned == [once[1], once[0]])
      let alone = TypesettingRequest(listings: first.listings.reversed())
      let listings = try await kept.typesetter.typeset([alone])[0].listings
      #expect(listings == once[0].listings.reversed())
    }
    #expect(other == 0)
  }

  @Test func whateverDecidesMakesItAnotherOrder() async throws {
    let kept = try Counted()
    #expect(try await kept.workers(for: [first, second]) == 1)
    var changed = first
    changed.formulas[0].tex = "\\gdef\\a{z}\\a"
    let results = try await kept.typesetter.typeset([changed])
    guard case .html(let html) = results[0].formulas[1] else {
      Issue.record("the second formula is sound")
      return
    }
    #expect(html.contains("z"), "a definition holds for the formulas behind it")
    #expect(try await kept.workers(for: [changed]) == 0)
    let changes: [(inout TypesettingRequest) -> Void] = [
      { $0.formulas.swapAt(0, 1) }, { $0.formulas[1].isDisplay.toggle() },
      { $0.formulas.removeLast() }, { $0.formulas.append(.init("w", isDisplay: false)) },
      { $0.isMathMLOnly = true }, { $0.listings[0].text += "\n" },
      { $0.listings[0].language = "c" },
    ]
    for change in changes {
      var page = first
      change(&page)
      #expect(try await kept.workers(for: [page, second]) == 1)
      #expect(try await kept.workers(for: [page, second]) == 0)
    }
    #expect(try await kept.workers(for: [second]) { $0.macros = ["\\q": "y"] } == 1)
    #expect(try await kept.workers(for: [first, second]) == 0, "nothing of it was lost")
  }

  /// The scripts count by their bytes, not by their places.
  @Test func otherScriptsSetAgain() async throws {
    let kept = try Counted()
    #expect(try await kept.workers(for: [first]) == 1)
    let katex = try #require(Installation().katexScripts().first)
    let copy = kept.folder + "/katex"
    try kept.files.makeFolder(copy + "/contrib")
    // Packages install links.
    let original = try #require(kept.files.target(katex))
    try kept.files.copy(original, copy + "/katex.min.js")
    for script in try Installation().katexScripts().dropFirst() {
      let name = URL(fileURLWithPath: script).lastPathComponent
      try kept.files.copy(
        #require(kept.files.target(script)), copy + "/contrib/" + name)
    }
    let elsewhere = Installation(environment: ["GALLEY_KATEX": copy])
    #expect(try await kept.workers(for: [first]) { $0.installation = elsewhere } == 0)
    try kept.files.write(kept.files.read(katex) + Data("\n".utf8), copy + "/katex.min.js")
    #expect(try await kept.workers(for: [first]) { $0.installation = elsewhere } == 1)
    let missing = Installation(environment: ["GALLEY_KATEX": "/nowhere"])
    await #expect(throws: MissingPart.self) {
      _ = try await kept.workers(for: [first]) { $0.installation = missing }
    }
    #expect(
      try await kept.workers(for: [TypesettingRequest(listings: first.listings)]) {
        $0.installation = missing
      } == 0, "code needs no KaTeX")
  }

  @Test func whatIsDamagedIsSetAndKeptAgain() async throws {
    let kept = try Counted()
    let once = try await kept.typesetter.typeset([first, second])
    let sound = Dictionary(
      uniqueKeysWithValues: try kept.entries.map { ($0, try kept.files.read($0)) })
    #expect(sound.count == 4)
    for (path, bytes) in sound {
      for damage in [bytes.dropLast(), Data(), Data("{}".utf8)] {
        try kept.files.write(Data(damage), path)
        let workers = try await kept.workers {
          let typeset = try await kept.typesetter.typeset([first, second])
          #expect(typeset == once)
        }
        #expect(workers == 1)
        #expect(kept.files.contents(path) == bytes, "it is whole again")
      }
    }
  }
}
