// DocumentationPage: the Swift in Markdown that stands elsewhere than among the essays, and in documentation comments. It
// becomes the same values as an essay's: a file's text, and fences with the bytes that each of theirs has in it. Nothing of
// the sentences around is read, for nobody wrote them for Galley.

import Diagnostics
import Markup
import SwiftText

/// The code of one text that documents something.
package struct DocumentationPage: Sendable {
  package let parts: PageParts
  /// The modules that its programs import besides those of all.
  package let imports: [String]
  package let kind: Kind

  package enum Kind: Hashable, Sendable {
    /// A file of Markdown.
    case markdown
    /// A comment above a declaration.
    case comment
  }
}

extension DocumentationPage {
  /// A file of Markdown; nil for one without Swift.
  package static func of(
    markdown text: String, path: String, imports: [String] = []
  ) -> DocumentationPage? {
    guard text.contains("swift") else { return nil }
    let document = parse(text, path: path).value
    var collector = ListingCollector(
      Document(
        path: path, source: document.source, frontMatter: FrontMatter(range: 0..<0), blocks: []),
      kind: .markdown)
    collector.visit(document.blocks)
    return collector.page(imports)
  }

  /// The documentation comments of a Swift file that hold code, each a page of its own.
  package static func all(
    inSwift text: String, path: String, imports: [String] = []
  ) -> [DocumentationPage] {
    let bytes = Array(text.utf8)
    let comments = DocComment.all(in: bytes).filter { mayHoldCode($0, bytes) }
    guard !comments.isEmpty else { return [] }
    let file = Document(
      path: path, source: SourceText(text), frontMatter: FrontMatter(range: 0..<0), blocks: [])
    return comments.compactMap { comment in
      let verbatim = Verbatim(lines: comment.lines, of: bytes)
      var collector = ListingCollector(file, kind: .comment, within: verbatim)
      collector.visit(parse(verbatim.text, path: path).value.blocks)
      return collector.page(imports)
    }
  }

  /// Whether it is worth while to read a comment's Markdown: most comments are a sentence.
  private static func mayHoldCode(_ comment: DocComment, _ bytes: [UInt8]) -> Bool {
    comment.lines.contains { line in
      let text = bytes[line]
      let space = text.prefix { " \t".utf8.contains($0) }.count
      let rest = text.dropFirst(space)
      return !rest.isEmpty
        && (space >= 4 || text.first == UInt8(ascii: "\t") || rest.starts(with: "```".utf8)
          || rest.starts(with: "~~~".utf8))
    }
  }
}

/// Finds the listings of a text.
private struct ListingCollector {
  let document: Document
  let kind: DocumentationPage.Kind
  /// What of the file the Markdown was read from; nil for all of it.
  var outer: Verbatim?
  private var parts: [ProgramPart] = []

  init(_ document: Document, kind: DocumentationPage.Kind, within outer: Verbatim? = nil) {
    self.document = document
    self.kind = kind
    self.outer = outer
  }

  func page(_ imports: [String]) -> DocumentationPage? {
    guard !parts.isEmpty else { return nil }
    return DocumentationPage(
      parts: PageParts(document: document, parts: parts), imports: imports, kind: kind)
  }

  mutating func visit(_ nodes: [Node]) {
    for (index, node) in nodes.enumerated() {
      if case .codeBlock(let info, let code) = node.kind {
        add(code, info, node.range, group: Self.group(behind: index, in: nodes))
      } else {
        visit(node.children)
      }
    }
  }

  private mutating func add(_ code: Verbatim, _ info: String, _ range: Range<Int>, group: String?) {
    // Code that is indented begins with its text, a fence with its marks.
    let isFenced = code.sourceOffset(of: 0) > range.lowerBound
    let language = FenceLanguage(Self.spaced(info))
    let isNamed = language == .swift || language == .nearlySwift && !info.contains("test")
    // What names no language is Swift in a comment of Swift, and anything in Markdown.
    guard isNamed || kind == .comment && (!isFenced || Self.isBlank(info)),
      !code.text.allSatisfy(\.isWhitespace)
    else { return }
    let placed = outer.map { code.placed(in: $0) } ?? code
    let own = outer.map { $0.sourceRange(of: range) } ?? range
    let prepared = placed.overwritten(with: Placeholders.filled(Array(placed.text.utf8)))
    var fence = Fence(
      code: prepared, range: own, words: own.lowerBound..<own.lowerBound, failureWords: nil,
      isHidden: false, placement: .init(program: group), kind: .example(.run(.init())))
    fence.listing = Fence.Listing(
      isNamed: isNamed, hasPlaceholders: Placeholders.stand(in: placed.text))
    parts.append(.fence(fence))
  }

  private static func isBlank(_ info: String) -> Bool { info.allSatisfy(\.isWhitespace) }

  /// `swift,no-run` and `swift{1,3}` name Swift too.
  private static func spaced(_ info: String) -> String {
    String(info.map { ",{:".contains($0) ? " " : $0 })
  }

  /// The name in a comment such as "test: `guided-tour`" behind a listing, by which the language's own book says which
  /// listings go on with one another.
  private static func group(behind index: Int, in nodes: [Node]) -> String? {
    guard index + 1 < nodes.count, case .htmlBlock(let html) = nodes[index + 1].kind,
      let mark = html.text.firstRange(of: "test: `")
    else { return nil }
    let name = html.text[mark.upperBound...].prefix { $0 != "`" && !$0.isNewline }
    return name.isEmpty ? nil : String(name)
  }
}
