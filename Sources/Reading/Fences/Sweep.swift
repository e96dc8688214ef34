// Sweep: the values for which a fence is run: `sweep T in 0.05...20 log 60`.

import Diagnostics
import Foundation

/// A parameter and the values that it takes, in order.
package struct Sweep: Hashable, Sendable {
  /// The name of the constant that the fence's code sees.
  package var parameter: String
  /// The byte of the essay that the name begins at.
  package var nameStart: Int
  package var values: Values

  package enum Values: Hashable, Sendable {
    /// Every integer from one to another, as `Int`.
    case integers(ClosedRange<Int>)
    /// As many as were asked for, as `Double`.
    case numbers([Double])
  }

  /// How many pictures a sweep may have: one is a figure, and a page of more would be too heavy.
  package static let counts = 2...200

  package var count: Int {
    switch values {
    case .integers(let range): range.count
    case .numbers(let list): list.count
    }
  }

  /// The value of a frame, as a number on the page.
  package func value(_ frame: Int) -> Double {
    switch values {
    case .integers(let range): Double(range.lowerBound + frame)
    case .numbers(let list): list[frame]
    }
  }

  /// The same as Swift writes it.
  package func text(_ frame: Int) -> String {
    switch values {
    case .integers(let range): String(range.lowerBound + frame)
    case .numbers(let list): list[frame].description
    }
  }

  /// What is wrong with the words of a sweep.
  package struct Unreadable: Error { var reason: String }

  package static let form = "sweep T in 0.05...20 log 60"

  /// Reads what stands behind the word `sweep`, in a text that begins at byte `textStart` of the essay.
  package static func read(
    _ cursor: inout TextCursor, at textStart: Int
  ) throws(Unreadable) -> Sweep {
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
    while let next = spacing(&cursor) {
      switch next {
      case "log", "linear":
        guard isLogarithmic == nil else {
          throw Unreadable(reason: "a sweep's values stand ‘log’ or ‘linear’, said once")
        }
        isLogarithmic = next == "log"
      default:
        guard count == nil else {
          throw Unreadable(reason: "a sweep has one number of values, and here are two")
        }
        count = Int(next) ?? Int.max
      }
    }
    let values = try values(ends[0], ends[1], isLogarithmic: isLogarithmic ?? false, count)
    return Sweep(parameter: name, nameStart: textStart + before, values: values)
  }

  private static func values(
    _ from: String, _ to: String, isLogarithmic: Bool, _ count: Int?
  ) throws(Unreadable) -> Values {
    for text in [from, to] where number(text) == nil {
      throw Unreadable(reason: "‘\(text)’ is no number for an end of a sweep's range")
    }
    guard let low = number(from), let high = number(to), low < high else {
      throw Unreadable(reason: "a sweep goes upwards: \(from) is not less than \(to)")
    }
    if let low = Int(from), let high = Int(to), count == nil, !isLogarithmic {
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
    let steps = Double(count - 1)
    let middle = (1..<count - 1).map { index in
      let (passed, left) = (Double(index), steps - Double(index))
      if isLogarithmic { return exp((log(low) * left + log(high) * passed) / steps) }
      // Divided last, so that whole steps come out whole.
      let value = (low * left + high * passed) / steps
      return value.isFinite ? value : low * (left / steps) + high * (passed / steps)
    }
    return .numbers([low] + middle + [high])
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

  private static func word(_ cursor: inout TextCursor) -> String {
    cursor.skipSpace()
    return cursor.take { !$0.properties.isWhitespace }
  }

  /// `log`, `linear` or a whole number, if one of them comes next.
  private static func spacing(_ cursor: inout TextCursor) -> String? {
    var ahead = cursor
    let next = word(&ahead)
    guard next == "log" || next == "linear" || (!next.isEmpty && next.allSatisfy(\.isNumber))
    else { return nil }
    cursor = ahead
    return next
  }
}
