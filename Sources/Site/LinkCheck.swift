// LinkCheck: links inside the site must lead somewhere. Links to other sites are left alone.

import Diagnostics
import Foundation
import Markup
import Reading

enum LinkCheck {
  /// Links to essays, headings and files that do not exist.
  static func broken(in documents: [Document], _ labels: LabelIndex, _ project: Project) -> Log {
    var log = Log()
    // Without all the essays at hand, a link to another one cannot be judged.
    // Names that Unicode takes for equal are one key, and were refused when the files were read.
    let anchors = Dictionary(
      documents.map { ($0.path, Self.anchors(in: $0.blocks)) }, uniquingKeysWith: { $0.union($1) })
    for document in documents {
      for link in links(in: document.blocks) {
        guard
          let problem = problem(
            with: link.destination, in: document.path, anchors, labels, project)
        else {
          continue
        }
        log.add(Diagnostic(.linkBroken, at: SourceSpan(document.path, link.range), problem))
      }
    }
    return log
  }

  private static func problem(
    with destination: String, in path: String, _ anchors: [String: Set<String>],
    _ labels: LabelIndex, _ project: Project
  ) -> String? {
    guard let link = SiteLink(destination, from: path) else { return nil }
    // A label is looked for on the whole site, and by those who know them all.
    if let fragment = link.fragment, Label.Kind(of: fragment) != nil {
      if destination.hasPrefix("#") || labels[fragment]?.path == link.path { return nil }
      return "\(link.path) has nothing with the label ‘\(fragment)’: write ‘#\(fragment)’, which "
        + "is found on any page"
    }
    if let known = anchors[link.path] {
      guard let fragment = link.fragment, !fragment.isEmpty, !known.contains(fragment) else {
        return nil
      }
      return "\(link.path) has no heading ‘#\(fragment)’"
    }
    return project.problem(withLinkTo: link.path)
  }

  private static func anchors(in nodes: [Node]) -> Set<String> {
    nodes.reduce(into: []) { anchors, node in
      if case .heading(_, let anchor) = node.kind { anchors.insert(anchor) }
      anchors.formUnion(self.anchors(in: node.children))
    }
  }

  private static func links(in nodes: [Node]) -> [(destination: String, range: Range<Int>)] {
    nodes.flatMap { node in
      switch node.kind {
      case .link(let destination, _), .image(let destination, _):
        [(destination, node.range)] + links(in: node.children)
      default: links(in: node.children)
      }
    }
  }
}

extension Project {
  /// Why nothing of the site answers a link to a path of the project; nil when something does.
  fileprivate func problem(withLinkTo path: String) -> String? {
    let folder = Self.contentFolder + "/"
    guard path == Self.contentFolder || path.hasPrefix(folder) else {
      let place = path.isEmpty ? "the project's folder" : path
      return "this link leads to \(place), and nothing outside of \(folder) is part of the site"
    }
    let name = String(path.dropFirst(folder.count))
    if name.isEmpty || names.contains(where: { $0.hasPrefix(name + "/") }) {
      let index = name.isEmpty ? "index" : name + "/index"
      if names.contains(index + ".md") || attachments.contains(index + ".html") { return nil }
      return "this link leads to the folder \(path), which has no page of its own: write "
        + "\(folder)\(index).md, or lead to a file in it"
    }
    if attachments.contains(name) { return nil }
    guard names.contains(name) else {
      let essay = path.hasSuffix(".html") ? path.dropLast(5) + ".md" : ""
      let advice =
        names.contains { folder + $0 == essay } ? ": write \(essay), whose page it is" : ""
      return "this link leads to \(path), which does not exist\(advice)"
    }
    // An essay that cannot be read is complained of where it stands.
    return name.hasSuffix(".md") ? nil : "this link leads to \(path), which is not part of the site"
  }
}

/// A link from one file of the site to another, or to a heading.
struct SiteLink {
  /// Relative to the project, `content/kl.md` for instance; with `..` in front where it leads out of it.
  var path: String
  var fragment: String?

  /// Nil for an address with a scheme, another host, or an absolute path.
  init?(_ destination: String, from path: String) {
    guard !destination.isEmpty, !destination.hasPrefix("/"),
      URLComponents(string: destination)?.scheme == nil
    else { return nil }
    let parts = destination.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    fragment = parts.count > 1 ? String(parts[1]).removingPercentEncoding ?? String(parts[1]) : nil
    let target = String(parts[0].prefix { $0 != "?" })
    if target.isEmpty {
      self.path = path
      return
    }
    var folders = path.split(separator: "/").dropLast().map(String.init)
    for part in (target.removingPercentEncoding ?? target).split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if folders.last.map({ $0 == ".." }) ?? true {
          folders.append("..")
        } else {
          folders.removeLast()
        }
      default: folders.append(String(part))
      }
    }
    self.path = folders.joined(separator: "/")
  }
}
