// DraftUse: what becomes of essays that are not for readers yet, and what is said of links to them.

import Diagnostics
import Markup

/// What a run of Galley does with drafts.
package enum DraftUse: Hashable, Sendable {
  /// They are verified like all essays, as by `check`. A link to one from an essay that is none is a warning.
  case verified
  /// They are no part of the site that is built. A link to one is an error.
  case leftOut
  /// They are shown among the others, in a site that is not for publication.
  case shown
}

extension Project {
  /// The draft that answers a link to a path; nil where an essay for readers does, or nothing.
  func draft(at path: String) -> String? {
    [path, path + "/index.md"].first(where: drafts.contains)
  }

  /// What is wrong with a link from an essay to a draft; nil where both are drafts, or drafts are shown.
  func problem(withLinkFrom path: String, toDraft draft: String) -> LinkJudge.Problem? {
    guard draftUse != .shown, !drafts.contains(path) else { return nil }
    return LinkJudge.Problem(
      message:
        "\(draft) is a draft, which ‘galley build’ leaves out: publish it too, or take this link away",
      isSure: draftUse == .leftOut)
  }

  /// Every site has a home page.
  static func problem(withHomeIn documents: [Document]) -> Diagnostic? {
    guard let home = documents.first(where: { $0.path == homePath }),
      let place = home.frontMatter.draft
    else { return nil }
    return Diagnostic(
      .frontMatter, at: SourceSpan(homePath, place),
      "the home page cannot be a draft: the site would have none")
  }
}
