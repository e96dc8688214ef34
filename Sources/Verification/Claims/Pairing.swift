// Pairing: whether things without an order can be told apart pair by pair. First come, first served
// would depend on the order, and the order of a set changes from run to run.

enum Pairing {
  /// Whether each of `count` things on the left finds one of its own on the right: a perfect matching
  /// of a bipartite graph, found by augmenting paths.
  static func isComplete(count: Int, _ matches: (_ left: Int, _ right: Int) -> Bool) -> Bool {
    var partner = [Int?](repeating: nil, count: count)
    func place(_ left: Int, _ tried: inout Set<Int>) -> Bool {
      for right in 0..<count where !tried.contains(right) && matches(left, right) {
        tried.insert(right)
        guard let other = partner[right] else {
          partner[right] = left
          return true
        }
        if place(other, &tried) {
          partner[right] = left
          return true
        }
      }
      return false
    }
    return (0..<count).allSatisfy { left in
      var tried: Set<Int> = []
      return place(left, &tried)
    }
  }
}
