// GitFolder: what a repository's own files say of it: where it is, where it came from, which commit it stands at.

import Files
import Foundation

struct GitFolder {
  /// The folder with `.git`, absolute.
  var folder: String
  private var files: FileSystem

  /// The nearest repository, from a folder upwards.
  init?(around path: String, _ files: FileSystem) {
    var url = URL(fileURLWithPath: path)
    while !files.exists(url.path + "/.git") {
      guard url.path != "/" else { return nil }
      url.deleteLastPathComponent()
    }
    (folder, self.files) = (url.path, files)
  }

  /// The address of `origin` for people and browsers, `https://…`; nil where it is none.
  var origin: String? {
    let lines = files.text(folder + "/.git/config").split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let section = lines.drop { $0 != "[remote \"origin\"]" }.dropFirst()
      .prefix { !$0.hasPrefix("[") }
    let address = section.first { $0.hasPrefix("url") }?
      .split(separator: "=", maxSplits: 1).last.map { $0.trimmingCharacters(in: .whitespaces) }
    return address.flatMap(Self.plain)
  }

  /// Without a name and a password, which are nobody else's.
  static func plain(_ address: String) -> String? {
    // `git@host:owner/name` is what people copy for ssh.
    if !address.contains("://"), let colon = address.firstIndex(of: ":"),
      let at = address.firstIndex(of: "@"), at < colon
    {
      let host = address[address.index(after: at)..<colon]
      return "https://\(host)/\(address[address.index(after: colon)...])"
    }
    guard var parts = URLComponents(string: address), let host = parts.host, !host.isEmpty,
      ["https", "ssh", "git"].contains(parts.scheme)
    else { return nil }
    if parts.scheme != "https" { parts.port = nil }
    (parts.scheme, parts.user, parts.password) = ("https", nil, nil)
    return parts.string
  }

  /// The commit that is checked out; nil where the files do not say.
  var commit: String? {
    let head = files.text(folder + "/.git/HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
    guard head.hasPrefix("ref: ") else { return Self.hash(head) }
    let name = String(head.dropFirst(5))
    let loose = files.text(folder + "/.git/" + name)
    if let hash = Self.hash(loose.trimmingCharacters(in: .whitespacesAndNewlines)) { return hash }
    let packed = files.text(folder + "/.git/packed-refs").split(separator: "\n")
      .first { $0.hasSuffix(" " + name) }
    return packed.flatMap { Self.hash(String($0.prefix { $0 != " " })) }
  }

  private static func hash(_ text: String) -> String? {
    text.count >= 40 && text.allSatisfy(\.isHexDigit) ? text : nil
  }
}
