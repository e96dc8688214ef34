// HTMLComment: comments in HTML, by their marks.

import Diagnostics

package enum HTMLComment {
  /// The text between `<!--` and `-->`; nil for other HTML.
  package static func inside(_ html: String) -> String? {
    let bytes = html.utf8
    guard bytes.starts(with: "<!--".utf8), let end = html.range(ofLast: "-->") else { return nil }
    let start = bytes.index(bytes.startIndex, offsetBy: 4)
    return start <= end ? String(html[start..<end]) : nil
  }

  /// The beginnings of all comments of a text, up to their ends or the next beginning, and the byte
  /// that each stands at with its mark.
  package static func all(in html: String) -> [(start: Int, inside: String)] {
    let bytes = Array(html.utf8)
    let marks = bytes.places(of: "<!--")
    return marks.enumerated().map { index, mark in
      let next = index + 1 < marks.count ? marks[index + 1] : bytes.count
      let inside = Array(bytes[(mark + 4)..<next])
      let end = inside.places(of: "-->").first ?? inside.count
      return (mark, String(decoding: inside[..<end], as: UTF8.self))
    }
  }
}

extension String {
  /// Where the last occurrence of `mark` begins. By bytes: a mark of text and a combining character
  /// behind it are one character.
  package func range(ofLast mark: String) -> String.Index? {
    Array(utf8).places(of: mark).last.map { utf8.index(utf8.startIndex, offsetBy: $0) }
  }
}
