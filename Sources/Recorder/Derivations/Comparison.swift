// Comparison: whether two values stand in a relation, entry by entry, and how near they came to not doing so.

import GalleyRecordFormat

/// What one draw says of one line.
enum LineOutcome {
  /// `measure` is the deviation seen, or for an order the margin that was left.
  case held(measure: Double, Evidence)
  case failed(SampledLine.Failure.Cause)
  /// Both sides are undefined or equally infinite, or there is no entry on either: the draw says nothing.
  case undefined
  /// The values are of a kind that the relation does not know.
  case incomparable(SampledLine.Incomparable)
  /// The draw ended before the line.
  case unreached
}

struct Comparison {
  let relation: LineRule.Relation
  let allowance: LineRule.Allowance

  /// The standard tolerance: this share of the larger magnitude …
  static let share = 1e-12
  /// … which is taken to be at least this, so that two sides may differ by 1e-14 near zero.
  static let floor = 0.01

  private var measure: Double?
  private var evidence = Evidence()
  private var isUndefined = false
  private var reason: SampledLine.Incomparable?
  private var failure: SampledLine.Failure.Cause?

  /// Compares the value of a line with that of the line above.
  static func of(
    _ above: SampledValue, _ here: SampledValue, _ relation: LineRule.Relation,
    _ allowance: LineRule.Allowance
  ) -> LineOutcome {
    var comparison = Comparison(relation: relation, allowance: allowance)
    comparison.compare(above, here, at: [])
    if let reason = comparison.reason { return .incomparable(reason) }
    if let failure = comparison.failure { return .failed(failure) }
    // Of nothing everything is true: two empty lists are no evidence.
    guard !comparison.isUndefined, let measure = comparison.measure else { return .undefined }
    return .held(measure: measure, comparison.evidence)
  }

  private init(relation: LineRule.Relation, allowance: LineRule.Allowance) {
    self.relation = relation
    self.allowance = allowance
  }

  private var isOrder: Bool {
    switch relation {
    case .atMost, .atLeast, .less, .greater: true
    default: false
    }
  }

  private mutating func compare(_ above: SampledValue, _ here: SampledValue, at place: [Int]) {
    switch (above, here) {
    case (.opaque(let type), _), (_, .opaque(let type)): reason = .type(type)
    case _ where above.isUndefined && here.isUndefined: isUndefined = true
    case _ where above.isUndefined: fail(.undefinedAbove(at: place))
    case _ where here.isUndefined: fail(.undefinedHere(at: place))
    case (.list(let a), .list(let b)):
      guard a.count == b.count else {
        return fail(.entries(above: a.count, here: b.count, at: place))
      }
      for index in a.indices { compare(a[index], b[index], at: place + [index]) }
    // An order may hold between all entries and one number.
    case (.list(let a), _) where isOrder && here.number != nil:
      for index in a.indices { compare(a[index], here, at: place + [index]) }
    case (_, .list(let b)) where isOrder && above.number != nil:
      for index in b.indices { compare(above, b[index], at: place + [index]) }
    case (.integer(let a), .integer(let b)): compareIntegers(a, b, at: place)
    case (.boolean(let a), .boolean(let b)): compareMarks(a == b, at: place)
    case (.text(let a), .text(let b)): compareMarks(a == b, at: place)
    default:
      guard let a = above.number, let b = here.number else {
        return fail(.kinds(at: place))
      }
      var isSingle = false
      if case .number(_, true) = above { isSingle = true }
      if case .number(_, true) = here { isSingle = true }
      compareNumbers(a, b, isSingle: isSingle, at: place)
    }
  }

  private mutating func fail(_ cause: SampledLine.Failure.Cause) {
    if failure == nil { failure = cause }
  }

  private mutating func compareMarks(_ areEqual: Bool, at place: [Int]) {
    guard !isOrder else {
      reason = .noOrder
      return
    }
    note(0)
    if !areEqual { fail(.differs(at: place)) }
  }

  /// Whole numbers have no rounding that a tolerance would be for.
  private mutating func compareIntegers(_ a: Int, _ b: Int, at place: [Int]) {
    guard allowance == .standard else {
      return compareNumbers(Double(a), Double(b), isSingle: false, at: place)
    }
    let holds =
      switch relation {
      case .atMost: a <= b
      case .atLeast: a >= b
      case .less: a < b
      case .greater: a > b
      default: a == b
      }
    note(isOrder ? (Double(a) - Double(b)).magnitude : 0)
    guard !holds else { return }
    let apart = (Double(a) - Double(b)).magnitude
    if !isOrder { return fail(.apart(by: apart, allowed: 0, at: place)) }
    fail(a == b ? .equal(at: place) : .wrongOrder(by: apart, at: place))
  }

  private mutating func compareNumbers(
    _ a: Double, _ b: Double, isSingle: Bool, at place: [Int]
  ) {
    // A share of infinity is infinity, and would allow everything. Where both sides grow beyond all numbers, nothing is
    // known of their difference.
    guard a.isFinite, b.isFinite else {
      if a == b { isUndefined = true } else { fail(.infinite(at: place)) }
      return
    }
    let (size, unit) = allowed(a, b, isSingle)
    let allowed = size * unit
    let isLarge = max(a.magnitude, b.magnitude) > allowed || allowance != .standard
    if isOrder {
      let margin = relation == .atMost || relation == .less ? b - a : a - b
      let isStrict = relation == .less || relation == .greater
      let holds = isStrict ? margin > 0 : a == b || margin >= -allowed
      note(a == b ? 0 : margin)
      evidence.add(at: place, differs: margin < 0, isLarge: isLarge)
      if !holds {
        fail(isStrict && a == b ? .equal(at: place) : .wrongOrder(by: -margin, at: place))
      }
      return
    }
    evidence.add(at: place, differs: a != b, isLarge: isLarge)
    if a == b { return note(0) }
    let apart = (a - b).magnitude
    note(apart / unit)
    guard apart <= allowed, apart.isFinite else {
      return fail(.apart(by: apart, allowed: allowed, at: place))
    }
  }

  /// How many units two numbers may be apart, and what a unit is.
  private func allowed(
    _ a: Double, _ b: Double, _ isSingle: Bool
  ) -> (size: Double, unit: Double) {
    let larger = max(a.magnitude, b.magnitude)
    switch allowance {
    case .standard: return (Self.share, max(larger, Self.floor))
    case .absolute(let size): return (size, 1)
    case .relative(let size): return (size, larger)
    case .ulps(let size): return (size, isSingle ? Double(Float(larger).ulp) : larger.ulp)
    }
  }

  private mutating func note(_ value: Double) {
    guard let old = measure else {
      measure = value
      return
    }
    measure = isOrder ? min(old, value) : max(old, value)
  }
}
