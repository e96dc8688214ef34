// How long it takes from a written file to the browser's paint. Asked for by name, on a quiet machine and with what is released:
// CONTRIBUTING says how.

import Foundation
import TestSupport
import Testing

@Suite(
  .serialized,
  .enabled(
    if: Chromium.path != nil && ProcessInfo.processInfo.environment["GALLEY_TESTS"] == "times",
    "GALLEY_TESTS=times asks for it"))
struct ServeTimesTests {
  /// A long essay: 60 sections with formulas, claims in sentences and in examples.
  private static func essay(_ number: Int) -> String {
    let sections = (1...60).map { section in
      """
      ## Section \(section)

      Words of essay \(number) about $\\sum_{i=1}^{\(section)} x_i^2 = \\frac{\(section)}{2}$, which go on.

      It takes \(section * 2)<!-- = \(section) * 2 --> of them.


      """
    }
    return "# Essay \(number)\n\nPROSE 1.\n\n```swift\nlet n = 21\nn * 2 // → 42\n```\n\n"
      + "Half of it is 21<!-- = n -->, $x^{1}$.\n\n" + sections.joined()
  }

  @Test func fromWriteToPaint() throws {
    let files = (1...20).map { ("content/essay\($0).md", Self.essay($0)) }
    let scene = try ServeTests.Scene(
      Dictionary(uniqueKeysWithValues: files), page: "essay7.html")
    defer { scene.close() }
    try scene.browser.wait(
      "document.body.textContent.includes('62 of 62 claims hold')", seconds: 600)
    try scene.browser.wait("!document.querySelector('.draft-banner')", seconds: 600)
    let base = Self.essay(7)
    var rows: [String] = []
    func measure(
      _ name: String, _ edit: (Int) -> (text: String, isShown: String)
    ) throws {
      var times: [Double] = []
      for round in 1...15 {
        let (text, isShown) = edit(round)
        let script = """
          void (window.painted = new Promise(done => {
            const look = () => {
              if (!(\(isShown))) { return false; }
              requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => done(performance.timeOrigin + performance.now());
                port2.postMessage(0);
              });
              return true;
            };
            const observer = new MutationObserver(() => { if (look()) { observer.disconnect(); } });
            observer.observe(document.body,
              { subtree: true, childList: true, attributes: true, characterData: true });
          }))
          """
        _ = try scene.browser.value(script)
        let start = Date().timeIntervalSince1970 * 1000
        try scene.project.write(text, to: "content/essay7.md")
        times.append(try scene.browser.number("window.painted") - start)
        try scene.project.write(base, to: "content/essay7.md")
        try scene.browser.wait(
          "document.body.textContent.includes('PROSE 1.') && !document.querySelector('.draft-banner')"
            + " && document.querySelector('pre').textContent.includes('let n = 21')")
        usleep(200_000)
      }
      times.sort()
      rows.append(
        "\(name): median \(Int(times[7])) ms, from \(Int(times[0])) to \(Int(times[14])) ms")
    }
    try measure("prose") { round in
      let words = "Round \(round) of many"
      return (
        base.replacingOccurrences(of: "PROSE", with: words),
        "document.querySelector('main').textContent.includes('\(words)')"
      )
    }
    try measure("a paragraph more") { round in
      let words = "Round \(round) of many.\n\nAnother paragraph"
      return (
        base.replacingOccurrences(of: "PROSE", with: words),
        "document.querySelector('main').textContent.includes('Round \(round) of many')"
      )
    }
    try measure("a formula") { round in
      (
        base.replacingOccurrences(of: "x^{1}", with: "y^{\(round + 100)}"),
        "document.querySelector('main').textContent.includes('y^{\(round + 100)}')"
      )
    }
    try measure("a digit in a sentence") { round in
      (
        base.replacingOccurrences(of: "is 21<", with: "is \(round + 30)<"),
        "document.querySelector('p del')"
      )
    }
    try measure("a digit in an example") { round in
      (
        base.replacingOccurrences(of: "→ 42", with: "→ \(round + 50)"),
        "document.querySelector('pre del')"
      )
    }
    try measure("a line of Swift, pending") { round in
      (
        base.replacingOccurrences(of: "n = 21", with: "n = \(round + 1000)"),
        "document.querySelector('.pending')"
      )
    }
    try measure("a line of Swift") { round in
      (
        base.replacingOccurrences(of: "n = 21", with: "n = \(round + 2000)"),
        "document.querySelector('pre del')"
      )
    }
    var loads = [0.0, 0.0, 0.0]
    getloadavg(&loads, 3)
    print(rows.joined(separator: "\n") + "\nload \(loads.map { String(format: "%.1f", $0) })")
  }
}
