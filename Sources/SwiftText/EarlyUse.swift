// EarlyUse: names of the top level that are used above the line that gives them their value. In a main
// file Swift lets that pass, and what is read there is whatever memory held: a number is 0.

/// A use that stands before the value. None is found in a function or a closure, where a name may
/// well stand further down as long as nobody calls before; who does is not found.
package struct EarlyUse: Hashable, Sendable {
  package let name: String
  /// The text that uses the name, as an index.
  package let text: Int
  /// Bytes of that text.
  package let range: Range<Int>

  /// What the texts of one program, put one behind another, read too early.
  package static func find(in texts: [SwiftReading.Names]) -> [EarlyUse] {
    let others = texts.reduce(into: Set<String>()) { $0.formUnion($1.others) }
    var values: [String: (text: Int, offset: Int)] = [:]
    for (text, names) in texts.enumerated() {
      for value in names.values where values[value.name] == nil && !others.contains(value.name) {
        values[value.name] = (text, value.range.lowerBound)
      }
    }
    return texts.enumerated().flatMap { text, names in
      names.uses.filter { use in
        values[use.name].map { (text, use.range.lowerBound) < ($0.text, $0.offset) } ?? false
      }.map { EarlyUse(name: $0.name, text: text, range: $0.range) }
    }
  }
}
