// DataTable: the data behind a picture, for whoever cannot see it or wants its numbers.

/// Columns that share their first one.
struct DataColumns: Hashable, Sendable {
  struct Column: Hashable, Sendable {
    var head: Label
    /// In HTML.
    var cells: [String]
  }

  var keyHead: Label
  /// The rows' heads, in HTML.
  var keys: [String]
  var columns: [Column]
  /// What the columns belong to, a panel.
  var title = Label("")
}

extension DataColumns {
  init(_ x: Axis, _ xs: [Double], _ columns: [Column]) {
    let head = Label(x.label.isEmpty ? "x" : x.label)
    self.init(keyHead: head, keys: xs.map { x.cell($0) }, columns: columns)
  }

  static func cell(_ value: Double) -> String { Label(shortNumber(value)).html }

  /// With whatever `others` have for the same rows beside it.
  static func merged(_ all: [DataColumns]) -> [DataColumns] {
    var merged: [DataColumns] = []
    for columns in all {
      let twin = merged.firstIndex {
        $0.keyHead == columns.keyHead && $0.title == columns.title && $0.keys == columns.keys
      }
      // Notes and lines across are lists: they grow downwards.
      let list = merged.firstIndex {
        $0.keyHead == columns.keyHead && $0.title == columns.title && columns.keys.count == 1
          && $0.columns.map(\.head) == columns.columns.map(\.head)
          && columns.columns.map(\.head) == [Label("where")]
      }
      if let list {
        merged[list].keys += columns.keys
        merged[list].columns[0].cells += columns.columns[0].cells
      } else if let twin {
        merged[twin].columns += columns.columns
      } else {
        merged.append(columns)
      }
    }
    return merged
  }

  /// The rows that are shown: all, or every 2nd, 5th, 10th, … and the last.
  var shown: (rows: [Int], note: String) {
    let most = 25
    if keys.count <= most { return (Array(keys.indices), "") }
    var step = Ticks.Step(mantissa: 2, power: 0)
    while (keys.count - 1) / Int(step.size) + 1 > most { step = step.next }
    let every = Int(step.size)
    var rows = Array(stride(from: 0, to: keys.count, by: every))
    let endsThere = rows.last == keys.count - 1
    if !endsThere { rows.append(keys.count - 1) }
    let note = "every \(every)\(every == 2 ? "nd" : "th") of \(keys.count) rows"
    return (rows, note + (endsThere ? "" : " and the last"))
  }

  var headRow: String {
    "<tr>" + ([keyHead] + columns.map(\.head)).map { "<th scope=\"col\">\($0.html)</th>" }.joined()
      + "</tr>"
  }

  var bodyRows: String {
    shown.rows.map { row in
      "<tr><th scope=\"row\">\(keys[row])</th>"
        + columns.map { "<td>\($0.cells[row])</td>" }.joined() + "</tr>"
    }.joined(separator: "\n")
  }
}

extension DataColumns.Column {
  /// A series' values under the quantity's name and its own.
  init(_ y: Axis, _ label: String, _ values: [Double]) {
    let names = [y.label, label].filter { !$0.isEmpty }
    head = Label(names.isEmpty ? "y" : names.joined(separator: ", "))
    cells = values.map { y.cell($0) }
  }
}

extension Axis {
  /// A value of the axis in HTML: a number, or a category's name.
  ///
  /// - Parameter saying: Whether the axis' label stands before it.
  func cell(_ value: Double, saying: Bool = false) -> String {
    let text: String
    if let names, let place = Int(exactly: value), names.indices.contains(place) {
      text = Label(names[place]).html
    } else {
      text = DataColumns.cell(value)
    }
    return saying && !label.isEmpty ? Label(label).html + " " + text : text
  }
}

/// The data as a `<table>` with a caption and the scope of every head.
func dataTable(_ title: Label, _ all: [DataColumns], notes: [String] = []) -> String {
  let groups = DataColumns.merged(all)
  let single = groups.count == 1 && groups[0].title.isEmpty
  var remarks = notes
  if single, !groups[0].shown.note.isEmpty { remarks.insert(groups[0].shown.note, at: 0) }
  let remark = remarks.isEmpty ? "" : " (\(escaped(remarks.joined(separator: "; "))))"
  var html = "<table class=\"figure-data\">\n<caption>\(title.html)\(remark)</caption>\n"
  if single {
    html += "<thead>\n\(groups[0].headRow)\n</thead>\n<tbody>\n\(groups[0].bodyRows)\n</tbody>\n"
    return html + "</table>"
  }
  let breadth = groups.map { $0.columns.count + 1 }.max() ?? 1
  for group in groups {
    let words = [group.title.html, escaped(group.shown.note)].filter { !$0.isEmpty }
    html += "<tbody>\n"
    if !words.isEmpty {
      html += "<tr><th scope=\"rowgroup\" colspan=\"\(breadth)\">"
      html += words.joined(separator: ": ") + "</th></tr>\n"
    }
    html += "\(group.headRow)\n\(group.bodyRows)\n</tbody>\n"
  }
  return html + "</table>"
}
