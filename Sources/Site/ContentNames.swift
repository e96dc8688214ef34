// ContentNames: what the names of the files under content/ say before one of them is read: that two are
// one to a file system, or that an essay would go unverified.

import Diagnostics

enum ContentNames {
  /// The diagnostics about names, and the files that are left out because of them.
  ///
  /// - Parameter names: paths relative to `content/`, with `/` between the parts, in any order.
  static func problems(_ names: [String]) -> [(name: String, id: Identifier, message: String)] {
    var problems: [(name: String, id: Identifier, message: String)] = []
    // By bytes: to a comparison of texts, names that Unicode takes for equal are one name.
    var taken: [String: String] = [:]
    var folders: [String: String] = [:]
    for folder in inOrder(names.flatMap(folders(of:))) where folders[key(folder)] == nil {
      folders[key(folder)] = folder
    }
    // What stands beside pages has these names, whether or not an essay claims anything yet.
    var beside: [String: String] = [:]
    for name in names where target(of: name) != name {
      for path in SiteFiles.paths(besidePage: target(of: name)) { beside[Self.key(path)] = name }
    }
    // Essays first: what stands in a page's way is another file's fault.
    let essays = names.filter { target(of: $0) != $0 }
    for name in inOrder(essays) + inOrder(names.filter { target(of: $0) == $0 }) {
      if let message = unverified(name) { problems.append((name, .fileUnreadable, message)) }
      let target = target(of: name)
      let key = key(target)
      let length = (SiteLink.parts(target).last ?? "").utf8.count
      if length > longestName {
        problems.append(
          (
            name, .fileUnreadable,
            "the page of this essay would have a name of \(length) bytes, and file systems know \(longestName): "
              + "give it a shorter one"
          ))
        continue
      }
      if key.hasPrefix(assets) || key == Self.key(SiteWriter.marker) {
        problems.append(
          (
            name, .fileCollision,
            "this file would take the place of a page or a style sheet of the site: rename it"
          ))
      } else if let (own, other) = twin(among: self.folders(of: name), folders) {
        problems.append((name, .fileCollision, folderCollision(own, other)))
      } else if let essay = beside[key] {
        problems.append(
          (
            name, .fileCollision,
            "this file would take the place of what lists the claims of ‘\(essay)’: rename it"
          ))
      } else if folders[key] != nil {
        problems.append((name, .fileCollision, "a folder has the name of this file: rename one"))
      } else if let other = taken[key] {
        problems.append((name, .fileCollision, collision(name, other)))
      } else {
        taken[key] = name
      }
    }
    return problems
  }

  /// What a file becomes in the site.
  private static func target(of name: String) -> String {
    name.hasSuffix(".md") ? name.dropLast(3) + ".html" : name
  }

  private static func inOrder(_ names: [String]) -> [String] {
    names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// The paths of all folders that a file stands in.
  private static func folders(of name: String) -> [String] {
    let parts = SiteLink.parts(name).dropLast()
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }

  /// The first folder that another one is the same as to some file systems: copied there, both become one, and
  /// addresses into one of them lead nowhere.
  private static func twin(
    among folders: [String], _ all: [String: String]
  ) -> (String, String)? {
    for folder in folders {
      if let other = all[key(folder)], !other.utf8.elementsEqual(folder.utf8) {
        return (folder, other)
      }
    }
    return nil
  }

  private static func folderCollision(_ own: String, _ other: String) -> String {
    "many file systems take the folder of this file, ‘\(escaped(own))’, and ‘\(escaped(other))’ for one: "
      + "rename one of them"
  }

  /// What file systems make of a name that tell neither capitals nor ways of writing an accent apart.
  /// Texts that Unicode takes for equal are equal keys.
  private static func key(_ name: String) -> String { name.uppercased().lowercased() }

  private static let assets = "assets/"

  /// In bytes; of Linux's and macOS's file systems alike.
  private static let longestName = 255

  private static func collision(_ name: String, _ other: String) -> String {
    if (target(of: name) == name) != (target(of: other) == other) {
      return "this file would take the place of the page of ‘\(other)’: rename it"
    }
    return name == other
      ? "this name and that of another file are one to Unicode, ‘\(escaped(name))’ here and "
        + "‘\(escaped(other))’ there: rename one of them"
      : "many file systems take this name and ‘\(other)’ for one: rename one of them"
  }

  /// With the numbers of all characters that are not ASCII, to tell names apart that look alike.
  private static func escaped(_ name: String) -> String {
    name.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
  }

  /// Markdown by other names, copies that editors leave, and endings that only look like `.md`.
  private static let markdown: Set<String> = [
    "md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdtxt", "mdtext", "mdx", "qmd", "rmd",
    "rmarkdown", "livemd", "mdc",
  ]
  private static let leftovers: Set<String> = [
    "bak", "orig", "old", "tmp", "temp", "save", "swp", "swo", "txt", "rej", "copy", "disabled",
  ]

  /// Why an essay would be passed over, or published without being read; nil for what is no essay, or
  /// has the right name.
  private static func unverified(_ name: String) -> String? {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    guard !file.utf8.reversed().starts(with: ".md".utf8.reversed()) else { return nil }
    let visible = file.lowercased().unicodeScalars.filter {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint && $0 != "~"
    }
    var parts = String(String.UnicodeScalarView(visible)).split(separator: ".").map(String.init)
    guard parts.count > 1 else { return nil }
    while parts.count > 2, leftovers.contains(parts[parts.count - 1]) { parts.removeLast() }
    guard let ending = parts.last, markdown.contains(ending) else { return nil }
    let stem = file.prefix { $0 != "." }
    return
      "the name of an essay ends with ‘.md’, and this one would not be verified: rename it to "
      + "‘\(stem).md’, or move it out of content/"
  }
}
