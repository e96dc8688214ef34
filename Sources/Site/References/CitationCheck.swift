// CitationCheck: citations of what nobody knows, and sources that nobody cites.

import Diagnostics
import Markup
import Reading

enum CitationCheck {
  /// Citations of what nobody knows, and sources that nobody cites.
  ///
  /// - Parameter areAll: whether these are all the essays there are; otherwise another one may cite a
  ///   source.
  static func log(
    _ documents: [Document], _ bibliography: Bibliography?, areAll: Bool
  ) -> Log {
    var log = Log()
    var cited: Set<String> = []
    for document in documents {
      let reader = CitationReader(document)
      log.add(contentsOf: reader.log)
      for (key, range) in reader.keys {
        cited.insert(key)
        guard bibliography?.entries[key] == nil else { continue }
        let meant = bibliography.flatMap { nearest(to: key, among: $0.entries.keys) }
        let message =
          bibliography == nil
          ? "‘@\(key)’ is cited, but there is no \(Bibliography.path)"
          : "\(Bibliography.path) has no source ‘\(key)’"
        log.add(
          Diagnostic(
            .citationUnknown, at: SourceSpan(document.path, range), message,
            notes: meant.map { [Note("the nearest key is ‘\($0)’")] } ?? []))
      }
    }
    guard areAll, let bibliography else { return log }
    for (key, entry) in bibliography.entries.sorted(by: { $0.value.place < $1.value.place })
    where !cited.contains(key) {
      let place = SourceSpan(Bibliography.path, entry.place..<(entry.place + key.utf8.count))
      log.add(
        Diagnostic(
          .citationUnused, .warning, at: place,
          "no essay cites ‘\(key)’: cite it as ‘[@\(key)]’, or take it out"))
    }
    return log
  }
}
