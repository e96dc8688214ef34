// DataWords: why an example did not get the data that it asked for, in words for its author.

import Diagnostics
import GalleyRecordFormat

extension DataProblem {
  var identifier: Identifier {
    switch reason {
    case .undeclared: .dataUndeclared
    case .missing: .dataMissing
    case .noColumn, .noNumber, .noLabel: .dataColumn
    default: .dataMalformed
    }
  }

  var words: String {
    switch reason {
    case .undeclared(let known):
      let declared =
        known.isEmpty
        ? "it declares no file" : "it declares \(known.joined(separator: ", "))"
      return
        "this essay does not declare the file ‘\(file)’ (\(declared)): write ‘data: [\(file)]’ into its "
        + "front matter, the path as it is below content/"
    case .missing:
      return
        "the file ‘\(file)’ cannot be read: put it below content/, where the front matter says "
        + "that it is"
    case .notText: return "‘\(file)’ is not UTF-8 text: save it as UTF-8"
    case .empty: return "‘\(file)’ is empty: its first line must name the columns"
    case .unnamedColumn(let number):
      return malformed(1, "column \(number) has no name: give it one")
    case .doubledColumn(let name):
      return malformed(1, "two columns are named ‘\(name)’: rename one")
    case .rowLength(let line, let fields, let columns):
      return malformed(
        line,
        "this row has \(Self.count(fields, "field")), and the header names \(Self.count(columns, "column")): "
          + "give every row as many; a field with a comma in it stands in quotation marks")
    case .lineEnding(let line):
      return malformed(line, "a line ends with CR LF or LF, and not with CR alone")
    case .textBehindQuote(let line):
      return malformed(
        line, "text stands behind a closing quotation mark: double the marks inside a field")
    case .quoteInside(let line):
      return malformed(
        line, "a quotation mark stands inside a field: put the whole field in quotation marks")
    case .openQuote(let line):
      return malformed(line, "this quotation mark is never closed: close it")
    case .noColumn(let name, let known):
      return "‘\(file)’ has no column ‘\(name)’; ask for one of these: "
        + known.joined(separator: ", ")
    case .noNumber(let field, let column, let line):
      return field.refused(as: "no number", in: file, column, line)
    case .noLabel(let field, let column, let line):
      return field.refused(as: "no whole number from 0", in: file, column, line)
    }
  }

  private func malformed(_ line: Int, _ message: String) -> String {
    "‘\(file)’ is no table, at its line \(line): \(message)"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}

extension String {
  fileprivate func refused(
    as reason: String, in file: String, _ column: String, _ line: Int
  ) -> String {
    let shown = isEmpty ? "nothing" : "‘\(self)’"
    return "‘\(file)’ has \(shown) in column ‘\(column)’ at its line \(line), which is \(reason): "
      + "mend the file, leave such rows out with ‘filter’, or ask for ‘texts’"
  }
}
