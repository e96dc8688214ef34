// SymbolGraph: what a module declares for everybody, as the compiler's symbol graph writes it; of it only what is
// needed to write a call.

import Foundation

struct SymbolGraph: Decodable {
  var symbols: [Symbol]

  struct Symbol: Decodable {
    var kind: Kind
    /// The names that lead to it within its module: `["Scale", "apply(_:)"]`.
    var pathComponents: [String]
    var declarationFragments: [Fragment]
    var functionSignature: Signature?
    var swiftGenerics: Generics?
    var location: Location?
    var availability: [Availability]?

    /// The declaration as one text: `func half<T>(of x: T) -> T where T : BinaryFloatingPoint`.
    var declaration: String { declarationFragments.text }
  }

  struct Kind: Decodable {
    /// `swift.func`, `swift.type.property` and so on.
    var identifier: String
  }

  struct Fragment: Decodable, Hashable {
    var kind: String
    var spelling: String
  }

  struct Signature: Decodable {
    var parameters: [Parameter]?
    var returns: [Fragment]?
  }

  struct Parameter: Decodable {
    var declarationFragments: [Fragment]
  }

  struct Generics: Decodable {
    var parameters: [Named]?
    var constraints: [Constraint]?

    struct Named: Decodable { var name: String }

    struct Constraint: Decodable {
      var kind: String
      var lhs: String
      var rhs: String
    }
  }

  struct Location: Decodable {
    var uri: String
    var position: Position

    struct Position: Decodable { var line: Int }
  }

  struct Availability: Decodable {
    var isUnconditionallyUnavailable: Bool?
    var isUnconditionallyDeprecated: Bool?
  }
}

extension [SymbolGraph.Fragment] {
  var text: String { map(\.spelling).joined() }
}
