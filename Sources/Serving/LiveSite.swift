// LiveSite: the site as it is at the moment, and what a browser gets of it.

import Diagnostics
import Files
import Foundation
import Rendering
import Site

struct LiveSite: Sendable {
  /// Nil before the project was read for the first time.
  var pages: DraftPages?
  /// Style sheets, scripts and fonts, by path relative to the site.
  var assets: [String: Data] = [:]
  /// Names the assets: a page that was made with others is loaded anew.
  var assetsTag = ""
  /// The files beside the essays, by path relative to the site, with the files that they are.
  var attachments: [String: String] = [:]
  var state = LiveState()
  /// What is wrong and belongs to no page, as a page tells it that there is no other.
  var troubles: [String] = []

  /// What a browser gets.
  struct Answer: Sendable {
    var status: Int
    var type: String
    var body: Data
    /// Names the page as it is; nil for what is no page.
    var tag: String?
  }

  /// What stands under a path relative to the site's root, without any part that means something else: `edges/kl.html`.
  func answer(to path: String, _ files: FileSystem) -> Answer {
    if let asset = assets[path] {
      return Answer(status: 200, type: Self.type(of: path), body: asset)
    }
    if let file = attachments[path], let contents = files.contents(file) {
      return Answer(status: 200, type: Self.type(of: path), body: contents)
    }
    if let file = pages?.file(path) {
      return Answer(status: 200, type: Self.type(of: path), body: file)
    }
    return page(path)
  }

  /// A page, also one that tells that there is none.
  func page(_ path: String) -> Answer {
    if let html = pages?.page(path) { return Self.answer(html, path, 200, assetsTag) }
    guard let pages else {
      let title = troubles.isEmpty ? "Galley is reading the essays" : "No page can be shown yet"
      return Self.answer(
        Self.notice(title, troubles.map(Self.escaped)), path, 503, assetsTag)
    }
    let root = String(repeating: "../", count: path.count { $0 == "/" })
    let links = pages.paths.map { page in
      "<a href=\"\(root)\(SiteMap.encoded(page))\">\(Self.escaped(page))</a>"
    }
    let notice = Self.notice(
      "There is no page at /\(path)", troubles.map(Self.escaped) + links)
    return Self.answer(notice, path, 404, assetsTag)
  }

  private static func answer(
    _ html: String, _ path: String, _ status: Int, _ assetsTag: String
  ) -> Answer {
    let tag = String(Digest.of(html + assetsTag).prefix(16))
    let script =
      "<script src=\"/\(LiveScript.path)\" data-tag=\"\(tag)\" data-assets=\"\(assetsTag)\" "
      + "data-page=\"\(escaped(path))\"></script>\n"
    let end = html.range(of: "</body>", options: .backwards)?.lowerBound ?? html.endIndex
    let whole = html[..<end] + script + html[end...]
    return Answer(
      status: status, type: "text/html; charset=utf-8", body: Data(whole.utf8), tag: tag)
  }

  private static func notice(_ title: String, _ items: [String]) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark"><title>\(escaped(title))</title></head>
    <body><main><h1>\(escaped(title))</h1>
    <ul>\(items.map { "<li>\($0)</li>\n" }.joined())</ul></main>
    </body>
    </html>

    """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  private static func type(of path: String) -> String {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return types[ending] ?? "application/octet-stream"
  }

  private static let types: [String: String] = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "woff2": "font/woff2", "woff": "font/woff", "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "xml": "application/xml", "mp4": "video/mp4", "webm": "video/webm",
  ]
}

/// How things stand, for who looks at the terminal.
package struct LiveState: Sendable {
  package var log = Log()
  /// The texts that the log points into.
  package var sources: [String: SourceText] = [:]
  package var essays = 0
  package var held = 0
  package var claims = 0
  /// How many claims wait for their program.
  package var pending = 0
}
