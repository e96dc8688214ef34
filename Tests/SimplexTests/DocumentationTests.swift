// What every public symbol of Simplex is documented with: shape, units, edge cases and source.
//
// The sources are read as text, by the few rules of `PublicDeclaration.read`; one test holds these rules to a
// small text, and another to the number of declarations there are, so that finding nothing fails.

import Foundation
import Testing

@Suite struct DocumentationTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Simplex").standardized

  static func declarations() throws -> [PublicDeclaration] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "swift" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .flatMap { file in
        PublicDeclaration.read(
          try String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
      }
  }

  @Test func everyPublicSymbolStatesItsTerms() throws {
    for declaration in try Self.declarations() where !declaration.missing.isEmpty {
      Issue.record(Comment(rawValue: declaration.complaint))
    }
  }

  @Test func theReaderFindsTheLibrary() throws {
    let declarations = try Self.declarations()
    #expect(declarations.count >= 120)
    // One of each kind that could be overlooked.
    for (file, name) in [
      ("Softmax.swift", "softmaxInPlace"), ("FitFailure.swift", "notConverged"),
      ("BinaryClassifier.swift", "classAveraged"), ("ProbabilityVector.swift", "subscript"),
      ("ProbabilityVector.swift", "uniform"), ("SeededGenerator+Draws.swift", "simplex"),
      ("CanonicalEnsemble.swift", "init"), ("Constants.swift", "planck"),
    ] {
      #expect(declarations.contains { $0.file == file && $0.name == name }, "\(file): \(name)")
    }
  }

  @Test func theReaderReadsASmallText() {
    let found = PublicDeclaration.read(Self.sample, file: "Sample.swift")
    let all = PublicDeclaration.terms
    let expected: [(name: String, line: Int, missing: [String])] = [
      ("bare", 3, all), ("whole", 12, []), ("Kind", 17, ["edge cases"]),
      ("first", 19, Array(all[1...])),
      ("second", 20, all), ("third", 21, all), ("joined", 30, []), ("next", 38, ["source"]),
      ("init", 43, all), ("subscript", 45, all), ("last", 53, all),
    ]
    #expect(found.map(\.name) == expected.map(\.name))
    #expect(found.map(\.line) == expected.map(\.line))
    #expect(found.map(\.missing) == expected.map(\.missing))
    #expect(
      found.first?.complaint
        == "Sample.swift:3: bare has no shape, no units, no edge cases, no source")
  }

  static let sample = """
    // A comment with the words public func nothing() in it.

    public let bare = 1

    /// All of it.
    ///
    /// - Shape: one number.
    /// - Units: none.
    /// - Edge cases: none.
    /// - Source: definition.
    @_specialize(where T == Double)
    public func whole<T>(_ x: T) {}

    /// A kind.
    ///
    /// - Shape, units and source: a case.
    public enum Kind: Sendable {
      /// - Shape: one. Units, edge cases and source are no items here.
      case first
      case second(Int)
      indirect case third

      /// - Shape, units, edge cases and source: none.
      ///
      /// A paragraph behind.
      @inlinable
      // A comment on the next attribute.
      @_specialize(
        where T == Double)
      public static func joined<T>(_ x: T) {
        switch x {
        case first: break
        }
      }
      /// - Shape and units: 64 bits.
      /// - Edge cases: none.
      /// - Source:
      @inline(__always) public mutating func next() {}
    }
    struct Hidden {
      /// - Shape, units, edge cases and source: parted from what is below.

      public init() {}
      /// - Parameter source: no item of ours.
      public subscript(i: Int) -> Int { i }
      enum Inner {
        case none
      }
      private(set) var `public` = 1
    }
    case stray
    extension Hidden: Sendable {
      public private(set) static var last: Int? { nil }
    }
    """
}
