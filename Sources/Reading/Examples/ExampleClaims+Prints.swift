// What examples claim to print: each quotation is a claim, and several may be about one group of statements.

import Claims
import Diagnostics
import SwiftText

extension ExampleClaims {
  mutating func readPrints(_ indices: ClosedRange<Int>) {
    let all = indices.compactMap {
      code.body(of: comments[$0]).flatMap { ClaimText.quote(in: $0, of: code) }
    }
    let isSkipped = zip(indices, all).filter { skip(.output, $1, comments[$0].range) }
    guard isSkipped.isEmpty, let first = all.first,
      let statement = statement(above: indices.lowerBound, first)
    else { return }
    let watch: Int
    do {
      let isBehind = !code.swift.isAlone(comments[indices.lowerBound])
      watch = try watchOutput(of: statement, alone: isBehind)
    } catch {
      for quote in all { fail(.claimUnattached, quote, error.reason) }
      return
    }
    for (index, quote) in zip(indices, all) {
      let inside = code.swift.source(quote.lowerBound + 1..<quote.upperBound - 1)
      guard let text = SwiftString.unescaped(inside) else {
        fail(.claimUnreadable, quote, "this text holds an escape that Swift does not know")
        continue
      }
      let name = name(atEndOf: comments[index].range)?.name
      let claim = claim(.output, quote, comments[index].range, statement, name: name)
      add(claim, .output(text, watch: watch), statement)
    }
  }

  mutating func watchOutput(
    of statement: Int, alone isAlone: Bool
  ) throws(Watch.Impossible) -> Int {
    if let known = outputWatches[statement] { return known }
    let claimed = Set(outputWatches.keys)
    let group = isAlone ? [statement] : code.swift.outputGroup(of: statement, behind: claimed)
    let number = firstWatch + watches.count
    watches.append(
      Watch(part: part, insertions: try Watch.output(of: group, in: code.swift, number: number)))
    outputWatches[statement] = number
    return number
  }
}
