// Pairing: whether things without an order can be told apart pair by pair. First come, first served
// would depend on the order, and the order of a set changes from run to run.

enum Pairing {
  /// So many pairs can be compared one by one within seconds.
  static let limit = 62_500

  /// For each thing on the left one of its own on the right, or nil: a largest matching of a bipartite
  /// graph, found by augmenting paths. `choices` holds for each on the left those on the right that match.
  static func partners(_ choices: [[Int]], count: Int) -> [Int?] {
    var left = [Int?](repeating: nil, count: choices.count)
    var right = [Int?](repeating: nil, count: count)
    for start in choices.indices {
      // Breadth first: `origin` tells from which on the left a place on the right was come to.
      var origin = [Int?](repeating: nil, count: count)
      var queue = [start]
      var free: Int?
      search: while let current = queue.popLast() {
        for place in choices[current] where origin[place] == nil {
          origin[place] = current
          guard let other = right[place] else {
            free = place
            break search
          }
          queue.append(other)
        }
      }
      while let place = free, let from = origin[place] {
        free = left[from]
        left[from] = place
        right[place] = from
      }
    }
    return left
  }
}
