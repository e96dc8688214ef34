// What pages do by their scripts, in a browser that opens them from a disk: they find, remember and copy.

import Foundation
import TestSupport
import Testing

@Suite(.serialized, .enabled(if: Chromium.path != nil, "no Chromium here"))
struct ReadingScriptTests {
  private func browse(_ work: (Chromium, String) throws -> Void) throws {
    let project = try ScratchProject([
      "content/deep/two.md":
        "---\ntitle: The second\n---\n\nNothing here.\n\n## Café *au lait*\n\nWith $\\frac{a}{b}$ and "
        + "`logSumExp`, said twice: logSumExp.\n\n$$\nE = mc^2\n$$\n\n```swift\nlet x = 2\nx // → 2\n```\n"
    ])
    defer { project.remove() }
    #expect(try project.galley("build").status == 0)
    let browser = try Chromium()
    defer { browser.close() }
    try browser.go(to: "file://\(project.folder)/site/deep/two.html")
    try work(browser, project.folder)
  }

  /// Opens the search by its key, types, and gives what is found: titles, and where they lead.
  private func found(_ question: String, _ browser: Chromium) throws -> [String] {
    let script = """
      (async () => {
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }));
        const wait = async what => { for (let i = 0; i < 600 && !what(); i++) await new Promise(r => setTimeout(r, 20)); };
        await wait(() => document.querySelector("dialog.search[open]"));
        const box = document.querySelector("dialog.search");
        const input = box.querySelector("input"), status = box.querySelector("[role=status]");
        status.textContent = "";
        input.value = QUESTION;
        input.dispatchEvent(new Event("input"));
        await wait(() => status.textContent);
        return JSON.stringify([status.textContent, ...[...box.querySelectorAll("li a")].map(
          a => `${a.querySelector(".where").textContent} ${a.getAttribute("href")} ${[...a.querySelectorAll("mark")].map(m => m.textContent)}`)]);
      })()
      """.replacing("QUESTION", with: "\"" + question.replacing("\\", with: "\\\\") + "\"")
    let answer = try browser.value(script) as? String ?? "[]"
    return try JSONDecoder().decode([String].self, from: Data(answer.utf8))
  }

  @Test func pagesAreFoundFromADisk() throws {
    try browse { browser, _ in
      #expect(
        try found("cafe", browser) == [
          "1 place", "The second › Café au lait ../deep/two.html#caf%C3%A9-au-lait ",
        ])
      let code = try found("logsum", browser)
      #expect(code.count == 2 && code[1].hasSuffix(" logSum,logSum"))
      #expect(
        try found("second nothing", browser).contains {
          $0.hasPrefix("The second ../deep/two.html")
        })
      #expect(try found("\\frac{a}{b}", browser).count == 2)
      #expect(try found("\\frac{b}{a}", browser) == ["Nothing found"])
      #expect(try found("sums", browser).contains { $0.hasPrefix("One › Sums ../one.html#sums") })
      #expect(try found("xylophone", browser) == ["Nothing found"])
    }
  }

  @Test func aReadersChoiceIsRemembered() throws {
    try browse { browser, folder in
      let paper = "getComputedStyle(document.documentElement).backgroundColor"
      let light = try browser.value(paper) as? String
      for _ in 1...2 { _ = try browser.value("document.querySelector('.theme').click()") }
      let dark = try browser.value(paper) as? String
      #expect(light != dark)
      // What is remembered reaches the browser's other processes a moment later.
      usleep(500_000)
      try browser.go(to: "file://\(folder)/site/one.html")
      try browser.wait(
        "location.pathname.endsWith('one.html') && document.readyState === 'complete'")
      #expect(try browser.value(paper) as? String == dark)
      #expect(try browser.value("document.querySelector('.theme').title") as? String == "Dark")
    }
  }

  @Test func copiedFormulasAreTeX() throws {
    try browse { browser, _ in
      let copy = """
        (() => {
          getSelection().selectAllChildren(document.querySelector("main article"));
          const data = new DataTransfer();
          document.body.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
          return data.getData("text/plain");
        })()
        """
      let text = try #require(try browser.value(copy) as? String)
      #expect(text.contains("With $\\frac{a}{b}$ and logSumExp, said twice"))
      #expect(text.contains("\n$$E = mc^2$$\n"), "\(text)")
      #expect(!text.contains("✓"))
    }
  }
}
