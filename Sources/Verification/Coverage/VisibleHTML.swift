// VisibleHTML: what a block of raw HTML shows, without its tags and comments.

enum VisibleHTML {
  /// The text with spaces for tags and comments, so that what remains keeps its place.
  static func text(of html: String) -> String {
    let bytes = Array(html.utf8)
    var text = bytes
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let isComment = bytes[index...].starts(with: "<!--".utf8)
      let ending = Array((isComment ? "-->" : ">").utf8)
      var end = index
      while end < bytes.count, !bytes[end...].starts(with: ending) { end += 1 }
      end = min(bytes.count, end + ending.count)
      for place in index..<end where bytes[place] != UInt8(ascii: "\n") {
        text[place] = UInt8(ascii: " ")
      }
      index = end
    }
    return String(decoding: text, as: UTF8.self)
  }
}
