// Program: the examples of a page that share one scope, as one Swift main file.

import Diagnostics
import Markup

struct Program: Sendable {
  /// Names the program's folder: the essay's path and the program's number in it.
  var name: String
  /// The essay's path.
  var path: String
  /// Pieces in the order of the page; the number is the part's place among all parts of the page.
  var pieces: [(part: Int, content: ProgramPart)] = []
  /// Whether the program is compiled and not run; only the last piece is then of interest.
  var isOnlyCompiled = false
  var timeout: Duration?

  /// What the compiler calls the essay. It does not get quotation marks in names right.
  var nameForCompiler: String {
    String(path.map { "\"\\\n".contains($0) ? "_" : $0 })
  }

  /// Whether some example draws, so that the program needs the module for it.
  var draws: Bool {
    pieces.contains {
      if case .example(let example) = $0.content { example.words.form == .figure } else { false }
    }
  }

  /// Whether a line of some derivation is decided by intervals.
  private var encloses: Bool {
    pieces.contains {
      guard case .example(let example) = $0.content else { return false }
      return example.derivation?.steps.contains { $0.rule.enclosure != nil } ?? false
    }
  }

  /// Whether the module for drawing is linked: some example draws, or asks for it by name.
  var usesFigures: Bool {
    draws
      || pieces.contains {
        guard case .example(let example) = $0.content else { return false }
        let finder = StatementFinder(example.code.text)
        return finder.tokens.indices.dropFirst().contains {
          finder.word($0) == "Figures" && finder.word($0 - 1) == "import"
        }
      }
  }

  /// The Swift of the whole program. Every line of the essay keeps its number and its columns.
  func text(imports: [String], in source: SourceText) -> String {
    // Functions of intervals stay away from programs that have no use for them: `exp(1.0)` could be one.
    var text = location(ProgramPrelude.path, 1)
    text += encloses ? "@_spi(Enclosures) import Recorder\n" : "import Recorder\n"
    for module in imports { text += "import \(module)\n" }
    if draws { text += "import Figures\n" }
    text += "__galley_begin(#dsohandle)\n"
    for (part, content) in pieces {
      switch content {
      case .example(let example) where example.words.form == .figure:
        text += drawing(example, part, in: source)
      case .example(let example):
        let start = source.position(of: example.code.lineStarts.first ?? example.range.lowerBound)
        if let code = derivationCode(part, example, in: source) {
          text += code.text
          continue
        }
        text += location(nameForCompiler, start.line) + example.code.text
        if !example.code.text.hasSuffix("\n") { text += "\n" }
      case .prose(let comment):
        let expression = ProseClaims.expression(of: comment)
        let start = source.position(of: comment.text.sourceOffset(of: expression.start))
        let padding = String(repeating: " ", count: start.column - 1)
        if start.line > 1 {
          text += location(nameForCompiler, start.line - 1) + "__galley_prose(\(part),\n"
        } else {
          text += location(nameForCompiler, start.line) + "__galley_prose(\(part), "
        }
        text += padding + expression.text + "\n)\n"
      }
    }
    return text + location(ProgramPrelude.path, 1) + "__galley_end()\n"
  }

  /// What becomes of a derivation in this program; nil for another example.
  func derivationCode(_ part: Int, _ example: Example, in source: SourceText) -> DerivationCode? {
    guard let derivation = example.derivation else { return nil }
    let start = example.code.lineStarts.first ?? example.range.lowerBound
    return DerivationCode(
      derivation: derivation, example: example, part: part, path: path,
      firstLine: source.position(of: start).line
    ) { line in
      line.map { location(nameForCompiler, $0) } ?? location(ProgramPrelude.path, 1)
    }
  }

  func location(_ path: String, _ line: Int) -> String {
    "#sourceLocation(file: \(SwiftString.quoted(path)), line: \(line))\n"
  }
}

/// The lines of a program that no essay wrote.
enum ProgramPrelude {
  /// What the compiler calls the file of those lines: the imports come from there.
  static let path = "galley.yml"
}

extension ProgramPart {
  /// Whether what follows on the page may use names of this part.
  fileprivate var declaresNames: Bool {
    switch self {
    case .prose: false
    case .example(let example): example.words.form != .derivation
    }
  }
}

/// Sorts the parts of a page into programs.
struct ProgramSorter {
  private let path: String
  private var programs: [Program] = []
  private var named: [String: Int] = [:]
  private var pageProgram = 0
  private var pageCount = 0
  private var current: Int?
  private var compiled: [Program] = []

  /// - Parameter refused: parts that cannot be compiled. A prose comment and a derivation, whose names
  ///   nobody else sees, are left out; an example
  ///   takes its whole program with it, since what follows may need what it would have declared.
  static func programs(
    of parts: [ProgramPart], without refused: Set<Int>, path: String
  ) -> [Program] {
    var sorter = ProgramSorter(path: path)
    for (index, part) in parts.enumerated() {
      if refused.contains(index), !part.declaresNames { continue }
      sorter.add(part, index)
    }
    return (sorter.programs + sorter.compiled).filter { program in
      !program.pieces.isEmpty && !program.pieces.contains { refused.contains($0.part) }
    }
  }

  private init(path: String) {
    self.path = path
    pageProgram = begin()
  }

  private mutating func begin() -> Int {
    programs.append(Program(name: "\(path)-\(programs.count + compiled.count)", path: path))
    return programs.count - 1
  }

  private mutating func add(_ part: ProgramPart, _ index: Int) {
    switch part {
    case .prose:
      // A number in prose belongs to the program of the example that it follows.
      programs[current ?? pageProgram].pieces.append((index, part))
    case .example(let example):
      guard example.words.skipReason == nil else {
        current = example.words.program.flatMap { named[$0] } ?? pageProgram
        return
      }
      let target = target(of: example.words)
      current = target
      if example.words.isOnlyCompiled {
        var program = programs[target]
        program.name = "\(path)-\(programs.count + compiled.count)"
        program.pieces.append((index, part))
        program.isOnlyCompiled = true
        compiled.append(program)
        return
      }
      programs[target].pieces.append((index, part))
      if let timeout = example.words.timeout {
        programs[target].timeout = max(programs[target].timeout ?? timeout, timeout)
      }
    }
  }

  private mutating func target(of words: FenceWords) -> Int {
    if let name = words.program {
      if let known = named[name], !words.isFresh { return known }
      let new = begin()
      named[name] = new
      return new
    }
    if words.isFresh { pageProgram = begin() }
    return pageProgram
  }
}
