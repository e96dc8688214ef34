// Pictures are recorded by a command and compared from then on.

import Foundation
import Testing

@Suite struct FigureLockTests {
  private static func essay(_ rates: [(label: String, rate: String)]) -> String {
    """
    ## Sums

    ```swift
    import Figures
    func line(_ values: [Double]) -> Figure {
      Figure(
        title: "A line", description: "A line.",
        svg: "<svg viewBox=\\"0 0 9 9\\"><path d=\\"\\(values)\\"/></svg>", table: "")
    }
    ```

    """
      + rates.map { label, rate in
        "\n```swift figure label=fig:\(label)\nline([1, \(rate)])\n```\n\nFigure: One.\n"
      }.joined()
  }

  private static let path = "content/figures.lock"

  private func ids(_ run: ScratchProject.Run) throws -> [String] {
    try run.diagnostics().compactMap { $0["id"] as? String }
  }

  @Test func picturesAreRecordedAndCompared() throws {
    let project = try ScratchProject([
      "content/one.md": Self.essay([("a", "2"), ("b", "3")]),
      "content/two.md": Self.essay([("c", "4")]),
    ])
    defer { project.remove() }

    // Nobody asks for a record where there is none, but coverage.
    #expect(try project.galley("check").status == 0)
    let asked = try project.galley("check", "--coverage", "--format", "json")
    #expect(try ids(asked).filter { $0 == "figure.unrecorded" }.count == 3)
    #expect(project.text(of: Self.path) == nil)

    let first = try project.galley("check", "--update-figures")
    #expect(first.status == 0)
    #expect(first.complaints.split(separator: "\n").count == 3)
    #expect(first.errors.contains("content/figures.lock: one fig:a is "))
    let lock = try #require(project.text(of: Self.path))
    let lines = lock.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.map { $0.split(separator: " ")[1] } == ["fig:a", "fig:b", "fig:c"])
    #expect(try project.galley("check", "--coverage").status == 0)
    let again = try project.galley("check", "--update-figures")
    #expect(again.complaints.isEmpty)

    // Another picture, one that is new, one that is gone.
    try project.write(Self.essay([("a", "2.5"), ("new", "3")]), to: "content/one.md")
    let changed = try project.galley("check", "--format", "json")
    #expect(changed.status == 1)
    #expect(try ids(changed) == ["figure.stale", "figure.changed", "figure.unrecorded"])
    #expect(
      try changed.diagnostics().map { $0["path"] as? String } == [
        Self.path, "content/one.md", "content/one.md",
      ])
    #expect(project.text(of: Self.path) == lock)
    let figures = try #require(changed.report()["figures"] as? [[String: Any]])
    #expect(figures.count { $0["recorded"] as? String == $0["shows"] as? String } == 1)

    // A refuted claim is no obstacle, an essay that was not looked at keeps its lines.
    try project.write(
      Self.essay([("a", "2.5"), ("new", "3")]) + "\nOne: 1<!-- = 2 -->.\n", to: "content/one.md")
    try project.write(Self.essay([("c", "5")]), to: "content/two.md")
    #expect(try project.galley("check", "content/one.md", "--update-figures").status == 1)
    let some = try #require(project.text(of: Self.path))
    #expect(some.contains("one fig:b") && some.contains("one fig:new") && !some.contains(lines[0]))
    #expect(some.contains(lines[2]))

    try project.write(Self.essay([("a", "2.5"), ("new", "3")]), to: "content/one.md")
    let built = try project.galley("build", "--update-figures")
    #expect(built.status == 0)
    #expect(project.text(of: Self.path)?.contains("fig:b") == false)
    #expect(try project.galley("check").status == 0)
    #expect(project.contents(of: "site").keys.contains { $0.hasSuffix("figures.lock") } == false)

    try project.delete("content/two.md")
    #expect(try ids(project.galley("check", "--format", "json")) == ["figure.stale"])
    try project.write(lock + "<<<<<<< HEAD\n", to: Self.path)
    #expect(try ids(project.galley("check", "--format", "json")).contains("figure.lock"))
    #expect(try project.galley("check", "--update-figures").status == 0)
    #expect(try project.galley("check").status == 0)
  }

  /// Without its library an essay's figures are not drawn, and are not gone.
  @Test func aBrokenLibraryLosesNoRecord() throws {
    let text =
      "## Sums\n\n```swift figure label=fig:a\nFigure(\"Dot\", describing: \"A dot.\", x: .linear(\"x\", 0...9), "
      + "y: .linear(\"y\", 0...9)) { Points([1.0], [2.0]) }\n```\n\nFigure: One.\n"
    let project = try ScratchProject(["content/one.md": text])
    defer { project.remove() }
    let first = try project.galley("check", "--update-figures")
    #expect(first.status == 0, "\(first.errors)")
    let lock = try #require(project.text(of: Self.path))
    let settings = try #require(project.text(of: "galley.yml"))
    try project.write(settings + "  product: Nowhere\n", to: "galley.yml")
    let broken = try project.galley("check", "--update-figures", "--format", "json")
    #expect(broken.status != 0)
    #expect(try ids(broken).allSatisfy { $0.hasPrefix("library.") }, "\(broken.output)")
    #expect(project.text(of: Self.path) == lock)
    #expect(try !ids(project.galley("check", "--format", "json")).contains("figure.stale"))
  }
}
