// IndexPage: the page that lists all pages of a site with their sections. It is what the search is where no script runs.

extension PageContent {
  /// - Parameters:
  ///   - headings: those of each essay, by its path.
  ///   - language: the site's own.
  package init(
    indexOf site: SiteMap, _ headings: [String: [Heading]], _ language: Language
  ) {
    let count = site.groups.reduce(0) { $0 + $1.essays.count }
    var body = ""
    var hasMath = false
    var sections: [Heading] = []
    func item(_ entry: SiteMap.Entry) {
      let link = escaped(SiteMap.link(from: SiteMap.indexPath, to: entry.path))
      let tag = entry.language.map { " lang=\"\(escaped($0))\"" } ?? ""
      body += "<li\(tag)><a href=\"\(link)\">\(entry.shown.title.html)</a>"
      hasMath = hasMath || entry.shown.title.hasMath
      let own = (headings[entry.path] ?? []).filter { $0.level == 2 }
      if !own.isEmpty, count <= Self.mostWithHeadings {
        body += "\n<ol>\n"
        for heading in own {
          body +=
            "<li><a href=\"\(link)#\(escapedDestination(heading.anchor))\">\(heading.html)</a></li>\n"
          hasMath = hasMath || heading.html.contains("class=\"katex\"")
        }
        body += "</ol>"
      }
      body += "</li>\n"
    }
    for group in site.groups {
      if let anchor = group.anchor, let heading = group.heading(from: SiteMap.indexPath) {
        body += "<h2 id=\"\(anchor)\">\(heading.html)</h2>\n"
        sections.append(Heading(level: 2, anchor: anchor, html: heading.html))
      }
      body += "<ol class=\"index\">\n"
      group.essays.forEach(item)
      body += "</ol>\n"
    }
    self.init(
      path: SiteMap.indexPath, title: language[.allPages], bodyHTML: body, headings: sections,
      hasMath: hasMath)
  }

  /// A larger site has its pages listed alone, or the list would be too long for anybody.
  private static let mostWithHeadings = 300
}
