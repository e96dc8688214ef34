// Configuration: what `galley.yml` says.

import Diagnostics
import Foundation
import Running
import Yams

/// The settings of one site.
package struct Configuration: Hashable, Sendable {
  package static let fileName = "galley.yml"

  package var title = "Essays"
  package var author: String?
  /// One sentence about the site.
  package var summary: String?
  /// The language of the pages, as HTML names it.
  package var language = "en"
  /// The byte of `galley.yml` that names it.
  package var languagePlace: Int?
  /// The address that the site will have, with a `/` at its end.
  package var baseURL: String?
  /// Where readers can look at the sources.
  package var repository: Repository?
  /// Essays in the order of reading, group by group.
  package var groups: [ListedGroup] = []
  /// The products of the package that programs are linked with.
  package var products: [String] = []
  /// The bytes of `galley.yml` that name them.
  package var productPlaces: [String: Int] = [:]
  /// The mode of the language that programs are compiled in; nil for the package's own.
  package var languageMode: String?
  /// Flags for the compiler of programs.
  package var flags: [String] = []
  /// Variables of the environment that programs see besides the few that all see.
  package var environment: [String] = []
  /// The modules that every program imports.
  package var imports: [String] = []
  /// TeX macros for every formula.
  package var macros: [String: String] = [:]
  /// What is checked besides the essays.
  package var documentation = DocumentationSettings()

  package init() {}

  /// Whether the file was YAML at all: without its settings nothing can be said of the essays.
  package var isReadable = true

  /// Tells the workshop what programs are made with.
  func furnish(_ workshop: inout Workshop) {
    workshop.imports = imports
    workshop.products = products
    workshop.languageMode = languageMode
    workshop.flags = flags
    workshop.environment = environment
  }

  /// Reads the text of `galley.yml`. Whatever cannot be understood is a diagnostic at its place.
  package static func read(_ text: String) -> Diagnosed<Configuration> {
    var reader = ConfigurationReader(source: SourceText(text))
    reader.read()
    return Diagnosed(reader.result, reader.log)
  }
}

struct ConfigurationReader {
  let source: SourceText
  fileprivate(set) var result = Configuration()
  private(set) var log = Log()

  static let known = [
    "title", "author", "summary", "language", "baseURL", "repository", "essays", "library",
    "macros", "swift", "environment", "check", "sources", "comments",
  ]

  mutating func read() {
    let node: Node?
    do {
      node = try Yams.compose(yaml: source.text)
    } catch let error as YamlError {
      complain(error)
      return
    } catch {
      complain(nil, "galley.yml is no YAML: \(error)")
      return
    }
    guard let node else { return }
    guard let mapping = node.mapping else {
      complain(node, "galley.yml consists of settings, one to a line: ‘title: Essays’")
      return
    }
    for (key, value) in mapping {
      switch key.string {
      case "title": text(value, "title").map { result.title = $0 }
      case "author": result.author = text(value, "author")
      case "summary": result.summary = text(value, "summary")
      case "language": language(value)
      case "baseURL": text(value, "baseURL").map { baseURL($0, value) }
      case "repository": text(value, "repository").map { repository($0, value) }
      case "essays": result.groups = groups(value)
      case "library": library(value)
      case "macros": macros(value)
      case "swift": languageMode(value)
      case "environment": environment(value)
      case "check": result.documentation.check = patterns(value, "check")
      case "sources": result.documentation.sources = patterns(value, "sources")
      case "comments": comments(value)
      default:
        let name = key.string ?? "this"
        let meant = suggestion(for: name, among: Self.known)
        let known = Self.known.joined(separator: ", ")
        complain(
          key,
          "‘\(name)’ is no setting of Galley"
            + (meant.isEmpty ? "; it knows \(known)" : "\(meant) It knows \(known)"))
      }
    }
  }

  private mutating func library(_ node: Node) {
    guard let mapping = node.mapping else {
      complain(node, "‘library’ has settings of its own: ‘product’, ‘imports’ and ‘flags’")
      return
    }
    for (key, value) in mapping {
      switch key.string {
      case "product":
        let names =
          value.sequence == nil
          ? text(value, "product").map { [($0, value)] } ?? [] : list(value, "product")
        result.products = names.map(\.0)
        for (name, node) in names { result.productPlaces[name] = offset(node.mark) }
      case "flags": result.flags = list(value, "flags").map(\.text)
      case "imports":
        result.imports = list(value, "imports").map(\.text).filter { name in
          let isModule = name.unicodeScalars.allSatisfy {
            $0 == "_" || $0 == "." || $0.properties.isXIDContinue
          }
          if !isModule { complain(value, "‘\(name)’ is no module's name") }
          return isModule
        }
      default:
        let name = key.string ?? "this"
        let meant = suggestion(for: name, among: ["product", "imports", "flags"])
        complain(key, "‘library’ knows ‘product’, ‘imports’ and ‘flags’, not ‘\(name)’\(meant)")
      }
    }
  }

  /// The modes that the compiler has; others would be its own error at every program.
  private mutating func languageMode(_ node: Node) {
    guard let mode = text(node, "swift") else { return }
    guard ["4", "4.2", "5", "6"].contains(mode) else {
      complain(node, "‘swift’ is the mode of the language for examples: 5 or 6, not ‘\(mode)’")
      return
    }
    result.languageMode = mode
  }

  /// Names of variables; what is the same for all programs is nobody's to choose.
  private mutating func environment(_ node: Node) {
    for (name, place) in list(node, "environment") {
      if Workshop.isFixed(name) {
        complain(place, "‘\(name)’ is the same for all programs: take it out of ‘environment’")
      } else if name.isEmpty || name.contains(where: { "=\0 \n\t".contains($0) }) {
        complain(place, "‘\(name)’ is no name of a variable: ‘environment’ lists names, not values")
      } else {
        result.environment.append(name)
      }
    }
  }

  /// Paths below the project's folder; one alone needs no list.
  private mutating func patterns(_ node: Node, _ key: String) -> [DocumentationSettings.Pattern] {
    let items =
      node.sequence == nil ? text(node, key).map { [($0, node)] } ?? [] : list(node, key)
    return items.compactMap { text, node in
      guard !text.hasPrefix("/"), !text.split(separator: "/").contains("..") else {
        complain(node, "‘\(text)’ leads out of the project: ‘\(key)’ lists paths below its folder")
        return nil
      }
      return DocumentationSettings.Pattern(text, at: offset(node.mark))
    }
  }

  private mutating func comments(_ node: Node) {
    switch text(node, "comments") {
    case "swift": result.documentation.isStrict = false
    case "strict": result.documentation.isStrict = true
    case let word?:
      complain(
        node,
        "‘comments’ is ‘swift’, for results as Swift’s documentation writes them, or ‘strict’, for claims with an arrow, "
          + "not ‘\(word)’")
    case nil: break
    }
  }

  private mutating func language(_ node: Node) {
    guard let tag = text(node, "language") else { return }
    guard isLanguageTag(tag) else {
      complain(node, "‘language’ is a tag as HTML has it: en, de or pt-BR, not ‘\(tag)’")
      return
    }
    result.language = tag
    result.languagePlace = offset(node.mark)
  }

  private mutating func macros(_ node: Node) {
    guard let mapping = node.mapping else {
      complain(node, "‘macros’ gives a TeX text for each name: ‘\"\\\\E\": \"\\\\mathbb{E}\"’")
      return
    }
    for (key, value) in mapping {
      guard let name = key.string, let meaning = text(value, "a macro") else { continue }
      result.macros[name] = meaning
    }
  }

  mutating func text(_ node: Node, _ name: String) -> String? {
    if let text = node.scalar?.string { return text }
    complain(node, "‘\(name)’ is a line of text")
    return nil
  }

  /// Search engines and readers of feeds need addresses that are whole.
  private mutating func baseURL(_ text: String, _ node: Node) {
    let address = URLComponents(string: text, encodingInvalidCharacters: false)
    guard ["http", "https"].contains(address?.scheme), address?.host?.isEmpty == false,
      address?.query == nil, address?.fragment == nil
    else {
      complain(node, "‘baseURL’ is a whole address, ‘https://example.org/essays/’ for instance")
      return
    }
    result.baseURL = text.hasSuffix("/") ? text : text + "/"
  }

  private mutating func repository(_ text: String, _ node: Node) {
    do {
      result.repository = try Repository(text)
    } catch {
      complain(node, error.reason)
    }
  }

  mutating func list(_ node: Node, _ name: String) -> [(text: String, node: Node)] {
    if let items = node.sequence {
      return items.compactMap { item in text(item, name).map { ($0, item) } }
    }
    complain(node, "‘\(name)’ is a list")
    return []
  }

  private mutating func complain(_ error: YamlError) {
    result.isReadable = false
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      complain(at: mark, "galley.yml is no YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "‘\($0)’" }.joined(separator: ", ")
      complain(at: context.mark, "galley.yml says \(names) twice")
    default: complain(at: nil, "galley.yml is no YAML: \(error)")
    }
  }

  mutating func complain(_ node: Node?, _ message: String) {
    complain(at: node?.mark, message)
  }

  private mutating func complain(at mark: Mark?, _ message: String) {
    let offset = offset(mark)
    log.add(
      Diagnostic(
        .configuration, at: SourceSpan(Configuration.fileName, offset..<offset), message))
  }

  func offset(_ mark: Mark?) -> Int {
    mark.map { source.offset(line: $0.line, column: $0.column) } ?? 0
  }
}
