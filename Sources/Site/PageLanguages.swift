// PageLanguages: which language each page is in, and what is said of those that nobody wrote the words of.

import Diagnostics
import Markup
import Rendering

extension Project {
  /// The language that the site's own pages are in.
  var siteLanguage: Language { languages[configuration.language] }

  /// The language that an essay names, or else the site's.
  func language(of document: Document) -> Language {
    languages[document.frontMatter.language?.text ?? configuration.language]
  }

  /// Warns where a page's own words will be in another language than the page.
  func languageLog(_ documents: [Document]) -> Log {
    var log = Log()
    func check(_ tag: String, at place: SourceSpan) {
      guard !languages[tag].isKnown else { return }
      let known = languages.tags
      let meant = nearest(
        to: tag.lowercased(), among: known.filter { $0.prefix(1) == tag.lowercased().prefix(1) })
      log.add(
        Diagnostic(
          .languageUnknown, .warning, at: place,
          "Galley has no words in ‘\(tag)’, so what pages say themselves stays English"
            + (meant.map { ": did you mean ‘\($0)’?" } ?? ""),
          notes: [
            Note(
              "it knows \(known.joined(separator: ", ")); templates/languages/\(tag).yml would add this one"
            )
          ]))
    }
    if let place = configuration.languagePlace {
      let span = place..<place + configuration.language.utf8.count
      check(configuration.language, at: SourceSpan(Configuration.fileName, span))
    }
    for document in documents {
      guard let language = document.frontMatter.language else { continue }
      check(language.text, at: SourceSpan(document.path, language.range))
    }
    return log
  }
}
