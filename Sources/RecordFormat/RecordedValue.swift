// RecordedValue: a value that a running program computed, with its exact bits and its shape. It is made in the
// program, travels in the record, and is judged in Galley: one type on both sides.

/// What a program computed at one place, one time.
public indirect enum RecordedValue: Hashable, Sendable {
  /// Decimal digits, with a minus sign where it is negative.
  case integer(String, type: TypeName)
  case float(Float)
  case boolean(Bool)
  /// A string, a part of one, a character or a scalar.
  case text(String)
  case none
  case some(RecordedValue)
  /// Elements in their order: arrays, ranges of whole numbers, lazy sequences.
  case list([RecordedValue], Shown)
  /// Elements without an order: sets, and the keys and values of a dictionary, some of which may be equal.
  case set([RecordedValue], Shown)
  /// `isOrdered` where the order of the keys is a part of the value.
  case dictionary([Pair], isOrdered: Bool, Shown)
  case tuple([Part])
  /// A structure or an object with the parts that its mirror shows; property wrappers and lazy
  /// properties by their own names and values. A `Duration` has the parts `seconds` and `attoseconds`. Without parts
  /// it is one that has none.
  case object([Part], Shown)
  case enumCase(String, [Part], Shown)
  /// Foundation's decimal numbers, as they print themselves.
  case decimal(String)
  /// A value without parts that can be seen.
  case opaque(Shown)
  /// Where a value was too large or too deep to be sent whole.
  case cut

  /// The name of a type: as a reader writes it, and with its module and the types around it.
  public struct TypeName: Hashable, Sendable {
    /// `Int8`, `Pair<Int, String>`.
    public var short: String
    /// `Swift.Int8`, `Program.Other.In`.
    public var full: String

    public init(short: String, full: String) {
      self.short = short
      self.full = full
    }
  }

  /// What is known of a value as a whole, besides its parts.
  public struct Shown: Hashable, Sendable {
    public var type: TypeName
    /// What `print` writes of the value; nil where that is only Swift's own list of its parts.
    public var printed: String?
    /// What a collection of an author's own keeps besides its elements.
    public var own: [Part]
    /// Whether this is a sequence whose elements were left to the program: they may be read only once.
    public var isUnread: Bool

    public init(
      type: TypeName, printed: String? = nil, own: [Part] = [], isUnread: Bool = false
    ) {
      self.type = type
      self.printed = printed
      self.own = own
      self.isUnread = isUnread
    }
  }

  public struct Part: Hashable, Sendable {
    /// Empty where there is none.
    public var label: String
    public var value: RecordedValue

    public init(label: String, value: RecordedValue) {
      self.label = label
      self.value = value
    }
  }

  public struct Pair: Hashable, Sendable {
    public var key: RecordedValue
    public var value: RecordedValue

    public init(key: RecordedValue, value: RecordedValue) {
      self.key = key
      self.value = value
    }
  }

  /// A binary floating-point number of any width.
  public struct Float: Hashable, Sendable {
    /// The shortest text that reads back as the same number, as Swift prints it.
    public var printed: String
    public var isNegative: Bool
    /// Bits in the significand, the leading one included.
    public var precision: Int
    /// The exponent of the least positive number of this format.
    public var leastExponent: Int
    public var magnitude: Magnitude
    public var type: TypeName

    public enum Magnitude: Hashable, Sendable {
      /// `significand` times two to the power of `exponent`, exactly.
      case finite(significand: UInt64, exponent: Int)
      case infinite
      case notANumber
    }

    public init(
      printed: String, isNegative: Bool, precision: Int, leastExponent: Int, magnitude: Magnitude,
      type: TypeName
    ) {
      self.printed = printed
      self.isNegative = isNegative
      self.precision = precision
      self.leastExponent = leastExponent
      self.magnitude = magnitude
      self.type = type
    }
  }
}
