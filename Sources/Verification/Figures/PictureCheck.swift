// PictureCheck: whether a picture is what a page can show: one whole SVG element that can be scaled,
// one whole table, and words for those who do not see it.

import Diagnostics
import GalleyRecordFormat

enum PictureCheck {
  /// What is wrong with a picture; nothing when it can be shown.
  ///
  /// - Parameter box: the size of the sweep's pictures before this one; the first one sets it.
  static func problems(
    of picture: Picture, sized box: inout String?
  ) -> [(Identifier, String)] {
    var problems: [(Identifier, String)] = []
    for (name, text) in [("title", picture.title), ("description", picture.summary)]
    where text.allSatisfy(\.isWhitespace) {
      problems.append((.figureUndescribed, "this figure has no \(name)"))
    }
    do {
      let svg = try ElementScanner.attributes(of: picture.svg, named: "svg")
      if let own = svg["viewBox"] {
        if let box, box != own {
          let message =
            "the pictures of this sweep differ in size, and the page would jump under its "
            + "slider: give all of them the first one's viewBox, ‘\(box)’"
          problems.append((.figureMalformed, message))
        }
        box = box ?? own
      } else {
        problems.append(
          (.figureMalformed, "the <svg> element has no viewBox, so no page can scale it"))
      }
    } catch {
      problems.append((.figureMalformed, "the picture is not one <svg> element: \(error.reason)"))
    }
    // A picture without data, a sketch for instance, has an empty table.
    if !picture.table.isEmpty {
      do {
        _ = try ElementScanner.attributes(of: picture.table, named: "table")
      } catch {
        problems.append((.figureMalformed, "the data are not one <table> element: \(error.reason)"))
      }
    }
    return problems
  }
}
