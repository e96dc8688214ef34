// Navigation: which pages the head of a page leads to. Of a small site it is all of them; of a large one the sections, and the
// essays that stand near in the page's own: whatever the site's size, no page has more than a few dozen ways.

extension SiteMap {
  /// A site of no more essays shows all of them everywhere.
  static let wholeUpTo = 12
  /// How many essays of a long section are shown, and how many sections of many.
  private static let mostEssays = 12
  private static let mostSections = 24

  package var navigationIsWhole: Bool {
    groups.reduce(0) { $0 + $1.essays.count } <= Self.wholeUpTo
  }

  /// The groups that a page shows, each with those of its essays that it shows.
  package func navigation(on path: String) -> [Group] {
    if navigationIsWhole { return groups }
    let own = place(of: path)
    let shown = Self.window(groups.indices, around: own?.group ?? 0, atMost: Self.mostSections)
    return shown.compactMap { number in
      var group = groups[number]
      if number == own?.group {
        let near = Self.window(
          group.essays.indices, around: own?.index ?? 0, atMost: Self.mostEssays)
        // The page that speaks for the section stays its first, which its heading leads to.
        let page = near.lowerBound > 0 ? [group.page].compactMap { $0 } : []
        group.essays = page + group.essays[near]
        return group
      }
      if group.title == nil { return group.essays.count <= Self.mostEssays ? group : nil }
      group.essays = [group.page].compactMap { $0 }
      return group
    }
  }

  /// A stretch of so many, with one of them in its middle where there are as many on both sides.
  private static func window(
    _ all: Range<Int>, around middle: Int, atMost count: Int
  ) -> Range<Int> {
    guard all.count > count else { return all }
    let start = min(max(middle - count / 2, all.lowerBound), all.upperBound - count)
    return start..<start + count
  }
}
