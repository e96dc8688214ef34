// RedirectPage: a page that leads on to another one, for addresses that a page had before.

/// The HTML at an old address: browsers go on at once, and search engines learn the new address.
///
/// - Parameters:
///   - target: the way from here to the page.
///   - canonical: the page's address, whole where the site's is known.
package func redirectPage(
  title: String, to target: String, canonical: String, _ language: Language
) -> String {
  let link = escaped(target)
  return """
    <!doctype html>
    <html lang="\(escaped(language.tag))">
    <head>
    <meta charset="utf-8">
    <title>\(escaped(title))</title>
    <link rel="canonical" href="\(escaped(canonical))">
    <meta http-equiv="refresh" content="0; url=\(link)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    </head>
    <body>
    <p>\(escaped(language[.moved])) <a href="\(link)">\(escaped(title))</a></p>
    </body>
    </html>

    """
}
