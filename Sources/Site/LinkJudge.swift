// LinkJudge: whether something answers an address, and what to write where nothing does.

import Diagnostics
import Reading
import Rendering

struct LinkJudge {
  /// The names on each page that is at hand.
  var anchors: [String: Set<String>]
  var labels: LabelIndex
  var project: Project

  struct Problem {
    var message: String
    var isSure = true
    /// What to write instead of the address.
    var replacement: String?
  }

  /// Nil for an address that leads somewhere, or to another site.
  func problem(with link: LinkCheck.Link, in path: String) -> Problem? {
    let destination = link.destination
    if destination.isEmpty {
      return link.isHTML
        ? nil
        : Problem(
          message: "this \(link.noun) has no address, and leads to its own page", isSure: false)
    }
    if let problem = problem(withSchemeOf: link) { return problem }
    if let scheme = SiteLink.scheme(of: destination) {
      guard let name = literal(destination, from: path) else { return nil }
      let written = SiteFiles.relative(name, from: String(path.dropFirst(prefix.utf8.count)))
      return Problem(
        message: "to a browser this begins with a scheme, ‘\(scheme):’, and leads to no file: "
          + "write ‘\(written)’", replacement: written)
    }
    if destination.hasPrefix("/") { return rooted(destination, in: path) }
    guard let target = SiteLink(destination, from: path) else { return nil }
    let label = target.fragment.flatMap { labels[$0] }
    if let draft = project.draft(at: target.isHere ? label?.path ?? path : target.path),
      let problem = project.problem(withLinkFrom: path, toDraft: draft)
    {
      return problem
    }
    // A label is looked for on the whole site, and by those who know them all.
    if let fragment = target.fragment, Label.Kind(of: fragment) != nil {
      if destination.hasPrefix("#") || labels[fragment]?.path == target.path { return nil }
      return Problem(
        message: "\(target.path) has nothing with the label ‘\(fragment)’: write ‘#\(fragment)’, "
          + "which is found on any page")
    }
    if let known = anchors[target.path] ?? anchors[target.path + "/index.md"] {
      guard let fragment = target.fragment, !isKnown(fragment, known) else { return nil }
      let page = anchors[target.path] == nil ? target.path + "/index.md" : target.path
      return Problem(message: "\(page) has no heading ‘#\(fragment)’")
    }
    guard let message = project.problem(withLinkTo: target.path) else { return nil }
    // A name as it stands on the disk is no address where it holds signs that mean something there.
    guard let name = literal(destination, from: path) else { return Problem(message: message) }
    let written = SiteFiles.relative(name, from: String(path.dropFirst(prefix.utf8.count)))
    return Problem(
      message: message + "; for the file ‘\(prefix)\(name)’ write ‘\(written)’",
      replacement: written)
  }

  /// Addresses that lead nowhere for anybody else: programs, and files of one machine.
  private func problem(withSchemeOf link: LinkCheck.Link) -> Problem? {
    // Browsers leave out what nobody sees, before they read the scheme and within it.
    let visible = link.destination.unicodeScalars.filter { $0.value > 32 }
    guard let scheme = SiteLink.scheme(of: String(String.UnicodeScalarView(visible))) else {
      return nil
    }
    switch scheme.lowercased() {
    case "javascript", "vbscript", "livescript":
      return Problem(
        message:
          "this \(link.noun) is a program and leads nowhere: many servers and readers forbid it, and without "
          + "JavaScript nothing happens; write an address, or <details> for what is shown when asked for",
        isSure: false)
    case "file":
      return Problem(
        message:
          "this \(link.noun) leads to a file of one machine, which nobody else has: put the file below "
          + "\(prefix) and write the way from this essay to it", isSure: false)
    case let letter
    where letter.utf8.count == 1 && !project.names.contains { $0.contains(scheme + ":") }:
      return Problem(
        message:
          "this \(link.noun) leads to a drive of one machine, ‘\(scheme):’, which nobody else has: put the "
          + "file below \(prefix) and write the way from this essay to it", isSure: false)
    default: return nil
    }
  }

  private let prefix = Project.contentFolder + "/"

  /// Browsers know the top of a page by themselves, and keep behind `:~:` what words to look for.
  private func isKnown(_ fragment: String, _ known: Set<String>) -> Bool {
    let name = fragment.firstRange(of: ":~:").map { String(fragment[..<$0.lowerBound]) } ?? fragment
    return name.isEmpty || name.lowercased() == "top" || known.contains(name)
  }

  /// The file whose name was written as it is, with signs that mean something in an address.
  private func literal(_ destination: String, from path: String) -> String? {
    let encoded = SiteMap.encoded(destination.replacing("\\", with: "/"))
    guard let link = SiteLink("./" + encoded, from: path), link.path.hasPrefix(prefix) else {
      return nil
    }
    let name = String(link.path.dropFirst(prefix.utf8.count))
    return project.names.first { $0 == name && project.problem(withLinkTo: prefix + $0) == nil }
  }

  /// An address that begins at the root of the host, where the site may or may not stand.
  private func rooted(_ destination: String, in path: String) -> Problem? {
    guard !destination.hasPrefix("//"),
      let link = SiteLink("." + destination, from: prefix + "index.md")
    else { return nil }
    let inContent = link.path.hasPrefix(prefix + prefix)
    let name = String(link.path.dropFirst(prefix.utf8.count * (inContent ? 2 : 1)))
    let essay = name.hasSuffix(".html") ? name.dropLast(5) + ".md" : name
    let possible = [name, essay] + (name.isEmpty ? [] : [name + "/index.md"])
    let target = project.names.first {
      possible.contains($0) && project.problem(withLinkTo: prefix + $0) == nil
        && ($0.hasSuffix(".md") || project.attachments.contains($0))
    }
    let why = "this address begins at the root of the host, which need not be the site’s"
    if let target {
      let behind = link.query + (link.writtenFragment.map { "#" + $0 } ?? "")
      let page = String(path.dropFirst(prefix.utf8.count))
      let written = SiteFiles.relative(target, from: page) + behind
      // There is no page of an essay’s own name on any host.
      return Problem(
        message: "\(why): write ‘\(written)’", isSure: name.hasSuffix(".md"),
        replacement: written)
    }
    guard name.hasSuffix(".md") else { return nil }
    return Problem(
      message:
        "\(why), and content/ has no ‘\(name)’ either: write the way from this essay to the file",
      isSure: false)
  }
}

extension Project {
  /// Why nothing of the site answers a link to a path of the project; nil when something does.
  func problem(withLinkTo path: String) -> String? {
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
      return "this link leads to \(path), which does not exist" + advice(on: name)
    }
    // An essay that cannot be read is complained of where it stands.
    return name.hasSuffix(".md") ? nil : "this link leads to \(path), which is not part of the site"
  }

  private func advice(on name: String) -> String {
    let folder = Self.contentFolder + "/"
    let essay = name.hasSuffix(".html") ? name.dropLast(5) + ".md" : ""
    if names.contains(essay) { return ": write \(folder)\(essay), whose page it is" }
    let twin = names.first { $0.lowercased() == name.lowercased() }
    return twin.map { ": write \(folder)\($0), for servers tell capitals from small letters" } ?? ""
  }
}
