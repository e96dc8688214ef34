// A manifest may ask the environment: then another value is another library.

import Foundation
import Testing

@Suite struct LibraryEnvironmentTests {
  @Test func whatTheManifestAsksTheEnvironmentIsWatched() throws {
    let project = try ScratchProject([
      "galley.yml": "title: A test\nlibrary:\n  product: Answers\n  imports: [Answers]\n",
      "Package.swift": """
      // swift-tools-version: 5.9
      import PackageDescription
      let isOther = Context.environment["GALLEY_TEST_ANSWER"] == "41"
      let package = Package(
        name: "Answers", products: [.library(name: "Answers", targets: ["Answers"])],
        targets: [.target(name: "Answers", swiftSettings: isOther ? [.define("OTHER")] : [])])
      """,
      "Sources/Answers/Answers.swift": """
      #if OTHER
        public func answer() -> Int { 41 }
      #else
        public func answer() -> Int { 42 }
      #endif
      """,
      "content/one.md": "```swift\nanswer() // → 42\n```\n",
    ])
    defer { project.remove() }
    try project.write("# Home\n", to: "content/index.md")
    #expect(try project.galley("check").complaints == "")
    let other = try project.galley("check", environment: ["GALLEY_TEST_ANSWER": "41"])
    #expect(other.errors.contains("wrote 42, computed 41"))
    #expect(try project.galley("check").complaints == "")
  }
}
