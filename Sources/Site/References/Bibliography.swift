// Bibliography: content/references.yml, which says what the keys of citations stand for.

import Diagnostics
import Reading
import Rendering
import Yams

/// The sources that essays may cite.
package struct Bibliography: Sendable {
  static let name = "references.yml"
  static let path = Project.contentFolder + "/" + name

  struct Entry: Hashable, Sendable {
    var publication: Publication
    /// The byte of the file where the entry's key stands.
    var place: Int
  }

  var entries: [String: Entry] = [:]

  var publications: [String: Publication] { entries.mapValues(\.publication) }

  /// Reads a mapping from keys to sources, or a list of sources with an `id` each.
  static func read(_ text: String) -> Diagnosed<Bibliography> {
    var reader = BibliographyReader(source: SourceText(text))
    reader.read()
    return Diagnosed(reader.result, reader.log)
  }
}

private struct BibliographyReader {
  let source: SourceText
  var result = Bibliography()
  var log = Log()

  static let known = [
    "id", "type", "title", "author", "issued", "container-title", "volume", "issue", "page",
    "publisher", "DOI", "URL", "note",
  ]

  mutating func read() {
    let root: Node?
    do {
      root = try Yams.compose(yaml: source.text)
    } catch let error as YamlError {
      complain(error)
      return
    } catch {
      complain(at: nil, "this is no YAML: \(error)")
      return
    }
    switch root {
    case .mapping(let mapping):
      for (key, value) in mapping {
        guard let name = key.scalar?.string else {
          complain(at: key.mark, "the key of a source is a word: ‘shannon1948:’")
          continue
        }
        add(name, at: key.mark, value)
      }
    case .sequence(let items):
      for item in items {
        guard let id = item.mapping?["id"], let name = id.scalar?.string else {
          complain(at: item.mark, "this source has no ‘id’, so nobody can cite it")
          continue
        }
        add(name, at: id.mark, item)
      }
    case .scalar(let scalar):
      // A file of nothing but comments is an empty list.
      if !scalar.string.isEmpty { complain(at: scalar.mark, "this is no list of sources") }
    case .alias, nil: break
    }
  }

  private mutating func add(_ key: String, at mark: Yams.Mark?, _ value: Node) {
    guard CitationReader.isKey(key) else {
      complain(at: mark, "‘\(key)’ cannot be cited: a key is letters, digits and ‘-_.:’")
      return
    }
    guard result.entries[key] == nil else {
      complain(at: mark, "the key ‘\(key)’ is taken: give this source another one")
      return
    }
    let before = log.diagnostics.count
    guard let publication = publication(key, value), log.diagnostics.count == before else { return }
    result.entries[key] = Bibliography.Entry(publication: publication, place: offset(mark))
  }

  private mutating func publication(_ key: String, _ node: Node) -> Publication? {
    guard let mapping = node.mapping else {
      complain(at: node.mark, "the source ‘\(key)’ has fields, one to a line: ‘title: …’")
      return nil
    }
    var result = Publication(title: "")
    for (name, value) in mapping {
      switch name.string {
      case "title": result.title = text(value, "title") ?? ""
      case "author": result.authors = authors(value)
      case "issued": result.year = year(value)
      case "container-title": result.container = text(value, "container-title")
      case "volume": result.volume = text(value, "volume")
      case "issue": result.issue = text(value, "issue")
      case "page": result.pages = text(value, "page")
      case "publisher": result.publisher = text(value, "publisher")
      case "DOI": result.doi = doi(value)
      case "URL": result.url = url(value)
      case "note": result.note = text(value, "note")
      case "id", "type": _ = text(value, name.string ?? "")
      default:
        let word = name.string ?? "this"
        let meant = nearest(to: word, among: Self.known).map { "; the nearest is ‘\($0)’" } ?? ""
        complain(at: name.mark, "‘\(word)’ is no field of a source that Galley knows\(meant)")
      }
    }
    if result.title.isEmpty { complain(at: node.mark, "the source ‘\(key)’ has no title") }
    return result
  }

  // MARK: Fields

  private mutating func text(_ node: Node, _ name: String) -> String? {
    if let text = node.scalar?.string, !text.isEmpty { return text }
    complain(at: node.mark, "‘\(name)’ is a line of text")
    return nil
  }

  private mutating func authors(_ node: Node) -> [Publication.Author] {
    (node.sequence.map { Array($0) } ?? [node]).compactMap { node in
      if let name = node.scalar?.string, !name.isEmpty { return Publication.Author(family: name) }
      if let literal = node.mapping?["literal"]?.scalar?.string {
        return Publication.Author(family: literal)
      }
      if let family = node.mapping?["family"]?.scalar?.string {
        return Publication.Author(family: family, given: node.mapping?["given"]?.scalar?.string)
      }
      complain(at: node.mark, "an author is ‘{family: Shannon, given: Claude E.}’, or one name")
      return nil
    }
  }

  /// `1948`, `1948-07` or CSL's `{date-parts: [[1948, 7]]}`.
  private mutating func year(_ node: Node) -> Int? {
    let parts = node.mapping?["date-parts"]?.sequence?.first?.sequence?.first
    let text = (parts ?? node).scalar?.string ?? ""
    if let year = Int(text.prefix { $0 != "-" }), (1...9999).contains(year) { return year }
    complain(at: node.mark, "‘issued’ is a year: ‘issued: 1948’")
    return nil
  }

  private mutating func doi(_ node: Node) -> String? {
    guard var text = text(node, "DOI") else { return nil }
    for address in ["https://doi.org/", "http://doi.org/", "doi:"] where text.hasPrefix(address) {
      text.removeFirst(address.count)
    }
    if text.hasPrefix("10."), text.contains("/"), !text.contains(where: \.isWhitespace) {
      return text
    }
    complain(at: node.mark, "‘\(text)’ is no DOI, which begins with ‘10.’ and has a ‘/’")
    return nil
  }

  private mutating func url(_ node: Node) -> String? {
    guard let text = text(node, "URL") else { return nil }
    if text.hasPrefix("https://") || text.hasPrefix("http://") { return text }
    complain(at: node.mark, "‘\(text)’ is no address: it begins with ‘https://’")
    return nil
  }

  // MARK: Complaints

  private mutating func complain(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      complain(at: mark, "this is no YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "‘\($0)’" }.joined(separator: ", ")
      complain(at: context.mark, "\(names) stands here twice")
    default: complain(at: nil, "this is no YAML: \(error)")
    }
  }

  private func offset(_ mark: Yams.Mark?) -> Int {
    mark.map { source.offset(line: $0.line, column: $0.column) } ?? 0
  }

  private mutating func complain(at mark: Yams.Mark?, _ message: String) {
    let offset = offset(mark)
    log.add(
      Diagnostic(
        .referencesUnreadable, at: SourceSpan(Bibliography.path, offset..<offset), message))
  }
}
