// Mutations: every claim of the real essays is sharp. When its last digit is changed, that claim is
// refuted, at its place, and nothing else is.
//
// Claims are comments and numbers in prose; no program depends on them. So all of them can be changed
// at once, no change can hide another, and the programs of the essays as they are need not run again.

import Diagnostics
import Foundation
import Site
import Testing
import Verification

@Suite(.serialized)
struct MutationTests {
  @Test func everyClaimHoldsAndEveryEssayHasEnoughOfThem() async throws {
    let proof = try await Proof.untouched.value
    #expect(proof.problems.isEmpty)
    for essay in proof.essays {
      let path = essay.document.path
      let prose = essay.claims.count { [.prose, .table].contains($0.claim.kind) }
      #expect(essay.claims.allSatisfy { $0.verdict == .held }, "\(path)")
      // The home page, the guide and the page about the site are no essays, and edges are mostly Swift.
      if ["index", "about"].contains(where: { path == "content/\($0).md" })
        || path.hasPrefix("content/guide/")
        || path.hasPrefix("content/edges/")
      {
        continue
      }
      #expect(essay.claims.count - prose >= 8, "\(path) has too few claims in its examples")
      #expect(prose >= 4, "\(path) has too few claims in its prose")
    }
    #expect(proof.essays.count == 20)
  }

  /// The nearest digits above and below: whatever refutes them refutes the others. By day every claim is moved one way,
  /// up and down by turns.
  @Test(arguments: EssayMutants.areAllTried ? [0, 1] : [0])
  func everyLastDigitCounts(_ turn: Int) async throws {
    try await expectRefuted { index in (index + turn) % 2 == 0 ? 1 : -1 }
  }

  /// One in three at a time, so that each is seen among neighbours that hold.
  @Test(.enabled(if: EssayMutants.areAllTried), arguments: 0..<3)
  func changedClaimsAreRefutedAlone(_ turn: Int) async throws {
    try await expectRefuted { index in index % 3 == turn ? 1 : nil }
  }

  /// Changes some claims, judges them by the runs of the essays as they are, and expects just these to be refuted.
  ///
  /// - Parameter step: how far the last digit of a claim is moved; nil where it stays.
  private func expectRefuted(step: (_ index: Int) -> Int?) async throws {
    let original = try await Proof.untouched.value
    var changed: [(essay: Int, text: String)] = []
    var expected: [[Place]] = []
    for (number, essay) in original.essays.enumerated() {
      let source = essay.document.source
      var bytes = Array(source.text.utf8)
      var places: [Place] = []
      // The TeX of a derivation's line is not what is compared; its Swift is. And the guide shows
      // claims that leave room: tolerances, relations and ranges.
      let sharp = essay.claims.map(\.claim).filter { claim in
        claim.kind != .derivation && LastDigit(in: claim.wrote) != nil
          && !["±", "<", ">", "≤", "≥", "≠", "in ", "0x"].contains { claim.wrote.contains($0) }
      }
      for (index, claim) in sharp.enumerated() {
        guard let step = step(index) else { continue }
        let digit = try #require(LastDigit(in: claim.wrote))
        let place = claim.range.lowerBound + digit.offset
        bytes.replaceSubrange(
          place..<place + digit.text.utf8.count, with: digit.moved(by: step).utf8)
        places.append(
          Place(.claimRefuted, essay.document.path, claim.range.lowerBound, source))
      }
      changed.append((number, String(decoding: bytes, as: UTF8.self)))
      expected.append(places)
    }
    try #require(expected.contains { !$0.isEmpty })
    for (proof, expected) in zip(try await original.judging(changed), expected) {
      let essay = try #require(proof.essays.first)
      let refuted = essay.claims.filter { $0.verdict != .held }.map {
        Place(
          .claimRefuted, essay.document.path, $0.claim.range.lowerBound, essay.document.source)
      }
      for found in [proof.problems, refuted] {
        let missed = Set(expected).subtracting(found)
        #expect(missed.isEmpty, "a changed digit was not noticed")
        let others = Set(found).subtracting(expected)
        #expect(others.isEmpty, "refuted without a change")
        #expect(found.count == expected.count)
      }
    }
  }

  /// The essays are about the library, not about themselves: a sign changed in softmax refutes them.
  /// A library of its own is built for it.
  @Test(.enabled(if: EssayMutants.areAllTried)) func aSignChangedInSoftmaxIsFound() async throws {
    let mutant = try SimplexMutant(
      file: "Softmax.swift",
      replacing: "writeSoftmax($0, scale: scale, to: result)",
      by: "writeSoftmax($0, scale: -scale, to: result)")
    let read = try Project.read(mutant.folder, only: [Project.homePath])
    let proof = try await Proof.of(read.value)
    #expect(proof.problems.contains { $0.id == .claimRefuted })
    for essay in proof.essays where essay.document.path == "content/index.md" {
      #expect(essay.claims.contains { $0.verdict == .refuted })
      #expect(essay.claims.contains { $0.verdict == .held }, "the mutant was built and run")
    }
    #expect(proof.problems.contains { $0.path == "content/index.md" })
  }
}

/// The last digit of a claim, raised ones of a power of ten included.
private struct LastDigit {
  /// In UTF-8 bytes from the claim's beginning.
  var offset: Int
  var text: String

  private static let scripts = ["0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"].map { $0.map(String.init) }

  init?(in text: String) {
    guard
      let index = text.lastIndex(where: { character in
        Self.scripts.contains { $0.contains(String(character)) }
      })
    else { return nil }
    offset = text.utf8.distance(from: text.startIndex, to: index)
    self.text = String(text[index])
  }

  /// Another digit, as many steps on, 0 after 9; of equal length, so that columns stay.
  func moved(by step: Int) -> String {
    guard let script = Self.scripts.first(where: { $0.contains(text) }) else { return text }
    let equal = script.filter { $0.utf8.count == text.utf8.count }
    guard let index = equal.firstIndex(of: text) else { return text }
    return equal[(index + step + equal.count) % equal.count]
  }
}

/// The essays with a Simplex in which one text is another.
private struct SimplexMutant {
  /// Kept between runs, so that the packages it depends on are built once.
  let folder = ScratchProject.root + "/.build/galley-tests/mutant"

  init(file: String, replacing old: String, by new: String) throws {
    let files = FileManager.default
    let root = ScratchProject.root
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["Sources", "content", "galley.yml", "Package.swift", "Package.resolved"] {
      try? files.removeItem(atPath: folder + "/" + name)
    }
    try files.createDirectory(atPath: folder + "/Sources", withIntermediateDirectories: true)
    for name in ["Sources/Simplex", "Sources/CSimplexKernels", "content", "galley.yml"] {
      try files.copyItem(atPath: root + "/" + name, toPath: folder + "/" + name)
    }
    let manifest = """
      // swift-tools-version: 6.1
      import PackageDescription

      let package = Package(
        name: "mutant",
        platforms: [.macOS(.v14)],
        products: [.library(name: "Simplex", targets: ["Simplex"])],
        dependencies: [.package(url: "https://github.com/apple/swift-numerics", from: "1.1.0")],
        targets: [
          .target(name: "CSimplexKernels"),
          .target(
            name: "Simplex",
            dependencies: [
              "CSimplexKernels", .product(name: "RealModule", package: "swift-numerics"),
            ]),
        ],
        swiftLanguageModes: [.v6]
      )

      """
    try manifest.write(toFile: folder + "/Package.swift", atomically: true, encoding: .utf8)
    let path = folder + "/Sources/Simplex/" + file
    let source = try String(contentsOfFile: path, encoding: .utf8)
    try #require(
      source.components(separatedBy: old).count == 2,
      "‘\(old)’ does not stand in \(file) just once: adapt this test")
    try source.replacingOccurrences(of: old, with: new)
      .write(toFile: path, atomically: true, encoding: .utf8)
  }
}
