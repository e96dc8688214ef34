// PageNames: what is known of the names of a page: which of them are plain variables, that may be read once more without
// running anybody's code.

import SwiftText

package struct PageNames: Sendable {
  private let bound: Set<String>
  private let accessors: Set<String>
  /// Names that are bound to a range: a subscript by one of them may change how many elements there are.
  private let ranges: Set<String>
  private let functions: Set<String>

  package init(_ readings: [SwiftReading]) {
    let bindings = readings.flatMap { reading in
      reading.statements.flatMap { statement -> [(names: [String], value: String)] in
        guard case .binding(let binding) = statement.form else { return [] }
        return binding.parts.map { ($0.names, $0.initializer.map(reading.source) ?? "") }
      }
    }
    bound = Set(bindings.flatMap(\.names))
    ranges = Set(bindings.filter { $0.value.contains("..") }.flatMap(\.names))
    accessors = readings.reduce(into: []) { $0.formUnion($1.accessors) }
    functions = readings.reduce(into: []) { $0.formUnion($1.names.others) }
  }

  /// Whether a name is that of a stored variable of the page.
  func isPlain(_ name: String) -> Bool { bound.contains(name) && !accessors.contains(name) }

  /// Whether reading what an assignment assigned to, once more behind it, names the same place and runs no code of the
  /// page.
  func isReadable(_ assignment: SwiftReading.Assignment) -> Bool {
    assignment.isRereadable && accessors.isDisjoint(with: assignment.names)
      && accessors.isDisjoint(with: assignment.indices)
      && ranges.isDisjoint(with: assignment.indices)
      && (assignment.indices.isEmpty || !assignment.isComputed)
  }

  /// Whether the page declares a function of that name.
  func isOwnFunction(_ name: String) -> Bool { functions.contains(name) }
}
