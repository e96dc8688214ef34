// FramesFile: the pictures of a sweep in a file beside the pages, loaded when somebody touches its slider. It is a script
// and not data, because a script element works where a page was opened from a disk.

import Files
import Foundation

/// Where the files of one page's sweeps are.
package struct FramesFolder: Hashable, Sendable {
  /// Relative to the site: `assets/frames/`.
  package var path: String
  /// The same from the page: `../assets/frames/`.
  package var address: String
  /// What tells this page's files from those of others: `edges-kl`.
  package var page: String

  package init(path: String, address: String, page: String) {
    self.path = path
    self.address = address
    self.page = page
  }
}

package struct FramesFile: Hashable, Sendable {
  /// What the script calls its pictures.
  package var name: String
  /// Relative to the site.
  package var path: String
  /// Relative to the page.
  package var address: String
  package var text: String

  /// Pictures first and tables then: what is alike stands together, where a compressor finds it.
  init(in folder: FramesFolder, _ stem: String, pictures: [String], tables: [String]) {
    name = folder.page + "." + stem
    let list = { (texts: [String]) in "[\n" + texts.map(Self.quoted).joined(separator: ",\n") + "]"
    }
    text =
      "(self.galleyFrames ??= {})[\(Self.quoted(name))] = [\(list(pictures)), \(list(tables))];\n"
    // Another name for other pictures, or a browser would show those that it has.
    let file = name + "." + Digest.of(Data(text.utf8)).prefix(8) + ".js"
    path = folder.path + file
    address = folder.address + file
  }

  /// A text as JavaScript writes it.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\u{2028}": result += "\\u2028"
      case "\u{2029}": result += "\\u2029"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
