// What front matter says of the page among others: whether it is shown, who wrote it, what it was called before, its
// language, and whatever a template of the author's asks for.

import Diagnostics
import Yams

extension FrontMatterReading {
  /// The place of `draft: true`; nil for `false`.
  mutating func draft(_ value: Yams.Node, in range: Range<Int>) -> Range<Int>? {
    let place = place(value, in: range)
    guard let isDraft = value.bool else {
      complain(place, "draft is true or false")
      return nil
    }
    return isDraft ? place : nil
  }

  /// One name, or a list of them. A comma in a single one is a list that YAML does not see.
  mutating func names(_ value: Yams.Node, _ key: String, in range: Range<Int>) -> [String] {
    let advice = "\(key) is a list of words: \(key): [one, two]"
    if let scalar = value.scalar, value.null == nil {
      let isList = key == "tags" && scalar.string.contains(",")
      if isList || scalar.string.isEmpty { complain(place(value, in: range), advice) }
      return isList || scalar.string.isEmpty ? [] : [scalar.string]
    }
    var names: [String] = []
    for (name, place) in items(value, in: range, advice) {
      if name.isEmpty {
        complain(place, advice)
      } else if names.contains(name) {
        complain(place, "\(key) names \(name) twice")
      } else {
        names.append(name)
      }
    }
    return names
  }

  /// What each of them means on the site is known to those who know its other pages.
  mutating func aliases(_ value: Yams.Node, in range: Range<Int>) -> [FrontMatter.DeclaredText] {
    let advice = "aliases is a list of addresses that the page had: aliases: [old/name.html]"
    if let scalar = value.scalar, value.null == nil, !scalar.string.isEmpty {
      return [FrontMatter.DeclaredText(text: scalar.string, range: place(value, in: range))]
    }
    return items(value, in: range, advice).map {
      FrontMatter.DeclaredText(text: $0.text, range: $0.place)
    }
  }

  mutating func language(
    _ value: Yams.Node, in range: Range<Int>
  ) -> FrontMatter.DeclaredText? {
    let place = place(value, in: range)
    // `no` is Norwegian, and to YAML it is false: the text that was written counts.
    guard let tag = value.scalar?.string, isLanguageTag(tag) else {
      complain(place, "language is a tag as HTML has it: en, de or pt-BR")
      return nil
    }
    return FrontMatter.DeclaredText(text: tag, range: place)
  }

  mutating func extra(
    _ value: Yams.Node, in range: Range<Int>
  ) -> [String: FrontMatter.ExtraValue] {
    guard let mapping = value.mapping else {
      complain(
        place(value, in: range),
        "extra has names of your own below it, one to a line, each with a value")
      return [:]
    }
    return named(mapping, in: range)
  }

  private mutating func named(
    _ mapping: Yams.Node.Mapping, in range: Range<Int>
  ) -> [String: FrontMatter.ExtraValue] {
    var values: [String: FrontMatter.ExtraValue] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      guard !name.isEmpty, name.unicodeScalars.allSatisfy({ $0.isNameOfTemplates }) else {
        complain(
          place(key, in: range),
          "a name under extra consists of letters, digits, ‘_’ and ‘-’, so that templates can say it"
        )
        continue
      }
      values[name] = extraValue(value, in: range)
    }
    return values
  }

  private mutating func extraValue(
    _ node: Yams.Node, in range: Range<Int>
  ) -> FrontMatter.ExtraValue? {
    if let mapping = node.mapping { return .mapping(named(mapping, in: range)) }
    if let items = node.sequence {
      var values: [FrontMatter.ExtraValue] = []
      for item in items { extraValue(item, in: range).map { values.append($0) } }
      return .list(values)
    }
    if node.null != nil { return nil }
    guard let scalar = node.scalar else { return nil }
    if scalar.style == .plain, let flag = node.bool { return .flag(flag) }
    return .text(scalar.string)
  }
}

/// Whether the essay of a text is a draft, by its front matter.
package func isDraft(_ text: String) -> Bool {
  guard text.utf8.count > 10, text.contains("draft") else { return false }
  return readFrontMatter(Array(text.utf8), path: "").value.isDraft
}

extension Unicode.Scalar {
  /// Mustache takes other signs for its own.
  fileprivate var isNameOfTemplates: Bool {
    self == "_" || self == "-" || properties.isAlphabetic || properties.numericType != nil
  }
}
