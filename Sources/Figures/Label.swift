// Label: words on a picture, with *italic* variables, sub- and superscripts.

/// A label's text in runs of one style. `*T*` is italic; `T_1`, `T_{12}`, `10^{-3}` are scripts; a
/// backslash takes the meaning from the sign behind it. A sign that opens nothing stands for itself.
struct Label: Hashable, Sendable {
  enum Script: Hashable, Sendable { case none, sub, sup }

  struct Run: Hashable, Sendable {
    var text: String
    var italic: Bool
    var script: Script
  }

  private(set) var runs: [Run] = []

  init(_ markup: String) {
    var rest = Array(markup)[...]
    var italic = false
    while let sign = rest.popFirst() {
      switch sign {
      case "\\" where !rest.isEmpty:
        append(String(rest.removeFirst()), italic, .none)
      case "*" where italic || rest.contains("*"):
        italic.toggle()
      case "_", "^":
        let script: Script = sign == "_" ? .sub : .sup
        if rest.first == "{", let end = rest.firstIndex(of: "}") {
          append(String(rest[(rest.startIndex + 1)..<end]), italic, script)
          rest = rest[(end + 1)...]
        } else if let next = rest.first, !next.isWhitespace {
          append(String(rest.removeFirst()), italic, script)
        } else {
          append(String(sign), italic, .none)
        }
      default:
        append(String(sign), italic, .none)
      }
    }
  }

  private mutating func append(_ text: String, _ italic: Bool, _ script: Script) {
    // A hyphen in a script is meant as a minus.
    let text = script == .none ? text : String(text.map { $0 == "-" ? "−" : $0 })
    if let last = runs.last, last.italic == italic, last.script == script {
      runs[runs.count - 1].text += text
    } else if !text.isEmpty {
      runs.append(Run(text: text, italic: italic, script: script))
    }
  }

  var isEmpty: Bool { runs.isEmpty }

  /// For places that know no markup: scripts in parentheses where digits do not exist as such.
  var plain: String {
    runs.map { run in
      switch run.script {
      case .none: run.text
      case .sub: translated(run.text, to: "₀₁₂₃₄₅₆₇₈₉₋₊") ?? "_" + run.text
      case .sup: translated(run.text, to: "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺") ?? "^" + run.text
      }
    }.joined()
  }

  private func translated(_ text: String, to signs: String) -> String? {
    let from = Array("0123456789−+")
    let to = Array(signs)
    var result = ""
    for sign in text {
      guard let place = from.firstIndex(of: sign) else { return nil }
      result.append(to[place])
    }
    return result
  }

  /// For a table's cell.
  var html: String {
    runs.map { run in
      let text = run.italic ? "<i>\(escaped(run.text))</i>" : escaped(run.text)
      return switch run.script {
      case .none: text
      case .sub: "<sub>\(text)</sub>"
      case .sup: "<sup>\(text)</sup>"
      }
    }.joined()
  }

  /// The size of a script beside the text it belongs to; the style sheet says the same.
  static let scriptSize = 0.76

  /// The content of a `<text>` element: lengths in em, so that it fits every size of type.
  ///
  /// - Parameter lowered: How far to set the whole below the element's y, in hundredths of an em.
  func svg(lowered: Int = 0) -> String {
    var result = ""
    // Of the last run, in hundredths of the text's em; downwards.
    var height = -lowered
    for run in runs {
      let target =
        switch run.script {
        case .none: 0
        case .sub: 20
        case .sup: -36
        }
      let size = run.script == .none ? 1 : Label.scriptSize
      let shift = Double(target - height) / 100 / size
      var attributes = ""
      if run.script != .none || run.italic {
        let names = (run.script == .none ? [] : ["script"]) + (run.italic ? ["variable"] : [])
        attributes += " class=\"\(names.joined(separator: " "))\""
      }
      if target != height { attributes += " dy=\"\(em(shift))em\"" }
      result +=
        attributes.isEmpty
        ? escaped(run.text) : "<tspan\(attributes)>\(escaped(run.text))</tspan>"
      height = target
    }
    return result
  }

  private func em(_ value: Double) -> String {
    String(Numeral(value).fixed(decimals: 2).map { $0 == "−" ? "-" : $0 })
  }

  /// A width that the label does not exceed in the faces of the page, in units of the type's size.
  var width: Double {
    runs.reduce(0) { sum, run in
      sum + run.text.reduce(0) { $0 + advance($1) } * (run.script == .none ? 1 : Label.scriptSize)
    }
  }

  /// Rather too wide than too narrow: the reader's own face is not known here.
  private func advance(_ sign: Character) -> Double {
    switch sign {
    case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "'", "’", "‘", "|", "!", " ": 0.36
    case "(", ")", "[", "]", "/", "-", "J", "s": 0.44
    case "m", "w", "M", "W", "%", "@", "—": 0.92
    case "+", "−", "=", "<", ">", "×", "≤", "≥", "≈", "∞": 0.66
    case "a"..."z", "0"..."9": 0.56
    case "A"..."Z": 0.74
    default: sign.isASCII ? 0.6 : 0.68
    }
  }
}

/// Text for XML's content and its quoted attributes; signs that XML forbids are dropped.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\t", "\n", "\r": result += " "
    case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
