// PictureIDs: ids inside pictures, made unique on the page: two charts of one make define the same
// ones, and a browser would take the first for both.

package enum PictureIDs {
  /// The picture with `prefix` before each of its ids and before each use of one.
  package static func prefixed(_ svg: String, by prefix: String) -> String {
    let ids = ids(in: svg)
    guard !ids.isEmpty else { return svg }
    var result = svg
    for id in ids {
      for (before, after) in [(" id=\"", "\""), ("url(#", ")"), ("href=\"#", "\"")] {
        result.replace(before + id + after, with: before + prefix + id + after)
      }
    }
    for name in ["aria-labelledby", "aria-describedby"] {
      result = renamed(result, in: " \(name)=\"", ids, prefix)
    }
    return result
  }

  private static func ids(in svg: String) -> Set<String> {
    Set(
      svg.split(separator: " id=\"").dropFirst(svg.hasPrefix(" id=\"") ? 0 : 1).map { rest in
        String(rest.prefix { $0 != "\"" })
      })
  }

  /// A list of ids in an attribute.
  private static func renamed(
    _ svg: String, in attribute: String, _ ids: Set<String>, _ prefix: String
  ) -> String {
    var result = ""
    var rest = svg[...]
    while let start = rest.firstRange(of: attribute) {
      result += rest[..<start.upperBound]
      rest = rest[start.upperBound...]
      let list = rest.prefix { $0 != "\"" }
      result += list.split(separator: " ").map {
        ids.contains(String($0)) ? prefix + $0 : String($0)
      }
      .joined(separator: " ")
      rest = rest[list.endIndex...]
    }
    return result + rest
  }
}
