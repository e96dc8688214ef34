// FenceWord: one of the words after `swift`, with its value.

import Diagnostics

enum FenceWord {
  case fresh, norun, nearest, open, derivation, figure, table
  case program(String)
  case skip(String)
  case timeout(Duration)
  case draws(Int)
  case draw(Int)
  case label(String)
  case sweep(Sweep)
  case failing(ExpectedFailure)

  static let known = [
    "program", "fresh", "norun", "skip", "timeout", "nearest", "open", "derivation", "draws",
    "draw", "figure", "sweep", "label", "table", "throws", "traps", "rejects",
  ]

  /// Why a word is none.
  struct Refused: Error {
    var reason: String

    init(_ reason: String) { self.reason = reason }
  }

  /// What stands behind the `=` of a word.
  static func value(_ cursor: inout TextCursor) -> String {
    guard cursor.next == "\"" else { return cursor.take { !$0.properties.isWhitespace } }
    return SwiftString.read(&cursor) ?? cursor.take { _ in true }
  }

  /// Reads a word by its name and value; of a sweep what stands behind the name, in a text that begins at
  /// byte `start` of the essay.
  static func read(
    _ name: String, _ value: String?, _ cursor: inout TextCursor, at start: Int
  ) throws(Refused) -> FenceWord {
    let plain: [String: FenceWord] = [
      "fresh": .fresh, "norun": .norun, "nearest": .nearest, "open": .open,
      "derivation": .derivation, "figure": .figure, "table": .table,
    ]
    if let word = plain[name] {
      guard value == nil else { throw Refused("‘\(name)’ takes no value") }
      return word
    }
    switch name {
    case "throws", "traps", "rejects":
      guard value == nil, let failure = ExpectedFailure.read(name, &cursor) else {
        throw Refused(
          name == "rejects"
            ? "‘rejects’ takes no value: the compiler’s words stand in the code, // error: text"
            : "what it \(name) stands behind a space: \(name == "throws" ? "throws E.bad(3)" : "traps \"Index out of range\"")"
        )
      }
      return .failing(failure)
    case "sweep":
      guard value == nil else {
        throw Refused("‘sweep’ is followed by its parameter and its values: \(Sweep.form)")
      }
      do {
        return .sweep(try Sweep.read(&cursor, at: start))
      } catch {
        // What is left of a broken sweep would be called unknown, word for word.
        while !cursor.isAtEnd, !beginsKnownWord(cursor) { cursor.advance() }
        throw Refused(error.reason)
      }
    case "draws":
      guard let count = count(value) else {
        throw Refused("‘draws’ needs a number from 1 to 1000000: draws=1000")
      }
      return .draws(count)
    case "draw":
      guard let number = count(value) else {
        throw Refused("‘draw’ needs the number of a draw that is to be run alone: draw=17")
      }
      return .draw(number)
    case "label":
      guard let value, value.hasPrefix("fig:"), value.count > 4 else {
        throw Refused("‘label’ needs a name that begins with ‘fig:’: label=fig:temperature")
      }
      return .label(value)
    case "shows":
      throw Refused(
        "what a picture looks like is recorded in content/figures.lock, which "
          + "‘galley check --update-figures’ writes: take this word out")
    case "program":
      guard let value, !value.isEmpty else { throw Refused("‘program’ needs a name: program=NAME") }
      return .program(value)
    case "skip":
      guard let value, !value.isEmpty else {
        throw Refused("‘skip’ needs a reason: skip=\"why\"")
      }
      return .skip(value)
    case "timeout":
      guard let limit = value.flatMap(duration) else {
        throw Refused("‘timeout’ needs a time in seconds: timeout=5s")
      }
      return .timeout(limit)
    default:
      let nearest = known.min { editDistance($0, name) < editDistance($1, name) } ?? ""
      throw Refused(
        "unknown word ‘\(name)’ after ‘swift’; the nearest that Galley knows is ‘\(nearest)’")
    }
  }

  private static func count(_ value: String?) -> Int? {
    value.flatMap { Int($0) }.flatMap { (1...1_000_000).contains($0) ? $0 : nil }
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

  private static func beginsKnownWord(_ cursor: TextCursor) -> Bool {
    guard cursor.previous?.properties.isWhitespace == true else { return false }
    var cursor = cursor
    return known.contains(cursor.take { $0 != "=" && !$0.properties.isWhitespace })
  }
}
