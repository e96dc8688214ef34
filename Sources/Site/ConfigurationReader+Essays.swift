// What `essays` of galley.yml says: the order of reading, and which essays are sections of their own.

import Diagnostics
import Yams

extension Configuration {
  /// An essay that `essays` names.
  package struct ListedEssay: Hashable, Sendable {
    /// The path below `content/`, without `.md`.
    package var name: String
    /// The byte of `galley.yml` that it stands at.
    package var place: Int

    var path: String {
      Project.contentFolder + "/" + (name.hasSuffix(".md") ? name : name + ".md")
    }
  }

  /// A section that `essays` names, or essays between two of them.
  package struct ListedGroup: Hashable, Sendable {
    /// Nil for what stands in no section.
    package var title: String?
    /// Whether previous and next lead neither into the section nor out of it.
    package var isAside = false
    package var essays: [ListedEssay] = []
  }
}

extension ConfigurationReader {
  static let sectionForm = "‘- section: Title’ and, below it, ‘essays: [one, two]’"
  private static let knownOfSections = ["section", "essays", "aside"]

  mutating func groups(_ node: Node) -> [Configuration.ListedGroup] {
    guard let items = node.sequence else {
      complain(node, "‘essays’ is a list")
      return []
    }
    var groups: [Configuration.ListedGroup] = []
    for item in items {
      if let mapping = item.mapping {
        if let section = section(mapping, item) { groups.append(section) }
      } else if let name = item.scalar?.string {
        if groups.last.map({ $0.title != nil }) ?? true { groups.append(.init()) }
        groups[groups.count - 1].essays.append(.init(name: name, place: offset(item.mark)))
      } else {
        complain(item, "‘essays’ lists essays, and sections: \(Self.sectionForm)")
      }
    }
    return groups
  }

  private mutating func section(
    _ mapping: Node.Mapping, _ node: Node
  ) -> Configuration.ListedGroup? {
    var group = Configuration.ListedGroup()
    // A word that is misspelt is missed under its right name, and told once.
    var hasStranger = false
    for (key, value) in mapping {
      switch key.string {
      case "section":
        group.title = text(value, "section")
        if group.title?.allSatisfy(\.isWhitespace) == true {
          complain(value, "a section has a title: \(Self.sectionForm)")
          return nil
        }
      case "aside":
        guard let isAside = value.bool else {
          complain(value, "‘aside’ is ‘true’ or ‘false’")
          continue
        }
        group.isAside = isAside
      case "essays":
        if let inner = value.sequence?.first(where: { $0.mapping != nil }) {
          complain(inner, "a section has no sections within it: list it beside this one")
          return nil
        }
        group.essays = list(value, "essays").map {
          .init(name: $0.text, place: offset($0.node.mark))
        }
      default:
        hasStranger = true
        let name = key.string ?? "this"
        let meant = suggestion(for: name, among: Self.knownOfSections)
        complain(
          key, "a section knows ‘section’, ‘essays’ and ‘aside’, not ‘\(name)’\(meant)")
      }
    }
    if group.title != nil, !group.essays.isEmpty { return group }
    // What could not be read was told at its place.
    if hasStranger { return nil }
    if mapping["section"] == nil {
      complain(node, "this section has no title: write \(Self.sectionForm)")
    } else if mapping["essays"].map({ $0.sequence?.isEmpty == true }) ?? true {
      complain(node, "this section has no essays: write \(Self.sectionForm)")
    }
    return nil
  }
}
