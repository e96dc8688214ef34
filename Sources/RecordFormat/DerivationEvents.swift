// DerivationEvents: what a program is told of a derivation's lines, and what it tells of them.

/// What a line of a derivation says of the line above it.
public struct LineRule: Hashable, Sendable {
  public var relation: Relation
  public var allowance: Allowance
  /// Where the variable that the rule speaks of is drawn; nil for any.
  public var region: Region?

  public enum Relation: UInt8, Hashable, Sendable {
    /// A chain begins here; there is nothing to hold.
    case start
    case equal, atMost, atLeast, less, greater, proportional, tends, constant, minimiser, maximiser
  }

  public enum Allowance: Hashable, Sendable {
    case standard
    case absolute(Double)
    /// A share of the larger of the two magnitudes.
    case relative(Double)
    case ulps(Double)
  }

  /// The places at which a variable is drawn, the end not among them.
  public struct Region: Hashable, Sendable {
    public var start: Site
    public var end: Site

    public init(start: Site, end: Site) {
      self.start = start
      self.end = end
    }

    public func contains(_ site: Site) -> Bool {
      (start.line, start.column) <= (site.line, site.column)
        && (site.line, site.column) < (end.line, end.column)
    }
  }

  public init(_ relation: Relation, _ allowance: Allowance, _ region: Region? = nil) {
    self.relation = relation
    self.allowance = allowance
    self.region = region
  }
}

/// Something that was drawn, as its author would write it.
public struct DrawnInput: Hashable, Sendable {
  public var site: Site
  public var text: String
  public var course: Course

  /// Which way the parameter of a limit goes.
  public enum Course: UInt8, Hashable, Sendable {
    case fixed, growing, vanishing, approaching
  }

  public init(site: Site, text: String, course: Course) {
    self.site = site
    self.text = text
    self.course = course
  }
}

/// What was seen of one line of a derivation in all its draws.
public struct SampledLine: Hashable, Sendable {
  public var part: Int
  public var step: Int
  public var draws: Int
  /// How many inputs were drawn, in all draws.
  public var choices: Int
  /// Draws without a say: by `draw.require`, or because both sides are undefined, equally infinite, or empty.
  public var discarded: Int
  public var unreached: Int
  public var failures: Int
  /// The largest deviation, or for an order the smallest margin; in units of the allowance. Nil where nothing was compared.
  public var measure: Double?
  /// Whether every entry was, in some draw, large enough for the standard tolerance to decide, or equal in all.
  public var isDecisive: Bool
  /// Why the values cannot be compared at all.
  public var incomparable: Incomparable?
  /// The power with which the error of a limit falls; nil where that was not seen.
  public var rate: Double?
  /// The parameters of a limit.
  public var sequences: [DrawnInput]
  public var first: Failure?
  public var smallest: Failure?

  public init(
    part: Int, step: Int, draws: Int, choices: Int, discarded: Int, unreached: Int, failures: Int,
    measure: Double?, isDecisive: Bool, incomparable: Incomparable?, rate: Double?,
    sequences: [DrawnInput], first: Failure?, smallest: Failure?
  ) {
    self.part = part
    self.step = step
    self.draws = draws
    self.choices = choices
    self.discarded = discarded
    self.unreached = unreached
    self.failures = failures
    self.measure = measure
    self.isDecisive = isDecisive
    self.incomparable = incomparable
    self.rate = rate
    self.sequences = sequences
    self.first = first
    self.smallest = smallest
  }

  /// Why a rule has nothing to say of values of these kinds.
  public enum Incomparable: Hashable, Sendable {
    /// A value of this type has no parts that could be compared.
    case type(String)
    /// Only numbers have an order.
    case noOrder
    /// Only numbers are proportional or differ by a constant.
    case notNumbers
    /// Only a single number has a minimiser.
    case notOneNumber
    /// One number is proportional to any other; the line must name the variable that changes.
    case proportionOfOne
    /// The variable of a minimiser is not one number that is drawn from a range.
    case noVariable
    /// Nothing that was drawn goes to a limit.
    case noSequence
    case shortSequence(count: Int, needed: Int)
    /// What should be the limit goes on changing with the parameter.
    case movingLimit
    /// The line above settles at two places.
    case twoPlateaus
  }

  /// A draw that broke the line.
  public struct Failure: Hashable, Sendable {
    public var draw: Int
    public var inputs: [DrawnInput]
    /// Both values as Swift writes them; nil for a line that was not reached.
    public var above: String?
    public var here: String?
    public var cause: Cause

    public init(draw: Int, inputs: [DrawnInput], above: String?, here: String?, cause: Cause) {
      self.draw = draw
      self.inputs = inputs
      self.above = above
      self.here = here
      self.cause = cause
    }

    /// What is wrong in a draw. `at` leads to the entry, from the outermost list to the innermost.
    public enum Cause: Hashable, Sendable {
      case apart(by: Double, allowed: Double, at: [Int])
      /// Booleans, texts or cases that are not the same.
      case differs(at: [Int])
      case wrongOrder(by: Double, at: [Int])
      /// An order that is strict does not hold between equal numbers.
      case equal(at: [Int])
      /// A number cannot be compared with a boolean, a list, a text.
      case kinds(at: [Int])
      case entries(above: Int, here: Int, at: [Int])
      /// NaN or `nil` on one side only.
      case undefinedAbove(at: [Int])
      case undefinedHere(at: [Int])
      /// One side is infinite, and the other not the same.
      case infinite(at: [Int])
      /// The error in its own words.
      case threw(String)
      /// The difference of the two lines, here and for another value of the variable.
      case notConstant(here: Double, elsewhere: Double)
      /// The factor between the two lines at two places.
      case factors(Double, Double)
      case oneIsZero
      /// Where the two lines are extreme; nil for one that does not depend on the variable.
      case extremes(above: Double?, here: Double?, allowed: Double)
      /// No three values in a row come near enough; the errors along the sequence.
      case noLimit(errors: [Double], allowed: Double)
      /// It comes near the limit and leaves it again, by more than rounding explains.
      case leavesLimit(errors: [Double])
    }
  }
}

/// What interval arithmetic found of a line for a whole range.
public struct EnclosedLine: Hashable, Sendable {
  public var part: Int
  public var step: Int
  /// Into how many boxes the range was divided.
  public var boxes: Int
  public var verdict: Verdict

  public enum Verdict: Hashable, Sendable {
    /// With the largest deviation, or for an order the smallest margin; never on the flattering side.
    case held(measure: Double)
    /// Everywhere in the box the two sides are apart, or in the wrong order, by at least so much.
    case refuted(lower: Double, upper: Double, by: Double)
    /// A box that nothing decides; `isDefined` is false where a side may be undefined in it.
    case open(lower: Double, upper: Double, isDefined: Bool)
  }

  public init(part: Int, step: Int, boxes: Int, verdict: Verdict) {
    self.part = part
    self.step = step
    self.boxes = boxes
    self.verdict = verdict
  }
}
