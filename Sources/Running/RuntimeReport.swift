// RuntimeReport: what Swift's runtime writes to standard error when it ends a program:
//
//     Shapes/Circle.swift:7: Precondition failed: a radius is positive,
//     not -1
//     Current stack trace:
//     0    libswiftCore.so …

enum RuntimeReport {
  /// What the last report says, of any kind; nil when there is none, or it has no words of its own.
  static func message(in errors: [UInt8]) -> String? {
    let lines = text(errors).split(separator: "\n", omittingEmptySubsequences: false)
    guard
      let (start, first) = lines.indices.reversed().lazy.compactMap({ index in
        beginning(of: lines[index]).map { (index, $0) }
      }).first
    else { return nil }
    let rest = lines[(start + 1)...].prefix { !$0.hasPrefix("Current stack trace:") }
    let message = ([first] + rest).joined(separator: "\n")
    let end = message.lastIndex { $0 != "\n" }
    return end.map { String(message[...$0]) }
  }

  /// What was thrown, when nobody caught it.
  static func uncaughtError(in errors: [UInt8]) -> String? {
    let mark = "Error raised at top level: "
    guard let message = message(in: errors), message.hasPrefix(mark) else { return nil }
    return String(message.dropFirst(mark.count))
  }

  /// Whether an allocation failed; the C++ library has words of its own.
  static func isAboutMemory(_ errors: [UInt8]) -> Bool {
    let text = text(errors)
    return ["failed to allocate ", "Could not allocate memory", "std::bad_alloc"].contains {
      text.contains($0)
    }
  }

  /// The words behind `Module/File.swift:7: Fatal error: `, where the file may be missing; nil for another line.
  private static func beginning(of line: Substring) -> Substring? {
    for kind in ["Fatal error", "Precondition failed", "Assertion failed"] {
      guard let mark = line.firstRange(of: kind) else { continue }
      let rest = line[mark.upperBound...]
      guard rest.isEmpty || rest.hasPrefix(": "), isPlace(line[..<mark.lowerBound]) else {
        continue
      }
      return rest.dropFirst(2)
    }
    return nil
  }

  /// Nothing, or `Module/File.swift:7: `.
  private static func isPlace(_ text: Substring) -> Bool {
    guard !text.isEmpty else { return true }
    guard text.hasSuffix(": "), let colon = text.dropLast(2).lastIndex(of: ":") else {
      return false
    }
    let number = text[text.index(after: colon)...].dropLast(2)
    return !number.isEmpty && number.allSatisfy(\.isNumber)
  }

  private static func text(_ errors: [UInt8]) -> String { String(decoding: errors, as: UTF8.self) }
}
