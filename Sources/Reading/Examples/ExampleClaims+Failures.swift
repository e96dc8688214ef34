// Claims that code fails, in the comments of one example: what a statement throws, on which line a fence fails that is to, and
// what the compiler says of a line.

import Claims
import Diagnostics
import SwiftText

extension ExampleClaims {
  mutating func readFailure(
    _ failure: FailureText, _ index: Int, _ wrote: Range<Int>, _ comment: Range<Int>
  ) {
    if skip(.failure, wrote, comment) { return }
    guard let statement = statement(above: index, wrote) else { return }
    let claim = claim(.failure, wrote, comment, statement)
    if let expected = fence.failure {
      guard expected.word == failure.failure.word else {
        fail(.claimUnattached, wrote, "this example ‘\(expected.word)’, as is said behind ‘swift’")
        return
      }
      let range = code.essayRange(code.swift.statements[statement].range)
      let lines =
        document.source.position(of: range.lowerBound)
        .line...document.source.position(
          of: range.upperBound
        ).line
      add(claim, .failure(part: part, failure.failure, lines: lines), statement)
      return
    }
    guard case .throwing(let text) = failure else {
      fail(
        .claimUnattached, wrote,
        "a trap ends its program: give the statement a fence of its own, and write ‘traps’ behind its ‘swift’"
      )
      return
    }
    do {
      let error = try PlacedClaim.ThrownError.read(text)
      let watch = try watchThrown(of: statement)
      add(claim, .thrown(error, watch: watch), statement)
    } catch let problem as UnreadableClaim {
      fail(.claimUnreadable, wrote, "this claim cannot be read: \(problem.reason)")
    } catch let problem as Watch.Impossible {
      fail(.claimUnattached, wrote, problem.reason)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  mutating func watchThrown(of statement: Int) throws(Watch.Impossible) -> Int {
    if let known = thrownWatches[statement] { return known }
    guard valueWatches[statement] == nil, outputWatches[statement] == nil else {
      throw Watch.Impossible(
        reason: "what this statement throws is claimed alone: claim nothing else of it")
    }
    let number = firstWatch + watches.count
    watches.append(
      Watch(part: part, insertions: try Watch.thrown(by: statement, in: code.swift, number: number))
    )
    watches.append(Watch(part: part))
    thrownWatches[statement] = number
    return number
  }

  mutating func readRejection(_ index: Int, _ body: Range<Int>, _ said: CompilerWords) {
    let range = code.line(above: comments[index], commentLines)
    let end = code.trimmedEnd(of: body)
    let wrote = min(body.lowerBound + said.start, end)..<end
    guard !range.isEmpty, code.swift.holdsCode(range) else {
      fail(
        .claimUnattached, body,
        "there is no code on this line or above it that the compiler could reject")
      return
    }
    let line = document.source.position(of: code.essayRange(range).lowerBound).line
    let comment = comments[index].range.lowerBound..<end
    claims.append(
      PlacedClaim(
        claim: claim(.failure, wrote.isEmpty ? body : wrote, comment, nil),
        subject: .rejection(part: part, line: line, column: said.column, words: said.words)))
  }
}
