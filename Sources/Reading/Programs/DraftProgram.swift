// DraftProgram: the parts of a page that share one scope, and become one Swift main file.

import Diagnostics
import Markup

package struct DraftProgram: Sendable {
  /// The essay's path.
  package var path: String
  /// The places of its parts among all parts of the page, in order.
  package var parts: [Int] = []
  /// Whether the program is compiled and not run; only the last part is then of interest.
  package var isOnlyCompiled = false
  package var timeout: Duration?
  /// How its last part fails; nil for a program that comes to its end.
  package var failure: ExpectedFailure?
  /// The statement of documentation that is said to fail and that the program tries, among the draft's.
  package var listedFailure: Int?
  /// Whether something above that documentation goes on from is not in it: what it computes may not be what was meant.
  package var isWithoutNeeds = false

  package init(
    path: String, parts: [Int] = [], isOnlyCompiled: Bool = false, listedFailure: Int? = nil
  ) {
    self.path = path
    self.parts = parts
    self.isOnlyCompiled = isOnlyCompiled
    self.listedFailure = listedFailure
  }
}

/// Sorts the parts of a page into programs.
struct ProgramSorter {
  private let path: String
  private var programs: [DraftProgram] = []
  private var named: [String: Int] = [:]
  private var pageProgram = 0
  private var current: Int?
  private var compiled: [DraftProgram] = []

  /// - Parameter refused: parts that cannot be compiled. A prose comment and a derivation, whose names
  ///   nobody else sees, are left out; an example
  ///   takes its whole program with it, since what follows may need what it would have declared.
  static func programs(
    of parts: [ProgramPart], without refused: Set<Int>, path: String
  ) -> [DraftProgram] {
    var sorter = ProgramSorter(path: path)
    for (index, part) in parts.enumerated() {
      if refused.contains(index), !part.declaresNames { continue }
      sorter.add(part, index)
    }
    return (sorter.programs + sorter.compiled).filter { program in
      !program.parts.isEmpty && !program.parts.contains(where: refused.contains)
    }
  }

  private init(path: String) {
    self.path = path
    pageProgram = begin()
  }

  private mutating func begin() -> Int {
    programs.append(DraftProgram(path: path))
    return programs.count - 1
  }

  private mutating func add(_ part: ProgramPart, _ index: Int) {
    switch part {
    case .prose, .table:
      // A number in prose belongs to the program of the example that it follows.
      programs[current ?? pageProgram].parts.append(index)
    case .fence(let fence):
      let placement = fence.placement
      if case .skipped = fence.use {
        current = placement.program.flatMap { named[$0] } ?? pageProgram
        return
      }
      let target = target(of: placement)
      current = target
      let failure = fence.failure
      if fence.use == .compiledOnly || failure != nil {
        var program = programs[target]
        program.parts.append(index)
        program.isOnlyCompiled = failure == nil || failure == .rejected
        program.failure = failure
        program.timeout = fence.terms?.timeout ?? program.timeout
        compiled.append(program)
        return
      }
      programs[target].parts.append(index)
      if let timeout = fence.terms?.timeout {
        programs[target].timeout = max(programs[target].timeout ?? timeout, timeout)
      }
    }
  }

  private mutating func target(of placement: Fence.Placement) -> Int {
    if let name = placement.program {
      if let known = named[name], !placement.isFresh { return known }
      let new = begin()
      named[name] = new
      return new
    }
    if placement.isFresh { pageProgram = begin() }
    return pageProgram
  }
}

extension ProgramPart {
  /// Whether what follows on the page may use names of this part.
  fileprivate var declaresNames: Bool {
    switch self {
    case .prose, .table: false
    case .fence(let fence): fence.chain == nil && fence.failure == nil
    }
  }
}
