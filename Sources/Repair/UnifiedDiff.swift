// UnifiedDiff: a change of a file as `git apply` and `patch` take it. The lines that differ are known to be few and far
// between, for only claims changed.

import Diagnostics

package enum UnifiedDiff {
  /// How many unchanged lines stand around the changed ones.
  private static let context = 3

  /// - Parameters:
  ///   - name: the file's path, from the folder in which the patch is put in.
  ///   - edits: what leads from the old text to the new one; none that overlaps another.
  package static func of(_ change: FileChange, edits: [Edit], named name: String) -> String {
    let old = lines(of: change.old ?? "")
    let blocks = blocks(change.old ?? "", old, edits)
    guard !blocks.isEmpty else { return "" }
    var text = header("---", change.old == nil ? "/dev/null" : "a/" + name)
    text += header("+++", "b/" + name)
    var shift = 0
    for group in groups(blocks) {
      let start = max(0, group[0].old.lowerBound - context)
      let end = min(old.count, group[group.count - 1].old.upperBound + context)
      let grown = group.reduce(0) { $0 + $1.new.count - $1.old.count }
      text += "@@ -\(range(start, end - start)) +\(range(start + shift, end - start + grown)) @@\n"
      shift += grown
      var next = start
      for block in group {
        text += old[next..<block.old.lowerBound].map { marked(" ", $0) }.joined()
        text += old[block.old].map { marked("-", $0) }.joined()
        text += block.new.map { marked("+", $0) }.joined()
        next = block.old.upperBound
      }
      text += old[next..<end].map { marked(" ", $0) }.joined()
    }
    return text
  }

  /// Lines by their numbers from 0, and what stands in their place.
  private struct Block {
    var old: Range<Int>
    var new: [String]
  }

  /// Edits of the same lines belong together.
  private static func blocks(_ text: String, _ lines: [String], _ edits: [Edit]) -> [Block] {
    var starts: [Int] = [0]
    for line in lines { starts.append(starts[starts.count - 1] + line.utf8.count) }
    func line(of offset: Int) -> Int {
      max(0, (starts.firstIndex { $0 > offset } ?? max(1, lines.count)) - 1)
    }
    let sorted = Set(edits).sorted { $0.span.range.lowerBound < $1.span.range.lowerBound }
    var ranges: [(lines: Range<Int>, edits: [Edit])] = []
    for edit in sorted {
      let bytes = edit.span.range
      let first = line(of: bytes.lowerBound)
      // Whoever takes away the end of a line changes the next one.
      let end = edit.original.utf8.last == UInt8(ascii: "\n") ? 0 : 1
      let last = line(of: max(bytes.lowerBound, bytes.upperBound - end))
      let whole = first..<min(lines.count, last + 1)
      if let before = ranges.last, whole.lowerBound < before.lines.upperBound {
        ranges[ranges.count - 1].lines =
          before.lines.lowerBound..<max(before.lines.upperBound, whole.upperBound)
        ranges[ranges.count - 1].edits.append(edit)
      } else {
        ranges.append((whole, [edit]))
      }
    }
    let blocks = ranges.flatMap { range, edits in
      var bytes = Array(lines[range].joined().utf8)
      for edit in edits.reversed() {
        let start = edit.span.range.lowerBound - starts[range.lowerBound]
        bytes.replaceSubrange(
          start..<start + edit.span.range.count, with: Array(edit.replacement.utf8))
      }
      let new = Self.lines(of: String(decoding: bytes, as: UTF8.self))
      return Self.changed(lines[range], Block(old: range, new: new))
    }
    return blocks.reduce(into: []) { blocks, block in
      guard let last = blocks.last, last.old.upperBound == block.old.lowerBound else {
        return blocks.append(block)
      }
      blocks[blocks.count - 1] = Block(
        old: last.old.lowerBound..<block.old.upperBound, new: last.new + block.new)
    }
  }

  /// The lines of a block that are others: a claim of several lines may change in one.
  private static func changed(_ old: ArraySlice<String>, _ block: Block) -> [Block] {
    // é in one scalar and é in two are equal for Swift.
    func isSame(_ old: String, _ new: String) -> Bool { old.utf8.elementsEqual(new.utf8) }
    guard old.count == block.new.count else { return [block] }
    return zip(old.indices, block.new).compactMap { line, new in
      isSame(old[line], new) ? nil : Block(old: line..<line + 1, new: [new])
    }
  }

  /// Blocks whose contexts would touch are one hunk.
  private static func groups(_ blocks: [Block]) -> [[Block]] {
    blocks.reduce(into: []) { groups, block in
      if let last = groups.last?.last, block.old.lowerBound - last.old.upperBound <= 2 * context {
        groups[groups.count - 1].append(block)
      } else {
        groups.append([block])
      }
    }
  }

  /// With their ends; the last one may have none. A `\r` belongs to its line.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var start = text.unicodeScalars.startIndex
    let scalars = text.unicodeScalars
    while start < scalars.endIndex {
      let end =
        scalars[start...].firstIndex(of: "\n").map(scalars.index(after:)) ?? scalars.endIndex
      lines.append(String(scalars[start..<end]))
      start = end
    }
    return lines
  }

  private static func marked(_ mark: String, _ line: String) -> String {
    line.unicodeScalars.last == "\n"
      ? mark + line : mark + line + "\n\\ No newline at end of file\n"
  }

  private static func range(_ start: Int, _ count: Int) -> String {
    // Before the first line is line 0.
    "\(count == 0 ? start : start + 1),\(count)"
  }

  private static func header(_ mark: String, _ name: String) -> String {
    let isOdd = name.unicodeScalars.contains {
      $0.value < 0x20 || "\"\\\u{7F}".unicodeScalars.contains($0)
    }
    guard isOdd else {
      // A tabulator ends a name with spaces.
      return "\(mark) \(name)\(name.contains(" ") ? "\t" : "")\n"
    }
    var quoted = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let octal = String(scalar.value, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return "\(mark) \"\(quoted)\"\n"
  }
}
