// What is embedded in the binary is what stands in the repository.

import Embedded
import Foundation
import Testing

@testable import Running

struct EmbeddedTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  @Test(arguments: OwnModules.allCases.flatMap { $0.modules.map(\.source) } + ["templates"])
  func everyFileIsThereToTheByte(_ folder: String) throws {
    let path = Self.root + "/" + folder
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).filter {
      $0.contains(".") && !$0.hasPrefix(".")
    }
    #expect(!names.isEmpty)
    let embedded = Embedded.files(in: folder)
    #expect(embedded.map(\.path) == names.sorted())
    for file in embedded {
      let bytes = FileManager.default.contents(atPath: path + "/" + file.path)
      #expect(bytes == Data(file.text.utf8), "\(file.path)")
    }
  }
}
