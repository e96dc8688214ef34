// Evidence: where the standard tolerance could have found a line wrong, and where its floor would have let anything pass.

/// Which entries of two lines were compared with a say. A line holds when each of its entries had one in some draw.
struct Evidence {
  /// Entries of which some side was large enough, by their indices; none for a single number.
  private var told: Set<[Int]> = []
  /// Entries that differed while both sides were too small.
  private var open: Set<[Int]> = []

  /// Whether no entry was too small in every draw in which it differed.
  var isDecisive: Bool { open.isSubset(of: told) }

  /// Takes in that an entry differed, or did not: what is equal is no matter of tolerance.
  mutating func add(at place: [Int], differs: Bool, isLarge: Bool) {
    if isLarge {
      told.insert(place)
    } else if differs {
      open.insert(place)
    }
  }

  mutating func add(_ other: Evidence) {
    told.formUnion(other.told)
    open.formUnion(other.open)
  }
}
