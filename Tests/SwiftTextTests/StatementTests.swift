// StatementTests: which statement a comment stands behind, and what is known of it.

import Testing

@testable import SwiftText

@Suite struct StatementTests {
  /// The source of the statement that each line comment of a text stands behind, nil for none.
  static func statements(_ text: String) async throws -> [String?] {
    let reading = try await ParserProgram.read(text)
    return reading.comments.map { comment in
      let start = reading.text[..<comment.range.lowerBound].lastIndex(of: UInt8(ascii: "\n")) ?? -1
      return reading.statement(
        endingOnLine: start + 1..<comment.range.upperBound,
        before: comment.range.lowerBound
      ).map { reading.source(reading.statements[$0].range) }
    }
  }

  @Test(arguments: [
    ("let a = f(1)  // c", ["let a = f(1)"]),
    ("foo(  // c\n  1)  // d", [nil, "foo(  // c\n  1)"]),
    (
      "xs.map { $0 }  // c\n  .filter { $0 }  // d", [nil, "xs.map { $0 }  // c\n  .filter { $0 }"]
    ),
    (
      "for x in xs {  // c\n  x + 1  // d\n}  // e",
      [nil, "x + 1", "for x in xs {  // c\n  x + 1  // d\n}"]
    ),
    ("if a { b }  // c\nelse { d }  // e", [nil, "if a { b }  // c\nelse { d }"]),
    ("a; b;  // c", ["b"]),
    (
      "let q = try /\"/.firstMatch(in: s) != nil  // c",
      ["let q = try /\"/.firstMatch(in: s) != nil"]
    ),
    ("let r = #\"\"\"#, s = #/a\"//b/#  // c", ["let r = #\"\"\"#, s = #/a\"//b/#"]),
    ("let s = \"\\(f(\"// x\"))\"  // c", ["let s = \"\\(f(\"// x\"))\""]),
    ("a + /* c */ b", [nil]),
    ("a +  // c\n  b", [nil]),
    ("// c\na", [nil]),
    ("switch a {\ncase 1: f()  // c\ndefault: g()  // d\n}", ["f()", "g()"]),
    ("struct S { let a = 1  // c\n}", [nil]),
    ("#if A\nf()  // c\n#endif  // d", ["f()", "#if A\nf()  // c\n#endif"]),
    ("guard let a else { return }  // c", ["guard let a else { return }"]),
    ("label: while a { break label }  // c", ["label: while a { break label }"]),
  ])
  func findsTheStatementBeforeAComment(_ text: String, _ expected: [String?]) async throws {
    #expect(try await Self.statements(text) == expected.map { $0 })
  }

  static func form(_ text: String) async throws -> SwiftReading.Form? {
    try await ParserProgram.read(text).statements.first?.form
  }

  @Test(arguments: [
    ("import A", "import"), ("@MainActor public final class C {}", "class"),
    ("func f() {}", "func"),
    ("infix operator +++", "operator"), ("typealias A = B", "typealias"),
  ])
  func namesDeclarations(_ text: String, _ keyword: String) async throws {
    #expect(try await Self.form(text) == .declaration(keyword))
  }

  @Test(arguments: [
    ("if a {}", "if"), ("switch a {}", "switch"), ("for a in b {}", "for"),
    ("do {} catch {}", "do"),
    ("repeat {} while a", "repeat"), ("a: while b {}", "while"), ("defer {}", "defer"),
    ("guard a else {}", "guard"), ("for try await a in b {}", "for"),
  ])
  func namesControl(_ text: String, _ keyword: String) async throws {
    #expect(try await Self.form(text) == .control(keyword))
  }

  @Test(arguments: [("#expect(a == 1)", "expect"), ("try #require(a)", "require")])
  func namesMacros(_ text: String, _ name: String) async throws {
    #expect(try await Self.form(text) == .macro(name))
  }

  @Test(arguments: [
    ("let a = 1", ["a"], true, false),
    ("let a = 1, (b, _, c): T = d", ["a", "b", "c"], true, false),
    ("let _ = f()", [], true, false), ("var a: Int { 3 }", ["a"], false, true),
    ("var a: Int { get { 3 } set {} }", ["a"], false, true),
    ("var `class` = 1 { didSet {} }", ["class"], true, false), ("let a: Int", ["a"], false, false),
  ])
  func readsBindings(
    _ text: String, _ names: [String], _ hasInitializer: Bool, _ isComputed: Bool
  ) async throws {
    guard case .binding(let binding) = try await Self.form(text) else {
      Issue.record("no binding")
      return
    }
    #expect(binding.parts.flatMap(\.names) == names)
    #expect(binding.parts.contains { $0.initializer != nil } == hasInitializer)
    #expect(binding.parts.contains(where: \.isComputed) == isComputed)
  }

  @Test(arguments: [
    ("a = b", "a", "=", true), ("a += b", "a", "+=", true), ("a.b[0] &+= 1", "a.b[0]", "&+=", true),
    ("try x = f()", "x", "=", true), ("x = try await f()", "x", "=", true),
    ("list[list.count - 1] = 2", "list[list.count - 1]", "=", false),
    ("a[a.i] = 2", "a[a.i]", "=", false), ("a[i.j]!.c?.0 = 2", "a[i.j]!.c?.0", "=", true),
    ("f().a = 2", "f().a", "=", false), ("a[i] = next(&i)", "a[i]", "=", false),
    ("$0[\"k\"] = 2", "$0[\"k\"]", "=", true),
    ("self.a[-1, default: 0] = 2", "self.a[-1, default: 0]", "=", true),
    ("a[{ 1 }()] = 2", "a[{ 1 }()]", "=", false), ("d[.red] = 2", "d[.red]", "=", true),
  ])
  func readsAssignments(
    _ text: String, _ place: String, _ sign: String, _ isRereadable: Bool
  ) async throws {
    let reading = try await ParserProgram.read(text)
    guard case .assignment(let assignment) = reading.statements[0].form else {
      Issue.record("no assignment")
      return
    }
    #expect(reading.source(assignment.place) == place)
    #expect(assignment.operator == sign)
    #expect(assignment.isRereadable == isRereadable)
  }

  @Test(arguments: ["a == b", "a <= b", "a !== b", "a ~= b", "a .== b", "a ? b : c", "a >= b"])
  func comparisonsAssignNothing(_ text: String) async throws {
    guard case .expression = try await Self.form(text) else {
      Issue.record("no expression")
      return
    }
  }

  @Test func knowsPlaceForms() async throws {
    let forms = try await ParserProgram.read("_ = a\n(a, b) = c\n(a) = c").statements.map(\.form)
    let places = forms.map {
      if case .assignment(let found) = $0 { found.placeForm } else { nil }
        as SwiftReading.Assignment.PlaceForm?
    }
    #expect(places == [.discard, .tuple, .plain])
  }

  @Test func knowsBlocks() async throws {
    let reading = try await ParserProgram.read(
      "a\nxs.map { y; z }\nfunc f() { return 1 }\nif a { b }")
    let inner = reading.statements.filter { $0.blockKind != .topLevel }
    #expect(inner.map(\.blockKind) == [.closure, .closure, .function, .control])
    #expect(inner.map(\.isOnlyInBlock) == [false, false, true, true])
    let z = try #require(reading.statements.firstIndex { reading.source($0.range) == "z" })
    #expect(
      reading.siblings(before: z).map { reading.source(reading.statements[$0].range) } == ["y"])
    #expect(
      reading.statements[z].parent.map { reading.source(reading.statements[$0].range) }
        == "xs.map { y; z }")
  }

  @Test func findsPrintCalls() async throws {
    let forms = try await ParserProgram.read(
      "print(1)\nSwift.print(1)\na.print(1)\nprint\nawait f()"
    )
    .statements
    let calls = forms.map {
      if case .expression(let found) = $0.form { found.isPrintCall } else { false }
    }
    #expect(calls == [true, true, false, false, false])
    guard case .expression(let last) = forms[4].form else { return }
    #expect(last.hasEffects)
  }
}
