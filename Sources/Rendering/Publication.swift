// Publication: what an essay cites, and how a list of sources shows it.

/// A book, an article or anything else that was published. The names follow CSL.
package struct Publication: Hashable, Sendable {
  package var title: String
  package var authors: [Author]
  package var year: Int?
  /// The journal or the book that it appeared in.
  package var container: String?
  package var volume: String?
  package var issue: String?
  package var pages: String?
  package var publisher: String?
  /// `10.1093/imanum/draa038`, without an address before it.
  package var doi: String?
  package var url: String?
  package var note: String?

  package struct Author: Hashable, Sendable {
    package var family: String
    /// Nil for an institution.
    package var given: String?

    package init(family: String, given: String? = nil) {
      self.family = family
      self.given = given
    }
  }

  package init(
    title: String, authors: [Author] = [], year: Int? = nil, container: String? = nil,
    volume: String? = nil, issue: String? = nil, pages: String? = nil, publisher: String? = nil,
    doi: String? = nil, url: String? = nil, note: String? = nil
  ) {
    self.title = title
    self.authors = authors
    self.year = year
    self.container = container
    self.volume = volume
    self.issue = issue
    self.pages = pages
    self.publisher = publisher
    self.doi = doi
    self.url = url
    self.note = note
  }
}

extension Publication {
  /// Authors, year, title, where it appeared, and a link: each a sentence of its own.
  ///
  /// The title of what stands alone is in italics; of what appeared in something else, that.
  func html(in language: Language) -> String {
    var sentences: [String] = []
    if let opening = opening(in: language) { sentences.append(opening) }
    let title = escaped(title)
    sentences.append(container == nil ? "<cite>\(title)</cite>" : title)
    if let place { sentences.append(place) }
    if let note { sentences.append(escaped(note)) }
    if let doi {
      let address = escapedDestination("https://doi.org/" + doi)
      sentences.append("<a href=\"\(address)\">doi:\(escaped(doi))</a>")
    } else if let url {
      sentences.append("<a href=\"\(escapedDestination(url))\">\(escaped(url))</a>")
    }
    return sentences.map { sentence in
      ".?!…".contains(Self.last(of: sentence) ?? " ") ? sentence : sentence + "."
    }.joined(separator: " ")
  }

  /// The last character that a reader sees.
  private static func last(of html: String) -> Character? {
    var isTag = false
    var last: Character?
    for character in html {
      if character == "<" { isTag = true }
      if !isTag { last = character }
      if character == ">" { isTag = false }
    }
    return last
  }

  /// "Pierre Blanchard, Desmond J. Higham and Nicholas J. Higham (2021)"
  private func opening(in language: Language) -> String? {
    let names = authors.map { author in
      escaped([author.given, author.family].compactMap { $0 }.joined(separator: " "))
    }
    let list =
      names.count < 2
      ? names.first
      : names.dropLast().joined(separator: ", ") + " \(escaped(language[.and])) "
        + names[names.count - 1]
    let parts = [list, year.map { "(\($0))" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// "<cite>IMA Journal of Numerical Analysis</cite> 41(4), 2311–2330. Publisher"
  private var place: String? {
    var journal = container.map { "<cite>\(escaped($0))</cite>" } ?? ""
    let number = (volume.map(escaped) ?? "") + (issue.map { "(\(escaped($0)))" } ?? "")
    if !number.isEmpty { journal += (journal.isEmpty ? "" : " ") + number }
    let parts = [
      journal.isEmpty ? nil : journal,
      pages.map { escaped($0.replacing("--", with: "–").replacing("-", with: "–")) },
      publisher.map(escaped),
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
