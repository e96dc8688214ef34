// SwiftReading: what the compiler's own parser says of one Swift text. Pure data, with pure queries in
// extensions; who runs the parser is not known here.

/// All ranges are UTF-8 bytes of `text`.
package struct SwiftReading: Hashable, Sendable {
  package let text: [UInt8]
  /// The text nests brackets deeper than the parser could follow: nothing else is known. The compiler
  /// refuses such a text too, or takes for ever.
  package let isTooDeep: Bool
  package let comments: [Comment]
  /// In source order, so that a statement stands before those inside it.
  package let statements: [Statement]
  package let conditions: [Condition]
  package let imports: [Import]
  /// Editor placeholders, `<#…#>`.
  package let placeholders: [Range<Int>]
  package let unclosed: [Unclosed]
  package let names: Names
  /// Property wrappers whose value anybody may ask for, as `Outer.Clamped`.
  package let wrappers: [String]
  /// Names that run code when they are read: of computed, lazy and wrapped variables; `subscript` if one is declared.
  package let accessors: Set<String>
  /// For each byte that statements end before the outermost of them.
  let outermostByEnd: [Int: Int]

  package struct Comment: Hashable, Sendable, Decodable {
    package enum Kind: String, Hashable, Sendable, Decodable {
      case line, block, docLine, docBlock
    }
    package let kind: Kind
    package let range: Range<Int>
  }

  /// One clause of an `#if`.
  package struct Condition: Hashable, Sendable, Decodable {
    /// `#if`, `#elseif` or `#else`.
    package let directive: String
    /// Clauses of the same `#if` have the same number.
    package let group: Int
    /// Nil for `#else`.
    package let condition: String?
    /// The directive with its condition.
    package let head: Range<Int>
    /// What is compiled if the condition holds; empty at the end of `head` if there is nothing.
    package let body: Range<Int>
  }

  package struct Import: Hashable, Sendable, Decodable {
    package let module: String
    package let range: Range<Int>
  }

  /// What is opened and never closed, with the bytes that open it.
  package struct Unclosed: Hashable, Sendable, Decodable {
    package enum Kind: String, Hashable, Sendable, Decodable {
      case brace, parenthesis, square, string, regex, comment
    }
    package let kind: Kind
    package let range: Range<Int>
  }

  /// Names of the top level, in backticks or not; see `EarlyUse`.
  package struct Names: Hashable, Sendable, Decodable {
    package struct Mention: Hashable, Sendable, Decodable {
      package let name: String
      package let range: Range<Int>
    }
    /// Bindings of `let` and `var` that have an initialiser and no getter, outside `#if`.
    package let values: [Mention]
    /// Uses that surely mean a name of the top level and are read when their line is.
    package let uses: [Mention]
    /// Names that the top level declares in another way: a use may mean those.
    package let others: Set<String>

    package init(values: [Mention] = [], uses: [Mention] = [], others: Set<String> = []) {
      self.values = values
      self.uses = uses
      self.others = others
    }
  }
}
