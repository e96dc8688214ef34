// Interview: asks for each correction whether it is to be written.

import Claims
import Diagnostics
import Foundation
import Repair
import Reporting
import Site

struct Interview: Sendable {
  var names: ShownPaths
  /// Whether others like one may be accepted at once, whatever they change.
  var takesAll: Bool
  /// Takes away the line of progress.
  var clear: @Sendable () -> Void
  var answers = Answers()

  /// - Returns: the plan with what was decided. What does not stay the same is not asked for.
  func ask(_ plan: RepairPlan, _ proposal: Proposal) async throws -> RepairPlan {
    clear()
    var plan = plan
    var taken: Set<Kind> = []
    var hasEnded = false
    let asked = plan.items.indices.filter { plan.items[$0].obstacle != .unstable }
    for (number, index) in asked.enumerated() {
      plan.items[index].obstacle = .declined
      if hasEnded { continue }
      let repair = plan.items[index].repair
      if taken.contains(Kind(repair)) {
        plan.items[index].obstacle = nil
        continue
      }
      show(repair, number + 1, of: asked.count, proposal)
      switch try await decide(repair, proposal) {
      case .write(let chosen):
        plan.items[index].repair = chosen
        plan.items[index].obstacle = nil
      case .skip: break
      case .writeAll:
        plan.items[index].obstacle = nil
        taken.insert(Kind(repair))
      case .end: hasEnded = true
      }
    }
    return plan
  }

  /// What makes one correction like another.
  private struct Kind: Hashable {
    var rule: Identifier
    var change: ValueChange.Kind

    init(_ repair: Repair) {
      rule = repair.rule
      change = repair.change?.kind ?? .digits
    }
  }

  private enum Decision {
    case write(Repair)
    case writeAll, skip, end
  }

  private func decide(_ repair: Repair, _ proposal: Proposal) async throws -> Decision {
    while true {
      Streams.tell("write it? [y]es, [n]o, [a]ll like it, [e]dit, [s]how the Swift, [q]uit: ")
      guard let answer = try answers.next() else {
        Streams.tell("\n")
        return .end
      }
      switch answer.lowercased().first {
      case "y": return .write(repair)
      case "n": return .skip
      case "q": return .end
      case "s": Streams.tell("\n\(proposal.swift(behind: repair))\n\n")
      case "e": if let edited = try await edited(repair, proposal) { return .write(edited) }
      case "a":
        let kind = Kind(repair).change
        if kind == .digits || takesAll { return .writeAll }
        Streams.tell(
          "\(Obstacle.notInBulk(kind).words), and the number or the code may be wrong: without --all each is asked for\n"
        )
      default:
        Streams.tell(
          """
          y  write it
          n  leave the claim as it is
          a  write it, and all others of the same kind: other digits behind the leading one, for instance
          e  write something else, which is judged first
          s  show the Swift that computes it
          q  ask no more: what was accepted is written, the rest is left

          """)
      }
    }
  }

  /// What somebody would rather write, once it holds; nil for nothing.
  private func edited(_ repair: Repair, _ proposal: Proposal) async throws -> Repair? {
    guard repair.change != nil else {
      Streams.tell("this is no value that could be another one\n")
      return nil
    }
    while true {
      Streams.tell("write instead of \(repair.edit.original): ")
      guard let text = try answers.next(), !text.isEmpty else { return nil }
      var edited = repair
      edited.edit.replacement = text
      guard let problem = try await proposal.problem(with: edited.edit) else { return edited }
      Streams.tell("that does not hold: \(problem)\n")
    }
  }

  private func show(_ repair: Repair, _ number: Int, of total: Int, _ proposal: Proposal) {
    let finding = Diagnostic(repair.rule, at: repair.place, repair.message)
    let printer = TextPrinter(sources: proposal.judged, paths: names)
    var lines = "\n(\(number) of \(total)) " + printer.text(finding)
    lines += "   \(repair.edit.original) → \(repair.edit.replacement)"
    if let relative = repair.change?.relative { lines += "  " + RepairTable.percent(relative) }
    if let kind = repair.change?.kind, kind != .digits {
      lines += ", \(Obstacle.notInBulk(kind).words): the number or the code may be wrong"
    }
    Streams.tell(lines + "\n")
  }
}

/// Lines that somebody types.
final class Answers: @unchecked Sendable {
  private var buffer: [UInt8] = []

  /// The next line without its end; nil when there will be none.
  ///
  /// - Throws: `CancellationError` when somebody stops Galley while it waits.
  func next() throws -> String? {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        defer { buffer.removeFirst(end + 1) }
        return Self.line(buffer[..<end])
      }
      try Task.checkCancellation()
      // Waking now and then, for a signal to be seen.
      var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 100) > 0 else { continue }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : Self.line(buffer[...])
      }
      buffer += bytes[..<count]
    }
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
