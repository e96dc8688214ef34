// Documentation as a draft: its listings with what their comments say, and the programs in which they may be tried.

import Claims
import Diagnostics
import Markup
import SwiftText

extension Draft {
  /// Reads the comments of documentation.
  ///
  /// - Parameters:
  ///   - readings: what the parser says of `page.parts.swift`, in its order.
  ///   - isStrict: whether only Galley's own forms of claims are read.
  package static func of(
    _ page: DocumentationPage, _ readings: [SwiftReading], isStrict: Bool = false
  ) -> Diagnosed<Draft> {
    let document = page.parts.document
    let names = PageNames(readings)
    let known = Set(
      readings.flatMap { $0.words(in: 0..<$0.text.count) } + [
        "Array", "String", "Set", "Dictionary",
      ])
    var log = Log()
    var codes: [ExampleCode?] = []
    var claims: [PlacedClaim] = []
    var watches: [Watch] = []
    var failures: [ListedFailure] = []
    var unread: [UnreadComment] = []
    for (part, (verbatim, reading)) in zip(page.parts.swift, readings).enumerated() {
      let code = ExampleCode(verbatim, reading)
      codes.append(code)
      guard case .fence(let fence) = page.parts.parts[part] else { continue }
      if isStrict {
        let found = ExampleClaims(
          in: fence, code, part: part, of: document, firstWatch: watches.count, names: names)
        log.add(contentsOf: found.log)
        watches += found.watches
        claims += found.claims
        continue
      }
      let found = WildComments(
        code, part: part, of: document, firstWatch: watches.count, firstFailure: failures.count,
        names: names, known: known)
      watches += found.watches
      claims += found.claims
      failures += found.failures
      unread += found.unread
    }
    var draft = Draft(
      document: document, parts: page.parts.parts, programs: [], claims: claims, watches: watches,
      tables: [], codes: codes)
    draft.failures = failures
    draft.unread = unread
    return Diagnosed(draft, log)
  }

  /// The listings that go on with one another, in the order of the page: all, but where names say which.
  package var listingGroups: [[Int]] {
    var groups: [(name: String?, parts: [Int])] = []
    for part in parts.indices {
      guard case .fence(let fence) = parts[part] else { continue }
      let name = fence.placement.program
      if let known = groups.firstIndex(where: { $0.name == name }) {
        groups[known].parts.append(part)
      } else {
        groups.append((name, [part]))
      }
    }
    return groups.map(\.parts)
  }

  /// Whether the compiler may take listings together: of two that give a name to something it takes none.
  package func mayBelongTogether(_ group: [Int]) -> Bool {
    var seen: Set<String> = []
    for part in group {
      let own = declaredNames(of: part)
      guard seen.isDisjoint(with: own) else { return false }
      seen.formUnion(own)
    }
    return true
  }

  /// The listings above one that declare what it mentions, those between that may change it, and what all of them need
  /// themselves, in the order of the page.
  package func needs(of part: Int, in group: [Int]) -> [Int] {
    let above = group.filter { $0 < part }
    let all = above.reduce(into: Set<String>()) { $0.formUnion(declaredNames(of: $1)) }
    func open(_ part: Int) -> Set<String> {
      mentionedNames(of: part).intersection(all).subtracting(declaredNames(of: part))
    }
    var wanted = open(part)
    var needed: [Int] = []
    for listing in above.reversed() {
      let own = declaredNames(of: listing)
      guard !own.isDisjoint(with: wanted) || !mentionedNames(of: listing).isDisjoint(with: wanted)
      else { continue }
      needed.append(listing)
      wanted.subtract(own)
      wanted.formUnion(open(listing))
    }
    return needed.reversed()
  }

  /// A program of some listings.
  package func program(of parts: [Int], trying failure: Int? = nil) -> DraftProgram {
    DraftProgram(path: document.path, parts: parts, listedFailure: failure)
  }

  /// Whether something that a program’s listings leave out was filled.
  package func hasPlaceholders(_ program: DraftProgram) -> Bool {
    program.parts.contains { part in
      guard case .fence(let fence) = parts[part], fence.listing?.hasPlaceholders == true else {
        return false
      }
      return codes[part]?.swift.code(containing: Placeholders.word) != nil
    }
  }

  private func declaredNames(of part: Int) -> Set<String> {
    guard let names = codes[part]?.swift.names else { return [] }
    return names.others.union(names.values.map(\.name))
  }

  private func mentionedNames(of part: Int) -> Set<String> {
    guard let code = codes[part] else { return [] }
    return Set(code.swift.words(in: code.whole))
  }
}

extension ExampleCode {
  /// The bytes of `@main`: no main file may say it, and what is marked so is a type as any other.
  var mainAttributes: [Range<Int>] {
    var found: [Range<Int>] = []
    let word = Array("@main".utf8)
    let text = swift.text
    guard text.count >= word.count else { return [] }
    for start in 0...text.count - word.count
    where text[start] == word[0] && text[start...].starts(with: word) {
      let end = start + word.count
      let isWhole =
        end == text.count
        || !(text[end] == UInt8(ascii: "_") || Character(UnicodeScalar(text[end])).isLetter)
      if isWhole { found.append(start..<end) }
    }
    return found
  }
}
