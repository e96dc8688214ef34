// Document: one essay as a value, every part of it tied to the bytes it came from.
// Knows nothing of claims, programs or HTML.

import Diagnostics

/// One parsed essay.
package struct Document: Hashable, Sendable {
  /// Where the essay stands, relative to the project, with `/` between the parts.
  package var path: String
  /// The text exactly as it was read; every range below counts its UTF-8 bytes.
  package var source: SourceText
  package var frontMatter: FrontMatter
  /// How numbers are written in its sentences, which its language decides.
  package var notation = NumberNotation.point
  /// The blocks in the order of the text, footnote definitions where they stand.
  package var blocks: [Node]

  package init(path: String, source: SourceText, frontMatter: FrontMatter, blocks: [Node]) {
    self.path = path
    self.source = source
    self.frontMatter = frontMatter
    self.blocks = blocks
  }
}

/// What stands between the two `---` lines at the head of an essay.
package struct FrontMatter: Hashable, Sendable {
  package var title: String?
  package var summary: String?
  /// The same as texts and formulas, as a page shows them.
  package var titleWords: [Node] = []
  package var summaryWords: [Node] = []
  /// A calendar date, `YYYY-MM-DD`, as it was written.
  package var date: String?
  /// The essay's place among the others; those without one follow, sorted by path.
  package var order: Int?
  /// The files of data that examples may read, as they were written, relative to `content/`.
  package var data: [DeclaredFile] = []
  /// Words with numbers in them that the essay takes as given wherever it says them, such as `21 cm`.
  package var given: [DeclaredText] = []
  /// Where it says that the essay is not for readers yet; nil where it does not.
  package var draft: Range<Int>?
  /// Who wrote the essay, where that is somebody else than the site's author.
  package var authors: [String] = []
  package var tags: [String] = []
  /// Addresses that the page had before, as they were written.
  package var aliases: [DeclaredText] = []
  /// The language of the essay, as HTML names it; nil for that of the site.
  package var language: DeclaredText?
  /// What nobody but templates reads.
  package var extra: [String: ExtraValue] = [:]
  /// The bytes of the whole front matter with its two fences; empty when there is none.
  package var range: Range<Int>

  package init(
    title: String? = nil, summary: String? = nil, date: String? = nil, order: Int? = nil,
    range: Range<Int>
  ) {
    self.title = title
    self.summary = summary
    self.date = date
    self.order = order
    self.range = range
  }

  /// Whether the essay is not for readers yet.
  package var isDraft: Bool { draft != nil }

  /// What stands under a name of `extra`.
  package indirect enum ExtraValue: Hashable, Sendable, CustomStringConvertible {
    case text(String)
    case flag(Bool)
    case list([ExtraValue])
    case mapping([String: ExtraValue])

    package var description: String {
      switch self {
      case .text(let text): text
      case .flag(let flag): "\(flag)"
      case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
      case .mapping(let values):
        "{" + values.map { "\($0.key): \($0.value)" }.sorted().joined(separator: ", ") + "}"
      }
    }
  }

  /// Words that the essay declares, and where it does.
  package struct DeclaredText: Hashable, Sendable {
    package var text: String
    package var range: Range<Int>
  }

  /// A file that the essay names, and where it does.
  package struct DeclaredFile: Hashable, Sendable {
    /// Relative to `content/`, with `/` between the parts.
    package var name: String
    package var range: Range<Int>

    package init(name: String, range: Range<Int>) {
      self.name = name
      self.range = range
    }
  }
}
