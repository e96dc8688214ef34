// FenceReader: what an author asks of an example, in the words after `swift`.

import Diagnostics

/// The words of one fence, read one by one and then together.
package struct FenceReader {
  package private(set) var kind = Fence.Kind.unreadable
  package private(set) var placement = Fence.Placement()
  /// The bytes of the words that say how the code fails.
  package private(set) var failureWords: Range<Int>?
  /// What cannot be understood, each at its bytes of the essay.
  package private(set) var problems: [Problem] = []
  private var words: [Placed] = []

  package struct Problem: Hashable, Sendable {
    package var range: Range<Int>
    package var message: String
  }

  private struct Placed {
    var word: FenceWord
    var name: String
    var range: Range<Int>
  }

  /// Reads words that begin with `swift`, as they stand in the essay from byte `start` on.
  package init(_ text: String, at start: Int) {
    var cursor = TextCursor(text)
    cursor.skipSpace()
    _ = cursor.take { !$0.properties.isWhitespace }
    // A word that decides what the code is for, and was not understood.
    var isLost = false
    while true {
      cursor.skipSpace()
      if cursor.isAtEnd { break }
      let first = cursor.index
      let name = cursor.take { $0 != "=" && !$0.properties.isWhitespace }
      let value = cursor.take("=") ? FenceWord.value(&cursor) : nil
      if name.isEmpty && value == nil { cursor.advance() }
      let read = Result { () throws(FenceWord.Refused) in
        try FenceWord.read(name, value, &cursor, at: start)
      }
      let lower = start + text.utf8.distance(from: text.startIndex, to: first)
      let upper = start + text.utf8.distance(from: text.startIndex, to: cursor.index)
      switch read {
      case .success(let word):
        words.append(Placed(word: word, name: name, range: lower..<upper))
      case .failure(let refused):
        problems.append(Problem(range: lower..<upper, message: refused.reason))
        if name == "sweep" { isLost = true }
      }
    }
    refuseDoubles()
    let understood = problems.isEmpty
    failureWords = words.first { if case .failing = $0.word { true } else { false } }?.range
    let kind = combine()
    // Words that belong to a figure are no news where its own word was misspelt.
    if !isLost, let kind { self.kind = kind }
    placement = Fence.Placement(program: program, isFresh: place(of: "fresh") != nil)
    if understood { refuseStrangers() }
  }

  // MARK: - All words together

  private mutating func refuseDoubles() {
    var seen: Set<String> = []
    for word in words where !seen.insert(word.name).inserted {
      problems.append(
        Problem(
          range: word.range,
          message: "‘\(word.name)’ stands here twice"))
    }
  }

  private mutating func refuse(_ name: String, _ message: String) {
    guard let place = place(of: name) else { return }
    problems.append(Problem(range: place, message: message))
  }

  private func place(of name: String) -> Range<Int>? { words.first { $0.name == name }?.range }

  private var program: String? { first { if case .program(let name) = $0 { name } else { nil } } }

  private func first<Value>(_ choose: (FenceWord) -> Value?) -> Value? {
    for placed in words { if let value = choose(placed.word) { return value } }
    return nil
  }

  /// What the words ask for; nil where they contradict each other.
  private mutating func combine() -> Fence.Kind? {
    let purposes = words.filter { ["derivation", "figure", "sweep", "table"].contains($0.name) }
    if let second = purposes.dropFirst().first(where: { $0.name != purposes[0].name }) {
      problems.append(
        Problem(
          range: second.range,
          message: Set(purposes.map(\.name)) == ["figure", "sweep"]
            ? "a sweep is a figure by itself: one of the two words is too many"
            : "a fence is ‘\(purposes[0].name)’ or ‘\(second.name)’, not both"
        ))
      return nil
    }
    let use = use()
    switch purposes.first?.word {
    case .derivation:
      let chain = Fence.Chain(
        draws: first { if case .draws(let count) = $0 { count } else { nil } },
        onlyDraw: first { if case .draw(let number) = $0 { number } else { nil } })
      return use.map { .derivation(chain, $0) }
    case .figure: return terms(of: use, "a figure is drawn").map { .figure(picture, $0) }
    case .sweep(let sweep):
      return terms(of: use, "a figure is drawn").map { .sweep(sweep, picture, $0) }
    case .table: return terms(of: use, "a table is made").map { .table(Fence.Rows(), $0) }
    default: return use.map { .example($0) }
    }
  }

  private var picture: Fence.Picture {
    Fence.Picture(label: first { if case .label(let name) = $0 { name } else { nil } })
  }

  /// The one way to fail that is asked for, and how the code is run for it.
  private mutating func failing() -> Fence.Use? {
    let found = words.filter { if case .failing = $0.word { true } else { false } }
    guard let first = found.first, case .failing(let failure) = first.word else { return nil }
    for other in found.dropFirst() where other.name != first.name {
      problems.append(
        Problem(
          range: other.range, message: "code fails in one way: ‘\(first.name)’ stands here already")
      )
    }
    for name in ["skip", "norun", "derivation", "figure", "sweep"] {
      refuse(name, "‘\(first.name)’ is for an example that fails: ‘\(name)’ cannot stand beside it")
    }
    if failure == .rejected {
      for name in ["timeout", "nearest"] {
        refuse(name, "‘rejects’ keeps this from being run: ‘\(name)’ says how it is run")
      }
    }
    return .failing(failure, terms)
  }

  private var terms: Fence.Terms {
    Fence.Terms(
      timeout: first { if case .timeout(let limit) = $0 { limit } else { nil } },
      isAboutRounding: place(of: "nearest") != nil)
  }

  private mutating func use() -> Fence.Use? {
    if let failing = failing() { return failing }
    let reason: String? = first { if case .skip(let reason) = $0 { reason } else { nil } }
    let isCompiledOnly = place(of: "norun") != nil
    if reason != nil, isCompiledOnly {
      refuse("norun", "‘skip’ keeps this from being compiled: ‘norun’ cannot stand beside it")
      return nil
    }
    guard reason != nil || isCompiledOnly else {
      return .run(terms)
    }
    let word = isCompiledOnly ? "norun" : "skip"
    for name in ["timeout", "nearest"] {
      refuse(name, "‘\(word)’ keeps this from being run: ‘\(name)’ says how it is run")
    }
    return reason.map { .skipped(reason: $0) } ?? .compiledOnly
  }

  /// What its readers are shown is made by running it.
  private mutating func terms(of use: Fence.Use?, _ making: String) -> Fence.Terms? {
    switch use {
    case .run(let terms): return terms
    case .compiledOnly:
      refuse("norun", "\(making) by running it: ‘norun’ cannot stand here")
    case .skipped: refuse("skip", "\(making) by running it: ‘skip’ cannot stand here")
    case .failing, nil: break
    }
    return nil
  }

  /// Words that are right by themselves and belong to another kind of fence.
  private mutating func refuseStrangers() {
    let names = Set(words.map(\.name))
    if !names.contains("derivation") {
      for name in ["draws", "draw"] {
        refuse(name, "‘\(name)’ is a word for a derivation: swift derivation draws=1000")
      }
    }
    if !names.isDisjoint(with: ["derivation", "figure", "sweep", "table"]) {
      refuse("open", "‘open’ keeps long examples from being folded, and this is none")
    }
    if names.isDisjoint(with: ["figure", "sweep"]) {
      refuse("label", "only a figure has a label: write ‘figure’ or ‘sweep …’ beside it")
    }
  }
}
