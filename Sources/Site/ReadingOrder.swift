// ReadingOrder: which essay follows which: first those that galley.yml lists, then by the `order` in their front matter, then
// by path. The home page comes before all. And which essays are a section: those that galley.yml says, and where it says
// nothing, those of a folder.

import Diagnostics
import Markup

enum ReadingOrder {
  /// Essays that stand together: a section, or a stretch of what stands in none.
  struct Group<Item> {
    /// Nil for what stands in no section.
    var title: String?
    /// Whether previous and next lead neither into the section nor out of it.
    var isAside = false
    var items: [Item] = []
  }

  /// - Parameter document: what of an item is put in order.
  static func sort<Item>(
    _ items: [Item], by configuration: Configuration, _ document: (Item) -> Document
  ) -> [Item] {
    items.filter { document($0).path == Project.homePath }
      + groups(of: items, by: configuration, document).flatMap(\.items)
  }

  /// All but the home page. An essay that galley.yml does not list comes at the end of the group that has the last listed
  /// one of its folder. Where there is none, what stands in no folder comes first, and each folder is a section at the end.
  static func groups<Item>(
    of items: [Item], by configuration: Configuration, _ document: (Item) -> Document
  ) -> [Group<Item>] {
    var groups = configuration.groups.map { Group<Item>(title: $0.title, isAside: $0.isAside) }
    var places: [String: (group: Int, place: Int)] = [:]
    var homes: [String: Int] = [:]
    for (group, listed) in configuration.groups.enumerated() {
      for (place, essay) in listed.essays.enumerated()
      where essay.path != Project.homePath && places[essay.path] == nil {
        places[essay.path] = (group, place)
        homes[folder(of: essay.path)] = group
      }
    }
    let essays = items.filter { document($0).path != Project.homePath }
    let listed = essays.compactMap { item in places[document(item).path].map { ($0, item) } }
    for (place, item) in listed.sorted(by: { $0.0.place < $1.0.place }) {
      groups[place.group].items.append(item)
    }
    var first = Group<Item>()
    var folders: [(name: String, group: Group<Item>)] = []
    let others = essays.filter { places[document($0).path] == nil }
    for item in others.sorted(by: { key(document($0)) < key(document($1)) }) {
      let folder = folder(of: document(item).path)
      if let group = homes[folder] {
        groups[group].items.append(item)
      } else if folder.isEmpty {
        first.items.append(item)
      } else if let index = folders.firstIndex(where: { $0.name == folder }) {
        folders[index].group.items.append(item)
      } else {
        folders.append((folder, Group(title: title(ofFolder: folder), items: [item])))
      }
    }
    for index in folders.indices {
      // A folder's own page speaks for it.
      let page = "\(Project.contentFolder)/\(folders[index].name)/index.md"
      guard let own = folders[index].group.items.firstIndex(where: { document($0).path == page })
      else { continue }
      let item = folders[index].group.items.remove(at: own)
      folders[index].group.items.insert(item, at: 0)
      folders[index].group.title = document(item).title
    }
    return ([first] + groups + folders.map(\.group)).filter { !$0.items.isEmpty }
  }

  /// Essays that galley.yml lists and that do not exist, or that it lists twice.
  static func mistakes(in project: Project) -> Log {
    var log = Log()
    let known = Set(project.names.map { Project.contentFolder + "/" + $0 })
    var seen: Set<String> = []
    for listed in project.configuration.groups.flatMap(\.essays) {
      let place = SourceSpan(
        Configuration.fileName, listed.place..<listed.place + listed.name.utf8.count)
      if !seen.insert(listed.path).inserted {
        log.add(Diagnostic(.configuration, at: place, "‘essays’ lists ‘\(listed.name)’ twice"))
      } else if !known.contains(listed.path) {
        let names = project.names.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
        log.add(
          Diagnostic(
            .configuration, at: place,
            "‘essays’ lists ‘\(listed.name)’, but there is no \(listed.path)"
              + suggestion(for: listed.name, among: names)))
      }
    }
    return log
  }

  private static func key(_ document: Document) -> (Int, String) {
    (document.frontMatter.order ?? Int.max, document.path)
  }

  /// The folder directly below `content/` that a path leads through; empty where there is none.
  private static func folder(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  /// `part-two` as words: “Part two”.
  private static func title(ofFolder name: String) -> String {
    let words = name.map { "-_".contains($0) ? " " : $0 }
    return words.prefix(1).map { $0.uppercased() }.joined() + String(words.dropFirst())
  }
}
