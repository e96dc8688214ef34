// FigureHTML: a figure on the page: the picture, its caption, and behind two disclosures its data and
// its Swift. A sweep is a row of pictures, of which JavaScript makes one with a slider.

import Files
import Foundation
import Markup

extension BodyWriter {
  /// Writes the figure that stands for a fence.
  ///
  /// - Parameter caption: the paragraph below that begins with `Figure:`.
  mutating func writeFigure(
    _ figure: FigureMaterial, for fence: Node, _ info: String, _ code: Verbatim, caption: Node?
  ) {
    figureCount += 1
    let parts = FigureHTML(
      figure, count: figureCount, ids: ids, language, framesFolder: material.framesFolder)
    if let file = parts.framesFile { files.append(file) }
    html.freshLine()
    html += parts.opening
    html += parts.pictures
    html += "<figcaption>\n<p id=\"\(parts.captionID)\">"
    if let number = figure.number {
      html += parts.number(escaped(language[.figure, number]) + ".") + " "
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
  private let language: Language
  /// The file with all frames of a sweep; nil where they stand on the page.
  private(set) var framesFile: FramesFile?

  init(
    _ figure: FigureMaterial, count: Int, ids: BodyIDs, _ language: Language,
    framesFolder: FramesFolder? = nil
  ) {
    self.language = language
    self.figure = figure
    id = figure.anchor.map { ids.free($0) }
    stem = ids.free("drawn-\(count)")
    guard let framesFolder, isSweep, figure.chosen.count < figure.frames.count else { return }
    framesFile = FramesFile(
      in: framesFolder, stem, pictures: figure.frames.indices.map { frame($0) },
      tables: hasTables ? figure.frames.indices.map { table($0) } : [])
  }

  var captionID: String { "\(stem)-caption" }

  /// The figure's name, which leads to the figure itself.
  func number(_ words: String) -> String {
    guard let id else { return "<span class=\"number\">\(words)</span>" }
    return "<a class=\"number\" href=\"#\(escapedDestination(id))\">\(words)</a>"
  }

  /// A draft's sweep has no pictures yet, or none any more, where its program does not compile or still runs.
  private var isSweep: Bool { figure.sweep != nil && !figure.frames.isEmpty }

  var opening: String {
    let id = id.map { " id=\"\(escaped($0))\"" } ?? ""
    return
      "<figure class=\"drawn\(isSweep ? " sweep" : "")\"\(id) aria-labelledby=\"\(captionID)\">\n"
  }

  /// The picture, or a sweep's chosen pictures, the others or where they are, and the sliders.
  var pictures: String {
    guard isSweep, let sweep = figure.sweep else {
      return figure.frames.indices.map(picture).joined()
    }
    let chosen = figure.chosen
    let kind = sweep.axes.count > 1 ? " grid" : ""
    var html = "<div class=\"frames\(kind)\">\n"
    html += chosen.map { frame($0, isChosen: true) }.joined() + "</div>\n"
    let others = figure.frames.indices.filter { !chosen.contains($0) }
    if !others.isEmpty, framesFile == nil {
      // A template's contents are parsed and nothing else: no layout, no names, no network.
      let waiting = others.map { frame($0) } + others.map { table($0) }
      html += "<template>\n" + waiting.joined() + "</template>\n"
    }
    let sliders = SweepSliders(sweep, start: figure.start, stem, language)
    return html + sliders.html(frames: framesFile)
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
      + picture(index) + "<p class=\"value\">\(escaped(name(index)))</p>\n</div>\n"
  }

  /// "T = 0.35", "T = 10,000 K", "a = 1, b = −2".
  private func name(_ index: Int) -> String {
    guard let sweep = figure.sweep else { return "" }
    return zip(sweep.axes, sweep.places(index)).map { axis, place in
      "\(axis.parameter) = \(axis.shown(place, language.notation))"
    }.joined(separator: ", ")
  }

  // MARK: Data

  private var hasTables: Bool { figure.frames.contains { !$0.table.isEmpty } }

  /// The tables behind a disclosure; nothing when no frame has one.
  var data: String {
    guard hasTables else { return "" }
    let tables =
      isSweep
      ? figure.chosen.map { table($0, isChosen: true) } : figure.frames.indices.map { table($0) }
    return
      "<details class=\"data\">\n<summary>\(escaped(language[.data]))</summary>\n\(tables.joined())</details>\n"
  }

  private func table(_ index: Int, isChosen: Bool = false) -> String {
    let frame = figure.frames[index]
    let title = frame.title + (isSweep ? ", \(name(index))" : "")
    let place = isChosen ? " data-frame=\"\(index)\"" : ""
    let heading = isSweep ? "<p class=\"value\">\(escaped(name(index)))</p>\n" : ""
    let isShown = isChosen && index == figure.start
    return "<div class=\"table\(isShown ? " shown" : "")\"\(place)>\n\(heading)"
      + "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(escaped(language[.dataOf, title]))\">\n"
      + "\(frame.table)\n</div>\n</div>\n"
  }
}
