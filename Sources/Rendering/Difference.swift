// Difference: two texts side by side, with the places in which they differ. Digits are compared by what they are worth:
// tenths with tenths.

import Diagnostics

struct Difference: Equatable {
  /// What was there, and what is there now, both in pieces.
  var old: [Piece]
  var new: [Piece]

  struct Piece: Equatable {
    var text: String
    var differs: Bool
  }

  /// - Parameter mark: what stands before decimals in both.
  init(_ old: String, _ new: String, decimal mark: NumberNotation.Mark = .point) {
    let point = Character(mark.rawValue)
    let (left, right) = (Self.tokens(of: old, point), Self.tokens(of: new, point))
    func isNumber(_ token: [Character]) -> Bool {
      token.first.map { Self.isDigit($0, point) } ?? false
    }
    let isAlike =
      left.count == right.count && zip(left, right).allSatisfy { isNumber($0) == isNumber($1) }
    guard isAlike else {
      (self.old, self.new) = Self.middles(Array(old), Array(new))
      return
    }
    self.old = []
    self.new = []
    for (one, other) in zip(left, right) {
      let (a, b) = isNumber(one) ? Self.digits(one, other, point) : Self.words(one, other)
      self.old += a
      self.new += b
    }
    self.old = Self.joined(self.old)
    self.new = Self.joined(self.new)
  }

  /// The pieces of a text as HTML.
  static func html(_ pieces: [Piece]) -> String {
    pieces.map { $0.differs ? "<mark>\(escaped($0.text))</mark>" : escaped($0.text) }.joined()
  }

  // MARK: Tokens

  /// Digits with their decimal point, and what stands between them.
  private static func tokens(of text: String, _ point: Character) -> [[Character]] {
    var tokens: [[Character]] = []
    for character in text {
      if let last = tokens.last?.last, isDigit(last, point) == isDigit(character, point) {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append([character])
      }
    }
    return tokens
  }

  private static func isDigit(_ character: Character, _ point: Character) -> Bool {
    character == point || ("0"..."9").contains(character)
  }

  /// Two numbers, place by place from the decimal point on; a place that only one of them has differs.
  private static func digits(
    _ old: [Character], _ new: [Character], _ point: Character
  ) -> ([Piece], [Piece]) {
    let starts = [old, new].map { $0.firstIndex(of: point) ?? $0.count }
    func pieces(_ own: [Character], _ start: Int, _ other: [Character], _ otherStart: Int)
      -> [Piece]
    {
      own.indices.map { index in
        let counterpart = index - start + otherStart
        let isSame = other.indices.contains(counterpart) && other[counterpart] == own[index]
        return Piece(text: String(own[index]), differs: !isSame)
      }
    }
    return (pieces(old, starts[0], new, starts[1]), pieces(new, starts[1], old, starts[0]))
  }

  private static func words(_ old: [Character], _ new: [Character]) -> ([Piece], [Piece]) {
    let differs = old != new
    return (
      [Piece(text: String(old), differs: differs)], [Piece(text: String(new), differs: differs)]
    )
  }

  /// What is between a common beginning and a common end differs.
  private static func middles(_ old: [Character], _ new: [Character]) -> ([Piece], [Piece]) {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    func pieces(_ text: [Character]) -> [Piece] {
      joined([
        Piece(text: String(text[..<start]), differs: false),
        Piece(text: String(text[start..<(text.count - end)]), differs: true),
        Piece(text: String(text[(text.count - end)...]), differs: false),
      ])
    }
    return (pieces(old), pieces(new))
  }

  private static func joined(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces where !piece.text.isEmpty {
      if let last = result.last, last.differs == piece.differs {
        result[result.count - 1].text += piece.text
      } else {
        result.append(piece)
      }
    }
    return result
  }
}
