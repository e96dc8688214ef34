// LineTally: what was seen of one line of a derivation in all draws, and how it is sent.

struct LineTally {
  /// One draw that broke the line.
  struct Case {
    var draw: Int
    var choices: [Choice]
    var above: String
    var here: String
    var detail: String
  }

  let rule: LineRule
  var draws = 0
  var discarded = 0
  var unreached = 0
  var failures = 0
  /// The largest deviation, or for an order the smallest margin.
  var measure: Double?
  var isDecisive = false
  var incomparable: String?
  var first: Case?
  var smallest: Case?
  /// The powers with which errors fell, one for each draw of a limit.
  var rates: [Double] = []
  /// Where the parameters of the limit are drawn.
  var sequences: [Choice] = []

  init(_ rule: LineRule) { self.rule = rule }

  private var isOrder: Bool {
    switch rule.relation {
    case .atMost, .atLeast, .less, .greater: true
    default: false
    }
  }

  /// Takes one outcome in; returns whether it is the first failure.
  mutating func add(_ outcome: LineOutcome) -> Bool {
    draws += 1
    switch outcome {
    case .held(let new, let decisive):
      measure = measure.map { isOrder ? min($0, new) : max($0, new) } ?? new
      isDecisive = isDecisive || decisive
    case .failed:
      failures += 1
      return failures == 1
    case .undefined: discarded += 1
    case .incomparable(let reason): if incomparable == nil { incomparable = reason }
    case .unreached: unreached += 1
    }
    return false
  }

  /// How near it was, in words.
  private var worst: String {
    guard let measure else { return "" }
    let size = Mathematics.short(measure)
    switch rule.relation {
    case .minimiser: return "minimisers at most \(size) apart"
    case .maximiser: return "maximisers at most \(size) apart"
    case .tends: return measure == 0 ? "the limit is reached" : "within \(size) of the limit"
    case .atMost, .atLeast, .less, .greater:
      if measure < 0 {
        return "at worst \(Mathematics.short(-measure)) beyond, within the tolerance"
      }
      return measure == 0 ? "equal at the nearest" : "at the nearest \(size) apart"
    case .start: return ""
    case .equal, .proportional, .constant:
      if measure == 0 { return "no difference at all" }
      switch rule.allowance {
      case .absolute: return "at most \(size) apart"
      case .ulps: return "at most \(size) ulp apart"
      case .standard, .relative: return "at most \(size) of the value apart"
      }
    }
  }

  private enum State: String { case held, refuted, unreached, unjudged }

  private var state: (State, reason: String) {
    if failures > 0 { return (.refuted, "") }
    if let incomparable { return (.unjudged, incomparable) }
    if unreached == draws {
      return (.unreached, "the derivation ended before this line on every draw")
    }
    let lost = discarded + unreached
    if 2 * lost > draws {
      return (
        .unjudged,
        "\(lost) of \(draws) draws were discarded, by draw.require or because both sides are undefined or empty; "
          + "draw from where the line has a meaning"
      )
    }
    if !isDecisive {
      return (
        .unjudged,
        "both sides are never larger than 1e-14, which the standard tolerance allows to be wrong: "
          + "state a tolerance, as in ± 1e-20"
      )
    }
    return (.held, "")
  }

  /// The record's event for the line.
  func event(part: Int, line: Int) -> String {
    let (state, reason) = state
    let rate = rates.isEmpty ? "" : "\(rates.sorted()[rates.count / 2])"
    let failing = [("first", first), ("smallest", smallest)].compactMap { name, found in
      found.map { ",\"\(name)\":\(Self.object($0))" }
    }
    return "{\"event\":\"line\",\"part\":\(part),\"step\":\(line),\"state\":\"\(state.rawValue)\","
      + "\"reason\":\(ValueEncoder.quote(reason)),\"draws\":\(draws),"
      + "\"discarded\":\(discarded + unreached),\"failures\":\(failures),"
      + "\"worst\":\(ValueEncoder.quote(worst)),\"rate\":\(ValueEncoder.quote(rate)),"
      + "\"sequences\":\(Self.inputs(sequences))\(failing.joined())}"
  }

  private static func object(_ found: Case) -> String {
    "{\"draw\":\(found.draw),\"inputs\":\(inputs(found.choices)),"
      + "\"above\":\(ValueEncoder.quote(found.above)),\"here\":\(ValueEncoder.quote(found.here)),"
      + "\"detail\":\(ValueEncoder.quote(found.detail))}"
  }

  /// Line, column and text of each choice, and for a sequence which way it goes.
  static func inputs(_ choices: [Choice]) -> String {
    let entries = choices.prefix(200).map { choice in
      var mark = ""
      if case .sequence(let progression) = choice.kind {
        mark =
          progression.limit == nil
          ? "growing" : progression.limit == 0 ? "vanishing" : "approaching"
      }
      let text = choice.description
      let short = text.utf8.count > 600 ? "\(text.prefix(500)) …" : text
      return "[\(choice.site.line),\(choice.site.column),\(ValueEncoder.quote(short)),\"\(mark)\"]"
    }
    return "[" + entries.joined(separator: ",") + "]"
  }
}
