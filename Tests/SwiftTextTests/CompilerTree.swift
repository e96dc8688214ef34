// CompilerTree: what `swiftc -dump-parse` says of a file, as far as it can be compared: blocks in
// braces with the declarations and statements in them. Expressions have no place there.

import Foundation

/// Any JSON document.
indirect enum Tree: Decodable {
  case object([String: Tree])
  case array([Tree])
  case number(Double)
  case text(String)
  case other

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode([String: Tree].self) {
      self = .object(value)
    } else if let value = try? container.decode([Tree].self) {
      self = .array(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else {
      self = .other
    }
  }

  subscript(key: String) -> Tree? {
    if case .object(let fields) = self { fields[key] } else { nil }
  }
  var text: String? { if case .text(let value) = self { value } else { nil } }
  var int: Int? { if case .number(let value) = self { Int(value) } else { nil } }
  var elements: [Tree] { if case .array(let values) = self { values } else { [] } }
}

struct CompilerTree {
  struct Item {
    var kind: String
    /// First bytes of the first token behind attributes and modifiers, and of the last token.
    var first: Int
    var last: Int
  }

  struct Block {
    /// Where its braces stand; nil for the file.
    var braces: ClosedRange<Int>?
    var count: Int
  }

  private(set) var items: [Item] = []
  private(set) var blocks: [Block] = []

  private let text: [UInt8]

  init(_ json: Data, of text: [UInt8]) throws {
    self.text = text
    let root = try JSONDecoder().decode(Tree.self, from: json)
    add(block: root["items"], nil)
    walk(root)
  }

  private mutating func walk(_ tree: Tree) {
    switch tree {
    case .object(let fields):
      if fields["_kind"]?.text == "brace_stmt", fields["implicit"] == nil,
        let range = Self.range(tree), range.lowerBound < range.upperBound,
        // A statement of the top level has a block to itself, without braces.
        text[range.lowerBound] == UInt8(ascii: "{")
      {
        add(block: fields["elements"], range)
      }
      for value in fields.values { walk(value) }
    case .array(let values): for value in values { walk(value) }
    default: break
    }
  }

  private mutating func add(block: Tree?, _ braces: ClosedRange<Int>?) {
    // A binding's variables are listed beside it. The value of an `if` is an implicit `then`.
    let own = (block?.elements ?? []).filter {
      $0["_kind"]?.text != "var_decl" && ($0["implicit"] == nil || $0["_kind"]?.text == "then_stmt")
    }
    blocks.append(Block(braces: braces, count: own.count))
    for element in own {
      guard let kind = element["_kind"]?.text, element["implicit"] == nil,
        let range = Self.range(element)
      else { continue }
      items.append(Item(kind: kind, first: range.lowerBound, last: range.upperBound))
    }
  }

  private static func range(_ tree: Tree) -> ClosedRange<Int>? {
    guard let start = tree["range"]?["start"]?.int, let end = tree["range"]?["end"]?.int,
      start <= end
    else { return nil }
    return start...end
  }
}
