// FigureHTML: a figure on the page: the picture, its caption, and behind two disclosures its data and
// its Swift. A sweep is a row of pictures, of which JavaScript makes one with a slider.

import Markup

extension BodyWriter {
  /// Writes the figure that stands for a fence.
  ///
  /// - Parameter caption: the paragraph below that begins with `Figure:`.
  mutating func writeFigure(
    _ figure: FigureMaterial, for fence: Node, _ info: String, _ code: Verbatim, caption: Node?
  ) {
    figureCount += 1
    let parts = FigureHTML(figure, count: figureCount, ids: ids, language)
    html.freshLine()
    html += parts.opening
    html += parts.pictures
    html += "<figcaption>\n<p id=\"\(parts.captionID)\">"
    if let number = figure.number {
      html += "<span class=\"number\">\(escaped(language[.figure, number])).</span> "
    }
    write(inlines: caption?.captionInlines ?? [])
    html += "</p>\n<div class=\"sources\">\n"
    html += parts.data
    html += "<details>\n<summary>Swift</summary>\n"
    writeListing(fence, info, code)
    html += "</details>\n</div>\n</figcaption>\n</figure>\n"
  }
}

/// The parts of a figure's HTML that do not depend on where it stands.
struct FigureHTML {
  private let figure: FigureMaterial
  private let id: String?
  /// What the ids of this figure's parts begin with.
  private let stem: String
  private let count: Int
  private let language: Language

  init(_ figure: FigureMaterial, count: Int, ids: BodyIDs, _ language: Language) {
    self.language = language
    self.figure = figure
    self.count = count
    id = figure.anchor.map { ids.free($0) }
    stem = ids.free("drawn-\(count)")
  }

  var captionID: String { "\(stem)-caption" }

  /// A draft's sweep has no pictures yet, or none any more, where its program does not compile or still runs.
  private var isSweep: Bool { figure.parameter != nil && !figure.frames.isEmpty }

  var opening: String {
    let id = id.map { " id=\"\(escaped($0))\"" } ?? ""
    return
      "<figure class=\"drawn\(isSweep ? " sweep" : "")\"\(id) aria-labelledby=\"\(captionID)\">\n"
  }

  /// The picture, or a sweep's chosen pictures, the others and the slider.
  var pictures: String {
    guard isSweep else { return figure.frames.indices.map(picture).joined() }
    let chosen = figure.chosen
    let others = figure.frames.indices.filter { !chosen.contains($0) }
    var html = "<div class=\"frames\">\n" + chosen.map { frame($0, isChosen: true) }.joined()
    html += "</div>\n"
    // A template's contents are parsed and nothing else: no layout, no names, no network. What is
    // alike stands together, where a compressor finds it.
    if !others.isEmpty {
      let waiting = others.map { frame($0) } + others.map { table($0) }
      html += "<template>\n" + waiting.joined() + "</template>\n"
    }
    return html + slider
  }

  private func picture(_ index: Int) -> String {
    let frame = figure.frames[index]
    let words = escaped("\(sentence(frame.title)) \(frame.description)")
    let svg = PictureIDs.prefixed(frame.svg, by: "\(stem)-\(index)-")
    return "<div class=\"picture\" role=\"img\" aria-label=\"\(words)\">\(svg)</div>\n"
  }

  private func sentence(_ text: String) -> String {
    text.last.map { ".!?…".contains($0) } == true ? text : text + "."
  }

  private func frame(_ index: Int, isChosen: Bool = false) -> String {
    let place = isChosen ? " data-frame=\"\(index)\"" : ""
    return "<div class=\"frame\(isChosen && index == figure.start ? " shown" : "")\"\(place)>\n"
      + picture(index) + "<p class=\"value\">\(name(index))</p>\n</div>\n"
  }

  /// "T = 0.35".
  private func name(_ index: Int) -> String { escaped(plainName(index)) }

  private func plainName(_ index: Int) -> String {
    "\(figure.parameter ?? "") = \(number(index))"
  }

  private func number(_ index: Int) -> String {
    figure.frames[index].value.map { ShortNumber.text($0, language.notation) } ?? ""
  }

  /// Dead until JavaScript wakes it; without JavaScript the style sheet does not show it at all.
  private var slider: String {
    let start = figure.start
    let last = figure.frames.count - 1
    let place = ShortNumber.text(Double(start) / Double(max(1, last)))
    return
      "<div class=\"slider\"><label for=\"\(stem)-slider\">\(escaped(figure.parameter ?? ""))</label>"
      + "<span class=\"track\" style=\"--at: \(place)\">"
      + "<input id=\"\(stem)-slider\" type=\"range\" min=\"0\" max=\"\(last)\" value=\"\(start)\""
      + " aria-valuetext=\"\(name(start))\" autocomplete=\"off\" disabled>"
      + "<output for=\"\(stem)-slider\" aria-hidden=\"true\">\(number(start))</output></span></div>\n"
  }

  // MARK: Data

  /// The tables behind a disclosure; nothing when no frame has one.
  var data: String {
    guard figure.frames.contains(where: { !$0.table.isEmpty }) else { return "" }
    let tables =
      isSweep
      ? figure.chosen.map { table($0, isChosen: true) } : figure.frames.indices.map { table($0) }
    return
      "<details class=\"data\">\n<summary>\(escaped(language[.data]))</summary>\n\(tables.joined())</details>\n"
  }

  private func table(_ index: Int, isChosen: Bool = false) -> String {
    let frame = figure.frames[index]
    let title = frame.title + (isSweep ? ", \(plainName(index))" : "")
    let place = isChosen ? " data-frame=\"\(index)\"" : ""
    let heading = isSweep ? "<p class=\"value\">\(name(index))</p>\n" : ""
    let isShown = isChosen && index == figure.start
    return "<div class=\"table\(isShown ? " shown" : "")\"\(place)>\n\(heading)"
      + "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(escaped(language[.dataOf, title]))\">\n"
      + "\(frame.table)\n</div>\n</div>\n"
  }
}
