// Reference values of scripts/references, and the distance from them in ulp.

import Foundation
import Testing

/// A correctly rounded result, and how far the exact one lies from it, in its ulp: high and low.
struct Reference {
  var high: Double
  var rest: Double

  /// |got − exact| in units in the last place of the correctly rounded result.
  ///
  /// got − high is exact wherever the distance is small (Sterbenz), and the quotient by a power of 2
  /// is too; `rest` has four decimals, so the whole is right to 0.0001 ulp.
  func error(of got: Double) -> Double {
    guard high.isFinite, got.isFinite else {
      return got == high || (got.isNaN && high.isNaN) ? 0 : .infinity
    }
    // A power of 2 in two steps: a subnormal ulp has no reciprocal.
    let unit = high.ulp.exponent
    let difference = (got - high) * Double(sign: .plus, exponent: -unit / 2, significand: 1)
    let quotient = difference * Double(sign: .plus, exponent: -unit - (-unit / 2), significand: 1)
    return (quotient - rest).magnitude
  }
}

/// One line of a reference file.
struct ReferenceCase {
  var isExtreme: Bool
  var inputs: [Double]
  var results: [Reference]

  init?(_ line: Substring) {
    let parts = line.split(separator: "|")
    guard parts.count == 2 else { return nil }
    let words = parts[0].split(separator: " ")
    isExtreme = words[0] == "x"
    inputs = words.dropFirst().compactMap { UInt64($0, radix: 16).map(Double.init(bitPattern:)) }
    results = parts[1].split(separator: " ").compactMap { word in
      guard let pattern = UInt64(word.prefix(16), radix: 16), let rest = Double(word.dropFirst(16))
      else { return nil }
      return Reference(high: Double(bitPattern: pattern), rest: rest)
    }
    guard inputs.count == words.count - 1, results.count == parts[1].split(separator: " ").count
    else { return nil }
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("References")

  static func all(_ name: String) throws -> [ReferenceCase] {
    let text = try String(
      contentsOf: folder.appendingPathComponent("\(name).txt"), encoding: .utf8)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      try #require(ReferenceCase($0), "not a reference: \($0)")
    }
  }
}

/// The largest errors of a function over its random and its extreme inputs.
struct Worst {
  var random = 0.0
  var extreme = 0.0
  /// The input that the larger of them is for.
  var inputs: [Double] = []

  init(_ name: String, _ function: ([Double]) throws -> [Double]) throws {
    for reference in try ReferenceCase.all(name) {
      let got = try function(reference.inputs)
      try #require(got.count == reference.results.count, "\(name): \(reference.inputs)")
      let error = zip(reference.results, got).map { $0.error(of: $1) }.max() ?? 0
      if error > max(random, extreme) { inputs = reference.inputs }
      if reference.isExtreme { extreme = max(extreme, error) } else { random = max(random, error) }
    }
  }
}
