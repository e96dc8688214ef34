// OutputGroups: which statements before a claim of output may have written what is claimed.

import SwiftText

extension SwiftReading {
  /// Whether a statement may leave its block: a `return`, `throw`, `break` or `continue` stands in it, and in no function
  /// or closure of its own.
  func mayLeave(_ index: Int) -> Bool {
    let range = statements[index].range
    if case .control("guard") = statements[index].form { return true }
    return statements.indices.contains { inner in
      guard range.contains(statements[inner].range.lowerBound) else { return false }
      switch statements[inner].form {
      case .return, .throw, .control("break"), .control("continue"): break
      default: return false
      }
      var current = inner
      while current != index {
        if [.function, .closure].contains(statements[current].blockKind) { return false }
        guard let parent = statements[current].parent else { return false }
        current = parent
      }
      return true
    }
  }
}

extension SwiftReading.Statement {
  /// Whether it runs nothing itself: a group of statements that print goes on over it.
  var isSilent: Bool {
    if case .declaration = form { true } else { false }
  }
}
