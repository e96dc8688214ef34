// ListingOutcome: what became of one listing of documentation.

import Diagnostics
import Reading
import Running

package enum ListingOutcome: Hashable, Sendable {
  /// It ran to its end.
  case ran
  /// The compiler takes it, and it stopped before its end.
  case stopped(String)
  /// It cannot be compiled alone: it leaves out what a reader knows, or it is no Swift.
  case unfinished(String)
  /// The compiler rejects it.
  case rejected([Diagnostic])

  package var compiles: Bool {
    switch self {
    case .ran, .stopped: true
    case .unfinished, .rejected: false
    }
  }
}

/// A listing, with what became of it.
package struct VerifiedListing: Hashable, Sendable {
  /// The bytes of the file that its code stands in.
  package var range: Range<Int>
  /// Its first line of code, by which it is known again.
  package var head: String
  package var outcome: ListingOutcome
}

extension Referee {
  /// What became of a listing in a program that was made for it.
  func outcome(ofListing part: Int, in program: FinishedProgram) -> ListingOutcome {
    switch program.run.ending {
    case .compiled: return .ran
    case .ran(let execution):
      if execution.record.damage != nil { return .stopped("its record is not whole") }
      guard execution.end != .finished else { return .ran }
      return .stopped(stopDiagnostic(of: program)?.message ?? "it stopped before its end")
    case .unmade(let words):
      return .unfinished(
        words.map { "no program could be made of it: \($0)" } ?? "the compiler did not finish")
    case .refused:
      let errors = compilerLog(of: program).diagnostics.filter { $0.severity == .error }
      let range = draft.parts[part].range
      let own = errors.filter { $0.span.map { range.contains($0.range.lowerBound) } ?? true }
      let known = own.isEmpty ? errors : own
      if let reason = unfinished(part, known) { return .unfinished(reason) }
      // What a listing above leaves out may be what this one needs.
      if draft.hasPlaceholders(program.draft), let first = known.first {
        return .unfinished(first.message)
      }
      return .rejected(known)
    }
  }

  /// Why a listing cannot be compiled alone, although nothing need be wrong with it; nil where something is.
  private func unfinished(_ part: Int, _ errors: [Diagnostic]) -> String? {
    guard case .fence(let fence) = draft.parts[part] else { return nil }
    let words = errors.map(\.message)
    if let first = words.first(where: Self.isAboutUnknownName) { return first }
    if let first = words.first(where: Self.isAboutMissingBody) { return first }
    if let first = words.first(where: Self.isAboutSyntax) {
      let isNamed = fence.listing?.isNamed ?? true
      if !isNamed { return "this is no Swift: \(first)" }
      if draft.code(ofPart: part)?.swift.text.contains("...".utf8) == true { return first }
    }
    if fence.listing?.hasPlaceholders == true { return words.first }
    // Two ways to write the same, one above the other.
    if let first = words.first(where: { $0.hasPrefix("invalid redeclaration of") }) { return first }
    return nil
  }

  private static func isAboutUnknownName(_ words: String) -> Bool {
    words.hasPrefix("cannot find ") && words.hasSuffix(" in scope")
      || words.hasPrefix("no such module") || words.hasPrefix("unknown attribute")
      || words.hasPrefix("no macro named") || words.hasPrefix("cannot find operator")
      || words.contains("is not a binary operator") || words.hasPrefix("no precedence group")
      || words.hasPrefix("no such macro") || words.hasPrefix("precedencegroup")
      // A member of what a reader knows, `.target(name: …)`.
      || words.contains("cannot be resolved without a contextual type")
      || words.hasPrefix("the compiler is unable to type-check this expression")
      // What is written for those who work on the package.
      || words.contains("is inaccessible due to '")
      || words.contains("may only be declared on a type")
      // Three points in place of an argument.
      || words.contains("(UnboundedRange_)")
      // A member of a type, alone.
      || words.hasPrefix("property wrappers are not yet supported in top-level code")
  }

  private static func isAboutMissingBody(_ words: String) -> Bool {
    words.hasPrefix("expected '{' in body of") || words.hasPrefix("initializer requires a body")
      || words.hasPrefix("expected initializer body")
      || words.contains("must have accessors specified")
      || words.contains("requires an initial value") || words.hasPrefix("expected '{'")
      || words.contains("accessors specified") || words.hasPrefix("subscript in")
      || words.contains("requires an initializer expression")
      || words.hasPrefix("extensions must not contain stored properties")
      || words.contains("return' invalid outside of a func")
      || words.hasPrefix("'self'") || words.contains("can only be declared at file scope")
      || words.hasPrefix("computed property must have")
  }

  private static func isAboutSyntax(_ words: String) -> Bool {
    words.hasPrefix("expected ") || words.hasPrefix("consecutive ")
      || words.hasPrefix("unterminated ") || words.hasPrefix("extraneous ")
      || words.contains("is not a valid") || words.hasPrefix("invalid character")
      || words.hasPrefix("unexpected ") || words.hasPrefix("use of extraneous")
      || words.contains("is opened and not closed")
      || words.contains("is not a prefix unary operator")
      || words.contains("is not a postfix unary operator")
      || words.hasPrefix("'")
        && words.contains("is not")
  }
}

extension [UInt8] {
  fileprivate func contains(_ words: some Collection<UInt8>) -> Bool {
    firstRange(of: words) != nil
  }
}
