// OutputGroups: which statements before a claim of output may have written what is claimed.

import SwiftText

extension SwiftReading {
  /// The statement above a comment and those before it, up to the last whose output is claimed or that may leave: what
  /// several statements print may be claimed below the last of them. In a closure each counts alone, for a result builder
  /// makes something of every one.
  func outputGroup(of statement: Int, behind claimed: Set<Int>) -> [Int] {
    guard statements[statement].blockKind != .closure else { return [statement] }
    let before = siblings(before: statement)
    let last = before.lastIndex { claimed.contains($0) || mayLeave($0) }
    return before[(last.map { $0 + 1 } ?? 0)...].filter { !statements[$0].isSilent } + [statement]
  }

  /// Whether a statement may leave its block: a `return`, `throw`, `break` or `continue` stands in it, and in no function
  /// or closure of its own.
  private func mayLeave(_ index: Int) -> Bool {
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
  fileprivate var isSilent: Bool {
    if case .declaration = form { true } else { false }
  }
}
