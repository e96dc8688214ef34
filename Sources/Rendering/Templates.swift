// Templates: the shell around an essay, read from files that an author may change. Mustache without
// logic; what it may name is in PageView.

import Diagnostics
import Foundation
import Mustache

/// The templates and the style sheet of a site.
public struct Templates: Sendable {
  /// Goes to `assets/style.css`, which the pages link to.
  public let styleSheet: String
  /// Goes to `assets/previews.js`; nil when the templates have none, and links are plain then.
  public let previewScript: String?
  private let library: MustacheLibrary

  public static let styleSheetName = "style.css"
  public static let previewScriptName = "previews.js"
  public static let extensionName = "mustache"
  /// The two templates that pages are made with; all others are parts of these.
  static let roots = ["page", "home"]

  /// Reads all templates of a folder.
  ///
  /// - Parameter name: the folder as diagnostics call it, relative to the project.
  /// - Throws: `TemplateFailure` with everything that is wrong, when anything is.
  public init(directory: String, name: String = "templates") throws {
    var reader = TemplateReader(directory: directory, name: name)
    styleSheet = reader.styleSheet()
    previewScript = reader.script(Templates.previewScriptName)
    library = reader.library()
    if !reader.diagnostics.isEmpty {
      throw TemplateFailure(diagnostics: reader.diagnostics, sources: reader.sources)
    }
  }

  /// An essay's page, or the home page when that is where the content stands.
  public func render(_ page: PageContent, in site: SiteMap) -> String {
    let view = PageView(
      page, in: site, scripts: previewScript == nil ? [] : [Self.previewScriptName])
    guard let html = library.render(view, withTemplate: view.isHome ? "home" : "page") else {
      preconditionFailure("templates were checked when they were read")
    }
    return html
  }
}

/// Templates that cannot be used, each with its reason.
public struct TemplateFailure: Error, Hashable, Sendable {
  public var diagnostics: [Diagnostic]
  /// The templates' own texts, for printing where in them something is wrong.
  public var sources: [String: SourceText]
}
