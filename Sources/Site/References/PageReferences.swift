// PageReferences: what one page needs to know of the labels of the whole site: its own numbers, the ways
// to other things, and what links to other pages show before they are followed.

import Markup
import Reading
import Rendering
import Verification

/// The labels of a site together with what they belong to.
package struct SiteReferences: Sendable {
  let labels: LabelIndex
  private let essays: [String: (essay: VerifiedEssay, typeset: TypesetEssay)]
  private let anchors: [String: Set<String>]
  private let languages: [String: Language]
  /// The paths of all files that essays may lead to, as the disk has them.
  private let files: Set<String>
  /// Where the sources of the site can be looked at.
  let repository: Repository?

  package init(
    _ labels: LabelIndex, _ essays: [VerifiedEssay], _ typeset: [TypesetEssay],
    attachments: [String] = [], repository: Repository? = nil,
    language: (Document) -> Language = { _ in .english }
  ) {
    self.repository = repository
    languages = Dictionary(
      essays.map { ($0.document.path, language($0.document)) }, uniquingKeysWith: { $1 })
    self.labels = labels
    anchors = LinkCheck.anchors(of: essays.map(\.document))
    files = Set(
      essays.map(\.document.path) + attachments.map { Project.contentFolder + "/" + $0 })
    self.essays = Dictionary(
      zip(essays, typeset).map { ($0.document.path, ($0, $1)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The file that answers a link to a path, spelled as it is on the disk: to a server an é in one scalar is
  /// not an é in two.
  func file(for path: String) -> String? {
    for name in [path, path + "/index.md", path + "/index.html"] {
      if let index = files.firstIndex(of: name) { return files[index] }
    }
    return nil
  }

  /// A fragment as the page has it that it leads to.
  func fragment(_ written: String, _ link: SiteLink, in target: String) -> String {
    guard let name = link.fragment else { return written }
    if let label = labels[name] { return label.anchor }
    guard let known = anchors[target], let index = known.firstIndex(of: name),
      !known[index].utf8.elementsEqual(name.utf8)
    else { return written }
    return known[index]
  }

  /// The way from an essay to a label.
  func link(to name: String, from path: String) -> LabelLink? {
    guard let label = labels[name] else { return nil }
    let isHere = label.path == path
    let page =
      isHere
      ? "" : SiteFiles.relative(SiteFiles.pagePath(label.path), from: SiteFiles.pagePath(path))
    let language = language(of: path)
    // A title stands in the quotation marks of the page that names it.
    let number = label.kind == .section ? language[.quoted, label.number] : label.number
    return LabelLink(
      address: page + "#" + label.anchor, number: number,
      name: language[label.kind.word, number],
      words: label.kind.words + language.wordsBefore(label.kind.wordsBefore),
      preview: isHere ? nil : previewID(label))
  }

  /// What the page of an essay says itself, it says in this language.
  func language(of path: String) -> Language { languages[path] ?? .english }

  /// A colon keeps it apart from every heading's anchor.
  private func previewID(_ label: Label) -> String { "preview:" + label.name }

  /// What stands on other pages and is referred to on this one.
  func previews(for path: String) -> [Preview] {
    (labels.references[path] ?? []).compactMap { name in
      guard let label = labels[name], label.path != path,
        let preview = preview(of: label, language(of: path))
      else {
        return nil
      }
      return Preview(id: previewID(label), html: preview.html, hasMath: preview.hasMath)
    }
  }

  func numberedFormulas(of path: String) -> [Int: NumberedFormula] {
    (labels.formulas[path] ?? [:]).compactMapValues { own in
      guard own.count > 1 else { return NumberedFormula(own.first) }
      var formula = NumberedFormula(id: nil, number: own.map(\.number).joined(separator: ", "))
      formula.rows = own.compactMap { NumberedFormula($0) }
      return formula
    }
  }

  /// All derivations of an essay as its page shows them, by the first bytes of their fences.
  func derivations(of essay: VerifiedEssay, _ typeset: TypesetEssay) -> [Int: DerivationView] {
    let path = essay.document.path
    var views: [Int: DerivationView] = [:]
    for (index, derivation) in essay.derivations.enumerated() {
      var linked = typeset
      let place = derivation.range.lowerBound
      let lines = zip(derivation.lines, typeset.derivations[place] ?? []).map {
        linkedFormula($1, tex: ($0.relation ?? "") + " " + $0.tex) { link(to: $0, from: path) }
      }
      linked.derivations[place] = lines.map(\.html)
      var view = DerivationView(
        derivation, number: index + 1, in: essay, linked, labels, language(of: path),
        source: { repository?.address(of: path, line: $0) })
      view.hasPreviews = lines.contains(where: \.hasPreviews)
      views[place] = view
    }
    return views
  }

  // MARK: Previews

  private func preview(of label: Label, _ language: Language) -> Fragment? {
    guard let (essay, typeset) = essays[label.path] else { return nil }
    let blocks = essay.document.blocks
    switch label.kind {
    case .equation:
      let formula =
        labels.formulas[label.path]?[label.place] == nil
        ? line(label, of: essay, typeset) : typeset.math[label.place]
      return formula.map {
        Fragment(
          html: "<div class=\"math display\">\(unlinkedFormula($0))</div>", hasMath: true)
      }
    case .figure:
      let caption = follower(of: label.place, in: blocks).flatMap { words($0, typeset) }
      let prefix = "Figure:"
      let text = caption.map { $0.html.hasPrefix(prefix) ? $0.html.dropFirst(prefix.count) : "" }
      return Fragment(
        html: picture(at: label.place, of: essay)
          + "<p>\(language[.figure, label.number]).\(text ?? "")</p>",
        hasMath: caption?.hasMath ?? false)
    case .section:
      guard let heading = node(at: label.place, in: blocks) else { return nil }
      let title = renderTitle(heading.children, math: typeset.math)
      let text = follower(of: label.place, in: blocks).flatMap { words($0, typeset) }
      return Fragment(
        html: "<p><strong>\(title.html)</strong></p>" + (text.map { "<p>\($0.html)</p>" } ?? ""),
        hasMath: title.hasMath || (text?.hasMath ?? false))
    }
  }

  /// What the figure of a fence shows, of a sweep what its slider begins with; nothing where nothing was drawn.
  private func picture(at place: Int, of essay: VerifiedEssay) -> String {
    guard let material = essay.figureMaterial([:])[place], !material.frames.isEmpty else {
      return ""
    }
    let svg = material.frames[material.start].svg
    return "<div class=\"picture\">\(PictureIDs.prefixed(svg, by: "preview-\(place)-"))</div>"
  }

  /// A paragraph's words; nil for another block.
  private func words(_ node: Node, _ typeset: TypesetEssay) -> Fragment? {
    guard case .paragraph = node.kind else { return nil }
    return renderPhrase(node.children, math: typeset.math)
  }

  /// A line of a derivation together with what its chain begins with.
  private func line(
    _ label: Label, of essay: VerifiedEssay, _ typeset: TypesetEssay
  ) -> String? {
    guard
      let derivation = essay.derivations.first(where: { $0.range.lowerBound == label.place }),
      let index = derivation.lines.firstIndex(where: { $0.label == label.name }),
      let set = typeset.derivations[label.place], set.count == derivation.lines.count
    else { return nil }
    guard derivation.lines[index].relation != nil,
      let start = derivation.lines[..<index].lastIndex(where: { $0.relation == nil })
    else { return set[index] }
    return set[start] + set[index]
  }

  private func node(at place: Int, in nodes: [Node]) -> Node? {
    for node in nodes {
      if node.range.lowerBound == place {
        if case .heading = node.kind { return node }
      }
      if let found = self.node(at: place, in: node.children) { return found }
    }
    return nil
  }

  /// The block behind the one that begins at a byte.
  private func follower(of place: Int, in nodes: [Node]) -> Node? {
    for (index, node) in nodes.enumerated() {
      switch node.kind {
      case .heading, .codeBlock:
        if node.range.lowerBound == place {
          return index + 1 < nodes.count ? nodes[index + 1] : nil
        }
      default:
        if let found = follower(of: place, in: node.children) { return found }
      }
    }
    return nil
  }
}

extension Label.Kind {
  /// What it is called together with its number.
  fileprivate var word: Word {
    switch self {
    case .equation: .equation
    case .figure: .figure
    case .section: .section
    }
  }

  /// The words in a link that its number is added to.
  fileprivate var wordsBefore: Word {
    switch self {
    case .equation: .wordsForEquations
    case .figure: .wordsForFigures
    case .section: .wordsForSections
    }
  }
}
