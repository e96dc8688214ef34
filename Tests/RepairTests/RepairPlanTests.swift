// Which corrections are written by those who look at nothing, and what becomes of the files.

import Claims
import Diagnostics
import Testing

@testable import Repair

@Suite struct RepairPlanTests {
  private func repair(
    _ lower: Int, _ original: String, _ replacement: String, in path: String = "a.md",
    isUnstable: Bool = false
  ) -> Repair {
    let span = SourceSpan(path, lower..<lower + original.utf8.count)
    var repair = Repair(
      rule: .claimRefuted, edit: Edit(span, original: original, replacement: replacement),
      message: "", change: .ofClaim(original, replacement))
    repair.isUnstable = isUnstable
    return repair
  }

  @Test func onlyDigitsGoInBulk() {
    let repairs = [
      repair(0, "0.666", "0.665"), repair(10, "0.9", "0.1"), repair(20, "-1", "1"),
      repair(30, "[1]", "[1, 2]"), repair(40, "0.25", "0.26", isUnstable: true),
    ]
    let plan = RepairPlan.inBulk(repairs, takesAll: false)
    #expect(
      plan.items.map(\.obstacle) == [
        nil, .notInBulk(.leadingDigit), .notInBulk(.sign), .notInBulk(.shape), .unstable,
      ])
    let all = RepairPlan.inBulk(repairs, takesAll: true)
    #expect(all.items.map(\.obstacle) == [nil, nil, nil, nil, .unstable])
  }

  @Test func theLargestChangeStandsFirstAndPicturesLast() {
    let picture = Repair(
      rule: .figureChanged,
      edit: Edit(SourceSpan("a.md", 90..<91), original: "a", replacement: "b"), message: "")
    let repairs = [
      picture, repair(0, "1.00", "1.01"), repair(10, "1.00", "1.50"), repair(20, "true", "false"),
      repair(30, "1.00", "0.90"), repair(5, "1.00", "1.01"),
    ]
    let order = RepairPlan.inBulk(repairs, takesAll: true).biggestFirst
    #expect(order.map(\.repair.edit.span.range.lowerBound) == [20, 10, 30, 0, 5, 90])
  }

  @Test func filesAreChangedByBytesAndNowhereElse() throws {
    let judged = ["a.md": SourceText("é 0.666, 0.9\r\n"), "b.md": SourceText("1.5")]
    let plan = RepairPlan.inBulk(
      [
        repair(3, "0.666", "0.665"), repair(10, "0.9", "0.1"),
        repair(0, "1.5", "1.6", in: "b.md"),
      ], takesAll: false)
    #expect(
      try plan.changes(of: judged) == [
        FileChange(path: "a.md", old: "é 0.666, 0.9\r\n", new: "é 0.665, 0.9\r\n"),
        FileChange(path: "b.md", old: "1.5", new: "1.6"),
      ])
  }

  @Test func aTextThatIsNoLongerThereIsRefused() {
    let plan = RepairPlan.inBulk([repair(0, "0.666", "0.665")], takesAll: false)
    #expect(throws: EditRefusal.self) { try plan.changes(of: ["a.md": SourceText("0.667")]) }
  }

  /// A file in which nothing of an essay stands, fingerprints of pictures for instance, may have to be made.
  @Test func aFileThatIsNotThereIsMade() throws {
    let edit = Edit(SourceSpan("pictures", 0..<0), original: "", replacement: "fig: 1\n")
    let plan = RepairPlan.inBulk(
      [Repair(rule: .figureChanged, edit: edit, message: "")], takesAll: false)
    #expect(
      try plan.changes(of: [:]) == [FileChange(path: "pictures", old: nil, new: "fig: 1\n")])
  }

  @Test func oneCorrectionOfAPlaceGoesFirst() throws {
    let plan = RepairPlan.inBulk(
      [repair(0, "[1, 20]", "[1, 21]"), repair(4, "20", "22"), repair(8, "30", "31")],
      takesAll: false)
    #expect(plan.items.map(\.obstacle) == [nil, .overlap, nil])
    #expect(
      try plan.changes(of: ["a.md": SourceText("[1, 20] 30")]).map(\.new) == ["[1, 21] 31"])
  }

  @Test func lettersThatLookAlikeAreOthers() throws {
    let plan = RepairPlan.inBulk([repair(0, "\"e\u{301}\"", "\"é\"")], takesAll: true)
    let changes = try plan.changes(of: ["a.md": SourceText("\"e\u{301}\"")])
    #expect(changes.map { Array($0.new.utf8) } == [Array("\"é\"".utf8)])
  }
}
