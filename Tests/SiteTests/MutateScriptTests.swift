// scripts/mutate reads Swift: what it would change in a small file, and what it leaves alone.

import Foundation
import Testing

struct MutateScriptTests {
  /// The script is a maintainer's tool: Python is not needed to build Galley or to test the rest of it.
  static let python = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { $0 + "/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  private func list(_ source: String) throws -> [String] {
    let lines = try mutate("--list", source).split(separator: "\n").map(String.init)
    return lines.dropLast().map { $0.replacingOccurrences(of: "Sample.swift:", with: "") }
  }

  private func mutate(_ option: String, _ source: String) throws -> String {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("Sample.swift")
    try Data(source.utf8).write(to: file)
    return try Self.output(
      of: #require(Self.python), [ScratchProject.root + "/scripts/mutate", option, file.path])
  }

  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("galley-mutate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  static func output(
    of tool: String, _ arguments: [String], choosing mutant: Int = 0
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["CHOSEN_MUTANT"] = String(mutant)
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test(.enabled(if: python != nil, "needs python3"))
  func everyPlaceIsChangedInEveryWay() throws {
    let found = try list(
      """
      struct Line<T> {
        func at(_ x: Double, from a: Double = 0.5) -> Double {
          -x + a * max(x, a, 2) / 3
        }
        var isLong: Bool { length >= 10 && true }
      }
      func sum(_ v: [Int]) -> Int { (0..<v.count).reduce(0) { $0 + v[$1] } }
      """)
    #expect(
      found == [
        "2:41 Line.at: constant, 0.5 → 0.6",
        "2:41 Line.at: constant, 0.5 → 0.4",
        "3:5 Line.at: sign, - → nothing",
        "3:8 Line.at: arithmetic, + → -",
        "3:7 Line.at: dropped term, + a * max(x, a, 2) / 3 → nothing",
        "3:12 Line.at: arithmetic, * → /",
        "3:11 Line.at: dropped factor, * max(x, a, 2) → nothing",
        "3:18 Line.at: swapped arguments, x, a → a, x",
        "3:24 Line.at: constant, 2 → 3",
        "3:24 Line.at: constant, 2 → 1",
        "3:27 Line.at: arithmetic, / → *",
        "3:26 Line.at: dropped factor, / 3 → nothing",
        "3:29 Line.at: constant, 3 → 4",
        "3:29 Line.at: constant, 3 → 2",
        "5:29 Line.isLong: comparison, >= → >",
        "5:32 Line.isLong: constant, 10 → 11",
        "5:32 Line.isLong: constant, 10 → 9",
        "5:35 Line.isLong: logic, && → ||",
        "5:38 Line.isLong: constant, true → false",
        "7:32 sum: constant, 0 → 1",
        "7:33 sum: range, ..< → ...",
        "7:52 sum: constant, 0 → 1",
        "7:60 sum: arithmetic, + → -",
        "7:59 sum: dropped term, + v[$1] → nothing",
      ])
  }

  @Test(.enabled(if: python != nil, "needs python3"))
  func commentsStringsAttributesAndConditionsAreLeftAlone() throws {
    let found = try list(
      """
      // 1 + 2
      /* 3 * 4 /* 5 < 6 */ 7 */
      @_specialize(where T == Double)
      #if swift(>=6.0) && os(Linux)
        let text = "1 + \\(2 + 3) \\" 4"
      #endif
      let long = \"\"\"
        5 + 6
        \"\"\"
      func f<A, B>(_ x: A, y: B) -> [A: B] where A: P<B> { g("a", x) }
      """)
    #expect(found == [])
  }

  @Test(.enabled(if: python != nil, "needs python3"))
  func changesThatAreBuiltTogetherComeOneAtATime() throws {
    let source = """
      struct Line {
        let slope: Double
        init(_ slope: Double) { self.slope = slope * 2 }
        func at(_ x: Double) -> Double {
          func half(_ y: Double) -> Double { y / 2 }
          guard x < 5 else { return 0 }
          return slope + half(x)
        }
        var steep: Double {
          get { slope + 1 }
        }
        let constant = 2 + 3
      }

      """
    let changes = try list(source)
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let main = """
      import Foundation

      let chosenMutant = Int(ProcessInfo.processInfo.environment["CHOSEN_MUTANT"]!)!
      let line = Line(4)
      print(line.at(4), line.at(5), line.steep, line.constant, separator: ", ")
      """
    try Data(mutate("--source", source).utf8).write(to: folder.appendingPathComponent("Line.swift"))
    try Data(main.utf8).write(to: folder.appendingPathComponent("main.swift"))
    let program = folder.appendingPathComponent("program").path
    _ = try Self.output(
      of: "/usr/bin/env",
      ["swiftc", "-o", program, "\(folder.path)/Line.swift", "\(folder.path)/main.swift"])
    func printed(_ change: String) throws -> String {
      let index = try #require(
        changes.firstIndex { $0.hasSuffix(change) }, "\(change) of \(changes)")
      return try Self.output(of: program, [], choosing: index + 1)
    }
    #expect(try Self.output(of: program, []) == "10.0, 0.0, 9.0, 5\n")
    #expect(try printed("Line.init: arithmetic, * → /") == "4.0, 0.0, 3.0, 5\n")
    #expect(try printed("Line.at.half: arithmetic, / → *") == "16.0, 0.0, 9.0, 5\n")
    #expect(try printed("Line.at: comparison, < → <=") == "10.0, 10.5, 9.0, 5\n")
    #expect(try printed("Line.at: dropped term, + half(x) → nothing") == "8.0, 0.0, 9.0, 5\n")
    // Accessors and what stands in no function are built alone.
    #expect(try printed("Line.steep: arithmetic, + → -") == "10.0, 0.0, 9.0, 5\n")
    #expect(try printed("Line.constant: arithmetic, + → -") == "10.0, 0.0, 9.0, 5\n")
  }

  /// All of its steps, with a library of three functions: which essay comes where, what is built together, and what
  /// the essays say of each change.
  @Test(.enabled(if: python != nil && EssayMutants.areAllTried, "needs python3, and builds"))
  func essaysAreAskedAboutEachChange() throws {
    let project = try ScratchProject([
      "galley.yml": "title: A test\nlibrary:\n  product: Answers\n  imports: [Answers]\n",
      "Package.swift": """
      // swift-tools-version: 5.9
      import PackageDescription
      let package = Package(
        name: "Answers", products: [.library(name: "Answers", targets: ["Answers"])],
        targets: [.target(name: "Answers")])
      """,
      "Sources/Answers/Answers.swift": """
      public func twice(_ x: Int) -> Int { 2 * x }
      public func isLarge(_ x: Int) -> Bool { x > 10 }
      public func half(_ x: Int) -> Int { x / 2 }
      public func opposite(_ x: Int) -> Int { -x }
      public let three = 3
      """,
      "content/index.md": "# Home\n\n```swift\ntwice(4) // → 8\n```\n",
      // Its name is that of the other.
      "content/more/index.md":
        "```swift\nisLarge(5) // → false\nopposite(three) // → -3\n```\n",
    ])
    defer { project.remove() }
    try project.delete("content/one.md")
    let record = project.folder + "/record.csv"
    func run(_ options: String...) throws -> [String: [String: String]] {
      let words =
        [
          ScratchProject.root + "/scripts/mutate", "--project", project.folder, "--sources",
          "Sources/Answers", "--record", record, "--jobs", "2", "--galley",
        ] + [try ScratchProject.executable()] + options
      _ = try Self.output(of: #require(Self.python), words)
      let reader = """
        import csv, json, sys
        rows = csv.DictReader(open(sys.argv[1], newline=""))
        told = ("verdict", "reason", "essay")
        print(json.dumps({"\\t".join(list(row.values())[:6]): {k: row[k] for k in told if row[k]} for row in rows}))
        """
      let text = try Self.output(of: #require(Self.python), ["-c", reader, record])
      return try JSONDecoder().decode([String: [String: String]].self, from: Data(text.utf8))
    }
    func told(_ found: [String: [String: String]]) -> [String: [String]] {
      Dictionary(
        grouping: found.sorted { $0.key < $1.key },
        by: { $0.key.components(separatedBy: "\t")[1] }
      )
      .mapValues { $0.map { $0.value["verdict"] ?? "" } }
    }
    let found = try run()
    #expect(told(found)["twice"] == ["killed", "killed", "killed", "killed"])
    #expect(told(found)["isLarge"] == ["survived", "survived", "survived"])
    #expect(told(found)["half"] == ["unreached", "unreached", "unreached", "unreached"])
    #expect(told(found)["opposite"] == ["killed"])
    // It stands in no function, and is built alone.
    #expect(told(found)["three"] == ["killed", "killed"])
    let key = try #require(found.keys.first { $0.hasPrefix("Answers.swift\topposite\tsign") })
    #expect(found[key]?["essay"] == "content/more/index.md")
    // A claim more, and what survived is noticed.
    try project.write(
      "```swift\n(isLarge(10), isLarge(11)) // → (false, true)\n```\n", to: "content/two.md")
    #expect(told(try run("--again"))["isLarge"] == ["killed", "killed", "killed"])
    // Somebody takes it back.
    try project.delete("content/two.md")
    let forgotten = try run("--forget", "--function", "isLarge")
    #expect(told(forgotten)["isLarge"] == ["survived", "survived", "survived"])
    #expect(told(forgotten)["twice"] == ["", "", "", ""])
  }
}
