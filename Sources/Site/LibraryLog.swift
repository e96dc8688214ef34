// LibraryLog: why the library could not be built, at the places that are to be mended.

import Diagnostics
import Files
import Foundation
import Running

enum LibraryLog {
  /// Further errors mostly follow from the first ones.
  private static let longest = 5

  /// - Parameter productPlaces: the bytes of `galley.yml` that name the products.
  static func of(
    _ failure: LibraryFailure, in shop: Workshop, productPlaces: [String: Int]
  ) -> Log {
    let errors = failure.messages.filter { $0.severity == .error }
    guard !errors.isEmpty else {
      let place = failure.product.flatMap { productPlaces[$0] }
      return Log([
        Diagnostic(
          .libraryUnbuildable, at: place.map { SourceSpan(Configuration.fileName, $0..<$0) },
          failure.description)
      ])
    }
    var texts: [String: SourceText] = [:]
    var found = errors.prefix(longest).map { message in
      Diagnostic(
        .libraryUnbuildable, at: span(of: message.place, in: shop, &texts), message.text,
        notes: message.notes.map { Note($0.text, at: span(of: $0.place, in: shop, &texts)) })
    }
    found[0].notes.append(Note("\(failure.description), so no claim was judged"))
    if errors.count > longest {
      let rest = errors.count - longest
      found[longest - 1].notes.append(
        Note(
          "the compiler says \(rest) more \(rest == 1 ? "error" : "errors"): ‘swift build’ lists all"
        ))
    }
    return Log(found)
  }

  /// The word at a place; paths within the project are relative to it.
  private static func span(
    of place: CompilerMessage.Place?, in shop: Workshop, _ texts: inout [String: SourceText]
  ) -> SourceSpan? {
    guard let place else { return nil }
    let isWithin = place.file.hasPrefix(shop.project + "/")
    let path = isWithin ? String(place.file.dropFirst(shop.project.count + 1)) : place.file
    let text = texts[path] ?? SourceText(shop.files.text(place.file))
    texts[path] = text
    let start = text.offset(line: place.site.line, column: place.site.column)
    let line = text.lineRange(place.site.line)
    let word = text[start..<max(start, line.upperBound)].unicodeScalars.prefix {
      $0 == "_" || $0.properties.isXIDContinue
    }
    return SourceSpan(path, start..<start + String(word).utf8.count)
  }
}

extension Project {
  /// The texts that diagnostics point into, with those of the library's sources.
  package func sources(
    with log: Log, _ files: FileSystem = .disk
  ) -> [String: SourceText] {
    var sources = sources
    for diagnostic in log.diagnostics where diagnostic.id == .libraryUnbuildable {
      for case let span? in [diagnostic.span] + diagnostic.notes.map(\.span)
      where sources[span.path] == nil {
        let path = span.path.hasPrefix("/") ? span.path : folder + "/" + span.path
        sources[span.path] = SourceText(files.text(path))
      }
    }
    return sources
  }
}
