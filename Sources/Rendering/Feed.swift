// Feed: the essays of a site by their days, for readers of feeds (Atom, RFC 4287).

extension SiteMap {
  package static let feedPath = "feed.xml"

  /// Nil without an address, and where no essay has a date.
  package var feed: String? {
    guard let own = wholeAddress(Self.feedPath), let home = address(of: Self.homePath) else {
      return nil
    }
    let dated = essays.enumerated().filter { $0.element.date != nil }
      .sorted { ($1.element.date ?? "", $0.offset) < ($0.element.date ?? "", $1.offset) }
      .map(\.element)
    guard let newest = dated.first?.date else { return nil }
    let entries = dated.compactMap { entry -> String? in
      guard let address = address(of: entry.path), let date = entry.date else { return nil }
      let language = entry.language.map { " xml:lang=\"\(escaped($0))\"" } ?? ""
      return "<entry\(language)>\n<title>\(escaped(entry.title))</title>\n"
        + "<link href=\"\(escaped(address))\"/>\n<id>\(escaped(address))</id>\n"
        + "<updated>\(date)T00:00:00Z</updated>\n"
        + (entry.summary.map { "<summary>\(escaped($0))</summary>\n" } ?? "") + "</entry>\n"
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(escaped(language))\">\n"
      + "<title>\(escaped(title))</title>\n"
      + (summary.map { "<subtitle>\(escaped($0))</subtitle>\n" } ?? "")
      + "<link href=\"\(escaped(home))\"/>\n<link rel=\"self\" href=\"\(escaped(own))\"/>\n"
      + "<id>\(escaped(home))</id>\n<updated>\(newest)T00:00:00Z</updated>\n"
      + "<author><name>\(escaped(author ?? title))</name></author>\n\(entries.joined())</feed>\n"
  }

  /// The whole address of a file of the site.
  func wholeAddress(_ path: String) -> String? { address.map { $0 + Self.encoded(path) } }

  /// What search engines ask for first.
  package var robots: String? {
    wholeAddress("sitemap.xml").map { "User-agent: *\nAllow: /\n\nSitemap: \($0)\n" }
  }

  /// The page that servers show for an address that leads nowhere, whatever folder that is in: its own addresses begin at the host.
  package func notFoundPage(_ language: Language) -> String? {
    guard let address else { return nil }
    let host = address.firstRange(of: "://").flatMap {
      address[$0.upperBound...].firstIndex(of: "/")
    }
    let root = escaped(host.map { String(address[$0...]) } ?? "/")
    return """
      <!doctype html>
      <html lang="\(escaped(language.tag))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>\(escaped(language[.notFound])) · \(escaped(title))</title>
      <link rel="stylesheet" href="\(root)assets/\(asset(Templates.styleSheetName))">
      </head>
      <body>
      <header class="masthead"><a class="name" href="\(root)">\(escaped(title))</a></header>
      <div class="sheet"><main><h1>\(escaped(language[.notFound]))</h1>
      <p><a href="\(root)\(Self.indexPath)">\(escaped(language[.allPages]))</a></p></main></div>
      </body>
      </html>

      """
  }
}
