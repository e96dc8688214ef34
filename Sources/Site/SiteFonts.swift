// SiteFonts: the fonts of a site, each with the signs that its pages show, and which of them a page loads at once. Where the tools or the
// text face are not installed, KaTeX's fonts are whole, and text has the reader's own faces.

import Files
import Foundation
import Rendering
import Running
import Typesetting

struct SiteFonts: Sendable {
  /// KaTeX's style sheet, and all fonts.
  var assets: Assets
  /// What the style sheet of the site says of the text face; empty where there is none.
  var textRules = ""
  /// For each page, in their order, the fonts that are loaded before the style sheets ask for them.
  var preloads: [[String]]
  /// What is not as it could be, and what would help.
  var note: String?

  /// All fonts as they are installed.
  init(whole assets: Assets, _ pages: [PageContent], note: String) {
    self.assets = assets
    self.note = note
    preloads = pages.map { $0.hasMath ? Assets.mainFaces : [] }
  }

  init?(
    _ pages: [PageContent], words: [String], _ assets: Assets, _ installation: Installation,
    _ tools: FontTools, jobs: Int
  ) async {
    guard
      let sheet = assets.files.first(where: { $0.path == Assets.styleSheet })?.contents,
      let folder = try? installation.katexStyleFolder()
    else { return nil }
    let style = String(decoding: sheet, as: UTF8.self)
    let rules = FaceRules(styleSheet: style)
    let signs = await concurrently(pages) { page in
      var signs = ShownSigns(of: page.bodyHTML, rules)
      for html in page.titlesHTML { signs.add(ShownSigns(of: html, rules)) }
      return signs
    }
    var all = ShownSigns()
    for page in signs { all.add(page) }
    for word in words { all.text.formUnion(word.unicodeScalars.filter { $0.value > 0x20 }) }
    // The numbers of lines and equations have this face outside of formulas.
    all.formulas[Face("KaTeX_Main"), default: []].formUnion("0123456789()".unicodeScalars)
    let faces = rules.files.filter { all.formulas[$0.key] != nil }.sorted { $0.value < $1.value }
    let textFace = TextFace(installation)
    // All that a keyboard has, and what else the pages show.
    let textSigns = all.text.union((0x20...0x7e).compactMap(Unicode.Scalar.init))
    let orders =
      faces.map { face, file in
        FontTools.Order(
          source: folder + "/" + file.replacing(".woff2", with: ".ttf"),
          signs: (all.formulas[face] ?? []).union([" "]))
      }
      + (textFace?.cuts ?? []).map { face, path in
        FontTools.Order(
          source: path, signs: face.isItalic ? textSigns.filter(Self.isOfWords) : textSigns,
          features: "kern,liga,locl,mark")
      }
    let fonts = await tools.fonts(orders, jobs: jobs)
    self.assets = assets
    preloads = []
    var used = Set(faces.map(\.value))
    for ((_, file), font) in zip(faces, fonts) {
      guard let font, let index = self.assets.files.firstIndex(where: { $0.path == file })
      else { continue }
      self.assets.files[index].contents = font
    }
    used.insert(Assets.styleSheet)
    self.assets.files.removeAll { !used.contains($0.path) }
    if let index = self.assets.files.firstIndex(where: { $0.path == Assets.styleSheet }) {
      self.assets.files[index].contents = Data(FaceRules.sheet(style, with: used).utf8)
    }
    let cuts = zip(textFace?.cuts ?? [], fonts.dropFirst(faces.count))
    var textFiles: [Face: String] = [:]
    for (cut, font) in cuts {
      guard let font else { continue }
      let name = cut.path.split(separator: "/").last.map(String.init) ?? ""
      let file = "fonts/" + name.replacing(".otf", with: ".woff2")
      self.assets.files.append(.init(path: file, contents: font))
      textFiles[cut.face] = file
      textRules += Self.rule(cut.face, file)
    }
    let textPreloads = (textFace?.cuts ?? []).compactMap { textFiles[$0.face] }
    preloads = signs.map { page in
      textPreloads + page.seen.compactMap { rules.files[$0] }.filter(used.contains).sorted()
    }
    if textFace == nil {
      note =
        "text has the reader's own faces: the face that matches formulas, TeX Gyre Schola, is not installed "
        + "(fonts-texgyre on Debian and Ubuntu)"
    }
  }

  /// Latin letters, digits and what stands between them; arrows and the like lean nowhere.
  private static func isOfWords(_ sign: Unicode.Scalar) -> Bool {
    sign.value < 0xB0 || (0xC0..<0x250).contains(sign.value)
      || (0x2010..<0x2027).contains(sign.value)
  }

  /// `optional`: a face that comes late stays away until the next page, and nothing moves.
  private static func rule(_ face: Face, _ file: String) -> String {
    "@font-face{font-family:\"\(face.family)\";src:url(\(file)) format(\"woff2\");"
      + "font-weight:\(face.isBold ? 700 : 400);font-style:\(face.isItalic ? "italic" : "normal");"
      + "font-display:optional}\n"
  }
}

extension PageContent {
  /// What else of a page's own is shown in faces of the site.
  fileprivate var titlesHTML: [String] {
    [shown.title.html, shown.summary?.html].compactMap { $0 }
  }
}

extension Session {
  func fonts(
    of pages: [PageContent], words: [String], _ assets: Assets
  ) async -> SiteFonts {
    let tools = typesetter.keepFolder.flatMap {
      FontTools(in: $0, path: typesetter.installation.environment["PATH"], files)
    }
    if let tools,
      let fonts = await SiteFonts(
        pages, words: words, assets, typesetter.installation, tools, jobs: typesetter.jobs)
    {
      return fonts
    }
    return SiteFonts(
      whole: assets, pages,
      note: "fonts are sent whole: hb-subset and woff2_compress are not installed "
        + "(libharfbuzz-bin and woff2 on Debian and Ubuntu)")
  }
}
