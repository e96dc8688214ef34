// Calls that a first essay tries, from symbol graphs that the compiler makes of these declarations.

import Foundation
import Running
import Testing

@testable import Starting

struct CallTests {
  private func calls(_ source: String, _ values: SampleValues = .plain) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.path + "/galley-calls-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(source.utf8).write(to: URL(fileURLWithPath: folder + "/A.swift"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try Toolchain.find().swiftc)
    process.arguments = [
      "-parse-as-library", "-module-name", "A", "-emit-module", "-emit-module-path",
      "A.swiftmodule",
      "-emit-symbol-graph", "-emit-symbol-graph-dir", ".", "A.swift",
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let graphs = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".symbols.json") }
      .map { try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0)) }
    return Call.all(
      of: try graphs.map { try JSONDecoder().decode(SymbolGraph.self, from: $0) }, with: values
    ).map(\.expression)
  }

  @Test func functionsComeBeforeMembersAndTheseBeforeConstants() throws {
    let source = """
      public let freezing = 273.15
      public struct Scale: Sendable {
        public var offset: Double
        public init(offset: Double) { self.offset = offset }
        public var doubled: Double { 2 * offset }
        public var shares: [Double] { [offset, 1] }
        public func apply(_ x: Double, to y: Double) -> Double { x + y }
        public static let unit = 1.0
      }
      public func celsius(_ f: Double) -> Double { f }
      public enum Maths {
        public static func choose(_ k: Int, of n: Int) -> Int { k }
        public static func mixed(_ xs: [Double], _ isOpen: Bool, weights ys: [Double]) -> [Double] { xs }
      }
      """
    #expect(
      try calls(source) == [
        "celsius(2.5)", "Maths.choose(5, of: 2)",
        "Maths.mixed([1.5, 2.5, 4.5], true, weights: [0.5, 3.5, 2.0])",
        "Scale(offset: 2.5).doubled", "Scale(offset: 2.5).shares",
        "Scale(offset: 2.5).apply(2.5, to: 1.5)", "freezing", "Scale.unit",
      ])
  }

  @Test func whatMightDoMoreThanComputeIsLeftAlone() throws {
    let source = """
      public func remove(_ path: String) -> Bool { true }
      @discardableResult public func send(_ n: Int) -> Int { n }
      public func wait(_ n: Int) async -> Int { n }
      public func now() -> Double { 1 }
      public func run(_ n: Int) {}
      public func _inner(_ n: Int) -> Int { n }
      func hidden(_ n: Int) -> Int { n }
      public func into(_ x: inout Double) -> Double { x }
      public func apply(_ f: (Double) -> Double) -> Double { f(1) }
      @available(*, deprecated) public func old(_ n: Int) -> Int { n }
      public struct Box {
        public init(n: Int) {}
        public mutating func add(_ n: Int) -> Int { n }
      }
      """
    #expect(try calls(source).isEmpty)
  }

  @Test func genericParametersAndDefaultsAreFilledIn() throws {
    let source = """
      public enum Rule { case one, two }
      public func half<T: BinaryFloatingPoint>(of x: T) -> T { x }
      public func mean<C: Collection>(_ x: C) -> Double where C.Element == Double { 1 }
      public func sum<C: Collection>(_ x: C) -> C.Element where C.Element == Int { 1 }
      public func gcd<I: BinaryInteger>(_ a: I, _ b: I) -> I { a }
      public func norm(_ x: [Double], p: Rule = .two, scale: Double = 1) throws -> Double { 1 }
      public func rule(_ x: Double, _ r: Rule) -> Double { x }
      """
    #expect(
      try calls(source) == [
        "half(of: 2.5)", "mean([1.5, 2.5, 4.5])", "gcd(5, 2)", "try norm([1.5, 2.5, 4.5])",
      ])
    #expect(
      try calls(source, .shares) == [
        "half(of: 0.5)", "mean([0.2, 0.3, 0.5])", "gcd(2, 1)", "try norm([0.2, 0.3, 0.5])",
      ])
  }

  @Test func membersOfOthersTypesAreCalledOnSamples() throws {
    let source = """
      extension Double { public var squared: Double { self * self } }
      extension Collection where Element == Double { public var mean: Double { 1 } }
      extension Int { public func choose(_ k: Int) -> Int { k } }
      extension Character { public var size: Int { 1 } }
      """
    #expect(try calls(source) == ["2.5.squared", "[1.5, 2.5, 4.5].mean", "5.choose(5)"])
  }

  @Test func whatAThrowingInitialiserMakesIsCalledToo() throws {
    let source = """
      public struct Orbit {
        public init(axis: Double) throws {}
        public var period: Double { 1 }
        public func speed(at distance: Double) -> Double { 1 }
      }
      """
    #expect(
      try calls(source) == ["try Orbit(axis: 2.5).period", "try Orbit(axis: 2.5).speed(at: 2.5)"])
  }
}
