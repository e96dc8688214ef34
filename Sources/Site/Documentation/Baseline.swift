// Baseline: what was wrong with the documentation on the day when Galley came to it, `galley.baseline`. What is in the file
// is not told again; what is not, is new and fails; what is better now is asked to leave the file. A line knows its fault
// again by the words it is about, wherever they stand in their file.

import Diagnostics
import Files
import Foundation
import Reading
import Verification

package struct Baseline: Hashable, Sendable {
  package static let fileName = "galley.baseline"

  /// One fault, without its line.
  package struct Fault: Hashable, Sendable, Comparable {
    package var kind: String
    package var path: String
    /// A short hash of the words that it is about.
    package var digest: String

    var line: String { "\(kind) \(digest) \(path)" }

    package static func < (first: Fault, second: Fault) -> Bool {
      (first.path, first.kind, first.digest) < (second.path, second.kind, second.digest)
    }
  }

  /// How often each fault is there.
  package var counts: [Fault: Int] = [:]

  package init() {}

  package init(_ faults: [Fault]) { for fault in faults { counts[fault, default: 0] += 1 } }

  static let head = """
    # What galley check found when this file was written, and does not tell again: documentation that was wrong, or could
    # not be compiled alone. ‘galley check --update-baseline’ writes the file anew. A line is a kind, the words it is about
    # as a hash, and a file.

    """

  package var text: String {
    Self.head
      + counts.sorted { $0.key < $1.key }.flatMap {
        Array(repeating: $0.key.line + "\n", count: $0.value)
      }
      .joined()
  }

  /// - Returns: what the file says; a line that cannot be read is told.
  package static func read(_ text: String) -> Diagnosed<Baseline> {
    var log = Log()
    var baseline = Baseline()
    var offset = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      defer { offset += line.utf8.count + 1 }
      if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { continue }
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3 else {
        log.add(
          Diagnostic(
            .baselineUnreadable, at: SourceSpan(fileName, offset..<offset + line.utf8.count),
            "this is no line of a baseline: a kind, a hash and a file; "
              + "‘galley check --update-baseline’ writes it anew"))
        continue
      }
      baseline.counts[Fault(kind: parts[0], path: parts[2], digest: parts[1]), default: 0] += 1
    }
    return Diagnosed(baseline, log)
  }
}

extension Baseline {
  /// What documentation lacks, in the order of its pages.
  struct Found {
    var fault: Fault
    /// What is said of it where it is new.
    var diagnostic: Diagnostic
  }

  /// Brings what was found together with what is known.
  ///
  /// - Parameters:
  ///   - known: nil where there is no baseline: then listings that cannot be compiled alone are counted and not told.
  ///   - log: what was found of the documentation.
  ///   - isWhole: whether all documentation was looked at, so that what was not found is gone.
  static func apply(
    _ known: Baseline?, to documentation: CheckedDocumentation, _ log: Log, isWhole: Bool
  ) -> Diagnosed<Baseline> {
    let found = faults(in: documentation, log)
    guard let known else { return Diagnosed(Baseline(found.map(\.fault)), log) }
    var result = Log(log.diagnostics.filter { !isFault($0) })
    var left = known.counts
    for found in found {
      if let count = left[found.fault], count > 0 {
        left[found.fault] = count - 1
      } else {
        result.add(found.diagnostic)
      }
    }
    let gone = left.filter { $0.value > 0 }
    if isWhole, !gone.isEmpty {
      let number = gone.values.reduce(0, +)
      result.add(
        Diagnostic(
          .baselineStale, .warning, at: SourceSpan(fileName, 0..<0),
          "\(number) \(number == 1 ? "line" : "lines") of the baseline \(number == 1 ? "is" : "are") better than when it was "
            + "written: run ‘galley check --update-baseline’, and \(number == 1 ? "it leaves" : "they leave") the file",
          notes: gone.keys.sorted().prefix(5).map { Note($0.line) }))
    }
    return Diagnosed(Baseline(found.map(\.fault)), result)
  }

  private static func isFault(_ diagnostic: Diagnostic) -> Bool {
    [.claimRefuted, .compileError, .claimUnreached, .claimUnjudged].contains(diagnostic.id)
  }

  static func faults(in documentation: CheckedDocumentation, _ log: Log) -> [Found] {
    var sources: [String: SourceText] = [:]
    for page in documentation.pages {
      sources[page.essay.document.path] = page.essay.document.source
    }
    var found = log.diagnostics.compactMap { diagnostic -> Found? in
      guard isFault(diagnostic), let span = diagnostic.span, let source = sources[span.path] else {
        return nil
      }
      // The line with its words, so that the same value elsewhere is another fault.
      let line = source[source.lineRange(source.position(of: span.range.lowerBound).line)]
      return Found(
        fault: fault(diagnostic.id.rawValue, span.path, line + "\n" + source[span.range]),
        diagnostic: diagnostic)
    }
    for page in documentation.pages {
      let document = page.essay.document
      for listing in page.listings {
        let (id, reason): (Identifier, String)
        switch listing.outcome {
        case .ran, .rejected: continue
        case .unfinished(let words): (id, reason) = (.listingUnfinished, words)
        case .stopped(let words): (id, reason) = (.listingStopped, words)
        }
        let first = document.openingLine(of: listing.range)
        found.append(
          Found(
            fault: fault(id.rawValue, document.path, document.source[listing.range]),
            diagnostic: Diagnostic(
              id, at: SourceSpan(document.path, first),
              id == .listingUnfinished
                ? "this listing cannot be compiled alone: \(reason)"
                : "this listing does not come to its end: \(reason)")))
      }
    }
    return found
  }

  private static func fault(_ kind: String, _ path: String, _ words: String) -> Fault {
    let plain = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return Fault(kind: kind, path: path, digest: String(Digest.of(Data(plain.utf8)).prefix(10)))
  }
}
