// The words behind `swift`: what they ask for, and what is said where they contradict each other.

import Diagnostics
import Testing

@testable import Reading

@Suite struct FenceReaderTests {
  private func kind(_ words: String) -> String {
    let reader = FenceReader(words, at: 0)
    guard reader.problems.isEmpty else { return "problems" }
    func text(_ use: Fence.Use) -> String {
      switch use {
      case .run(let terms): return "run\(text(terms))"
      case .failing(let failure, let terms): return "\(failure)\(text(terms))"
      case .compiledOnly: return "compiled"
      case .skipped(let reason): return "skipped: \(reason)"
      }
    }
    func text(_ terms: Fence.Terms) -> String {
      (terms.timeout.map { " \($0)" } ?? "") + (terms.isAboutRounding ? " nearest" : "")
    }
    func text(_ picture: Fence.Picture) -> String {
      picture.label.map { " \($0)" } ?? ""
    }
    let program =
      (reader.placement.program.map { " in \($0)" } ?? "")
      + (reader.placement.isFresh ? " fresh" : "")
    switch reader.kind {
    case .example(let use): return "example \(text(use))" + program
    case .derivation(let chain, let use):
      let draws = [chain.draws.map { " of \($0)" }, chain.onlyDraw.map { " only \($0)" }]
      return "derivation \(text(use))" + draws.compactMap { $0 }.joined() + program
    case .figure(let picture, let terms): return "figure\(text(picture))\(text(terms))" + program
    case .sweep(let sweep, let picture, let terms):
      return "sweep \(sweep.parameter) \(sweep.count)\(text(picture))\(text(terms))" + program
    case .table(_, let terms): return "table\(text(terms))" + program
    case .unreadable: return "unreadable"
    }
  }

  @Test(arguments: [
    ("swift", "example run"),
    ("swift nearest timeout=500ms", "example run 0.5 seconds nearest"),
    ("swift program=other fresh", "example run in other fresh"),
    ("swift norun", "example compiled"),
    ("swift throws", "example throwing(nil)"),
    ("swift throws fresh", "example throwing(nil) fresh"),
    (
      "swift throws E.bad(\"a b\", 3) timeout=2s",
      "example throwing(Optional(\"E.bad(\\\"a b\\\", 3)\")) 2.0 seconds"
    ),
    ("swift throws .bad program=a", "example throwing(Optional(\".bad\")) in a"),
    ("swift traps nearest", "example trapping(nil) nearest"),
    ("swift traps \"out of range\" program=a", "example trapping(Optional(\"out of range\")) in a"),
    ("swift rejects", "example rejected"),
    ("swift skip=\"a \\\"large\\\" machine\"", "example skipped: a \"large\" machine"),
    ("swift open norun", "example compiled"),
    ("swift table", "table"),
    ("swift timeout=2s table program=p", "table 2.0 seconds in p"),
    ("swift derivation", "derivation run"),
    ("swift derivation draws=10 draw=3 nearest", "derivation run nearest of 10 only 3"),
    ("swift derivation norun", "derivation compiled"),
    ("swift derivation skip=later", "derivation skipped: later"),
    ("swift figure label=fig:a", "figure fig:a"),
    ("swift figure timeout=2s fresh", "figure 2.0 seconds fresh"),
    ("swift sweep n in 1...9 label=fig:b program=p", "sweep n 9 fig:b in p"),
    ("swift label=fig:c sweep T in 0.5...2 log 4 nearest", "sweep T 4 fig:c nearest"),
  ])
  func wordsThatGoTogether(_ words: String, _ expected: String) {
    #expect(kind(words) == expected)
  }

  /// Each word has its place, and each sentence says what to do.
  @Test(arguments: [
    ("swift figure sweep n in 1...2", 113..<129, "one of the two words is too many"),
    ("swift sweep n in 1...2 figure", 123..<129, "one of the two words is too many"),
    ("swift figure derivation", 113..<123, "not both"),
    ("swift derivation sweep n in 1...2", 117..<133, "not both"),
    ("swift table figure", 112..<118, "‘table’ or ‘figure’, not both"),
    ("swift table skip=no", 112..<119, "a table is made by running it"),
    ("swift table label=fig:x", 112..<123, "only a figure has a label"),
    ("swift open table", 106..<110, "‘open’ keeps long examples"),
    ("swift sweep n in 1...2 open", 123..<127, "‘open’ keeps long examples"),
    ("swift open=yes", 106..<114, "‘open’ takes no value"),
    ("swift figure norun", 113..<118, "‘norun’ cannot stand here"),
    ("swift skip=no figure", 106..<113, "‘skip’ cannot stand here"),
    ("swift skip=no norun", 114..<119, "‘norun’ cannot stand beside it"),
    ("swift norun timeout=5s", 112..<122, "‘timeout’ says how it is run"),
    ("swift nearest skip=no", 106..<113, "‘nearest’ says how it is run"),
    ("swift fresh fresh", 112..<117, "stands here twice"),
    ("swift program=a program=b", 116..<125, "stands here twice"),
    ("swift figure figure", 113..<119, "stands here twice"),
    ("swift draws=5", 106..<113, "word for a derivation"),
    ("swift label=fig:x", 106..<117, "only a figure has a label"),
    ("swift figure shows=0123abcd", 113..<127, "take this word out"),
    ("swift é=1 draw=", 106..<110, "unknown word ‘é’"),
    ("swift skip=\"open", 106..<116, ""),
  ])
  func wordsThatDoNot(_ words: String, _ place: Range<Int>, _ message: String) {
    let problems = FenceReader(words, at: 100).problems
    if message.isEmpty {
      #expect(problems.isEmpty)
    } else {
      #expect(problems.first?.range == place)
      #expect(problems.first?.message.contains(message) == true)
    }
  }

  /// What belongs to a word that was misspelt is no second mistake.
  @Test func oneMistakeIsSaidOnce() {
    #expect(FenceReader("swift figur label=fig:x", at: 0).problems.count == 1)
    #expect(FenceReader("swift sweep T in a...20 log 60 label=fig:x", at: 0).problems.count == 1)
    #expect(FenceReader("swift derivaton draws=100", at: 0).problems.count == 1)
  }

  @Test func whatIsNotUnderstoodHasNoKind() {
    for words in [
      "swift sweep T of 1...2", "swift figure norun", "swift figure derivation",
      "swift skip=a norun",
      "swift sweep=T",
    ] {
      guard case .unreadable = FenceReader(words, at: 0).kind else {
        Issue.record("\(words)")
        continue
      }
    }
    // A word that nobody knows keeps no program from being checked.
    guard case .example(.run) = FenceReader("swift frehs", at: 0).kind else {
      Issue.record("frehs")
      return
    }
  }

  @Test(arguments: [
    ("swift", FenceLanguage.swift), (" swift fresh", .swift), ("Swift", .nearlySwift),
    ("SWIFT", .nearlySwift), ("swift5", .nearlySwift), ("swift,fresh", .nearlySwift),
    ("swift-example", .nearlySwift), ("language-swift", .nearlySwift), ("{.swift}", .nearlySwift),
    ("{.swift .numberLines}", .nearlySwift), ("title=\"a\" swift", .nearlySwift),
    ("js swift", .nearlySwift), ("swi\u{200B}ft", .nearlySwift), ("swift\u{FE0F}", .nearlySwift),
    ("\u{FEFF}swift", .nearlySwift), ("swiftui", .nearlySwift), ("lang:swift", .nearlySwift),
    ("json title=\"Package.swift\"", .other), ("python", .other), ("", .other),
    ("text swift", .plain), ("markdown", .plain),
  ])
  func languages(_ info: String, _ language: FenceLanguage) {
    #expect(FenceLanguage(info) == language)
  }
}
