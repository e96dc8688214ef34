import Foundation
import Testing

@testable import Site

/// Names that say what is in a file, in style sheets too.
@Suite struct AssetNamesTests {
  private func names(_ font: String, plain: Set<String> = []) -> AssetNames {
    AssetNames(
      [
        SiteFile(path: "assets/style.css", contents: Data("a{b:url(fonts/x.woff2)}".utf8)),
        SiteFile(path: "assets/fonts/x.woff2", contents: Data(font.utf8)),
        SiteFile(path: "assets/katex.min.css", contents: Data("c{}".utf8)),
      ], plain: plain)
  }

  @Test func aStyleSheetNamesItsFontsAnew() throws {
    let one = names("1")
    let font = try #require(one.names["fonts/x.woff2"])
    #expect(font.hasPrefix("fonts/x-") && font.hasSuffix(".woff2") && font.count == 22)
    let sheet = try #require(one.files.first { $0.path.hasPrefix("assets/style-") })
    #expect(String(decoding: sheet.contents, as: UTF8.self) == "a{b:url(\(font))}")
    #expect(one.names["katex.min.css"]?.hasPrefix("katex.min-") == true)
    #expect(one.files.count == 3)
  }

  /// Another font is another name, and so is the style sheet that names it; what is the same keeps its name.
  @Test func anotherFileHasAnotherName() {
    let (one, two) = (names("1").names, names("2").names)
    #expect(one["fonts/x.woff2"] != two["fonts/x.woff2"] && one["style.css"] != two["style.css"])
    #expect(one["katex.min.css"] == two["katex.min.css"])
  }

  @Test func aTemplateThatNamesAFileItselfFindsIt() {
    let files = names("1", plain: ["assets/style.css"]).files.map(\.path)
    #expect(files.contains("assets/style.css") && !files.contains("assets/katex.min.css"))
  }
}
