// SilentChecks: checks of testing libraries in an example. Outside of a test they say nothing when they fail, so a
// reader would take for checked what is not.

import Diagnostics
import Markup
import SwiftText

enum SilentChecks {
  /// - Parameter imports: the modules that the fences of the page import by name. Without such an import the name may
  ///   be somebody's own, and is only warned of.
  static func log(of code: ExampleCode, imports: Set<String>, in document: Document) -> Log {
    var log = Log()
    for statement in code.swift.statements {
      guard let (name, module) = check(statement.form) else { continue }
      log.add(
        Diagnostic(
          .claimUnattached, imports.contains(module) ? .error : .warning,
          at: SourceSpan(document.path, code.essayRange(statement.range)),
          "‘\(name)’ says nothing when it fails outside of a test, so this would only look checked: "
            + "write the condition with // → true, or use ‘precondition’"))
    }
    return log
  }

  private static func check(_ form: SwiftReading.Form) -> (name: String, module: String)? {
    switch form {
    case .macro("expect"): ("#expect", "Testing")
    case .expression(let expression):
      expression.callee.flatMap { name in
        name.hasPrefix("XCTAssert") || ["XCTFail", "XCTUnwrap"].contains(name)
          ? (name, "XCTest") : nil
      }
    default: nil
    }
  }
}
