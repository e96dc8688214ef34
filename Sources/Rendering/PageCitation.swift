// PageCitation: how somebody cites a page: as a sentence, and as an entry for BibTeX.

struct PageCitation {
  var title: String
  /// Persons, where the page names them.
  var authors: [String]
  /// Else the site's author, whoever that is.
  var siteAuthor: String?
  var siteTitle: String
  /// `YYYY-MM-DD`.
  var date: String?
  var address: String?
  /// The page's path, for the name of the entry.
  var path: String
  var language: Language

  private var year: String? { date.map { String($0.prefix(4)) } }

  /// “Ada Lovelace and Charles Babbage (1843). Notes. The site. https://…”
  var sentence: String {
    let names = authors.isEmpty ? [siteAuthor].compactMap { $0 } : authors
    let list =
      names.count < 2
      ? names.first
      : names.dropLast().joined(separator: ", ") + " \(language[.and]) " + names[names.count - 1]
    let opening = [list, year.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
    let parts = [opening, title, siteTitle == title ? "" : siteTitle].filter { !$0.isEmpty }
      .map { ".?!".contains($0.last ?? " ") ? $0 : $0 + "." }
    return (parts + [address].compactMap { $0 }).joined(separator: " ")
  }

  var bibTeX: String {
    let who =
      authors.isEmpty
      ? siteAuthor.map { "{\(Self.escaped($0))}" }
      : authors.map(Self.escaped).joined(separator: " and ")
    let fields = [
      ("author", who), ("title", "{\(Self.escaped(title))}"), ("year", year),
      ("howpublished", siteTitle == title ? nil : Self.escaped(siteTitle)),
      ("url", address),
    ]
    let lines = fields.compactMap { name, value in
      value.map { value in
        // Braces of its own keep capitals, and institutions whole; two in a row would look like a template's.
        "  \(name) = " + (value.hasPrefix("{") ? "\"\(value)\"" : "{\(value)}")
      }
    }
    return "@misc{\(key),\n\(lines.joined(separator: ",\n"))\n}"
  }

  /// `lovelace-1843-notes`: letters, digits and hyphens.
  private var key: String {
    let family = (authors.first ?? siteAuthor)?.split(separator: " ").last.map(String.init)
    let stem = path.hasSuffix(".html") ? String(path.dropLast(5)) : path
    return [family, year, stem].compactMap { $0 }
      .flatMap { SearchWords.of($0) }
      .map { $0.filter { $0.isASCII } }.filter { !$0.isEmpty }.joined(separator: "-")
  }

  /// The signs that mean something to TeX.
  private static func escaped(_ text: String) -> String {
    text.map { sign in
      switch sign {
      case "&", "%", "$", "#", "_", "{", "}": "\\\(sign)"
      case "\\": "\\textbackslash{}"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      default: String(sign)
      }
    }.joined()
  }
}
