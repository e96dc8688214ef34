// What a report tells of corrections: plain values of a plan.

import Diagnostics
import Repair
import Reporting

extension ReportedRepair {
  /// - Parameter sources: the texts that were judged.
  package init(_ item: RepairPlan.Item, sources: [String: SourceText], paths: ShownPaths) {
    let (repair, edit) = (item.repair, item.repair.edit)
    self.init(
      place: ReportedPlace(repair.place, in: sources[repair.place.path], paths: paths),
      id: repair.rule.rawValue, original: edit.original, replacement: edit.replacement,
      relative: repair.change?.relative, isWording: repair.change == nil,
      obstacle: item.obstacle?.words)
  }
}
