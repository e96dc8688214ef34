// What SwiftPM's description of a package says.

import Testing

@testable import Running

@Suite struct PackageDescriptionTests {
  @Test(arguments: [
    ("5.9", "5"), ("4.0", "4"), ("4.2", "4.2"), ("6.1", "6"), ("7.0", "6"), ("", "6"),
  ])
  func packagesHaveALanguageMode(_ tools: String, _ mode: String) {
    let package = PackageDescription(targets: [], products: [], toolsVersion: tools)
    #expect(package.languageMode == mode)
  }
}
