// DocumentationSummary: what people are told of documentation: figures, and the list of what was not read.

import Claims
import Diagnostics
import Reporting
import Site
import Verification

struct DocumentationSummary {
  private let documentation: CheckedDocumentation
  private let known: Int
  private let paths: ShownPaths

  init(_ documentation: CheckedDocumentation, known: Int = 0, _ paths: ShownPaths) {
    self.documentation = documentation
    self.known = known
    self.paths = paths
  }

  private var claims: [Verdict] {
    documentation.pages.flatMap { $0.essay.claims.map(\.verdict) }
  }

  /// Two lines: of what is claimed, and of the listings.
  var text: String {
    guard documentation.listings > 0 else { return "" }
    let claims = claims
    let held = claims.count { $0 == .held }
    let refuted = claims.count { $0 == .refuted }
    let others = claims.count - held - refuted
    var first = ["\(held) of \(claims.count) results in documentation hold"]
    if refuted > 0 { first.append("\(refuted) refuted") }
    if others > 0 { first.append("\(others) not judged") }
    if documentation.unread > 0 { first.append("\(documentation.unread) unread") }
    if known > 0 { first.append("\(known) \(known == 1 ? "fault" : "faults") in the baseline") }
    var second = ["\(documentation.listings) listings: \(ran) run"]
    if stopped > 0 { second.append("\(stopped) stop early") }
    if unfinished > 0 { second.append("\(unfinished) cannot be compiled alone") }
    if rejected > 0 { second.append("\(rejected) do not compile") }
    return first.joined(separator: ", ") + "\n" + second.joined(separator: ", ")
      + (documentation.unread + unfinished + stopped > 0 ? " (--unread lists the rest)" : "") + "\n"
  }

  var listingCount: Int { documentation.listings }
  var unreadCount: Int { documentation.unread }
  var ran: Int { documentation.count { $0 == .ran } }
  var stopped: Int { documentation.count { if case .stopped = $0 { true } else { false } } }
  var unfinished: Int { documentation.count { if case .unfinished = $0 { true } else { false } } }
  var rejected: Int { documentation.count { if case .rejected = $0 { true } else { false } } }
  var held: Int { claims.count { $0 == .held } }
  var refuted: Int { claims.count { $0 == .refuted } }
  var unjudged: Int { claims.count - held - refuted }

  /// Each comment that was not read and each listing that did not run, at its place.
  var unread: String {
    documentation.pages.flatMap { page -> [String] in
      let document = page.essay.document
      func place(_ range: Range<Int>) -> String {
        let position = document.source.position(of: range.lowerBound)
        return "\(paths.shown(document.path)):\(position.line):\(position.column)"
      }
      let listings = page.listings.compactMap { listing -> (Int, String)? in
        switch listing.outcome {
        case .ran, .rejected: nil
        case .stopped(let reason):
          (listing.range.lowerBound, "\(place(listing.range)): stops early: \(Self.line(reason))")
        case .unfinished(let reason):
          (
            listing.range.lowerBound,
            "\(place(listing.range)): cannot be compiled alone: \(Self.line(reason))"
          )
        }
      }
      let comments = page.unread.map {
        (
          $0.range.lowerBound,
          "\(place($0.range)): unread: // \(Self.line($0.text)): \(Self.line($0.reason))"
        )
      }
      return (listings + comments).sorted { $0.0 < $1.0 }.map(\.1)
    }.map { $0 + "\n" }.joined()
  }

  private static func line(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ⏎ ")
    return line.count > 200 ? line.prefix(190) + " …" : line
  }
}
