// LinkCheck: links inside the site must lead somewhere, whether Markdown or HTML has them. Links to other
// sites are left alone.

import Diagnostics
import Markup
import Reading

enum LinkCheck {
  /// Links to essays, headings and files that do not exist.
  static func broken(in documents: [Document], _ labels: LabelIndex, _ project: Project) -> Log {
    var log = Log()
    // Without all the essays at hand, a link to another one cannot be judged.
    let judge = LinkJudge(anchors: anchors(of: documents), labels: labels, project: project)
    for document in documents {
      for link in links(in: document.blocks) {
        guard let problem = judge.problem(with: link, in: document.path) else { continue }
        let span = SourceSpan(document.path, link.range)
        log.add(
          Diagnostic(
            .linkBroken, problem.isSure ? .error : .warning, at: span, problem.message,
            fix: problem.replacement.flatMap { fix(link, $0, in: document) }))
      }
      for base in bases(in: document.blocks) {
        log.add(
          Diagnostic(
            .linkBroken, at: SourceSpan(document.path, base),
            "a ‘<base>’ turns every link of the page elsewhere, those of its header too: take it out"
          ))
      }
    }
    return log
  }

  /// The names on each page that a fragment may lead to.
  ///
  /// Names that Unicode takes for equal are one key, and were refused when the files were read.
  static func anchors(of documents: [Document]) -> [String: Set<String>] {
    Dictionary(
      documents.map { ($0.path, anchors(in: $0.blocks)) }, uniquingKeysWith: { $0.union($1) })
  }

  private static func anchors(in nodes: [Node]) -> Set<String> {
    nodes.reduce(into: []) { anchors, node in
      switch node.kind {
      case .heading(_, let anchor): anchors.insert(anchor)
      case .html(let text), .htmlBlock(let text):
        anchors.formUnion(HTMLTag.anchors(in: text.text))
        if let name = ProseClaims.name(in: text) { anchors.insert(name) }
      case .codeBlock(_, let text):
        anchors.formUnion(
          text.text.split(separator: "\n").filter { $0.contains("//") }
            .compactMap { ClaimName(atEndOf: String($0))?.name })
      default: break
      }
      anchors.formUnion(self.anchors(in: node.children))
    }
  }

  struct Link {
    var destination: String
    var range: Range<Int>
    /// What to call it in a message.
    var noun = "link"
    /// Raw HTML may mean this very page by an empty address.
    var isHTML = false
  }

  private static func links(in nodes: [Node]) -> [Link] {
    nodes.flatMap { node in
      switch node.kind {
      case .link(let destination, _):
        [Link(destination: destination, range: node.range)] + links(in: node.children)
      case .image(let destination, _):
        [Link(destination: destination, range: node.range, noun: "image")]
          + links(in: node.children)
      case .html(let text), .htmlBlock(let text):
        HTMLAddress.all(in: text.text).map {
          Link(
            destination: $0.destination, range: text.sourceRange(of: $0.range), isHTML: true)
        }
      default: links(in: node.children)
      }
    }
  }

  private static func bases(in nodes: [Node]) -> [Range<Int>] {
    nodes.flatMap { node in
      switch node.kind {
      case .html(let text), .htmlBlock(let text):
        HTMLTag.all(in: text.text).filter { $0.name == "base" }
          .map { text.sourceRange(of: $0.range) }
      default: bases(in: node.children)
      }
    }
  }

  /// Another address in the place of a link's, where it stands in the link as it is and only once.
  private static func fix(_ link: Link, _ replacement: String, in document: Document) -> Edit? {
    let bytes = Array(document.source.text.utf8)
    let address = Array(link.destination.utf8)
    guard !address.isEmpty, let first = bytes[link.range].firstRange(of: address),
      bytes[first.upperBound..<link.range.upperBound].firstRange(of: address) == nil
    else { return nil }
    return Edit(
      SourceSpan(document.path, first), original: link.destination, replacement: replacement)
  }
}
