// TemplateNames: what templates can name, taken from the very values that they are given, and names that are none of these.
// Mustache shows nothing for such a name; here it is an error.

import Diagnostics

/// The names that a value has for templates, and those of what they name.
struct TemplateNames: Hashable {
  private(set) var children: [String: TemplateNames] = [:]
  /// Whether it is a yes or a no: a section of it shows its inside, and names there mean what they meant outside.
  private(set) var isFlag = false
  /// Whether authors give the names below it, so that any may be one.
  private(set) var isOpen = false

  /// Everything that a page can name.
  static let page = TemplateNames(of: PageView.sample)

  /// The names of a value's properties; for a list those of its elements, for what may be missing those of what is there.
  private init(of value: Any) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional, .collection:
      if let inside = mirror.children.first { self.init(of: inside.value) } else { self.init() }
    case .struct:
      self.init()
      // A text has properties as well, and no names.
      guard !(value is String) else { return }
      for child in mirror.children {
        if let name = child.label { children[name] = TemplateNames(of: child.value) }
      }
    case .dictionary:
      self.init()
      isOpen = true
    default:
      self.init()
      isFlag = value is Bool
    }
  }

  private init() {}

  /// The names at all depths.
  var all: Set<String> {
    children.reduce(into: []) { $0.formUnion($1.value.all.union([$1.key])) }
  }
}

/// Looks for unknown names in templates, each as it is used: what a name means depends on the sections around it, in the
/// templates that include this one too.
struct TemplateNameCheck {
  private let tags: [String: [TemplateTag]]
  /// What was looked at already.
  private var seen: Set<Use> = []
  private(set) var problems: [(template: String, range: Range<Int>, message: String)] = []

  private struct Use: Hashable {
    var template: String
    var scopes: [TemplateNames]
  }

  /// What Mustache can do with a value, `{{uppercased(title)}}`, or asks of the place in a list, `{{#first()}}`.
  static let functions: Set<String> = [
    "capitalized", "count", "empty", "equalzero", "even", "first", "index", "last", "lowercased",
    "minusone", "odd", "plusone", "reversed", "sorted", "uppercased",
  ]

  init(_ tags: [String: [TemplateTag]]) { self.tags = tags }

  mutating func check(_ root: String) { check(root, within: [.page]) }

  private mutating func check(_ template: String, within scopes: [TemplateNames]) {
    guard seen.insert(Use(template: template, scopes: scopes)).inserted else { return }
    // For each open section, the scopes outside of it.
    var outer: [(scopes: [TemplateNames], isFilling: Bool)] = []
    var scopes = scopes
    for tag in tags[template] ?? [] {
      // What fills the places of another template: which sections stand around these is its matter.
      let isAnywhere = outer.contains(where: \.isFilling)
      if tag.includes { check(tag.name, within: scopes) }
      switch tag.sign {
      case nil, "{", "&": _ = resolve(tag, in: template, scopes, isAnywhere: isAnywhere)
      case "#", "^":
        let named = resolve(tag, in: template, scopes, isAnywhere: isAnywhere)
        outer.append((scopes, false))
        if tag.sign == "#", let named, !named.isFlag { scopes.append(named) }
      case "$", "<": outer.append((scopes, tag.sign == "<"))
      case "/":
        if let closed = outer.popLast() { scopes = closed.scopes }
      default: break
      }
    }
  }

  /// What a tag names; nil, and a problem, for a name that is not known.
  private mutating func resolve(
    _ tag: TemplateTag, in template: String, _ scopes: [TemplateNames], isAnywhere: Bool
  ) -> TemplateNames? {
    func unknown(_ name: String, _ known: Set<String>, _ what: String) -> TemplateNames? {
      let meant = nearest(to: name, among: known).map { "; the nearest is ‘\($0)’" } ?? ""
      let problem = (template, tag.range, "‘\(name)’ is \(what)\(meant)")
      if !problems.contains(where: { $0.template == template && $0.range == tag.range }) {
        problems.append(problem)
      }
      return nil
    }
    var words = tag.name.split(separator: "(", omittingEmptySubsequences: false).map(String.init)
    var name = words.removeLast()
    while name.hasSuffix(")") { name.removeLast() }
    for function in words.map({ $0.split(separator: " ").joined() })
    where !Self.functions.contains(function) {
      return unknown(function, Self.functions, "nothing that a template can do with a value")
    }
    // The thing itself, or its place in a list.
    if name == "." || name.isEmpty { return TemplateNames.none }
    let parts = name.split(separator: ".").map(String.init)
    guard let first = parts.first else { return TemplateNames.none }
    if isAnywhere {
      let known = TemplateNames.page.all
      if TemplateNames.page.children[first]?.isOpen ?? false { return .anything }
      return parts.first { !known.contains($0) }
        .map { unknown($0, known, "no name of a page or of what is on it") } ?? TemplateNames.none
    }
    let reach = name.hasPrefix(".") ? scopes.suffix(1) : scopes[...]
    guard var found = reach.last(where: { $0.children[first] != nil })?.children[first] else {
      if reach.contains(where: \.isOpen) { return .anything }
      return unknown(
        first, Set(reach.flatMap(\.children.keys)), "no name that is known at this place")
    }
    for part in parts.dropFirst() {
      if found.isOpen { return .anything }
      guard let next = found.children[part] else {
        return unknown(part, Set(found.children.keys), "no name within ‘\(name)’")
      }
      found = next
    }
    return found
  }
}

extension TemplateNames {
  /// What has no names.
  fileprivate static let none = TemplateNames(of: "")

  /// What has any name: what an author wrote.
  fileprivate static let anything = TemplateNames(of: [String: String]())
}

extension PageView {
  /// A page that has everything a page can have.
  static var sample: PageView {
    let tally = ClaimTally(held: 1, total: 1)
    let paths = ["a/index.html", "b.html", "c.html"]
    let essays = paths.map {
      SiteMap.Entry(path: $0, title: $0, summary: $0, date: "2026-11-29", claims: tally)
    }
    let site = SiteMap(
      title: "Site", summary: "About", author: "Somebody", address: "https://example.org/",
      groups: [SiteMap.Group(title: "A", essays: essays)])
    var page = PageContent(
      path: "b.html", title: "b", summary: "b", date: "2026-11-29", bodyHTML: "",
      headings: [
        .init(level: 2, anchor: "c", html: "c"), .init(level: 3, anchor: "d", html: "d"),
      ],
      claims: tally, ledger: "b/ledger.html", hasMath: true, hasSweep: true)
    page.hasPreviews = true
    page.card = "assets/cards/b.png"
    return PageView(page, in: site, switchesTheme: true)
  }
}
