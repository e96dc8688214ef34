// AssignmentReader: `a = b`, `a.b[0] &+= 1` and their like. The parser leaves operators unfolded, so
// an assignment is a list of operands and operators in turn.

import SwiftSyntax

enum AssignmentReader {
  /// The operators of the standard library that assign. One of somebody's own, as `~==`, may compare.
  private static let assigning: Set<String> = [
    "+=", "-=", "*=", "/=", "%=", "&+=", "&-=", "&*=", "<<=", ">>=", "&<<=", "&>>=", "&=", "|=",
    "^=", ".&=", ".|=", ".^=",
  ]

  static func json(of sequence: SequenceExprSyntax) -> JSON? {
    let elements = Array(sequence.elements)
    guard let index = elements.firstIndex(where: isAssignment), index > 0,
      index + 1 < elements.count
    else { return nil }
    // In `try x = f()` the parser puts the `try` on the place.
    let first = FormReader.withoutEffects(elements[0]).bare
    let place = first.bytes.lowerBound..<elements[index - 1].bytes.upperBound
    let value = elements[index + 1].bytes.lowerBound..<elements[elements.count - 1].bytes.upperBound
    return .object([
      "operator": .string(elements[index].trimmedDescription),
      "place": .range(place), "value": .range(value),
      "placeForm": .string(index == 1 ? placeForm(first) : "plain"),
      "isRereadable": .bool(
        index == 1 && Place.isRereadable(first, assigned: elements[(index + 1)...])),
      "names": .array(Place.names(in: first).map { .string($0) }),
      "indices": .array(Place.indices(of: first).map { .string($0) }),
      "isComputed": .bool(elements[(index + 1)...].contains(where: Place.calls)),
    ])
  }

  private static func isAssignment(_ element: ExprSyntax) -> Bool {
    if element.is(AssignmentExprSyntax.self) { return true }
    guard let name = element.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    return assigning.contains(name)
  }

  private static func placeForm(_ place: ExprSyntax) -> String {
    if place.is(DiscardAssignmentExprSyntax.self) { return "discard" }
    return (place.as(TupleExprSyntax.self)?.elements.count ?? 1) > 1 ? "tuple" : "plain"
  }
}
