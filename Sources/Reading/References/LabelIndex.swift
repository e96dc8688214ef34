// LabelIndex: all labels of a site with their numbers, given in the order of reading, the home page
// first.

import Diagnostics
import Markup

/// What can be referred to on a site, and who refers to it.
package struct LabelIndex: Sendable {
  package init() {}

  package private(set) var labels: [String: Label] = [:]
  /// For each essay the labels that it refers to, in order, each once.
  package private(set) var references: [String: [String]] = [:]
  /// The number of every figure, by essay and the first byte of its fence.
  package private(set) var figureNumbers: [String: [Int: Int]] = [:]
  /// The number of every labelled equation without a tag of its own, by its label.
  package private(set) var equationNumbers: [String: Int] = [:]
  /// The labels of formulas, by essay and the first byte of the formula: several where rows have their own.
  package private(set) var formulas: [String: [Int: [Label]]] = [:]

  /// The labels of a formula and its rows, in order.
  package func labels(ofFormulaAt place: Int, in path: String) -> [Label] {
    formulas[path]?[place] ?? []
  }

  package subscript(name: String) -> Label? { labels[name] }

  /// What other essays show of the labels, by name: where these are the same, so are their formulas.
  package var shown: [String: String] {
    labels.mapValues { "\($0.kind) \($0.number) \($0.path)#\($0.anchor)" }
  }

  /// Reads the labels of all essays and checks what refers to them.
  ///
  /// - Parameter documents: in the order of reading.
  package static func of(_ documents: [Document]) -> Diagnosed<LabelIndex> {
    of(documents.map { PageParts.of($0).value })
  }

  /// - Parameter pages: in the order of reading.
  package static func of(_ pages: [PageParts]) -> Diagnosed<LabelIndex> {
    var index = LabelIndex()
    var log = Log()
    var collected: [LabelCollector] = []
    for page in pages {
      var collector = LabelCollector(page)
      collector.collect()
      log.add(contentsOf: collector.log)
      for found in collector.found { index.add(found, in: page.document, &log) }
      collected.append(collector)
    }
    for collector in collected {
      for reference in collector.references {
        index.add(reference, in: collector.document.path, &log)
      }
    }
    return Diagnosed(index, log)
  }

  private mutating func add(
    _ found: LabelCollector.Found, in document: Document, _ log: inout Log
  ) {
    let path = document.path
    if found.kind == .figure {
      figureNumbers[path, default: [:]][found.place] =
        figureNumbers.values.reduce(0) { $0 + $1.count } + 1
    }
    guard let name = found.name else { return }
    if let first = labels[name] {
      log.add(
        Diagnostic(
          .labelDoubled, at: SourceSpan(path, found.range),
          "the label ‘\(name)’ is taken: give this one another name",
          notes: [Note("it was given here first", at: SourceSpan(first.path, first.range))]))
      return
    }
    var label = Label(
      name: name, kind: found.kind, path: path, range: found.range, place: found.place, number: "",
      anchor: name)
    switch found.kind {
    case .equation:
      if let tag = found.tag {
        label.number = tag
      } else {
        equationNumbers[name] = equationNumbers.count + 1
        label.number = "(\(equationNumbers[name] ?? 0))"
      }
      if found.isFormula { formulas[path, default: [:]][found.place, default: []].append(label) }
    case .figure: label.number = String(figureNumbers[path]?[found.place] ?? 0)
    case .section:
      label.number = found.title
      label.anchor = found.anchor
    }
    labels[name] = label
  }

  private mutating func add(
    _ reference: LabelCollector.Reference, in path: String, _ log: inout Log
  ) {
    let place = SourceSpan(path, reference.range)
    guard let label = labels[reference.name] else {
      let meant = nearest(to: reference.name, among: labels.keys)
      log.add(
        Diagnostic(
          .labelUnknown, at: place, "nothing has the label ‘\(reference.name)’",
          notes: meant.map { [Note("the nearest label is ‘\($0)’")] } ?? []))
      return
    }
    if let word = reference.word, !label.kind.words.contains(word),
      Label.Kind.allCases.contains(where: { $0.words.contains(word) })
    {
      let right = label.kind.words[word.first?.isUppercase == true ? 0 : 1]
      log.add(
        Diagnostic(
          .labelMisplaced, at: place, "‘\(label.name)’ is no \(word.lowercased()): write ‘\(right)’"
        ))
    }
    if references[path]?.contains(label.name) != true {
      references[path, default: []].append(label.name)
    }
  }
}
