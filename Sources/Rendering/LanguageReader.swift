// LanguageReader: files of languages to their words. Galley brings some along; a project's own stand in
// `templates/languages/`. Whatever is missing in one is told: half a page in another language helps nobody.

import Diagnostics
import Embedded
import Files
import Yams

extension Languages {
  /// Those that Galley brings along.
  package static let own = Languages(builtIn, english: builtIn.first { $0.tag == "en" } ?? nobody)

  private static let builtIn: [Language] = Embedded.files(in: folder).compactMap { file in
    var reader = LanguageReader(tag: tag(of: file.path) ?? "", path: file.path, text: file.text)
    return reader.read()
  }

  private static let nobody = Language(tag: "en")
  private static let folder = "templates/languages"

  /// Those of a project, and Galley's.
  ///
  /// - Parameter project: the project's folder.
  /// - Returns: the languages, and the texts of files in which something is wrong.
  package static func read(
    project: String, _ files: FileSystem
  ) -> (languages: Diagnosed<Languages>, sources: [String: SourceText]) {
    var log = Log()
    var sources: [String: SourceText] = [:]
    var found: [Language] = []
    let directory = project + "/" + folder
    let names = files.isFolder(directory) ? files.listAll(directory).sorted() : []
    for name in names {
      guard let tag = tag(of: name) else { continue }
      let path = folder + "/" + name
      guard
        let text = files.contents(directory + "/" + name).flatMap({
          String(validating: $0, as: UTF8.self)
        })
      else {
        log.add(
          Diagnostic(
            .fileUnreadable, at: SourceSpan(path, 0..<0),
            "this is not plain UTF-8 text: save it as UTF-8"))
        continue
      }
      var reader = LanguageReader(tag: tag, path: path, text: text, english: own["en"])
      if let language = reader.read() { found.append(language) }
      log.add(contentsOf: reader.log)
      sources[path] = reader.source
    }
    let english = builtIn.first { $0.tag == "en" } ?? nobody
    return (Diagnosed(Languages(builtIn + found, english: english), log), sources)
  }

  /// `de` of `de.yml`; nil for a file of another kind, and one that is hidden.
  private static func tag(of name: String) -> String? {
    guard name.hasSuffix(".yml"), !name.hasPrefix("."), !name.contains("/") else { return nil }
    return String(name.dropLast(4))
  }
}

struct LanguageReader {
  let tag: String
  let path: String
  let source: SourceText
  /// What the words are compared with; nil for files that Galley brings along.
  private let english: Language?
  private(set) var log = Log()

  init(tag: String, path: String, text: String, english: Language? = nil) {
    self.english = english
    self.tag = tag
    self.path = path
    source = SourceText(text)
  }

  /// Nil, and an error, for a text that is no language.
  mutating func read() -> Language? {
    let root: Node?
    do {
      root = try Yams.compose(yaml: source.text)
    } catch {
      complain(nil, "this is no YAML: \(error)")
      return nil
    }
    guard let root, let mapping = root.mapping else {
      complain(
        root,
        "a language consists of ‘decimal’, ‘thousands’, ‘date’, ‘months’, ‘words’ and ‘sentences’")
      return nil
    }
    var language = Language(tag: tag)
    var seen: Set<String> = []
    for (key, value) in mapping {
      let name = key.string ?? ""
      seen.insert(name)
      switch name {
      case "decimal":
        if let mark = value.string.flatMap(NumberNotation.Mark.init) {
          language.notation.decimal = mark
        } else {
          complain(value, "‘decimal’ is \".\" or \",\"")
        }
      case "thousands":
        language.notation.groupsByOtherMark = value.string == "." || value.string == ","
      case "date":
        language.date = value.string ?? ""
        for part in ["{day}", "{month}", "{year}"] where !language.date.contains(part) {
          complain(value, "‘date’ says where \(part) stands")
        }
      case "months":
        language.months = value.array(of: String.self)
        if language.months.count != 12 { complain(value, "‘months’ are the names of twelve") }
      case "words": read(words: value, &language)
      case "sentences": read(sentences: value, &language)
      default:
        complain(
          key, "‘\(name)’ is no part of a language" + suggestion(for: name, among: Self.parts))
      }
    }
    for part in Self.parts where !seen.contains(part) { complain(root, "‘\(part)’ is missing") }
    if language.notation.groupsByOtherMark, let thousands = root["thousands"]?.string,
      thousands == language.notation.decimal.rawValue
    {
      complain(root["thousands"], "‘thousands’ and ‘decimal’ are the same sign")
    }
    return language
  }

  private static let parts = ["decimal", "thousands", "date", "months", "words", "sentences"]

  private mutating func read(words node: Node, _ language: inout Language) {
    for (key, value) in node.mapping ?? [:] {
      let name = key.string ?? ""
      guard let word = Word(rawValue: name) else {
        complain(
          key,
          "‘\(name)’ is none of the words of pages"
            + suggestion(for: name, among: Word.allCases.map(\.rawValue)))
        continue
      }
      language.words[word] = value.string
    }
    for word in Word.allCases {
      guard let english, let own = language.words[word], !own.isEmpty,
        Self.places(in: own) != Self.places(in: english[word])
      else { continue }
      complain(
        node[word.rawValue],
        "this does not have the same {1}, {2} as the English: “\(english[word])”")
    }
    let missing = Word.allCases.filter { language.words[$0]?.isEmpty ?? true }
    if !missing.isEmpty {
      complain(node, "words are missing: " + missing.map(\.rawValue).joined(separator: ", "))
    }
  }

  private mutating func read(sentences node: Node, _ language: inout Language) {
    for (key, value) in node.mapping ?? [:] {
      guard let english = key.string, let own = value.string, !own.isEmpty else {
        complain(key, "a sentence is missing")
        continue
      }
      if Self.places(in: own) != Self.places(in: english) {
        complain(value, "this does not have the same {1}, {2} as the English: “\(english)”")
      }
      language.sentences[english] = own
    }
  }

  static func places(in words: String) -> Set<Int> {
    var places: Set<Int> = []
    _ = filled(words) {
      places.insert($0)
      return ""
    }
    return places
  }

  private mutating func complain(_ node: Node?, _ message: String) {
    let offset = node?.mark.map { source.offset(line: $0.line, column: $0.column) } ?? 0
    log.add(Diagnostic(.languageUnreadable, at: SourceSpan(path, offset..<offset), message))
  }
}
