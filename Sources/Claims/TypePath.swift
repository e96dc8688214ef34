// TypePath: the name of a type by its components, so that `Other.In` is not taken for `Program.In`, and
// generic arguments count where an author writes them.

import Diagnostics
import GalleyRecordFormat

/// `Program.Pair<Swift.Int, Swift.Array<Swift.String>>`, taken apart. `[T]`, `[K: V]` and `T?` are read as the
/// types that they stand for.
struct TypePath {
  struct Component {
    var name: String
    /// Nil where none are written.
    var arguments: [TypePath]?
  }

  private var components: [Component] = []
  /// False for what is no name in this grammar, such as the type of an `async` function: that is compared as it stands.
  private var isReadable = true
  /// The whole as it stands, without spaces.
  private var text = ""

  /// Deeper types are not taken apart.
  private static let depthLimit = 32

  /// The last component's own name.
  var name: String { components.last?.name ?? text }

  init(_ text: String) {
    var cursor = TextCursor(text)
    self.init(&cursor)
    if !cursor.isAtEnd { isReadable = false }
    self.text = text.filter { $0 != " " }
  }

  /// The full name of a type, as it was recorded. Of arguments that cannot be read only what stands before them
  /// is kept: it can still be named without them.
  init(full text: String) {
    self.init(text)
    guard !isReadable, let bracket = text.firstIndex(of: "<") else { return }
    let head = TypePath(String(text[..<bracket]))
    components = head.components
    isReadable = head.isReadable
  }

  /// Reads the name that begins at the cursor; what cannot be read stays behind it.
  init(_ cursor: inout TextCursor, depth: Int = 0) {
    guard depth < Self.depthLimit else {
      isReadable = false
      return
    }
    func list(_ end: String) -> [TypePath] {
      var list: [TypePath] = []
      repeat {
        cursor.skipSpace()
        if cursor.next.map(String.init) == end { break }
        list.append(TypePath(&cursor, depth: depth + 1))
        cursor.skipSpace()
      } while cursor.take(",")
      if !cursor.take(end) { isReadable = false }
      return list
    }
    if cursor.take("[") {
      let first = TypePath(&cursor, depth: depth + 1)
      cursor.skipSpace()
      if cursor.take(":") {
        components = [.init(name: "Dictionary", arguments: [first] + list("]"))]
      } else {
        components = [.init(name: "Array", arguments: [first])]
        if !cursor.take("]") { isReadable = false }
      }
    } else {
      if cursor.take("(extension in ") {
        _ = cursor.take { $0 != ":" }
        _ = cursor.take(":")
      }
      repeat {
        // A type inside a function stands in "(unknown context at …)", which nobody writes.
        if cursor.take("(unknown context") {
          _ = cursor.take { $0 != ")" }
          _ = cursor.take(")")
          continue
        }
        if cursor.take("(") {
          components.append(.init(name: "()", arguments: list(")")))
          continue
        }
        if cursor.take("any ") || cursor.take("some ") {}
        let name = cursor.take { $0.isWordPart }
        guard !name.isEmpty else { break }
        components.append(.init(name: name, arguments: cursor.take("<") ? list(">") : nil))
      } while cursor.take(".")
    }
    var count = 0
    while count < Self.depthLimit, cursor.take("?") {
      let wrapped = self
      components = [.init(name: "Optional", arguments: [wrapped])]
      count += 1
    }
    var ahead = cursor
    ahead.skipSpace()
    if ahead.take("->") {
      ahead.skipSpace()
      let argument = self
      let result = TypePath(&ahead, depth: depth + 1)
      components = [.init(name: "->", arguments: [argument, result])]
      cursor = ahead
    }
  }

  /// Whether this, as an author writes it, names the type with the `full` name: the last components are equal,
  /// and so are the generic arguments that are written.
  func names(_ full: TypePath) -> Bool {
    if !text.isEmpty && text.isSame(as: full.text) { return true }
    guard isReadable, full.isReadable, !components.isEmpty,
      components.count <= full.components.count
    else { return false }
    return zip(components.reversed(), full.components.reversed()).allSatisfy { mine, other in
      guard mine.name.isSame(as: other.name) else { return false }
      guard let arguments = mine.arguments else { return true }
      guard let others = other.arguments, others.count == arguments.count else { return false }
      return zip(arguments, others).allSatisfy { $0.names($1) }
    }
  }

  /// The components before the last, as in `Shape` of `Shape.circle`; nil where there are none.
  var qualifier: TypePath? {
    guard components.count > 1 else { return nil }
    var copy = self
    copy.components.removeLast()
    return copy
  }
}

extension RecordedValue {
  /// Whether it is a value of the type that is written so: `E` or `Module.E`.
  package func hasType(_ name: String) -> Bool {
    type.map { TypePath(name).names(TypePath(full: $0.full)) } ?? false
  }
}
