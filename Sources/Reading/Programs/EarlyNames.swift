// EarlyNames: names that are used above the line that gives them their value. In a main file Swift lets that pass,
// and what is read there is whatever memory held. It is a warning: a name may mean another thing than it seems.

import Diagnostics
import SwiftText

enum EarlyNames {
  static func warnings(in program: DraftProgram, of draft: Draft) -> Log {
    let parts = program.parts.filter { draft.code(ofPart: $0) != nil }
    let names = parts.map { part -> SwiftReading.Names in
      let names = draft.code(ofPart: part)?.swift.names ?? .init()
      // What derivations and sweeps declare, nobody else sees.
      guard draft.isLocal(part) else { return names }
      let own = Set(names.values.map(\.name))
      return .init(uses: names.uses.filter { !own.contains($0.name) })
    }
    var log = Log()
    for use in EarlyUse.find(in: names) {
      guard let code = draft.code(ofPart: parts[use.text]) else { continue }
      log.add(
        Diagnostic(
          .programTooEarly, .warning,
          at: SourceSpan(draft.document.path, code.essayRange(use.range)),
          "‘\(use.name)’ seems to be given its value further down, and would be read as 0 or as nothing "
            + "here: move this below that line"))
    }
    return log
  }
}

extension Draft {
  fileprivate func isLocal(_ part: Int) -> Bool {
    guard case .fence(let fence) = parts[part] else { return false }
    return fence.chain != nil || fence.sweep != nil
  }
}
