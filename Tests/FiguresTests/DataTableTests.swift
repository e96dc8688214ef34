// Tables: the data for those who cannot see the picture.

import Testing

@testable import Figures

struct DataTableTests {
  @Test func seriesOverTheSameValuesShareRows() {
    let figure = Figure(
      "Two *curves*", describing: "", x: .linear("*T* (K)"), y: .linear("rate < 1")
    ) {
      Line([1, 2], [0.25, .nan], label: "theory")
      Points([1, 2], [0.26, .infinity], label: "measured")
    }
    #expect(
      figure.table == """
        <table class="figure-data">
        <caption>Two <i>curves</i></caption>
        <thead>
        <tr><th scope="col"><i>T</i> (K)</th><th scope="col">rate &lt; 1, theory</th>\
        <th scope="col">rate &lt; 1, measured</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">1</th><td>0.25</td><td>0.26</td></tr>
        <tr><th scope="row">2</th><td>NaN</td><td>∞</td></tr>
        </tbody>
        </table>
        """)
    #expect(figure.title == "Two curves")
  }

  @Test func categoriesAndRulesHaveTheirNames() {
    let figure = Figure(
      "Bars", describing: "", x: .categories("level", ["*E*_0", "*E*_1"]), y: .linear("*p*", 0...1)
    ) {
      Bars([0.75, 1e-9])
      Rule(y: 0.5, label: "even")
      Rule(x: 1)
      Text("here", x: 0, y: 0.9)
    }
    for part in [
      #"<th scope="row"><i>E</i><sub>0</sub></th><td>0.75</td>"#,
      #"<td>1 × 10<sup>−9</sup></td>"#,
      #"<th scope="row">even</th><td><i>p</i> 0.5</td>"#,
      #"<th scope="row">line</th><td>level <i>E</i><sub>1</sub></td>"#,
      #"<th scope="row">here</th><td>level <i>E</i><sub>0</sub>, <i>p</i> 0.9</td>"#,
    ] {
      #expect(figure.table.contains(part))
    }
    #expect(figure.table.matches(of: /<tbody>/).count == 3)
  }

  @Test(arguments: [
    (25, 25, ""), (26, 14, "every 2nd of 26 rows and the last"),
    (200, 21, "every 10th of 200 rows and the last"), (201, 21, "every 10th of 201 rows"),
    (10_001, 21, "every 500th of 10001 rows"),
  ])
  func longSeriesAreThinnedAndSaySo(_ count: Int, _ rows: Int, _ note: String) {
    let columns = DataColumns(
      .linear("x"), (0..<count).map(Double.init),
      [DataColumns.Column(.linear("y"), "", (0..<count).map(Double.init))])
    #expect(columns.shown.rows.count == rows)
    #expect(columns.shown.note == note)
    #expect(columns.shown.rows.last == count - 1)
    let table = dataTable(Label("t"), [columns])
    #expect(
      table.contains(note.isEmpty ? "<caption>t</caption>" : "<caption>t (\(note))</caption>"))
    #expect(table.matches(of: /scope="row"/).count == rows)
  }

  @Test func valuesOutsideAreCounted() {
    let figure = Figure("Cut", describing: "", x: .linear("x", 0...2), y: .linear("y", 0...1)) {
      Points([0, 1, 2, 3], [0.5, 1.5, 1, 0.5])
    }
    #expect(figure.table.contains("<caption>Cut (2 of the values lie outside the picture)"))
    #expect(figure.table.contains("<td>1.5</td>"))
  }

  @Test func matricesHaveHeadsOnBothSides() {
    let figure = Figure(
      "Jacobian", describing: "", x: .categories("*z*", ["1", "2"]),
      y: .categories("*p*", ["a", "b"])
    ) { HeatMap([[0.25, -0.25], [.nan, 0]]) }
    #expect(figure.table.contains(#"<th scope="row">b</th><td>NaN</td><td>0</td>"#))
    #expect(figure.table.contains(#"<th scope="col">1</th><th scope="col">2</th>"#))
  }

  @Test func panelsAreTitled() {
    let figure = Figure.multiples("All", describing: "", x: .linear("x"), y: .linear("y")) {
      for k in 1...3 { Panel("λ_\(k)") { Line([0, 1], [0, Double(k)]) } }
    }
    #expect(
      figure.table.contains(#"<tr><th scope="rowgroup" colspan="2">λ<sub>2</sub></th></tr>"#))
    #expect(figure.table.matches(of: /<tbody>/).count == 3)
  }

  @Test func trianglesListTheirShares() {
    let figure = Figure.triangle("Mix", describing: "", corners: ["a", "b", "c"]) {
      Mixtures([[0.5, 0.25, 0.25], [.nan, 0, 0]], names: ["half", "none"])
    }
    #expect(
      figure.table.contains(#"<th scope="row">half</th><td>0.5</td><td>0.25</td><td>0.25</td>"#))
    #expect(figure.table.contains(#"<th scope="row">none</th><td>NaN</td><td>0</td><td>0</td>"#))
  }
}
