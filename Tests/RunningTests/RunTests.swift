// One program through compiler, run and symbolizer.

import Foundation
import GalleyRecordFormat
import Testing

@testable import Running

struct RunTests {
  @Test func whatAProgramTellsComesBack() async throws {
    let run = try await Scratch.run(
      """
      let first = __galley_mark(2)
      print("one")
      _ = __galley_end(first, 2)
      for i in 3...4 { _ = __galley_value(1, i) }
      print("two", terminator: "")
      FileHandle.standardError.write(Data("aside".utf8))
      """)
    let execution = try #require(run.execution)
    #expect(run.messages.isEmpty && execution.end == .finished)
    #expect(run.numbers() == ["3", "4"])
    #expect(execution.output == Array("one\ntwo".utf8) && execution.errors == Array("aside".utf8))
    let marks = try #require(execution.record.marks[2])
    #expect(marks.map(\.moment) == [.begin, .end] && marks.map(\.output) == [0, 4])
    #expect(marks.map(\.run) == [1, 1] && Set(marks.map(\.context)).count == 1)
    #expect(execution.record.damage == nil && execution.record.rounding == .nearest)
  }

  /// However alike what they come from is called, and however many run at once.
  @Test func programsShareNothing() async throws {
    let bench = try await Bench.open(in: Scratch.workshop(), drawsFigures: false)
    defer { bench.clear() }
    let found = try await withThrowingTaskGroup(of: (Int, [String]?).self) { group in
      for number in 1...4 {
        group.addTask {
          let code = number == 4 ? "" : "_ = __galley_value(1, \(number))"
          return (number, try await bench.run(Scratch.program(code)).numbers())
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(found == [1: ["1"], 2: ["2"], 3: ["3"]])
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder) == [])
  }

  @Test func theCompilerSpeaksOfThePage() async throws {
    let run = try await Scratch.run("let x = 1\nlet y: Int = \"a\"\nfunc f() { return; f() }\n")
    guard case .refused = run.ending else { throw Unexpected() }
    let error = try #require(run.messages.first { $0.severity == .error })
    #expect(error.text.contains("cannot convert value"))
    #expect(error.place == .init(file: "content/a.md", site: Site(line: 11, column: 14)))
  }

  @Test func warningsAndNotesAreRead() {
    let text = """
      content/a: b.md:3:5: warning: variable 'x' was never used
      let x = 1
          ^
      content/a: b.md:2:1: note: declared here
      <unknown>:0: error: unable to do it
      error: unknown argument: '-z'
      error: link command failed with exit code 1 (use -v to see invocation)
      content/a: b.md:3:5: warning: variable 'y' was never used
      content/a: b.md:3:5: warning: variable 'y' was never used

      """
    let read = CompilerMessages.read(text)
    #expect(read.map(\.severity) == [.warning, .error, .error, .warning])
    #expect(
      read[0].place?.file == "content/a: b.md" && read[0].notes.map(\.text) == ["declared here"])
    #expect(read[1].place == nil && read[2].text == "unknown argument: '-z'")
  }

  @Test func aProgramMayBeOnlyCompiled() async throws {
    let bench = try await Bench.open(in: Scratch.workshop(), drawsFigures: false)
    defer { bench.clear() }
    var program = Scratch.program("fatalError()")
    program.isOnlyCompiled = true
    guard case .compiled = try await bench.run(program).ending else { throw Unexpected() }
  }

  @Test func aProgramMayDraw() async throws {
    let bench = try await Bench.open(in: Scratch.workshop(), drawsFigures: true)
    defer { bench.clear() }
    var program = Scratch.program(
      "_ = __galley_value(1, \"\\(Figure.self)\")", imports: ["Figures"])
    program.drawsFigures = true
    #expect(try await bench.run(program).numbers() == ["Figure"])
  }

  /// A name that only the linker misses stands in no message of the compiler.
  @Test func theLinkersWordsAreKept() async throws {
    let run = try await Scratch.run("@_silgen_name(\"nowhere\") func f() -> Int\n_ = f()")
    guard case .unmade(let words?) = run.ending else { throw Unexpected() }
    #expect(words.contains("nowhere"))
  }

  @Test func aProgramRunsInOtherModesWhenAsked() async throws {
    var shop = try Scratch.workshop()
    shop.checksRounding = true
    let third =
      "var one = 1.0, three = 3.0\n_ = __galley_value(1, \"\\(one / three * three == one)\")"
    let run = try await Scratch.run(third, in: shop)
    #expect(Set(run.others.keys) == [.up, .down, .zero])
    #expect(run.others.allSatisfy { $0.value.record.rounding == $0.key })
    #expect(run.others[.down]?.end == .finished)
  }

  @Test func theLanguageModeAndFlagsOfASettingCount() async throws {
    var shop = try Scratch.workshop()
    let counting = "var count = 0\nfunc add() { count += 1 }\nadd()\n_ = __galley_value(1, count)"
    guard case .refused = try await Scratch.run(counting, in: shop).ending else {
      throw Unexpected()
    }
    shop.languageMode = "5"
    shop.flags = ["-D", "LOUD"]
    let run = try await Scratch.run(counting + "\n#if LOUD\nprint(1)\n#endif", in: shop)
    #expect(run.numbers() == ["1"] && run.execution?.output == Array("1\n".utf8))
  }
}

struct Unexpected: Error {}
