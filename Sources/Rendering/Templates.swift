// Templates: the shell around an essay, read from files that an author may change; Galley brings along those that are not
// there. Mustache without logic; what it may name is in PageView.

import Diagnostics
import Files
import Mustache

/// The templates and the style sheet of a site.
package struct Templates: Sendable {
  /// Goes to `assets/style.css`, which the pages link to. A project's `theme.css` is its end.
  package let styleSheet: String
  /// Goes to `assets/draft.css`, where pages are drafts.
  package let draftStyle: String
  /// Each goes to `assets/` when a page has use for it. Pages can be read without them.
  package let scripts: [Script: String]
  /// The links that stand in the templates themselves.
  package let links: [TemplateLink]
  /// The texts of the templates, for diagnostics.
  package let sources: [String: SourceText]
  private let library: MustacheLibrary

  /// What a page may gain by JavaScript; the raw value is the file.
  package enum Script: String, CaseIterable, Sendable {
    /// What every page has: it loads the search when somebody asks for it.
    case reading = "reading.js"
    case search = "search.js"
    /// Sliders for sweeps, whose frames otherwise stand side by side.
    case sweep = "sweep.js"
    /// Previews of what a link leads to.
    case previews = "previews.js"
    /// A button in each proof that copies the way to its claim.
    case proofs = "proofs.js"

    /// Whether a site has it whatever is on its pages.
    package var isOnEveryPage: Bool { self == .reading || self == .search }
  }

  package static let styleSheetName = "style.css"
  /// What a project may add to the style sheet.
  package static let themeName = "theme.css"
  package static let draftStyleName = "draft.css"
  package static let extensionName = "mustache"
  /// The two templates that pages are made with; all others are parts of these.
  static let roots = ["page", "home"]

  /// Reads all templates of a folder, and takes Galley's own for files that are not in it. The folder may be missing, too.
  ///
  /// - Parameter name: the folder as diagnostics call it, relative to the project.
  /// - Throws: `TemplateFailure` with everything that is wrong, when anything is.
  package init(
    directory: String, name: String = "templates", _ files: FileSystem = .disk
  ) throws {
    var reader = TemplateReader(directory: directory, name: name, files)
    styleSheet = reader.styleSheet()
    draftStyle = reader.draftStyle()
    scripts = reader.scripts()
    library = reader.library()
    links = reader.links
    sources = reader.sources
    if !reader.diagnostics.isEmpty {
      throw TemplateFailure(diagnostics: reader.diagnostics, sources: reader.sources)
    }
  }

  /// The files in `assets/` that templates name themselves: they must have these names.
  package var linkedAssets: Set<String> {
    Set(
      links.compactMap { $0.isFromRoot ? $0.destination : nil }.filter { $0.hasPrefix("assets/") })
  }

  /// A style sheet that asks the system itself whether it is dark would not hear of a reader's choice.
  private var switchesTheme: Bool { !styleSheet.contains("prefers-color-scheme") }

  /// An essay's page, or the home page when that is where the content stands.
  package func render(_ page: PageContent, in site: SiteMap) -> String {
    let view = PageView(page, in: site, switchesTheme: switchesTheme)
    guard let html = library.render(view, withTemplate: view.isHome ? "home" : "page") else {
      preconditionFailure("templates were checked when they were read")
    }
    return html
  }
}

/// Templates that cannot be used, each with its reason.
package struct TemplateFailure: Error, Hashable, Sendable {
  package var diagnostics: [Diagnostic]
  /// The templates' own texts, for printing where in them something is wrong.
  package var sources: [String: SourceText]
}
