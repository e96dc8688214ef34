// Statement: one item of a block of code, and what kind it is.

extension SwiftReading {
  package struct Statement: Hashable, Sendable, Decodable {
    package enum BlockKind: String, Hashable, Sendable, Decodable {
      case topLevel, closure
      /// The body of a function, an initialiser or an accessor.
      case function
      /// The body of a loop, a condition, `do`, `defer` or a case of `switch`.
      case control
      case ifConfig
    }

    /// Without white space and comments around it, and without a semicolon.
    package let range: Range<Int>
    /// The statement that this one stands in, as an index into `statements`.
    package let parent: Int?
    /// Statements of the same block, and no others, have the same number.
    package let block: Int
    package let blockKind: BlockKind
    package let indexInBlock: Int
    package let isOnlyInBlock: Bool
    /// Inside `\(…)` of a string, in a closure there.
    package let isInInterpolation: Bool
    package let form: Form
  }

  package enum Form: Hashable, Sendable, Decodable {
    case expression(Expression)
    case binding(Binding)
    case assignment(Assignment)
    case `return`(value: Range<Int>?)
    /// The bytes of what is thrown.
    case `throw`(Range<Int>)
    /// The word that introduces it: `func`, `struct`, `import` …
    case declaration(String)
    /// The word that introduces it: `for`, `if`, `guard`, `break` …
    case control(String)
    case ifConfig
    /// The name of a freestanding macro, without `#`.
    case macro(String)
  }

  package struct Expression: Hashable, Sendable, Decodable {
    package let range: Range<Int>
    /// The plain name of what is called: `print` in `print(1)` and `Swift.print(1)`, nil in `a.b(1)`.
    package let callee: String?
    /// What a method is called on, if it can be read again behind the call.
    package let receiver: Receiver?
    /// `try` or `await` stands before it, or before one of its operands.
    package let hasEffects: Bool

    package var isPrintCall: Bool {
      callee.map { ["print", "debugPrint", "dump"].contains($0) } ?? false
    }
  }

  package struct Receiver: Hashable, Sendable, Decodable {
    package let range: Range<Int>
    /// The name that it begins with.
    package let root: String
  }

  /// A `let` or `var` with what it binds.
  package struct Binding: Hashable, Sendable, Decodable {
    package struct Part: Hashable, Sendable, Decodable {
      /// Without backticks, in source order; none for `_`, several for a tuple pattern.
      package let names: [String]
      package let pattern: Range<Int>
      package let initializer: Range<Int>?
      /// It has a getter; observers do not count.
      package let isComputed: Bool
    }

    package let keyword: String
    package let parts: [Part]
    package let isAsync: Bool
    package let modifiers: [String]
    package let hasAttributes: Bool
  }

  package struct Assignment: Hashable, Sendable, Decodable {
    package enum PlaceForm: String, Hashable, Sendable, Decodable {
      /// `_ = …`
      case discard
      case tuple, plain
    }

    package let `operator`: String
    /// The left side, without `try`.
    package let place: Range<Int>
    package let value: Range<Int>
    package let placeForm: PlaceForm
    /// Whether the left side, read again right behind the statement, surely names the same place.
    package let isRereadable: Bool
    /// The names of the left side, and `subscript` where there is one.
    package let names: [String]
    /// The names in its subscripts.
    package let indices: [String]
    /// Whether the right side runs code that is written elsewhere.
    package let isComputed: Bool
  }
}
