// ShownSigns: which signs a page shows in which face, read from its HTML as a browser would.

package struct ShownSigns: Hashable, Sendable {
  /// Of formulas, by faces.
  package var formulas: [Face: Set<Unicode.Scalar>] = [:]
  /// Of everything else but code.
  package var text: Set<Unicode.Scalar> = []
  /// The faces of formulas that are seen as the page is opened: not those in what is folded.
  package var seen: Set<Face> = []

  package init() {}

  package init(of html: String, _ rules: FaceRules) {
    var reader = SignReader(rules)
    reader.read(html)
    self = reader.signs
  }

  package mutating func add(_ other: ShownSigns) {
    formulas.merge(other.formulas) { $0.union($1) }
    text.formUnion(other.text)
    seen.formUnion(other.seen)
  }
}

/// One walk over a page.
private struct SignReader {
  let rules: FaceRules
  var signs = ShownSigns()

  /// What holds inside an element.
  private struct Place: Hashable {
    /// Nil outside of formulas.
    var face: Face?
    var isHidden = false
    /// What a browser shows nothing of, or in a face that is not the site's.
    var isElsewhere = false
  }

  private struct Inside: Hashable {
    var place: Place
    var name: String
    var classes: String
  }

  private var faces: [Inside: Place] = [:]

  init(_ rules: FaceRules) { self.rules = rules }

  private static let void: Set<String> = [
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
  private static let elsewhere: Set<String> = [
    "script", "style", "pre", "code", "kbd", "samp", "annotation",
  ]

  mutating func read(_ html: String) {
    var places = [Place()]
    var run: [UInt8] = []
    var bytes = Array(html.utf8)[...]
    while let sign = bytes.first {
      guard sign == UInt8(ascii: "<") else {
        let end = bytes.firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
        if let place = places.last, !place.isElsewhere {
          run.replaceSubrange(run.indices, with: bytes[..<end])
          take(run, in: place)
        }
        bytes = bytes[end...]
        continue
      }
      if bytes.starts(with: "<!--".utf8) {
        bytes = bytes.firstRange(of: Array("-->".utf8)).map { bytes[$0.upperBound...] } ?? []
        continue
      }
      let end = Self.end(of: bytes)
      let tag = bytes[..<end]
      bytes = bytes[end...].dropFirst()
      if tag.dropFirst().first == UInt8(ascii: "/") {
        if places.count > 1 { places.removeLast() }
        continue
      }
      let name = String(decoding: tag.dropFirst().prefix { $0 > 0x20 && $0 != 0x2f }, as: UTF8.self)
      if tag.last == UInt8(ascii: "/") || Self.void.contains(name) { continue }
      places.append(
        place(Inside(place: places[places.count - 1], name: name, classes: Self.classes(of: tag))))
    }
  }

  /// The `>` that ends a tag: not one in a value.
  private static func end(of bytes: ArraySlice<UInt8>) -> Int {
    var quote: UInt8?
    for index in bytes.indices {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return bytes.endIndex
  }

  private static let classMark = Array(" class=\"".utf8)

  private static func classes(of tag: ArraySlice<UInt8>) -> String {
    guard let start = tag.firstRange(of: classMark)?.upperBound else { return "" }
    return String(decoding: tag[start...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  private mutating func place(_ inside: Inside) -> Place {
    if let known = faces[inside] { return known }
    var place = inside.place
    let classes = inside.classes.split(separator: " ").map(String.init)
    if classes.contains("katex-mathml") || Self.elsewhere.contains(inside.name) {
      place.isElsewhere = true
    }
    if ["details", "template"].contains(inside.name) || classes.contains("proofs") {
      place.isHidden = true
    }
    if classes.contains("katex") {
      place.face = FaceRules.main
    } else if let face = place.face {
      place.face = rules.face(in: face, classes: classes)
    } else if classes.contains("variable") {
      // In pictures the style sheet of the site asks for the letters of formulas.
      place.face = Face("KaTeX_Math", isItalic: true)
    }
    faces[inside] = place
    return place
  }

  private mutating func take(_ bytes: [UInt8], in place: Place) {
    var found: Set<Unicode.Scalar> = []
    for scalar in unescaped(bytes).unicodeScalars where scalar.value > 0x20 { found.insert(scalar) }
    guard !found.isEmpty else { return }
    if let face = place.face {
      signs.formulas[face, default: []].formUnion(found)
      if !place.isHidden { signs.seen.insert(face) }
    } else {
      signs.text.formUnion(found)
    }
  }

  /// The few entities that Galley and KaTeX write; a number stands for itself.
  private func unescaped(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    for (index, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = part.firstIndex(of: ";") else {
        result += part
        continue
      }
      let name = part[..<end]
      let number =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      let named: [Substring: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": " ",
      ]
      result += number.flatMap(Unicode.Scalar.init).map { String($0) } ?? named[name] ?? ""
      result += part[part.index(after: end)...]
    }
    return result
  }
}
