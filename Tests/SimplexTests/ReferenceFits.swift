// Reads the essays' data and the reference fits of this folder. Made by scripts/references-statistics.

import Foundation

/// The fits of one data set, as statsmodels found them and as 40 digits refined them.
struct ReferenceFits: Decodable {
  struct Figures: Decodable {
    let coefficients: [[Double]]
    let standardErrors: [[Double]]
    let logLikelihood: Double
  }

  struct Pair: Decodable {
    let statsmodels: Figures
    let mpmath: Figures
  }

  struct Fit: Decodable {
    let base: Int
    let joint: Pair
    let separate: Pair
  }

  let features: [String]
  let data: String
  let fits: [Fit]

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  init(_ name: String) throws {
    let url = Self.folder.appendingPathComponent("References/\(name).json")
    self = try JSONDecoder().decode(ReferenceFits.self, from: Data(contentsOf: url))
  }

  /// The rows of the features that were fitted, the constant 1 among them, and the labels.
  func observations() throws -> (features: [[Double]], labels: [Int]) {
    let url = Self.folder.appendingPathComponent("../../content/data/\(data)")
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
    let names = lines[0].split(separator: ",").map(String.init)
    var rows: [[Double]] = []
    var labels: [Int] = []
    for line in lines.dropFirst() {
      let entries = line.split(separator: ",").compactMap { Double($0) }
      let named = Dictionary(uniqueKeysWithValues: zip(names, entries))
      rows.append(features.compactMap { $0 == "1" ? 1 : named[$0] })
      labels.append(Int(named["y"] ?? -1))
    }
    return (rows, labels)
  }
}

/// The largest distance, relative to the reference's magnitude; ∞ if one is NaN.
func relativeDistance(_ values: [[Double]], _ references: [[Double]]) -> Double {
  guard values.map(\.count) == references.map(\.count) else { return .infinity }
  return zip(values.joined(), references.joined()).reduce(0) { largest, pair in
    let distance = (pair.0 - pair.1).magnitude / pair.1.magnitude
    return distance.isNaN ? .infinity : max(largest, distance)
  }
}
