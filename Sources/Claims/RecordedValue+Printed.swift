// What `print` writes of a recorded value, as far as it can be made again from its parts.

import Diagnostics
import GalleyRecordFormat

extension RecordedValue {
  /// - Parameter isNested: whether the value is a part of another one, where texts stand in quotation marks.
  package func asPrinted(isNested: Bool = false) -> String {
    if let printed = shown?.printed { return printed }
    func list(_ parts: [Part]) -> String {
      parts.map { ($0.isLabelled ? "\($0.label): " : "") + $0.value.asPrinted(isNested: true) }
        .joined(separator: ", ")
    }
    switch self {
    case .text(let text): return isNested ? SwiftString.quoted(text) : text
    case .float(let float): return float.printed
    case .some(let value): return "Optional(\(value.asPrinted(isNested: true)))"
    case .list(let items, _), .set(let items, _):
      return "[" + items.map { $0.asPrinted(isNested: true) }.joined(separator: ", ") + "]"
    case .dictionary(let pairs, _, _):
      if pairs.isEmpty { return "[:]" }
      return "["
        + pairs.map {
          "\($0.key.asPrinted(isNested: true)): \($0.value.asPrinted(isNested: true))"
        }.joined(separator: ", ") + "]"
    case .tuple(let parts): return "(\(list(parts)))"
    case .object(let parts, let shown): return "\(shown.type.short)(\(list(parts)))"
    case .enumCase(let name, let parts, _):
      return parts.isEmpty ? name : "\(name)(\(list(parts)))"
    case .integer, .boolean, .none, .decimal, .opaque, .cut: return description
    }
  }
}
