// DraftReader: takes the parts of a page one after another, and refuses those that no program can be made of.

import Claims
import Diagnostics
import Markup
import SwiftText

struct DraftReader {
  private let document: Document
  private let formulas: [Int: ShownFormula]
  private let macros: LineMacros
  private var parts: [ProgramPart]
  private var codes: [ExampleCode?] = []
  private let names: PageNames
  private var claims: [PlacedClaim] = []
  private var watches: [Watch] = []
  private var tables: [DraftTable] = []
  private var log = Log()
  /// Parts that no program can be made of; what is wrong with them is in the log.
  private var refused: Set<Int> = []
  private var derivationCount = 0

  init(
    _ page: PageParts, _ readings: [SwiftReading], _ formulas: [Int: ShownFormula],
    _ macros: LineMacros
  ) {
    names = PageNames(readings)
    document = page.document
    parts = page.parts
    self.formulas = formulas
    self.macros = macros
  }

  mutating func read(_ index: Int, _ code: ExampleCode) {
    codes.append(code)
    switch parts[index] {
    case .prose(let comment): readProse(comment, code, index)
    case .table(let table): readTable(table, code, index)
    case .fence(let fence): readFence(fence, code, index)
    }
  }

  func finish() -> Diagnosed<Draft> {
    let programs = ProgramSorter.programs(of: parts, without: refused, path: document.path)
    let draft = Draft(
      document: document, parts: parts, programs: programs, claims: claims, watches: watches,
      tables: tables, codes: codes)
    var log = log
    let imports = Set(codes.compactMap { $0 }.flatMap { $0.swift.imports.map(\.module) })
    for code in codes.compactMap({ $0 }) {
      log.add(contentsOf: SilentChecks.log(of: code, imports: imports, in: document))
    }
    for program in programs { log.add(contentsOf: EarlyNames.warnings(in: program, of: draft)) }
    log.add(
      contentsOf: ClaimName.doubled(
        claims, headings: Set(document.blocks.compactMap(\.anchorOfHeading)), path: document.path))
    return Diagnosed(draft, log)
  }

  // MARK: - Prose

  private mutating func readProse(_ comment: ProseComment, _ code: ExampleCode, _ part: Int) {
    let read = log.taking(ProseClaims.read(comment, in: document, formulas: formulas))
    guard let read else {
      refused.insert(part)
      return
    }
    guard let problem = problem(ofExpression: code) else {
      claims.append(
        PlacedClaim(
          claim: read.claim, subject: .value(read.expectation, watch: watches.count),
          place: read.place))
      watches.append(Watch(part: part))
      return
    }
    refuse(part, .claimUnreadable, comment.comment, problem)
  }

  private mutating func readTable(_ table: TableComment, _ code: ExampleCode, _ part: Int) {
    let swift = code.verbatim.text
    if let own = TableClaims.firstClaimedTwice(in: table) {
      return refuse(
        part, .claimUnattached, own,
        "this cell is claimed by the comment below its table, too: take one of the two out")
    }
    guard !table.rows.isEmpty else {
      return refuse(
        part, .claimUnattached, table.comment,
        "the table above has no row below its head, so there is nothing to claim")
    }
    if let problem = ProseClaims.problem(ofSwift: swift, behind: "table:")
      ?? problem(ofExpression: code, behind: "table:")
    {
      return refuse(part, .claimUnreadable, table.comment, problem)
    }
    let cells = TableClaims.cells(of: table, in: document, formulas: formulas)
    for number in cells.compactMap(\.number) {
      for sign in number.unread { log.add(ProseClaims.told(sign, number, document)) }
    }
    claims += cells.map {
      PlacedClaim(
        claim: $0.claim(of: table, in: document, swift),
        subject: .cell($0, watch: watches.count))
    }
    watches.append(Watch(part: part))
  }

  /// Behind `=` stands one expression: more would be another program than the reader is shown.
  private func problem(ofExpression code: ExampleCode, behind mark: String = "=") -> String? {
    let all = code.swift.topLevel(in: code.whole)
    if code.swift.isTooDeep { return "its Swift has too many brackets in brackets" }
    guard code.swift.unclosed.isEmpty else { return "a bracket in its Swift is never closed" }
    guard code.swift.code(containing: "__galley") == nil else {
      return "names that begin with ‘__galley’ are Galley's own"
    }
    guard all.count == 1, code.swift.statements[all[0]].range == code.whole else {
      return "behind ‘\(mark)’ stands one Swift expression, and nothing else"
    }
    switch code.swift.statements[all[0]].form {
    case .expression, .macro: return nil
    default:
      return
        "behind ‘\(mark)’ stands one Swift expression, not ‘\(code.swift.statements[all[0]].form.word)’"
    }
  }

  // MARK: - Examples

  private mutating func readFence(_ fence: Fence, _ code: ExampleCode, _ part: Int) {
    if case .skipped = fence.use {
    } else {
      refuseWhatIsOpen(in: code, part)
      refuseOurNames(in: code, part)
    }
    switch fence.kind {
    case .derivation(var chain, let use):
      derivationCount += 1
      chain.lines = log.taking(
        DerivationReader.read(fence, code, number: derivationCount, in: document, macros))
      if chain.lines == nil { refused.insert(part) }
      var read = fence
      read.kind = .derivation(chain, use)
      parts[part] = .fence(read)
      claims += DerivationClaims.claims(of: read, code, part: part, in: document)
      if let number = chain.onlyDraw {
        log.add(DerivationClaims.warning(onlyDraw: number, fence, in: document))
      }
    case .example:
      PlacedClaim.ofWords(fence, part: part, in: document).map { claims.append($0) }
      claims += readClaims(fence, code, part)
    case .figure, .sweep:
      let found = readClaims(fence, code, part)
      var figure = FigureFence(fence, code, in: document)
      claims += figure.keep(found)
      log.add(contentsOf: figure.log)
      if !figure.isDrawable { refused.insert(part) }
    case .table:
      claims += readClaims(fence, code, part)
      readRows(fence, code, part)
    case .unreadable: refused.insert(part)
    }
  }

  /// What a table's fence ends with is told like a claimed value.
  private mutating func readRows(_ fence: Fence, _ code: ExampleCode, _ part: Int) {
    switch PictureExpression.find(in: code.swift, .rows) {
    case .found(let range):
      tables.append(DraftTable(part: part, watch: watches.count, rows: code.essayRange(range)))
      watches.append(
        Watch(
          part: part,
          insertions: Insertion.around(range, "__galley_value(\(watches.count), ", ")")))
    case .missing(let place, let message):
      let place = place.map(code.essayRange) ?? fence.openingLine(in: document)
      refuse(part, .tableMissing, place, message)
    }
  }

  private mutating func readClaims(
    _ fence: Fence, _ code: ExampleCode, _ part: Int
  ) -> [PlacedClaim] {
    let found = ExampleClaims(
      in: fence, code, part: part, of: document, firstWatch: watches.count, names: names)
    log.add(contentsOf: found.log)
    watches += found.watches
    return found.claims
  }

  /// What the compiler would tell at the end of the program, or not until it is run.
  private mutating func refuseWhatIsOpen(in code: ExampleCode, _ part: Int) {
    if code.swift.isTooDeep {
      refuse(
        part, .compileError, code.essayRange(0..<min(1, code.whole.count)),
        "this Swift has more brackets in brackets than can be followed")
    }
    for open in code.swift.unclosed {
      refuse(
        part, .compileError, code.essayRange(open.range),
        "this \(open.kind.words) is opened and not closed in its fence")
    }
    for place in code.swift.placeholders {
      refuse(
        part, .fencePlaceholder, code.essayRange(place),
        "an editor placeholder stands here: write Swift")
    }
  }

  /// Names that begin so are Galley's own: a call of one would tell values that nobody computed.
  private mutating func refuseOurNames(in code: ExampleCode, _ part: Int) {
    guard let place = code.swift.code(containing: "__galley") else { return }
    refuse(
      part, .compileError, code.essayRange(place),
      "names that begin with ‘__galley’ are Galley's own, and no example may use them")
  }

  private mutating func refuse(
    _ part: Int, _ id: Identifier, _ range: Range<Int>, _ message: String
  ) {
    log.add(Diagnostic(id, at: SourceSpan(document.path, range), message))
    refused.insert(part)
  }
}

extension SwiftReading.Unclosed.Kind {
  fileprivate var words: String {
    switch self {
    case .brace: "brace"
    case .parenthesis: "parenthesis"
    case .square: "square bracket"
    case .string: "string"
    case .regex: "regular expression"
    case .comment: "comment"
    }
  }
}

extension Node {
  fileprivate var anchorOfHeading: String? {
    if case .heading(_, let anchor) = kind { anchor } else { nil }
  }

  /// The TeX of all formulas in it.
  var texOfFormulas: [String] {
    switch kind {
    case .math(let tex, _), .mathBlock(let tex): [tex.text]
    default: children.flatMap(\.texOfFormulas)
    }
  }
}
