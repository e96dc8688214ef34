// FenceWords: what an author asks of an example, in the words after `swift`.

import Diagnostics

/// The words of one fence, read.
struct FenceWords: Hashable, Sendable {
  /// What the example is for.
  var form = Form.example
  /// How often a derivation is tried with new inputs.
  var draws: Int?
  /// The one draw of a derivation that its author wants to see again.
  var onlyDraw: Int?
  /// The name by which links refer to a figure.
  var label: String?
  /// The picture that the author has looked at, by its fingerprint.
  var shows: RecordedPicture?
  /// The values that a figure is drawn for; nil for a single picture.
  var sweep: Sweep?
  /// Whether a figure's or a sweep's own words were not understood, so that its code means nothing.
  var isUndrawable = false
  /// The program of that name; nil for the page's own.
  var program: String?
  /// Whether a new program begins here.
  var isFresh = false
  /// Whether the example is compiled and not run.
  var isOnlyCompiled = false
  /// Why the example is shown and neither compiled nor run.
  var skipReason: String?
  /// How long its program may run.
  var timeout: Duration?

  /// Whether its claims are about rounding itself, and need not hold in other rounding modes.
  var isAboutRounding = false
  /// How many bytes the words take, `swift` included, without white space behind the last one.
  var length = 0

  enum Form: Hashable, Sendable {
    case example
    /// A chain of equations, each over the Swift that evaluates it.
    case derivation
    /// The last value is a picture.
    case figure
  }

  static let known = [
    "program", "fresh", "norun", "skip", "timeout", "nearest", "derivation", "draws", "draw",
    "figure", "sweep", "label", "shows",
  ]

  /// A word that cannot be understood, and where it stands in the text that was read.
  struct Problem: Error, Hashable {
    var range: Range<Int>
    var message: String
  }

  /// Reads the words of an info string, which begins with `swift`. Nil for another language.
  static func read(_ info: String) -> (words: FenceWords, problems: [Problem])? {
    var cursor = TextCursor(info)
    cursor.skipSpace()
    guard cursor.take(while: { !$0.properties.isWhitespace }) == "swift" else { return nil }
    var words = FenceWords()
    var problems: [Problem] = []
    var labelStart: String.Index?
    var drawing: [(name: String, range: Range<Int>)] = []
    while true {
      cursor.skipSpace()
      if cursor.isAtEnd { break }
      let start = cursor.index
      let name = cursor.take { $0 != "=" && !$0.properties.isWhitespace }
      var value: String?
      if cursor.take("=") {
        value =
          cursor.next == "\""
          ? SwiftString.read(&cursor) ?? cursor.take { _ in true }
          : cursor.take { !$0.properties.isWhitespace }
      }
      if name.isEmpty && value == nil { cursor.advance() }
      let message =
        name == "sweep" && value == nil ? words.readSweep(&cursor) : words.apply(name, value)
      if name == "label" { labelStart = start }
      let lower = info.utf8.distance(from: info.startIndex, to: start)
      let upper = info.utf8.distance(from: info.startIndex, to: cursor.index)
      if name == "shows", message == nil { words.shows?.range = lower..<upper }
      if let message {
        problems.append(Problem(range: lower..<upper, message: message))
      }
      if name == "draws" || name == "draw" { drawing.append((name, lower..<upper)) }
    }
    words.length =
      info.utf8.count - info.utf8.reversed().prefix { " \t\r\n".utf8.contains($0) }.count
    if words.form != .derivation {
      problems += drawing.map { name, range in
        Problem(
          range: range, message: "‘\(name)’ is a word for a derivation: swift derivation draws=1000"
        )
      }
    }
    if let message = words.contradiction(), problems.isEmpty {
      words.isUndrawable = true
      let range = 0..<info.utf8.count
      problems.append(Problem(range: range, message: message))
    }
    if words.label != nil, words.form != .figure, let labelStart, problems.isEmpty {
      let lower = info.utf8.distance(from: info.startIndex, to: labelStart)
      let range = lower..<lower + "label=".utf8.count + (words.label ?? "").utf8.count
      let message = "only a figure has a label: write ‘figure’ or ‘sweep …’ beside it"
      problems.append(Problem(range: range, message: message))
    }
    if let shows = words.shows, words.form != .figure, problems.isEmpty {
      let message = "only a figure shows a picture: write ‘figure’ or ‘sweep …’ beside it"
      problems.append(Problem(range: shows.range, message: message))
    }
    return (words, problems)
  }

  /// Takes the words of a sweep; returns what is wrong with them.
  private mutating func readSweep(_ cursor: inout TextCursor) -> String? {
    guard form == .example else {
      isUndrawable = true
      skipBrokenSweep(&cursor)
      return form == .figure
        ? "a sweep is a figure by itself: one of the two words is too many"
        : "an example is a derivation or a figure, not both"
    }
    form = .figure
    do {
      sweep = try Sweep.read(&cursor)
      return nil
    } catch {
      isUndrawable = true
      skipBrokenSweep(&cursor)
      return error.reason
    }
  }

  /// What is left of a broken sweep would be called unknown, word for word.
  private func skipBrokenSweep(_ cursor: inout TextCursor) {
    while !cursor.isAtEnd, !Self.beginsKnownWord(cursor) { cursor.advance() }
  }

  private static func beginsKnownWord(_ cursor: TextCursor) -> Bool {
    guard cursor.previous?.properties.isWhitespace == true else { return false }
    var cursor = cursor
    return known.contains(cursor.take { $0 != "=" && !$0.properties.isWhitespace })
  }

  /// Words that are right one by one and wrong together.
  private func contradiction() -> String? {
    guard form == .figure, !isUndrawable else { return nil }
    if isOnlyCompiled { return "a figure is drawn by running it: ‘norun’ cannot stand here" }
    if skipReason != nil { return "a figure is drawn by running it: ‘skip’ cannot stand here" }
    return nil
  }

  /// Takes one word; returns what is wrong with it.
  private mutating func apply(_ name: String, _ value: String?) -> String? {
    switch name {
    case "fresh", "norun":
      if value != nil { return "‘\(name)’ takes no value" }
      if name == "fresh" { isFresh = true } else { isOnlyCompiled = true }
    case "nearest":
      if value != nil { return "‘nearest’ takes no value" }
      isAboutRounding = true
    case "derivation", "figure":
      if value != nil { return "‘\(name)’ takes no value" }
      guard form == .example else {
        isUndrawable = true
        return sweep != nil && name == "figure"
          ? "a sweep is a figure by itself: one of the two words is too many"
          : "an example is a derivation or a figure, not both"
      }
      form = name == "figure" ? .figure : .derivation
    case "sweep":
      isUndrawable = true
      form = .figure
      return "‘sweep’ is followed by its parameter and its values: \(Sweep.form)"
    case "draws":
      guard let count = value.flatMap({ Int($0) }), (1...1_000_000).contains(count) else {
        return "‘draws’ needs a number from 1 to 1000000: draws=1000"
      }
      draws = count
    case "draw":
      guard let number = value.flatMap({ Int($0) }), (1...1_000_000).contains(number) else {
        return "‘draw’ needs the number of a draw that is to be run alone: draw=17"
      }
      onlyDraw = number
    case "label":
      guard let value, value.hasPrefix("fig:"), value.count > 4 else {
        return "‘label’ needs a name that begins with ‘fig:’: label=fig:temperature"
      }
      label = value
    case "shows":
      guard shows == nil else { return "‘shows’ stands here twice: a fence shows one picture" }
      guard let value, let recorded = RecordedPicture(value) else {
        return
          "‘shows’ needs the eight digits, 0 to 9 and a to f, that ‘galley check --coverage’ tells "
          + "for a picture: shows=9f86d081"
      }
      shows = recorded
    case "program":
      guard let value, !value.isEmpty else { return "‘program’ needs a name: program=NAME" }
      program = value
    case "skip":
      guard let value, !value.isEmpty else { return "‘skip’ needs a reason: skip=\"why\"" }
      skipReason = value
    case "timeout":
      guard let limit = value.flatMap(Self.duration) else {
        return "‘timeout’ needs a time in seconds: timeout=5s"
      }
      timeout = limit
    default:
      let nearest = Self.known.min { editDistance($0, name) < editDistance($1, name) } ?? ""
      return "unknown word ‘\(name)’ after ‘swift’; the nearest that Galley knows is ‘\(nearest)’"
    }
    return nil
  }

  /// `5s`, `0.5s` or `500ms`.
  private static func duration(_ text: String) -> Duration? {
    for (unit, factor) in [("ms", 0.001), ("s", 1.0)] where text.hasSuffix(unit) {
      if let count = Double(text.dropLast(unit.count)), count > 0, count.isFinite, count < 1e6 {
        return .milliseconds(Int64(count * factor * 1000))
      }
    }
    return nil
  }
}
