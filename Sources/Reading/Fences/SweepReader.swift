// SweepReader: what stands behind the word `sweep`, read into the values that a fence is run for.

import Diagnostics
import Foundation

extension Sweep {
  /// What is wrong with the words of a sweep.
  package struct Unreadable: Error { var reason: String }

  package static let form = "sweep T in 0.05...20 log 60"

  /// Reads what stands behind the word `sweep`, in a text that begins at byte `textStart` of the essay.
  package static func read(
    _ cursor: inout TextCursor, at textStart: Int
  ) throws(Unreadable) -> Sweep {
    var axes = [try axis(&cursor, at: textStart)]
    while takeComma(&cursor) { axes.append(try axis(&cursor, at: textStart)) }
    guard axes.count > 1 else { return Sweep(axes: axes) }
    guard axes.count == 2 else {
      throw Unreadable(reason: "a sweep has one parameter or two, and here are \(axes.count)")
    }
    guard axes[0].parameter != axes[1].parameter else {
      throw Unreadable(reason: "the two parameters of a sweep need two names")
    }
    for axis in axes where !countsOfTwo.contains(axis.count) {
      throw Unreadable(
        reason: "of two parameters each has \(countsOfTwo.lowerBound) to \(countsOfTwo.upperBound) "
          + "values, and ‘\(axis.parameter)’ would have \(axis.count)")
    }
    return Sweep(axes: axes)
  }

  private static func axis(
    _ cursor: inout TextCursor, at textStart: Int
  ) throws(Unreadable) -> Axis {
    cursor.skipSpace()
    let start = cursor.index
    let name = word(&cursor)
    guard let first = name.unicodeScalars.first, first.isWordStart,
      name.unicodeScalars.allSatisfy({ $0.isWordPart })
    else {
      throw Unreadable(reason: "‘sweep’ needs the name of its parameter: \(form)")
    }
    let before = cursor.text[cursor.text.startIndex..<start].reduce(0) { $0 + UTF8.width($1) }
    guard word(&cursor) == "in" else {
      throw Unreadable(reason: "‘in’ stands behind a sweep's parameter: \(form)")
    }
    let range = word(&cursor)
    let ends = range.components(separatedBy: "...")
    guard ends.count == 2 else {
      throw Unreadable(
        reason: range.contains("..<")
          ? "a sweep comes to both its ends: write ... instead of ..<"
          : "a sweep needs a range in one word, such as 0.05...20: \(form)")
    }
    var isLogarithmic: Bool?
    var count: Int?
    var stops: [Double] = []
    var unit = ""
    while let next = furtherWord(&cursor) {
      switch next {
      case "log", "linear":
        guard isLogarithmic == nil else {
          throw Unreadable(reason: "a sweep's values stand ‘log’ or ‘linear’, said once")
        }
        isLogarithmic = next == "log"
      case "stops":
        while let stop = numberAhead(&cursor) { stops.append(stop) }
        guard !stops.isEmpty else {
          throw Unreadable(reason: "‘stops’ is followed by the values to be met: stops 0.1 1 10")
        }
      case "unit":
        cursor.skipSpace()
        unit = cursor.next == "\"" ? SwiftString.read(&cursor) ?? "" : word(&cursor)
        guard !unit.isEmpty else {
          throw Unreadable(reason: "‘unit’ is followed by what stands behind the number: unit K")
        }
      default:
        guard count == nil else {
          throw Unreadable(reason: "a sweep has one number of values, and here are two")
        }
        count = Int(next) ?? Int.max
      }
    }
    let values = try values(
      ends[0], ends[1], isLogarithmic: isLogarithmic ?? false, count, stops: stops)
    return Axis(
      parameter: name, nameStart: textStart + before, values: values, stops: stops.sorted(),
      unit: unit)
  }

  private static func values(
    _ from: String, _ to: String, isLogarithmic: Bool, _ count: Int?, stops: [Double]
  ) throws(Unreadable) -> Values {
    for text in [from, to] where number(text) == nil {
      throw Unreadable(reason: "‘\(text)’ is no number for an end of a sweep's range")
    }
    guard let low = number(from), let high = number(to), low < high else {
      throw Unreadable(reason: "a sweep goes upwards: \(from) is not less than \(to)")
    }
    for stop in stops where !(low...high).contains(stop) {
      throw Unreadable(reason: "the stop \(plain(stop)) does not lie in the range \(from)...\(to)")
    }
    if let low = Int(from), let high = Int(to), count == nil, !isLogarithmic {
      for stop in stops where stop != stop.rounded() {
        throw Unreadable(
          reason: "this sweep comes to whole numbers, and \(plain(stop)) is none: say how many "
            + "values it has, \(from)...\(to) 60")
      }
      let (difference, isOver) = high.subtractingReportingOverflow(low)
      let range = low...high
      try check(isOver || difference >= Int.max - 1 ? Int.max : range.count)
      return .integers(range)
    }
    guard let count else {
      throw Unreadable(
        reason: "how many values? a number stands behind the range: \(from)...\(to)"
          + "\(isLogarithmic ? " log" : "") 60")
    }
    try check(count)
    if isLogarithmic, low <= 0 {
      throw Unreadable(reason: "a logarithmic sweep needs a positive range; it begins at \(from)")
    }
    let list = SweepStops(low, high, count: count, isLogarithmic: isLogarithmic).values(
      meeting: stops)
    try check(list.count)
    return .numbers(list)
  }

  private static func check(_ count: Int) throws(Unreadable) {
    guard counts.contains(count) else {
      let number = count > 1_000_000 ? "more than a million" : "\(count)"
      throw Unreadable(
        reason: "a sweep has \(counts.lowerBound) to \(counts.upperBound) values, and this one "
          + "would have \(number)")
    }
  }

  private static func number(_ text: String) -> Double? {
    guard text.first?.isNumber == true || text.first == "-" else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : value.description
  }

  // MARK: Words

  /// A word that ends before a space or a comma.
  private static func word(_ cursor: inout TextCursor) -> String {
    cursor.skipSpace()
    return cursor.take { !$0.properties.isWhitespace && $0 != "," }
  }

  private static func takeComma(_ cursor: inout TextCursor) -> Bool {
    var ahead = cursor
    ahead.skipSpace()
    guard ahead.take(",") else { return false }
    cursor = ahead
    return true
  }

  /// `log`, `linear`, `stops`, `unit` or a whole number, if one of them comes next.
  private static func furtherWord(_ cursor: inout TextCursor) -> String? {
    var ahead = cursor
    let next = word(&ahead)
    guard
      ["log", "linear", "stops", "unit"].contains(next)
        || (!next.isEmpty && next.allSatisfy(\.isNumber))
    else { return nil }
    cursor = ahead
    return next
  }

  private static func numberAhead(_ cursor: inout TextCursor) -> Double? {
    var ahead = cursor
    guard let value = number(word(&ahead)) else { return nil }
    cursor = ahead
    return value
  }
}
