// MachineView: what a page tells machines: those that show links with a picture, and those that collect who wrote what. Both need whole
// addresses, so a site without one has none of it.

struct MachineView {
  /// For `og:type`.
  let kind: String
  /// As Open Graph writes a language: `en_GB`.
  let locale: String
  /// The feed, where some page has a date.
  let feed: String?
  let image: ImageView?
  /// JSON-LD of schema.org.
  let data: String

  struct ImageView {
    let address: String
    let width: Int
    let height: Int
    let words: String
  }

  /// Nil for a site without an address.
  init?(_ page: PageContent, in site: SiteMap, _ language: Language) {
    guard let address = site.address(of: page.path) else { return nil }
    let isHome = page.path == SiteMap.homePath
    kind = isHome ? "website" : "article"
    locale = language.tag.replacing("-", with: "_")
    feed = site.feed == nil ? nil : site.wholeAddress(SiteMap.feedPath)
    image = page.card.flatMap { card in
      site.wholeAddress(card).map {
        ImageView(
          address: $0, width: SocialCard.width, height: SocialCard.height, words: page.title)
      }
    }
    var fields: [(String, String)] = [
      ("@context", json("https://schema.org")), ("@type", json(isHome ? "WebSite" : "Article")),
      (isHome ? "name" : "headline", json(page.title)), ("url", json(address)),
      ("inLanguage", json(language.tag)),
    ]
    if let summary = page.summary { fields.append(("description", json(summary))) }
    if let date = page.date { fields.append(("datePublished", json(date))) }
    let people = page.authors.map { Self.object([("@type", json("Person")), ("name", json($0))]) }
    if !people.isEmpty {
      fields.append(("author", "[" + people.joined(separator: ",") + "]"))
    } else if let author = site.author {
      // A person or several, or an institution: nobody said.
      fields.append(("author", Self.object([("@type", json("Thing")), ("name", json(author))])))
    }
    if !page.tags.isEmpty { fields.append(("keywords", json(page.tags.joined(separator: ", ")))) }
    if let image { fields.append(("image", json(image.address))) }
    if !isHome, let home = site.address(of: SiteMap.homePath) {
      fields.append(
        (
          "isPartOf",
          Self.object([
            ("@type", json("WebSite")), ("name", json(site.title)), ("url", json(home)),
          ])
        ))
    }
    data = Self.object(fields)
  }

  private static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\(json($0.0)):\($0.1)" }.joined(separator: ",") + "}"
  }
}
