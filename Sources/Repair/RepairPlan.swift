// RepairPlan: which corrections are written, and what becomes of each file. Pure: files are read and written elsewhere.

import Claims
import Diagnostics

package struct RepairPlan: Hashable, Sendable {
  package var items: [Item]

  /// A correction with what stands against it; nothing for one that is to be written.
  package struct Item: Hashable, Sendable {
    package var repair: Repair
    package var obstacle: Obstacle?
  }

  package init(_ items: [Item]) { self.items = items }

  /// The plan for those who look at nothing: digits are written, and what may mean that the code is wrong is not.
  ///
  /// - Parameter takesAll: whether somebody answers for all of it. What does not stay the same is not written even then.
  package static func inBulk(_ repairs: [Repair], takesAll: Bool) -> RepairPlan {
    RepairPlan(
      repairs.map { repair in
        let kind = repair.change?.kind ?? .digits
        let obstacle: Obstacle? =
          if repair.isUnstable { .unstable } else {
            takesAll || kind == .digits ? nil : .notInBulk(kind)
          }
        return Item(repair: repair, obstacle: obstacle)
      }
    ).withoutOverlaps()
  }

  /// Of corrections of the same bytes the first one goes; the next run may write the other.
  package func withoutOverlaps() -> RepairPlan {
    var plan = self
    var taken: [Edit] = []
    for index in items.indices where items[index].obstacle == nil {
      let edit = items[index].repair.edit
      if taken.contains(where: { $0.isInTheWay(of: edit) }) {
        plan.items[index].obstacle = .overlap
      } else {
        taken.append(edit)
      }
    }
    return plan
  }

  package var accepted: [Repair] { items.filter { $0.obstacle == nil }.map(\.repair) }

  /// As a table lists them: what has no measure and another shape first, then the largest change, and pictures last.
  package var biggestFirst: [Item] {
    let keys = items.map { item -> (Int, Double) in
      guard let change = item.repair.change else { return (2, 0) }
      return change.relative.map { (1, -$0.magnitude) } ?? (0, 0)
    }
    return items.indices.sorted {
      let (a, b) = (items[$0].repair.place, items[$1].repair.place)
      return (keys[$0].0, keys[$0].1, a.path, a.range.lowerBound)
        < (keys[$1].0, keys[$1].1, b.path, b.range.lowerBound)
    }.map { items[$0] }
  }

  /// What becomes of each file that has an accepted correction, by path.
  ///
  /// - Parameter judged: the texts that were judged, by the paths of the edits. A file that is not among them is to be
  ///   made.
  /// - Throws: `EditRefusal` where two corrections are of the same bytes, or the text is not the one they were made for.
  package func changes(
    of judged: [String: SourceText]
  ) throws(EditRefusal) -> [FileChange] {
    var changes: [FileChange] = []
    let byPath = Dictionary(grouping: accepted.map(\.edit), by: \.span.path)
    for (path, edits) in byPath.sorted(by: { $0.key < $1.key }) {
      let old = judged[path]?.text
      let new = try edits.applied(to: old ?? "", of: path)
      // Letter by letter: é in one scalar and é in two are equal for Swift.
      if let old, new.utf8.elementsEqual(old.utf8) { continue }
      changes.append(FileChange(path: path, old: old, new: new))
    }
    return changes
  }
}

extension Edit {
  /// Whether not both can be put in. The same correction twice is one.
  fileprivate func isInTheWay(of other: Edit) -> Bool {
    guard span.path == other.span.path, self != other else { return false }
    let (a, b) = (span.range, other.span.range)
    return a.overlaps(b) || a == b || a.isEmpty && b.contains(a.lowerBound)
      || b.isEmpty && a.contains(b.lowerBound)
  }
}

/// A file as it was judged, and as it is to be.
package struct FileChange: Hashable, Sendable {
  /// Relative to the project.
  package var path: String
  /// Nil for a file that is not there.
  package var old: String?
  package var new: String

  package init(path: String, old: String?, new: String) {
    self.path = path
    self.old = old
    self.new = new
  }
}
