// TemplateReader: template files to a Mustache library, and what is wrong with them. Mustache takes
// a partial that does not exist for an empty one; here it is an error. A file that the project has not is Galley's own.

import Diagnostics
import Embedded
import Files
import Mustache

struct TemplateReader {
  let directory: String
  /// The folder's name in diagnostics.
  let name: String
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var sources: [String: SourceText] = [:]
  private(set) var links: [TemplateLink] = []
  private let files: FileSystem

  init(directory: String, name: String, _ files: FileSystem) {
    self.directory = directory
    self.name = name
    self.files = files
  }

  /// What a project changes of the looks stands in a file of its own, behind all else.
  mutating func styleSheet() -> String {
    let sheet = text(of: Templates.styleSheetName) ?? ""
    let isThemed = files.isFolder(directory) && isThere(Templates.themeName)
    return sheet + (isThemed ? text(of: Templates.themeName).map { "\n" + $0 } ?? "" : "")
  }

  mutating func draftStyle() -> String { text(of: Templates.draftStyleName) ?? "" }

  mutating func scripts() -> [Templates.Script: String] {
    var scripts: [Templates.Script: String] = [:]
    for script in Templates.Script.allCases { scripts[script] = text(of: script.rawValue) }
    return scripts
  }

  /// The root templates and, from there, whatever they include.
  mutating func library() -> MustacheLibrary {
    var library = MustacheLibrary()
    var wanted = Templates.roots
    var known = Set(wanted)
    var graph = TemplateGraph()
    while let template = wanted.popLast() {
      let file = "\(template).\(Templates.extensionName)"
      guard let text = text(of: file) else { continue }
      let tags = TemplateTag.all(in: text)
      let problems = graph.problems.count
      graph.add(template, tags)
      for tag in tags where tag.includes && !tag.name.hasPrefix("*") {
        if known.insert(tag.name).inserted { wanted.append(tag.name) }
      }
      // What nests too deeply would overflow the stack of Mustache's own reader.
      guard graph.problems.count == problems else { continue }
      do {
        try library.register(TemplateEscaping.pragma + text, named: template)
      } catch let error as MustacheTemplate.ParserError {
        diagnostics.append(unparsable(file, error))
      } catch {
        diagnostics.append(Diagnostic(.templateUnparsable, at: span(file, 0..<0), "\(error)"))
      }
    }
    graph.check(from: Templates.roots)
    for (template, range, message) in graph.problems {
      let file = "\(template).\(Templates.extensionName)"
      diagnostics.append(Diagnostic(.templateUnparsable, at: span(file, range), message))
    }
    // What includes itself has no end of names, and what is no Mustache has none.
    if !diagnostics.contains(where: { $0.id == .templateUnparsable }) { readNamesAndLinks(graph) }
    return library
  }

  private mutating func readNamesAndLinks(_ graph: TemplateGraph) {
    var names = TemplateNameCheck(graph.tags)
    for root in Templates.roots { names.check(root) }
    for (template, range, message) in names.problems {
      let file = "\(template).\(Templates.extensionName)"
      diagnostics.append(Diagnostic(.templateUnknownName, at: span(file, range), message))
    }
    for (template, tags) in graph.tags.sorted(by: { $0.key < $1.key }) {
      let file = "\(name)/\(template).\(Templates.extensionName)"
      guard let source = sources[file] else { continue }
      links += TemplateLink.all(in: source.text, tags, of: file, graph.roots(including: template))
    }
  }

  private mutating func text(of file: String) -> String? {
    let path = "\(name)/\(file)"
    if !isThere(file), let text = Embedded.files(in: "templates").first(where: { $0.path == file })
    {
      sources[path] = SourceText(text.text)
      return text.text
    }
    do {
      let data = try files.read(directory + "/" + file)
      guard let text = String(validating: data, as: UTF8.self) else {
        diagnostics.append(Diagnostic(.fileUnreadable, at: span(file, 0..<0), "is not UTF-8"))
        return nil
      }
      sources[path] = SourceText(text)
      return text
    } catch {
      diagnostics.append(
        Diagnostic(
          .fileUnreadable, at: span(file, 0..<0), "the template cannot be read",
          notes: [Note("restore it from version control, or include another")]))
      return nil
    }
  }

  /// Whether a name stands in the folder, also one that leads nowhere, or a file in the folder's place: those are to be
  /// mended, not to be passed over.
  private func isThere(_ file: String) -> Bool {
    files.status(files.isFolder(directory) ? directory + "/" + file : directory) != nil
  }

  /// Mustache counts lines from 1 and columns in characters, after the pragma on the first line.
  private func unparsable(_ file: String, _ error: MustacheTemplate.ParserError) -> Diagnostic {
    let line = error.context.lineNumber
    let range = sources["\(name)/\(file)"].map { source in
      source.lineRange(min(line, source.lineStarts.count))
    }
    return Diagnostic(
      .templateUnparsable, at: span(file, range ?? 0..<0),
      "the template cannot be parsed: \(Self.reason(error.error))",
      notes: [Note("mend it, or restore it from version control")])
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "a section is closed by another name than it was opened with"
    case .unfinishedName: "a tag is not closed"
    case .expectedSectionEnd: "a section is not closed"
    case .invalidSetDelimiter: "delimiters are set to nothing"
    // The parser's own error for a text that ends inside a tag is not public.
    default: "\(error)" == "overflow" ? "a tag is not closed" : "\(error)"
    }
  }

  private func span(_ file: String, _ range: Range<Int>) -> SourceSpan {
    SourceSpan("\(name)/\(file)", range)
  }
}
