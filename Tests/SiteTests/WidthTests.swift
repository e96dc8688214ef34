// Width: measured in a browser, where one is installed. A formula that fits has no scroll bar, one that is too wide scrolls
// in its own box, and no page is wider than its window.

import Foundation
import Testing

@Suite(.enabled(if: Browser.path != nil, "no Chromium here")) struct WidthTests {
  private static let formulas = [
    "\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}",
    "\\begin{gather}\na = \\sum_{i=1}^n b \\\\\nc = d\n\\end{gather}",
    "\\begin{equation}\na = \\frac{b}{c}\n\\end{equation}",
    "\\begin{align}\na &= b \\label{eq:a} \\\\\nc &= d \\tag{T}\n\\end{align}",
    "\\begin{align*}\na &= b \\\\\nc &= d\n\\end{align*}",
    "\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned} \\label{eq:b}",
    "x^2 + \\sqrt{y} \\label{eq:c}",
  ]

  private static let derivation = """
    ```swift derivation draws=5
    let x = draw.real(1...2), y = draw.real(1...2)
    // $$ (x + y)^2
    (x + y) * (x + y)
    // $$ = x^2 + 2xy + y^2 \\label{eq:d}
    x * x + 2 * x * y + y * y
    ```

    ```swift derivation draws=5
    let z = draw.real(1...2)
    // $$ z + z
    z + z
    // $$ = 2z
    2 * z
    ```
    """

  @Test func whatFitsHasNoScrollBar() throws {
    let wide = "\\begin{align}\na &= " + Array(repeating: "b_i", count: 60).joined(separator: " + ")
    let text =
      (Self.formulas + [wide + "\n\\end{align}"]).map { "$$\n\($0)\n$$\n\n" }.joined()
      + Self.derivation + "\n"
    let project = try ScratchProject(["content/one.md": text])
    defer { project.remove() }
    try project.write("Home.\n", to: "content/index.md")
    let run = try project.galley("build")
    try #require(run.status == 0, "\(run.errors)")
    for width in [400, 900] {
      let boxes = try Browser.widths(
        of: ".math.display, .derivation-lines, html", on: project.folder + "/site/one.html",
        windowWidth: width)
      try #require(boxes.count == Self.formulas.count + 4)
      for (index, box) in boxes.enumerated() {
        // The page comes first, and the wide formula before the derivation.
        let isWide = index == Self.formulas.count + 1
        #expect((box.content > box.box) == isWide, "\(width): box \(index), \(box)")
      }
    }
  }
}

/// Chromium without a window.
enum Browser {
  static let path = [
    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].first { FileManager.default.isExecutableFile(atPath: $0) }

  struct Width: CustomStringConvertible {
    var content: Int
    var box: Int
    var description: String { "\(content) in \(box)" }
  }

  /// How wide the contents of elements are, and their boxes. The page stands in a frame, for Chromium's own window is never
  /// narrower than 500 pixels.
  static func widths(of selector: String, on page: String, windowWidth: Int) throws -> [Width] {
    let folder = (page as NSString).deletingLastPathComponent
    let script = """
      <script>addEventListener("load", () => document.fonts.ready.then(() => parent.postMessage(
        [...document.querySelectorAll("\(selector)")]
          .map(e => e.scrollWidth + "/" + e.clientWidth).join(" "), "*")));</script>
      """
    let measured = try String(contentsOfFile: page, encoding: .utf8) + script
    try measured.write(toFile: folder + "/measured.html", atomically: true, encoding: .utf8)
    let frame = """
      <!doctype html><body><p id="result"></p>
      <script>addEventListener("message", e => { result.textContent = e.data; });</script>
      <iframe src="measured.html" style="width: \(windowWidth)px; height: 900px; border: 0"></iframe>
      """
    try frame.write(toFile: folder + "/frame.html", atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "")
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,1000",
      "--user-data-dir=" + folder + "/browser", "--virtual-time-budget=10000", "--dump-dom",
      "file://" + folder + "/frame.html",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let dom = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let result = dom.components(separatedBy: "id=\"result\">").last?.components(separatedBy: "</p>")
    return try #require(result?.first, "\(dom)").split(separator: " ").map { word in
      let parts = word.split(separator: "/").compactMap { Int($0) }
      try #require(parts.count == 2, "\(word)")
      return Width(content: parts[0], box: parts[1])
    }
  }
}
