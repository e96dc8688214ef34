// Is there a direction in which the likelihood grows for ever? Decided by two least-squares problems.

import RealModule

/// The search for a direction with no negative margin, among all of them.
///
/// Let the rows a of A be the margins' vectors (a·δ is the margin along δ), each of unit length in
/// the basis. Then
/// - some δ has all margins positive if and only if no u ≥ 0 has Aᵀu = 0 and Σu = 1, and
/// - some δ has no margin negative and one positive if and only if no u ≥ 0 has Aᵀ(1 + u) = 0,
///
/// and in both cases the residual of the u ≥ 0 that comes nearest is such a δ. (The theorems are
/// Gordan's and Stiemke's.) Residuals are orthogonal to the rows in use, so that margins that
/// should be 0 are 0 within rounding.
///
/// - Source: Lawson & Hanson, Solving Least Squares Problems (1974), chapter 23; Konis (2007), Linear
///   programming algorithms for detecting separated data in binary logistic regression models.
struct SeparationSearch {
  private let data: LabelledData
  /// The features in the basis, each row of unit length (or 0).
  private let rows: [[Double]]
  private let others: Int

  init(_ data: LabelledData) {
    self.data = data
    others = data.categories - 1
    rows = data.rows.map { row in
      let length = row.norm
      return length > 0 ? row.map { $0 / length } : row
    }
  }

  /// The direction as verified on the features as they were given; `nil` if there is none.
  func separation() -> Separation? {
    for strict in [true, false] {
      guard let residual = nearestResidual(strict: strict) else { continue }
      let blocks = (0..<others).map { k in
        data.featureCoefficients(Array(residual[(k * data.width)..<((k + 1) * data.width)]))
      }
      if let found = SeparationCertificate(data).best(of: blocks) { return found }
    }
    return nil
  }

  /// One margin: an observation and the position of a rival category.
  private struct Margin: Hashable {
    let observation: Int
    let rival: Int
  }

  /// The rows' vectors; in the strict problem they have one entry more, 1, and the target is it alone.
  private func vector(_ margin: Margin, strict: Bool) -> [Double] {
    var vector = Array(repeating: 0.0, count: others * data.width + (strict ? 1 : 0))
    for (position, sign) in [(data.positions[margin.observation], 1.0), (margin.rival, -1.0)]
    where position > 0 {
      for (j, x) in rows[margin.observation].enumerated() {
        vector[(position - 1) * data.width + j] = sign * x
      }
    }
    if strict { vector[vector.count - 1] = 1 }
    return vector
  }

  /// The products of a residual with every vector, the most negative of them first found.
  private func worst(_ residual: [Double], strict: Bool) -> (margin: Margin, value: Double)? {
    let width = data.width
    var worst: (margin: Margin, value: Double)?
    let offset = strict ? residual[residual.count - 1] : 0
    for (i, row) in rows.enumerated() where data.weights[i] > 0 {
      var scores = [0.0]
      for k in 0..<others {
        var sum = 0.0
        for j in 0..<width { sum.addProduct(row[j], residual[k * width + j]) }
        scores.append(sum)
      }
      let own = data.positions[i]
      for k in scores.indices where k != own {
        let value = scores[own] - scores[k] + offset
        if value < worst?.value ?? .infinity { worst = (Margin(observation: i, rival: k), value) }
      }
    }
    return worst
  }

  /// −target + Σ u·vector for the best u ≥ 0; `nil` if it is 0 within rounding.
  private func nearestResidual(strict: Bool) -> [Double]? {
    var target = Array(repeating: 0.0, count: others * data.width + (strict ? 1 : 0))
    if strict {
      target[target.count - 1] = 1
    } else {
      for i in rows.indices where data.weights[i] > 0 {
        for rival in 0..<data.categories where rival != data.positions[i] {
          let v = vector(Margin(observation: i, rival: rival), strict: false)
          for j in v.indices { target[j] -= v[j] }
        }
      }
    }
    var active = ActiveSet<Margin>(target: target)
    // Each round uses up one more set of rows; 30 for each dimension is ample.
    for _ in 0..<(30 * (target.count + 1)) {
      guard active.residual.norm > 0x1p-36 * active.scale else { return nil }
      guard let (margin, value) = worst(active.residual, strict: strict),
        value < -0x1p-40 * active.residual.norm, !active.contains(margin),
        active.enter(margin, vector(margin, strict: strict))
      else { return active.residual }
    }
    return nil
  }
}
