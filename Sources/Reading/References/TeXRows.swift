// TeXRows: the rows of a displayed formula that LaTeX numbers one by one, those of `align` for instance.

/// Which row of a formula a byte of its TeX stands in.
struct TeXRows {
  /// The environments whose rows have numbers of their own.
  private static let environments: Set<String> = ["align", "alignat", "gather", "eqnarray"]

  /// Where the rows begin; empty for a formula that has one number.
  private var starts: [Int] = []
  /// Where the environment ends.
  private var end = 0

  init(_ tex: String) {
    let bytes = Array(tex.utf8)
    var open: [String] = []
    var braces = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "%"):
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      case UInt8(ascii: "{"): braces += 1
      case UInt8(ascii: "}"): braces -= 1
      case UInt8(ascii: "\\"):
        let rest = bytes[index...]
        if let name = Self.environment(rest, behind: "begin") {
          open.append(name)
          if open.count == 1, braces == 0, starts.isEmpty, Self.isNumbered(name) {
            starts = [index]
            end = bytes.count
          }
        } else if let name = Self.environment(rest, behind: "end") {
          if open.count == 1, end == bytes.count, Self.isNumbered(name) { end = index - 1 }
          _ = open.popLast()
        } else if rest.first == UInt8(ascii: "\\"), open.count == 1, braces == 0,
          Self.isNumbered(open[0])
        {
          starts.append(index + 1)
        }
        // What a backslash stands before opens and closes nothing.
        if let next = rest.first, !TeXReference.isLetter(next) { index += 1 }
      default: break
      }
    }
  }

  /// The row from 0; nil outside of rows, and in a formula that has one number.
  func row(at offset: Int) -> Int? {
    guard let first = starts.first, offset >= first, offset < end else { return nil }
    return (starts.lastIndex { $0 <= offset } ?? 0)
  }

  private static func isNumbered(_ name: String) -> Bool {
    environments.contains(name.hasSuffix("*") ? String(name.dropLast()) : name)
  }

  /// The name in `begin{name}`.
  private static func environment(_ text: ArraySlice<UInt8>, behind word: String) -> String? {
    let opening = word + "{"
    guard text.starts(with: opening.utf8) else { return nil }
    let name = text.dropFirst(opening.utf8.count).prefix { $0 != UInt8(ascii: "}") }
    return String(decoding: name, as: UTF8.self)
  }
}
