// Draft: an essay taken apart, once: its parts, its claims, its programs. What comes after receives these values and
// looks into the essay no more.

import Claims
import Diagnostics
import Markup
import SwiftText

package struct Draft: Sendable {
  package let document: Document
  /// All parts of the page, also those of no program.
  package let parts: [ProgramPart]
  package var programs: [DraftProgram]
  package let claims: [PlacedClaim]
  /// The statements that tell their values; claims name them by their places here.
  package let watches: [Watch]
  /// The tables that programs make, in the order of the page.
  package let tables: [DraftTable]
  let codes: [ExampleCode?]
  /// Of documentation: the statements that are said to fail, and the comments that nobody could read.
  package var failures: [ListedFailure] = []
  package var unread: [UnreadComment] = []

  /// The Swift of a part; nil for what is no Swift.
  package func code(ofPart part: Int) -> ExampleCode? { codes[part] }

  /// Whether some part draws, or asks by name for the module that does.
  package var drawsFigures: Bool { parts.indices.contains(where: draws) }

  func draws(_ part: Int) -> Bool {
    if case .fence(let fence) = parts[part], fence.picture != nil { return true }
    return codes[part]?.swift.imports.contains { $0.module == "Figures" } ?? false
  }

  /// The words that are put into a part's code.
  package func insertions(
    inPart part: Int, without omissions: Set<ProgramText.Omission>
  ) -> [Insertion] {
    if omissions.contains(.watches) { return [] }
    return watches.filter { $0.part == part }.flatMap(\.insertions).filter { insertion in
      if let number = insertion.lineNumber {
        return !omissions.contains(.comment(watch: number - 1))
      }
      return !insertion.isDispensable || !omissions.contains(.places)
    }.sorted(by: Insertion.precedes)
  }

  /// What may be left out of a program, in the order in which it is tried.
  package func omissions(of program: DraftProgram) -> [Set<ProgramText.Omission>] {
    let hasPlaces = watches.contains { watch in
      program.parts.contains(watch.part) && watch.insertions.contains(where: \.isDispensable)
    }
    let hasWrappers = program.parts.contains { !(codes[$0]?.swift.wrappers.isEmpty ?? true) }
    let all: [Set<ProgramText.Omission>] = [[.places], [.wrappers], [.places, .wrappers]]
    return all.filter {
      (hasPlaces || !$0.contains(.places)) && (hasWrappers || !$0.contains(.wrappers))
    }
  }

  /// The program in which a part runs; nil for a part of none, or of one that is only compiled.
  package func program(ofPart part: Int) -> Int? {
    programs.firstIndex {
      !$0.isOnlyCompiled && $0.listedFailure == nil && $0.parts.contains(part)
    }
  }

  /// The program that a part makes fail; nil for a part that is not to.
  package func program(failingAt part: Int) -> Int? {
    programs.firstIndex { $0.failure != nil && $0.parts.last == part }
  }
}

/// A table whose rows a program makes.
package struct DraftTable: Hashable, Sendable {
  package var part: Int
  /// The watch that tells the rows.
  package var watch: Int
  /// The bytes of the expression that they are.
  package var rows: Range<Int>
}

/// An essay's parts before its Swift was read.
package struct PageParts: Sendable {
  package let document: Document
  package let parts: [ProgramPart]

  package static func of(_ document: Document) -> Diagnosed<PageParts> {
    let collector = PartCollector(document)
    return Diagnosed(
      PageParts(document: document, parts: collector.parts), collector.log)
  }

  /// The Swift of each part, in order.
  package var swift: [Verbatim] {
    parts.map { part in
      switch part {
      case .fence(let fence): fence.code
      case .prose(let comment): ProseClaims.expression(in: comment.text)
      case .table(let table): TableClaims.expression(in: table.text) ?? table.text.slice(0..<0)
      }
    }
  }
}

extension Draft {
  /// Reads the claims of a page.
  ///
  /// - Parameters:
  ///   - readings: what the parser says of `page.swift`, in its order.
  ///   - formulas: what the page's formulas show, by their nodes' first bytes.
  ///   - macros: the TeX macros of all pages, by name.
  package static func of(
    _ page: PageParts, _ readings: [SwiftReading], formulas: [Int: ShownFormula],
    macros: [String: String] = [:]
  ) -> Diagnosed<Draft> {
    let defined = LineMacros(macros, formulas: page.document.blocks.flatMap(\.texOfFormulas))
    var reader = DraftReader(page, readings, formulas, defined)
    for (index, (verbatim, reading)) in zip(page.swift, readings).enumerated() {
      reader.read(index, ExampleCode(verbatim, reading))
    }
    return reader.finish()
  }
}
