// Watch: a statement that its program tells about, and the words that make it do so. They stand around
// the statements that somebody claims something about; for output also before those above it that may have written.

import SwiftText

package struct Watch: Hashable, Sendable {
  /// Which part of the page it stands in.
  package var part: Int
  /// Words for the part's code. None for a comment in prose, which is written around its Swift.
  package var insertions: [Insertion] = []
  /// The watch that tells what a method was called on, for a call without a value.
  package var place: Int?

  /// Whether it tells of an expression that stands in a comment.
  package var isOfComment: Bool { insertions.contains { $0.lineNumber != nil } }

  /// The function that is told of what a method was called on.
  private static let placeCall = "__galley_place"

  /// Why a statement tells of no value, and what its author can do.
  package struct Impossible: Error, Hashable {
    package var reason: String
  }

  /// Words that let a statement tell its value.
  static func value(
    of index: Int, in swift: SwiftReading, number: Int, names: PageNames
  ) throws(Impossible) -> [Insertion] {
    let statement = swift.statements[index]
    if swift.isDelegation(statement) {
      throw Impossible(reason: "an initialiser that is called here has no value to claim")
    }
    func around(_ range: Range<Int>) throws(Impossible) -> [Insertion] {
      if swift.endsWithDirective(range) {
        throw Impossible(
          reason: "‘#endif’ ends this expression: give its value a name, and claim that")
      }
      if let word = swift.wordBeforeNoArgument(range) {
        throw Impossible(
          reason: "‘\(word)’ may only stand where it does: give its value a name, and claim that")
      }
      return Insertion.around(range, "__galley_value(\(number), ", ")")
    }
    func behind(_ place: String) -> [Insertion] {
      [.behind(statement.range, "; let _ = __galley_value(\(number), \(place))")]
    }
    switch statement.form {
    case .expression(let expression):
      if let name = expression.callee, ["print", "debugPrint"].contains(name),
        !names.isOwnFunction(name)
      {
        throw Impossible(
          reason: "‘\(name)’ has no value: write // Prints \"…\" to claim what it prints")
      }
      // `list.sort()` has no value: what it changed is claimed. A lone statement may be its block's value.
      guard let receiver = expression.receiver, swift.source(receiver.range) == receiver.root,
        names.isPlain(receiver.root), !statement.isOnlyInBlock || statement.blockKind == .topLevel
      else { return try around(expression.range) }
      return try around(expression.range) + [
        .behind(
          statement.range, "; let _ = \(placeCall)(\(number + 1), \(receiver.root))", layer: 2,
          isDispensable: true)
      ]
    case .macro: return try around(statement.range)
    case .throw(let value): return try around(value)
    case .return(let value?): return try around(value)
    case .return(nil): throw Impossible(reason: "this ‘return’ has no value to claim")
    case .binding(let binding):
      guard let last = binding.parts.last, let value = last.initializer else {
        throw Impossible(
          reason: "‘\(binding.keyword)’ gives no value here: claim it where there is one")
      }
      if binding.isAsync {
        throw Impossible(
          reason: "‘async let’ has no value yet: claim it on a line of its own that awaits it")
      }
      // A lazy value is told when it is computed.
      if last.names.isEmpty || binding.modifiers.contains("lazy") { return try around(value) }
      if binding.hasAttributes {
        throw Impossible(
          reason:
            "an attribute may change what is bound here: claim ‘\(last.names[0])’ on a line of its own"
        )
      }
      // A pattern reads as its value only where nothing but names stands in it.
      let read = binding.parts.compactMap { swift.names(in: $0.pattern) }
      if read.count < binding.parts.count {
        if binding.parts.count == 1 { return try around(value) }
        throw Impossible(
          reason:
            "the names of these patterns have no value together: claim each on a line of its own")
      }
      return behind(read.count == 1 ? read[0] : "(\(read.joined(separator: ", ")))")
    case .assignment(let assignment):
      if assignment.placeForm == .discard { return try around(assignment.value) }
      let place = swift.source(assignment.place)
      guard names.isReadable(assignment), !place.contains("\n") else {
        throw Impossible(
          reason:
            "what stands there now is only known by running code once more: claim the new value on a "
            + "line of its own below")
      }
      return behind(place.hasSuffix("?") ? String(place.dropLast()) : place)
    case .declaration(let word):
      throw Impossible(reason: "‘\(word)’ declares something and has no value to claim")
    case .control(let word):
      throw Impossible(
        reason: "‘\(word)’ has no value of its own: claim a value inside it or after it")
    case .ifConfig:
      throw Impossible(reason: "‘#if’ has no value of its own: claim a value inside it or after it")
    }
  }

  /// Words that let a statement tell what it throws, and the program go on behind it.
  static func thrown(
    by index: Int, in swift: SwiftReading, number: Int
  ) throws(Impossible) -> [Insertion] {
    let statement = swift.statements[index]
    let range: Range<Int>
    switch statement.form {
    case .expression(let expression) where !swift.isDelegation(statement): range = expression.range
    case .macro: range = statement.range
    case .assignment(let assignment) where assignment.placeForm == .discard:
      range = statement.range
    case .binding(let binding):
      throw Impossible(
        reason:
          "where this throws, ‘\(binding.keyword)’ gives no name to what follows: write _ = … instead"
      )
    default:
      throw Impossible(
        reason:
          "only a call can be claimed to throw, alone or behind ‘_ =’: give it a line of its own")
    }
    if swift.endsWithDirective(range) {
      throw Impossible(
        reason: "‘#endif’ ends this expression: call what throws on a line of its own")
    }
    let isAsync = swift.source(range).split(whereSeparator: { !$0.isLetter }).contains("await")
    return Insertion.around(
      range, "\(isAsync ? "await " : "")__galley_thrown(\(number), { ", " })", layer: 1)
  }

  /// Words that let a group of statements tell what each of them wrote. Every run has a number of its own, so that one that
  /// was left early, or runs beside another, is known.
  static func output(
    of group: [Int], in swift: SwiftReading, number: Int
  ) throws(Impossible) -> [Insertion] {
    guard let last = group.last else { return [] }
    let statement = swift.statements[last]
    let value = try writingValue(of: statement, in: swift)
    // One expression stays one where it may be all that a closure or a function consists of. Elsewhere its value goes
    // before the end: what it writes then is the statement's, too.
    if group.count == 1, let value, statement.leaves || statement.mayBeValue {
      return Insertion.around(
        value, "__galley_printed(__galley_mark(\(number)), \(number), ", ")", layer: 1)
    }
    let run = "__galley_run_\(number)"
    func end(_ index: Int) -> String {
      // A directive begins a line.
      swift.endsWithDirective(swift.statements[index].range) ? "\n" : "; "
    }
    let marks = group.enumerated().compactMap { place, index -> Insertion? in
      // What an `async let` starts writes at once, or when it is awaited: from it on all count as one.
      if group[..<place].contains(where: { swift.statements[$0].startsTask }) { return nil }
      let words =
        place == 0
        ? "let \(run) = __galley_mark(\(number))" : "let _ = __galley_next(\(run), \(number))"
      return .before(swift.statements[index].range, words + end(index), layer: 1)
    }
    if let value, statement.leaves {
      return marks
        + Insertion.around(
          value, "__galley_printed(\(run), \(number), ", ")", layer: 1)
    }
    return marks + [
      .behind(
        statement.range, end(last) + "let _ = __galley_end(\(run), \(number))", layer: 1)
    ]
  }

  /// The expression that a statement evaluates and in which it writes; nil for one that is no expression.
  private static func writingValue(
    of statement: SwiftReading.Statement, in swift: SwiftReading
  ) throws(Impossible) -> Range<Int>? {
    if swift.isDelegation(statement) { return nil }
    let value: Range<Int>
    switch statement.form {
    case .expression(let expression): value = expression.range
    case .macro: value = statement.range
    case .return(let returned?): value = returned
    case .throw(let thrown): value = thrown
    case .return(nil), .control("break"), .control("continue"), .control("fallthrough"):
      throw Impossible(reason: "‘\(statement.form.word)’ leaves, and writes nothing")
    case .control(let word)
    where ["if", "switch"].contains(word) && statement.isOnlyInBlock
      && statement.blockKind != .topLevel && !swift.standsInLoop(statement):
      throw Impossible(
        reason: "this ‘\(word)’ may be a value: claim what is printed inside its branches")
    default: return nil
    }
    if swift.endsWithDirective(value), !statement.leaves { return nil }
    guard let word = swift.wordBeforeNoArgument(value) else { return value }
    guard word == "repeat", !statement.leaves else {
      throw Impossible(
        reason: "‘\(word)’ may only stand where it does: claim what is printed inside its branches")
    }
    return nil
  }
}

extension SwiftReading {
  /// Whether another initialiser is called, which may be a part of no other expression: `self.init()`.
  fileprivate func isDelegation(_ statement: Statement) -> Bool {
    guard case .expression(let expression) = statement.form else { return false }
    let words = source(expression.range).split(whereSeparator: \.isWhitespace)
    let call = words.drop { ["try", "try!", "try?", "await", "unsafe"].contains($0) }.first ?? ""
    return ["self.init", "super.init"].contains(call.prefix { $0 != "(" })
  }

  /// Whether it is a statement of a loop's own, which never is the loop's value.
  fileprivate func standsInLoop(_ statement: Statement) -> Bool {
    guard let parent = statement.parent, case .control(let word) = statements[parent].form else {
      return false
    }
    return ["for", "while", "repeat"].contains(word)
  }

  /// Whether a directive, which has its line for itself, is the last of it.
  fileprivate func endsWithDirective(_ range: Range<Int>) -> Bool {
    source(range).hasSuffix("#endif")
  }

  /// The word at the beginning of an expression that cannot be an argument: `if`, `switch`, and `repeat` of a pack.
  fileprivate func wordBeforeNoArgument(_ range: Range<Int>) -> String? {
    var words = source(range).split(whereSeparator: { !$0.isLetter && $0 != "_" }).prefix(3)
    while let first = words.first, ["try", "await", "unsafe"].contains(first) {
      words.removeFirst()
    }
    guard let first = words.first, ["if", "switch", "repeat"].contains(first),
      source(range).drop(while: { !$0.isLetter }).count > 0
    else { return nil }
    return String(first)
  }
}

extension SwiftReading {
  /// A pattern of names and brackets on one line, as the expression of what it binds; nil where something is left out or
  /// labelled, or a comment stands in it.
  fileprivate func names(in pattern: Range<Int>) -> String? {
    let text = source(pattern)
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    guard !text.contains(":"), !text.contains("/"), !words.contains("_") else { return nil }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension SwiftReading.Statement {
  /// Whether its value may be that of its block, of a closure for instance.
  fileprivate var mayBeValue: Bool {
    blockKind == .closure || isOnlyInBlock && blockKind != .topLevel
  }

  fileprivate var startsTask: Bool {
    if case .binding(let binding) = form { binding.isAsync } else { false }
  }

  /// Whether nothing behind it in its block is run.
  fileprivate var leaves: Bool {
    switch form {
    case .return, .throw: true
    default: false
    }
  }
}
