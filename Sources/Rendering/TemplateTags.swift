// TemplateTags: the tags of a template as Mustache cuts them, with their places, and what they include.

/// One `{{…}}` of a template.
struct TemplateTag: Hashable {
  /// What stands behind the opening mark: `#`, `>` and so on; nil for a plain name.
  var sign: Character?
  var name: String
  /// Bytes of the template.
  var range: Range<Int>
  /// In how many sections it stands.
  var depth: Int

  /// Whether another template is put in here.
  var includes: Bool { sign == ">" || sign == "<" }

  /// All tags, in order; up to the first that is not closed, of which Mustache complains.
  static func all(in template: String) -> [TemplateTag] {
    let bytes = Array(template.utf8)
    var tags: [TemplateTag] = []
    // Sections keep their own marks: one that changes them does so up to its end.
    var marks = [(open: Array("{{".utf8), close: Array("}}".utf8))]
    var index = 0
    while let (open, close) = marks.last, let start = find(open, in: bytes, from: index) {
      let inside = start + open.count
      let sign = inside < bytes.count ? Character(UnicodeScalar(bytes[inside])) : nil
      let isSigned = sign.map { "#^/!{&><$=%".contains($0) } ?? false
      let end: [UInt8] = sign == "{" ? [UInt8(ascii: "}")] + close : close
      guard let stop = find(end, in: bytes, from: inside) else { break }
      let first = inside + (isSigned ? 1 : 0)
      let name = String(decoding: bytes[first..<max(first, stop)], as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      index = stop + end.count
      tags.append(
        TemplateTag(
          sign: isSigned ? sign : nil, name: name, range: start..<index, depth: marks.count - 1))
      switch isSigned ? sign : nil {
      case "#", "^", "$", "<": marks.append((open, close))
      case "/": if marks.count > 1 { marks.removeLast() }
      case "=":
        let words = name.split(separator: " ").map { $0.filter { $0 != "=" } }
        if words.count == 2, !words[0].isEmpty, !words[1].isEmpty {
          marks[marks.count - 1] = (Array(words[0].utf8), Array(words[1].utf8))
        }
      default: break
      }
    }
    return tags
  }

  private static func find(_ mark: [UInt8], in bytes: [UInt8], from index: Int) -> Int? {
    guard index <= bytes.count else { return nil }
    return bytes[index...].firstRange(of: mark)?.lowerBound
  }
}

/// Which template includes which.
struct TemplateGraph {
  private(set) var tags: [String: [TemplateTag]] = [:]
  /// How many templates one of them is made of in the end.
  private var sizes: [String: Int] = [:]

  /// What is wrong, in which template, and where.
  private(set) var problems: [(template: String, range: Range<Int>, message: String)] = []

  /// More would be no page; without a limit a template may double itself in every line of a chain.
  private static let largest = 10_000
  /// Mustache reads sections by recursion.
  private static let deepest = 100

  mutating func add(_ template: String, _ found: [TemplateTag]) {
    tags[template] = found
    if let deep = found.first(where: { $0.depth > Self.deepest }) {
      problems.append(
        (template, deep.range, "sections stand one in another more than \(Self.deepest) deep here"))
    }
    for tag in found where tag.includes && tag.name.hasPrefix("*") {
      problems.append(
        (
          template, tag.range,
          "a template that the page's data would choose cannot be checked: write its name"
        ))
    }
  }

  /// Follows what the roots include.
  mutating func check(from roots: [String]) {
    for root in roots { _ = size(of: root, in: [root]) }
  }

  /// The roots that a template is a part of, or is.
  func roots(including template: String) -> Set<String> {
    Set(
      Templates.roots.filter { root in
        var known: Set<String> = []
        var open = [root]
        while let next = open.popLast() {
          guard known.insert(next).inserted else { continue }
          open += (tags[next] ?? []).filter(\.includes).map(\.name)
        }
        return known.contains(template)
      })
  }

  private mutating func size(of template: String, in path: [String]) -> Int {
    if let known = sizes[template] { return known }
    var size = 1
    for tag in tags[template] ?? [] where tag.includes {
      if let start = path.firstIndex(of: tag.name) {
        let way = (path[start...] + [tag.name]).joined(separator: ", ")
        problems.append(
          (template, tag.range, "this template includes itself without an end: \(way)"))
        continue
      }
      let wasSmall = size <= Self.largest
      size += min(self.size(of: tag.name, in: path + [tag.name]), Self.largest)
      if wasSmall, size > Self.largest {
        problems.append(
          (
            template, tag.range,
            "with this template a page would be made of more than \(Self.largest) parts"
          ))
      }
    }
    sizes[template] = size
    return size
  }
}
