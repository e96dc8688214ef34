// The record of figures: what is read is what was written, and it differs from what essays draw in all that changed.

import Diagnostics
import Markup
import Testing

@testable import Verification

@Suite struct FigureLockTests {
  private static let text = """
    # Pictures that somebody has looked at: essay, figure, fingerprint.
    # ‘galley check --update-figures’ writes this file; look at each picture whose line changes.
    a page with spaces fig:one 00000001
    edges/kl 1 0000000a
    edges/kl 2 0000000b
    kl fig:heat 9f86d081

    """

  @Test func whatIsWrittenIsRead() {
    let lock = FigureLock.read(Self.text)
    #expect(lock.log.diagnostics.isEmpty)
    #expect(lock.value.entries.count == 4)
    #expect(lock.value.text == Self.text)
    #expect(FigureLock.read("").value == FigureLock())
    // In whatever order and with whatever spaces it was merged.
    let merged =
      "kl   fig:heat\t9f86d081 \r\n" + Self.text.replacing("kl fig:heat 9f86d081\n", with: "")
    #expect(FigureLock.read(merged).value.text == Self.text)
  }

  @Test(arguments: [
    ("<<<<<<< ours", "no line about a figure"), ("kl fig:heat", "no line about a figure"),
    ("fig:heat 9f86d081", "no line about a figure"), ("kl fig:heat 9F86D081", "no line"),
    ("kl fig:heat 9f86d0811", "no line"), ("kl fig:heat 11111111", "on a line above"),
  ])
  func whatCannotBeReadIsTold(_ line: String, _ words: String) {
    let read = FigureLock.read(Self.text + line + "\nlast fig:one 12345678\n")
    #expect(read.log.diagnostics.map(\.id) == [.figureLock])
    #expect(read.log.diagnostics.first?.message.contains(words) == true)
    let start = Self.text.utf8.count
    #expect(read.log.diagnostics.first?.span?.range == start..<start + line.utf8.count)
    #expect(read.value.entries.count == 5)
  }

  private static func essay(
    _ path: String, _ figures: [(label: String?, fingerprint: String?)]
  ) -> VerifiedEssay {
    VerifiedEssay(
      document: parse("Words.\n", path: path).value, claims: [],
      figures: figures.enumerated().map { index, figure in
        VerifiedFigure(
          range: index..<index + 1, label: figure.label, frames: [],
          fingerprint: figure.fingerprint, words: index..<index + 1)
      })
  }

  @Test func whatIsAnotherIsTold() {
    let lock = FigureLock.read(Self.text).value
    let essay = Self.essay(
      "content/edges/kl.md",
      [(nil, "0000000a"), ("fig:new", "00000005"), (nil, "0000000c"), (nil, nil)])
    let compared = lock.compared(with: essay)
    #expect(compared.log.diagnostics.map(\.id) == [.figureUnrecorded, .figureChanged])
    #expect(compared.log.diagnostics.map { $0.span?.range } == [1..<2, 2..<3])
    #expect(compared.value.figures.map(\.recorded) == ["0000000a", nil, "0000000b", nil])
    #expect(compared.log.diagnostics[1].message.contains("0000000b, but 0000000c"))
  }

  @Test func linesAboutNothingAreTold() {
    let lock = FigureLock.read(Self.text).value
    let paths = ["content/edges/kl.md", "content/kl.md", "content/a page with spaces.md"]
    let whole = [
      Self.essay("content/edges/kl.md", [(nil, "0000000a")]),
      Self.essay("content/kl.md", [("fig:heat", nil)]),
    ]
    let stale = lock.stale(beside: whole, paths: paths).diagnostics
    #expect(stale.map(\.id) == [.figureStale])
    #expect(stale.first?.message.contains("no figure of content/edges/kl.md is called 2") == true)
    let gone = lock.stale(beside: [], paths: [paths[0], paths[2]]).diagnostics
    #expect(gone.map(\.message).count { $0.contains("there is no essay content/kl.md") } == 1)
    #expect(gone.count == 1)
  }

  @Test func anUpdateKeepsWhatNobodyLookedAt() {
    let lock = FigureLock.read(Self.text).value
    let paths = ["content/edges/kl.md", "content/a page with spaces.md"]
    let essay = Self.essay("content/edges/kl.md", [("fig:new", "00000005"), (nil, nil)])
    let whole = lock.updated(with: [essay], whole: ["content/edges/kl.md"], paths: paths)
    #expect(
      whole.changes(since: lock) == [
        "edges/kl 2 is no more", "edges/kl fig:new is 00000005", "kl fig:heat is no more",
      ])
    // Of an essay with errors nobody knows all figures.
    let broken = lock.updated(with: [essay], whole: [], paths: paths)
    #expect(
      broken.changes(since: lock) == ["edges/kl fig:new is 00000005", "kl fig:heat is no more"])
    #expect(whole.compared(with: essay).log.diagnostics.isEmpty)
    #expect(FigureLock.read(whole.text).log.diagnostics.isEmpty)
  }
}
