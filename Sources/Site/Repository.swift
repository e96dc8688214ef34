// Repository: where readers can look at the sources of a site, line by line.

import Foundation
import Rendering

package struct Repository: Hashable, Sendable {
  /// An address with `{path}` and `{line}` in it.
  private let pattern: String

  struct Unusable: Error { var reason: String }

  /// Hosts that show a file of any branch by an address that is known. `plain=1` has Markdown shown as it is written, with
  /// its lines.
  private static let hosts = [
    "github.com": "/blob/HEAD/{path}?plain=1#L{line}",
    "gitlab.com": "/-/blob/HEAD/{path}?plain=1#L{line}",
  ]

  /// - Parameter text: the repository's own address at a host that is known, or the address of a line of a file in it.
  init(_ text: String) throws(Unusable) {
    let filled = Self.filled(text, path: "content/a.md", line: 1)
    let address = URLComponents(string: filled, encodingInvalidCharacters: false)
    guard ["http", "https"].contains(address?.scheme), let host = address?.host, !host.isEmpty
    else {
      throw Unusable(
        reason: "‘repository’ is a whole address, ‘https://github.com/owner/name’ for instance")
    }
    if text.contains("{path}") {
      pattern = text
      return
    }
    guard let lines = Self.hosts[host.lowercased()] else {
      throw Unusable(
        reason:
          "how \(host) shows a line of a file is not known: write such an address, with {path} and {line} in it"
      )
    }
    var base = text
    while base.hasSuffix("/") { base.removeLast() }
    if base.hasSuffix(".git") { base.removeLast(4) }
    pattern = base + lines
  }

  /// - Parameter path: relative to the project, which is where the repository begins unless the pattern says otherwise.
  package func address(of path: String, line: Int) -> String {
    Self.filled(pattern, path: SiteMap.encoded(path), line: line)
  }

  private static func filled(_ pattern: String, path: String, line: Int) -> String {
    pattern.replacing("{path}", with: path).replacing("{line}", with: String(line))
  }
}
