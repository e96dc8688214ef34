// SampledLine: what a program recorded of one line of a derivation.

import Diagnostics

struct SampledLine: Sendable {
  struct Place: Hashable, Sendable {
    var part: Int
    var step: Int
  }

  /// Something that was drawn.
  struct Input: Sendable {
    var position: Position
    var text: String
    /// `growing`, `vanishing` or `approaching` for the parameter of a limit; empty for others.
    var course: String

    static func list(_ json: Any?) -> [Input] {
      (json as? [[Any]] ?? []).compactMap { entry in
        guard entry.count == 4, let line = entry[0] as? Int, let column = entry[1] as? Int,
          let text = entry[2] as? String, let course = entry[3] as? String
        else { return nil }
        return Input(position: Position(line: line, column: column), text: text, course: course)
      }
    }
  }

  /// A draw that broke the line.
  struct Failure: Sendable {
    var draw: Int
    var inputs: [Input]
    var above: String
    var here: String
    var detail: String

    init?(_ json: Any?) {
      guard let object = json as? [String: Any] else { return nil }
      draw = object["draw"] as? Int ?? 0
      inputs = Input.list(object["inputs"])
      above = object["above"] as? String ?? ""
      here = object["here"] as? String ?? ""
      detail = object["detail"] as? String ?? ""
    }
  }

  var verdict: Verdict
  /// Why there is no verdict.
  var reason: String
  var draws: Int
  var discarded: Int
  var failures: Int
  var worst: String
  /// The power with which the error of a limit falls.
  var rate: Double?
  /// The parameters of a limit.
  var sequences: [Input]
  var first: Failure?
  var smallest: Failure?

  init(_ event: [String: Any]) {
    verdict = (event["state"] as? String).flatMap { Verdict(rawValue: $0) } ?? .unjudged
    reason = event["reason"] as? String ?? ""
    draws = event["draws"] as? Int ?? 0
    discarded = event["discarded"] as? Int ?? 0
    failures = event["failures"] as? Int ?? 0
    worst = event["worst"] as? String ?? ""
    rate = (event["rate"] as? String).flatMap { Double($0) }
    sequences = Input.list(event["sequences"])
    first = Failure(event["first"])
    smallest = Failure(event["smallest"])
  }
}
