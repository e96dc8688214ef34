// WordsView: what templates say themselves.

import Diagnostics

/// What templates say themselves, in the language of the page.
struct WordsView {
  let skip, essays, contents, previous, next, neighbours, draft: String
  let find, allPages, findField, findNone, findOne, findMany, findMissing: String
  let close, copy, copied, citeThis, themeSystem, themeLight, themeDark: String
  /// A sentence with a tick in it, as HTML.
  let colophon: String

  init(_ language: Language) {
    skip = language[.skip]
    essays = language[.essays]
    contents = language[.contents]
    previous = language[.previous]
    next = language[.next]
    neighbours = language[.neighbours]
    draft = language[.draft]
    find = language[.find]
    allPages = language[.allPages]
    findField = language[.findField]
    findNone = language[.findNone]
    findOne = language[.findOne]
    // The script puts the number in.
    findMany = language[.findMany, "{1}"]
    findMissing = language[.findMissing]
    close = language[.close]
    copy = language[.copy]
    copied = language[.copied]
    citeThis = language[.cite]
    themeSystem = language[.themeSystem]
    themeLight = language[.themeLight]
    themeDark = language[.themeDark]
    let tick =
      "<span class=\"claim held\"><span class=\"tick\" aria-hidden=\"true\">✓</span>"
      + "<span class=\"visually-hidden\">\(escaped(language[.tick]))</span></span>"
    colophon = filled(escaped(language[.colophon])) { _ in tick }
  }
}
