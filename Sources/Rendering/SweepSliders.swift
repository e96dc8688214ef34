// SweepSliders: what moves a sweep: a slider for its parameter, or two with a pad on which both are dragged at once.

import Diagnostics
import Markup
import Reading

struct SweepSliders {
  private let sweep: Sweep
  /// Which value each parameter begins with.
  private let places: [Int]
  private let stem: String
  private let language: Language

  init(_ sweep: Sweep, start: Int, _ stem: String, _ language: Language) {
    self.sweep = sweep
    self.stem = stem
    self.language = language
    places = sweep.places(start)
  }

  /// Dead until JavaScript wakes it; without JavaScript the style sheet does not show it at all.
  func html(frames: FramesFile?) -> String {
    let source = frames.map {
      " data-frames=\"\(escaped($0.address))\" data-name=\"\(escaped($0.name))\""
    }
    let pad =
      sweep.axes.count > 1 ? "<div class=\"pad\" aria-hidden=\"true\"><i></i></div>\n" : ""
    let sliders = zip(sweep.axes, places).enumerated().map { number, axis in
      slider(axis.0, at: axis.1, number)
    }
    return "<div class=\"sliders\"\(source ?? "")>\n\(pad)\(sliders.joined())</div>\n"
  }

  private func slider(_ axis: Sweep.Axis, at place: Int, _ number: Int) -> String {
    let id = number == 0 ? "\(stem)-slider" : "\(stem)-slider-\(number + 1)"
    let last = axis.count - 1
    let names = (0...last).map { axis.shown($0, language.notation) }
    let part = ShortNumber.text(Double(place) / Double(max(1, last)))
    let stops = (0...last).filter { axis.stops.contains(axis.value($0)) }
    let list =
      stops.isEmpty
      ? ""
      : "<datalist id=\"\(id)-stops\">"
        + stops.map { "<option value=\"\($0)\" label=\"\(escaped(names[$0]))\"></option>" }.joined()
        + "</datalist>"
    return
      "<div class=\"slider\"><label for=\"\(id)\">\(escaped(axis.parameter))</label>"
      + "<span class=\"track\" style=\"--at: \(part)\">"
      + "<input id=\"\(id)\" type=\"range\" min=\"0\" max=\"\(last)\" value=\"\(place)\""
      + (list.isEmpty ? "" : " list=\"\(id)-stops\"")
      + " aria-valuetext=\"\(escaped("\(axis.parameter) = \(names[place])"))\""
      + " data-values=\"\((0...last).map(axis.inAddress).joined(separator: " "))\""
      + " data-names=\"\(escaped(names.joined(separator: "|")))\" autocomplete=\"off\" disabled>\(list)"
      + "<output for=\"\(id)\" aria-hidden=\"true\">\(escaped(names[place]))</output>"
      + "<span class=\"least\" aria-hidden=\"true\">\(escaped(names[0]))</span>"
      + "<span class=\"most\" aria-hidden=\"true\">\(escaped(names[last]))</span></span></div>\n"
  }
}

extension Sweep.Axis {
  /// A value as it stands in an address.
  func inAddress(_ index: Int) -> String {
    let text = text(index)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A value with its unit, as the page's language writes it.
  func shown(_ index: Int, _ notation: NumberNotation) -> String {
    let number = ShortNumber.grouped(value(index), notation)
    if unit.isEmpty { return number }
    return ["%", "‰", "°"].contains(unit) ? number + unit : number + "\u{a0}" + unit
  }
}
