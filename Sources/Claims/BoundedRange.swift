// BoundedRange: the ranges of the standard library among recorded values, by their ends. One of whole numbers
// is recorded by its elements, any other by its bounds.

import Diagnostics
import GalleyRecordFormat

struct BoundedRange {
  var lower: RecordedValue?
  var upper: RecordedValue?
  var includesUpper: Bool
  var shown: RecordedValue.Shown

  /// Nil for a value that is no range.
  init?(_ value: RecordedValue) {
    guard let shown = value.shown else { return nil }
    self.shown = shown
    switch shown.type.full.prefix(while: { $0 != "<" }) {
    case "Swift.Range", "Swift.PartialRangeUpTo": includesUpper = false
    case "Swift.ClosedRange", "Swift.PartialRangeThrough", "Swift.PartialRangeFrom":
      includesUpper = true
    default: return nil
    }
    switch value.unwrapped {
    case .object(let parts, _):
      lower = parts.first { $0.label == "lowerBound" }?.value
      upper = parts.first { $0.label == "upperBound" }?.value
    case .list:
      // The elements may have been cut, and an empty range has none: what is printed says both ends.
      let dots = includesUpper ? "..." : "..<"
      guard let printed = shown.printed, let place = printed.firstRange(of: dots) else {
        return nil
      }
      let type = RecordedValue.TypeName(short: "Int", full: "Swift.Int")
      let ends = [printed[..<place.lowerBound], printed[place.upperBound...]]
      guard ends.allSatisfy({ $0.drop { $0 == "-" }.allSatisfy(\.isNumber) && !$0.isEmpty }) else {
        return nil
      }
      lower = .integer(String(ends[0]), type: type)
      upper = .integer(String(ends[1]), type: type)
    default: return nil
    }
    if lower == nil && upper == nil { return nil }
  }

  /// The ends as parts of an object, as Swift's mirrors show them.
  var parts: [RecordedValue.Part] {
    [("lowerBound", lower), ("upperBound", upper)].compactMap { label, end in
      end.map { .init(label: label, value: $0) }
    }
  }
}
