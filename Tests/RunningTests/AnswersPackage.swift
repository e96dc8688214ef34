// A package that programs of tests are linked with.

import Foundation

@testable import Running

enum AnswersPackage {
  /// A package whose library, of no stated type, is Swift over C.
  static func write(answer: Int, type: String = "", in shop: Workshop) throws {
    let files = [
      "Package.swift": """
      // swift-tools-version: 5.9
      import PackageDescription
      let package = Package(
        name: "Answers", products: [.library(name: "Answers", \(type)targets: ["Answers"])],
        targets: [.target(name: "CAnswers"), .target(name: "Answers", dependencies: ["CAnswers"])])
      """,
      "Sources/CAnswers/include/answers.h": "int c_answer(void);\n",
      "Sources/CAnswers/answers.c":
        "#include \"answers.h\"\nint c_answer(void) { return \(answer); }\n",
      "Sources/Answers/Answers.swift": """
      import CAnswers
      public func answer() -> Int { Int(c_answer()) }
      @inlinable public func inlined() -> Int { Int(c_answer()) }
      public func checked(_ n: Int) -> Int {
        precondition(n > 0, "n is positive")
        return n
      }
      """,
    ]
    try Scratch.write(files, to: shop.project)
  }

  static func shop(_ name: String = "library") throws -> Workshop {
    var shop = try Scratch.workshop(name)
    shop.products = ["Answers"]
    return shop
  }

  /// Why the library of a workshop is not built; nothing where it is.
  static func failure(in shop: Workshop) async throws -> String {
    do {
      try await Bench.open(in: shop, drawsFigures: false).clear()
      return ""
    } catch let failure as LibraryFailure {
      let errors = failure.messages.filter { $0.severity == .error }
      return
        ([failure.description]
        + errors.map { error in
          let place = error.place.map { "\($0.file):\($0.site.line):\($0.site.column)" } ?? ""
          return "\(place): \(error.text)"
        }).joined(separator: "\n")
    }
  }
}
