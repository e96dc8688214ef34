// SiteLink: an address as an author wrote it, taken apart: the file that it leads to, and what stands behind
// the file's name. Asks no disk; whether the file is there is LinkCheck's question.

import Foundation

/// A link from one file of the site to another, or to a place in one.
struct SiteLink {
  /// Relative to the project, `content/kl.md` for instance; with `..` in front where it leads out of it.
  var path: String
  /// As the author wrote it, with its `?`; empty where there is none.
  var query = ""
  /// As the author wrote it, and with its percents resolved.
  var writtenFragment: String?
  var fragment: String?
  /// Whether it names no file, and leads to the page that it stands on.
  var isHere = false

  /// Nil for an address with a scheme, another host, or an absolute path.
  init?(_ destination: String, from path: String) {
    guard !destination.isEmpty, !destination.utf8.starts(with: "/".utf8),
      Self.scheme(of: destination) == nil
    else { return nil }
    let text = destination.unicodeScalars
    let hash = text.firstIndex(of: "#") ?? text.endIndex
    let mark = text[..<hash].firstIndex(of: "?") ?? hash
    query = String(text[mark..<hash])
    if hash < text.endIndex {
      let written = String(text[text.index(after: hash)...])
      writtenFragment = written
      fragment = Self.decoded(written)
    }
    let target = String(text[..<mark])
    if target.isEmpty {
      self.path = path
      isHere = true
      return
    }
    var folders = Self.parts(path).dropLast()
    for part in Self.parts(target).map(Self.decoded) {
      switch part {
      case ".": continue
      case "..":
        if folders.last.map({ $0 == ".." }) ?? true {
          folders.append("..")
        } else {
          folders.removeLast()
        }
      default: folders.append(part)
      }
    }
    self.path = folders.joined(separator: "/")
  }

  /// `https` of `https://example.org`; nil for an address within the host.
  static func scheme(of destination: String) -> String? {
    let scalars = destination.unicodeScalars
    guard let end = scalars.firstIndex(of: ":"), let first = scalars.first, first.isASCII,
      first.properties.isAlphabetic,
      scalars[..<end].allSatisfy({
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
          || "+-.".unicodeScalars.contains($0)
      })
    else { return nil }
    return String(scalars[..<end])
  }

  /// The parts of a path between its slashes. By scalars: a slash with an accent behind it is one character.
  static func parts(_ path: String) -> [String] {
    path.unicodeScalars.split(separator: "/").map(String.init)
  }

  /// A `%` that begins no byte is one that was meant.
  private static func decoded(_ text: String) -> String { text.removingPercentEncoding ?? text }
}
